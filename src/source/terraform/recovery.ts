import { type Path, type Ref, showPath } from "../../base/place.ts";
import type { Missing } from "../../base/value.ts";
import type { Attribute, Json, Links } from "../declaration.ts";
import { noLinks } from "../declaration.ts";
import { memberOf } from "../hcl/access.ts";
import { attributeExpression } from "../hcl/attribute.ts";
import type { FileBlock } from "../hcl/module.ts";
import { referencesIn } from "../hcl/references.ts";
import { dependenceOf, entriesOf, itemsOf, known, type Result } from "../hcl/result.ts";
import type { Block } from "../hcl/scan.ts";
import { memberOf as jsonMember } from "../plain.ts";
import { loadYaml } from "../yaml/load.ts";
import { splitAddress } from "./address.ts";
import type { UnknownAttribute } from "./attribute.ts";
import type { PlanCode } from "./code.ts";
import type { Module } from "./configuration.ts";
import { documentIn } from "./json-with-holes.ts";
import type { Locals } from "./references.ts";
import type { PlannedResource } from "./resource.ts";
import { CodeValues, type ValuesScope } from "./values.ts";

/** The references of local values, from the author's code. */
export function localsIn(code: PlanCode): Locals {
  return (module, name) => {
    const { files, agrees } = code.module(module.path);
    const local = agrees ? files?.local(name) : undefined;
    return local && referencesIn(attributeExpression(local.source.text, local.value));
  };
}

/** Looks in the author's code for what a plan does not know. */
export function recovery(
  scope: ValuesScope & { readonly root: Module | undefined },
): (unknown: UnknownAttribute) => Attribute | undefined {
  let values: CodeValues | undefined;
  return (unknown) => {
    const found = expressionOf(scope.code, unknown);
    if (found === undefined) return undefined;
    values ??= new CodeValues(scope);
    const result = values.ofResource(unknown.resource, found.code, unknown.written ?? undefined);
    const below = result && found.rest.reduce((of, step) => memberOf(of, known(step)), result);
    return below === undefined || !saysMore(below) ? undefined : recovered(unknown, below);
  };
}

/** What the plan does not know cannot be known as a whole: then one of the two is not understood. */
function saysMore(result: Result): boolean {
  if (result.kind === "known") return result.value === null;
  return result.kind !== "error" && (result.kind !== "unknown" || result.closed);
}

/** The expression in the code that an attribute is written with, and what of its value the attribute is. */
function expressionOf(code: PlanCode, { resource, path }: UnknownAttribute) {
  const block = blockOf(code, resource);
  if (block === undefined) return undefined;
  let at: Block = block.block;
  for (const [depth, step] of path.entries()) {
    if (typeof step !== "string") continue;
    const attribute = at.attributes.get(step);
    if (attribute !== undefined)
      return { code: { source: block.source, value: attribute }, rest: path.slice(depth + 1) };
    const nested = at.blocks.filter(({ type, labels }) => type === step || labels[0] === step);
    const [only, ...others] = nested;
    // Which of several blocks became which element is not in a plan.
    if (only === undefined || only.type === "dynamic" || others.length > 0) return undefined;
    at = only;
  }
  return undefined;
}

function blockOf(code: PlanCode, { module, local, mode }: PlannedResource): FileBlock | undefined {
  const path = splitAddress(module).modules.map(({ name }) => name);
  const labels = local.split(".").slice(mode === "data" ? 1 : 0);
  return code.module(path).files?.blocks(mode === "data" ? "data" : "resource", ...labels)[0];
}

function recovered({ attribute, isSingle }: UnknownAttribute, result: Result): Attribute {
  return new RecoveredAttribute(attribute.ref, result, attribute.sensitive, isSingle);
}

/** A cursor on a value that the author's code tells. A class for the same reason as the plan's own. */
class RecoveredAttribute implements Attribute {
  readonly ref: Ref;
  readonly #result: Result;
  readonly #secret: boolean;
  readonly #isSingle: boolean;

  constructor(ref: Ref, result: Result, secret: boolean, isSingle: boolean) {
    this.ref = ref;
    this.#result = result;
    this.#secret = secret;
    this.#isSingle = isSingle;
  }

  get state(): "known" | "unknown" | "absent" {
    switch (this.#result.kind) {
      case "known":
        return this.#result.value === null ? "absent" : "known";
      case "list":
      case "object":
        return "known";
      default:
        return "unknown";
    }
  }

  get sensitive(): boolean {
    return this.#secret || dependenceOf(this.#result).secret;
  }

  get json(): Json | undefined {
    return this.#result.kind === "known" ? (this.#result.value ?? undefined) : undefined;
  }

  get missing(): Missing | undefined {
    if (this.state !== "unknown") return undefined;
    const { owner, path } = this.ref;
    return { attribute: `${owner}.${showPath(path)}`, reason: "known after apply", ref: this.ref };
  }

  get links(): Links {
    const { targets, closed, texts } = dependenceOf(this.#result);
    switch (this.#result.kind) {
      case "known":
        return noLinks;
      case "attribute":
        return { targets, closed: true, exact: true };
      case "text":
        return { targets, closed, exact: closed && targets.length === 1 };
      default:
        return { targets, closed, texts, exact: this.#isSingle && closed && targets.length === 1 };
    }
  }

  get document(): Attribute | undefined {
    const document = documentIn(this.#result, this.ref.path.at(-1) === "yaml_body" ? onlyYaml : undefined);
    return document && new RecoveredAttribute(this.ref, document, this.#secret, false);
  }

  get(...path: Path): Attribute {
    return path.reduce<RecoveredAttribute>((at, step) => at.#child(step), this);
  }

  items(): readonly Attribute[] {
    return (itemsOf(this.#result) ?? []).map((_, index) => this.#child(index));
  }

  entries(): readonly (readonly [string, Attribute])[] {
    const names = [...(entriesOf(this.#result)?.keys() ?? [])];
    return names
      .map((name) => [name, this.#child(name)] as const)
      .filter(([, attribute]) => attribute.state !== "absent");
  }

  #child(step: string | number): RecoveredAttribute {
    const ref = { ...this.ref, path: [...this.ref.path, step] };
    return new RecoveredAttribute(ref, below(this.#result, step), this.#secret, true);
  }
}

/** The one document of a YAML text. */
function onlyYaml(text: string): Json | undefined {
  const [only, ...others] = loadYaml(text, "", "manifest").filter((document) => document !== null);
  return others.length === 0 ? only : undefined;
}

/** Below what is absent, and where there is nothing, everything is absent; below what is unknown, unknown. */
function below(result: Result, step: string | number): Result {
  switch (result.kind) {
    case "list":
      return (typeof step === "number" ? result.items[step] : undefined) ?? known(null);
    case "object":
      return (typeof step === "string" ? result.entries.get(step) : undefined) ?? known(null);
    case "known":
      return known(jsonMember(result.value, step) ?? null, result.secret);
    case "attribute":
      return memberOf(result, known(step));
    default:
      return result;
  }
}
