import type { Json } from "../../source/declaration.ts";
import { evaluate } from "../../source/hcl/evaluate.ts";
import { referencesIn } from "../../source/hcl/references.ts";
import { opaque, type Result } from "../../source/hcl/result.ts";
import type { Expression } from "../../source/hcl/syntax.ts";
import { isList } from "../../source/plain.ts";
import { isConstant, isExpression, referencesOf } from "../../source/terraform/written.ts";
import { isAlike } from "./could-be.ts";
import type { ModuleInstance } from "./plan-view.ts";

/** Whether the files on the way to a module are others than those that were planned, as far as that can be told. */
export function isStale(module: ModuleInstance): boolean {
  for (let here: ModuleInstance | undefined = module; here !== undefined; here = here.parent) {
    const { files, lacking, agrees } = here.code;
    if (lacking === "not what was planned") return true;
    if (files !== undefined && here.config !== undefined && !agrees) return true;
  }
  return false;
}

/** Whether an expression is certainly another than the one that a plan's configuration has in its place. */
export function isAnother(expression: Expression, configured: Json | null | undefined): boolean {
  if (configured === undefined || configured === null || !isExpression(configured)) return false;
  if (isConstant(configured)) {
    const written = evaluate(expression, nameless);
    return written.kind === "known" && !isAlike(written.value, configured.constant_value ?? null);
  }
  const planned = headsOf(referencesOf(configured) ?? []);
  const written = headsOf(referencesIn(expression));
  return planned.size !== written.size || [...planned].some((head) => !written.has(head));
}

const nameless = { of: () => opaque, file: () => undefined };

/** `var.a` of `var.a[0].b`: what is certain of a reference, however it goes on. */
function headsOf(references: readonly string[]): ReadonlySet<string> {
  const heads = references
    .map((reference) => reference.replace(/^resource\./, ""))
    .map((reference) => /^(?:data\.)?[^.[]+\.[^.[]+/.exec(reference)?.[0] ?? reference);
  return new Set(heads.filter((head) => !/^(?:each|count|path|self|terraform)(?:\.|$)/.test(head)));
}

/**
 * Whether what is written is certainly not what was planned. Providers rewrite some texts, such as JSON: only words
 * and numbers are compared.
 */
export function isContradicted(result: Result, planned: Json): boolean {
  if (result.kind !== "known") return false;
  const { value } = result;
  if (isList(value) && isList(planned)) {
    return [...value, ...planned].every(isPlain) && !isAlike(lowered(value), lowered(planned));
  }
  return isPlain(value) && isPlain(planned) && !isAlike(lowered(value), lowered(planned));
}

function isPlain(json: Json): boolean {
  if (typeof json === "string") return /^[\w.:/-]{1,39}$/.test(json);
  return typeof json === "number" || typeof json === "boolean";
}

function lowered(json: Json): Json {
  if (isList(json)) return json.map(lowered);
  return typeof json === "string" ? json.toLowerCase() : json;
}
