import type { Path } from "../../base/place.ts";
import type { Json } from "../../source/declaration.ts";
import { memberOf } from "../../source/plain.ts";
import { parseReferences } from "../../source/terraform/address.ts";
import { isExpression, referencesOf } from "../../source/terraform/written.ts";
import type { ModuleInstance, PlanView } from "./plan-view.ts";
import { argumentOf, type Written } from "./scope.ts";

/** The argument of a call in the author's files, and what is taken out of it. */
export interface Fed {
  readonly argument: Written;
  readonly name: string;
  readonly module: ModuleInstance;
  readonly keys: Path;
}

/** Something that supplies the value of an expression: a variable, or the collection that a block goes through. */
export interface Feeder {
  readonly kind: "variable" | "each";
  readonly name: string;
  readonly path: Path;
}

/**
 * The argument that a variable of a module gets its value from, up through calls whose files are not here: those
 * are known from the plan, which names what every expression refers to.
 */
export function feedingArgument(
  plan: PlanView,
  module: ModuleInstance,
  name: string,
  keys: Path = [],
): Fed | undefined {
  const { parent, config } = module;
  if (parent === undefined) return undefined;
  const argument = argumentOf(plan, module, name);
  if (argument !== undefined) return { argument, name, module, keys };
  if (parent.code.files !== undefined) return undefined;
  const call = config?.call;
  const next = throughEach(
    onlyFeeder(memberOf(call?.expressions, name)),
    call?.for_each_expression,
    module.key,
  );
  return next && feedingArgument(plan, parent, next.name, [...next.path, ...keys]);
}

/** The only variable that an expression of a plan's configuration refers to, if it refers to nothing else. */
export function onlyFeeder(expression: Json | undefined): Feeder | undefined {
  if (expression === undefined || expression === null || !isExpression(expression)) return undefined;
  const all = parseReferences(referencesOf(expression) ?? []);
  const [only, ...others] = all.filter(({ kind }) => kind !== "context");
  if (only === undefined || others.length > 0) return undefined;
  if (only.kind === "variable") return { kind: "variable", name: only.name, path: only.path };
  return only.kind === "each" ? { kind: "each", name: "", path: only.path } : undefined;
}

/** The variable behind `each.value`, where `for_each` is one. */
export function throughEach(
  feeder: Feeder | undefined,
  forEach: Json | undefined,
  key: string | number | undefined,
): Feeder | undefined {
  if (feeder === undefined || feeder.kind === "variable") return feeder;
  const all = onlyFeeder(forEach);
  if (all?.kind !== "variable" || key === undefined) return undefined;
  return { ...all, path: [...all.path, key, ...feeder.path] };
}
