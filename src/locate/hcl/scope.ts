import { memberOf as access } from "../../source/hcl/access.ts";
import { attributeExpression } from "../../source/hcl/attribute.ts";
import { convert } from "../../source/hcl/conversion.ts";
import { evaluate } from "../../source/hcl/evaluate.ts";
import { known, type Names, objectOf, opaque, type Result } from "../../source/hcl/result.ts";
import type { Attribute } from "../../source/hcl/scan.ts";
import type { Expression } from "../../source/hcl/syntax.ts";
import { memberOf } from "../../source/plain.ts";
import type { LocatedText, Span } from "../../source/span.ts";
import { callsOf, type ModuleInstance, type PlanView } from "./plan-view.ts";

/** Where an expression stands: what decides what its names stand for. */
export interface Scope {
  readonly plan: PlanView;
  readonly module: ModuleInstance;
  /** The resource or module call that it is evaluated for. */
  readonly block: Repeated | undefined;
  /** Variables of `for` and iterators of dynamic blocks. */
  readonly bound: ReadonlyMap<string, Bound>;
}

/** One instance of a block. */
export interface Repeated {
  /** `module \`eks\`` */
  readonly what: string;
  readonly key: string | number | undefined;
  readonly forEach: Written | undefined;
}

/** An expression and where it is written. */
export interface Written {
  readonly source: LocatedText;
  /** The name of the attribute it is the value of. */
  readonly name: Span | undefined;
  readonly expression: Expression;
  readonly scope: Scope;
}

/** A name that stands for a member of a collection. */
export interface Bound {
  readonly kind: "key" | "item" | "iterator";
  readonly collection: Written;
  /** What the collection is, in a few words. */
  readonly what: string;
  readonly key: string | number;
  readonly item: Result;
}

export function scopeOf(plan: PlanView, module: ModuleInstance, block?: Repeated): Scope {
  return { plan, module, block, bound: new Map() };
}

export function withBound(scope: Scope, names: Iterable<readonly [string, Bound]>): Scope {
  return { ...scope, bound: new Map([...scope.bound, ...names]) };
}

/** The value of an attribute, as an expression. */
export function writtenIn(source: LocatedText, attribute: Attribute, scope: Scope): Written {
  const expression = parsed.get(attribute) ?? attributeExpression(source.text, attribute);
  parsed.set(attribute, expression);
  return { source, name: attribute.name, expression, scope };
}

/** The same expression is asked for by every instance of its block. */
const parsed = new WeakMap<Attribute, Expression>();

/** What an expression comes to, as far as variables, locals and keys tell: other resources are never asked. */
export function valueOf({ expression, scope }: Pick<Written, "expression" | "scope">): Result {
  return evaluate(expression, namesOf(scope));
}

/** An argument of the call of a module; `undefined` where none is written, or the caller's files are not here. */
export function argumentOf(plan: PlanView, module: ModuleInstance, name: string): Written | undefined {
  const { parent, key } = module;
  if (parent === undefined) return undefined;
  for (const { source, block } of callsOf(module)) {
    const attribute = block.attributes.get(name);
    const forEach = block.attributes.get("for_each");
    const outside = scopeOf(plan, parent);
    const each = forEach && writtenIn(source, forEach, outside);
    const what = `module \`${module.name}\``;
    if (attribute !== undefined)
      return writtenIn(source, attribute, { ...outside, block: { what, key, forEach: each } });
  }
  return undefined;
}

export function localOf(plan: PlanView, module: ModuleInstance, name: string): Written | undefined {
  const local = module.code.files?.local(name);
  return local && writtenIn(local.source, local.value, scopeOf(plan, module));
}

/** What is written in the block of a variable, by the name of its attribute. */
export function declaredOf(
  plan: PlanView,
  module: ModuleInstance,
  name: string,
  attribute: "default" | "type" | "nullable",
): Written | undefined {
  for (const { source, block } of module.code.files?.blocks("variable", name) ?? []) {
    const found = block.attributes.get(attribute);
    if (found !== undefined) return writtenIn(source, found, scopeOf(plan, module));
  }
  return undefined;
}

/** Whether a module goes by the default of one of its variables, though its caller passes something. */
export function goesByDefault(plan: PlanView, module: ModuleInstance, name: string, given: Written): boolean {
  const nullable = declaredOf(plan, module, name, "nullable");
  return isKnown(valueOf(given), null) && nullable !== undefined && isKnown(valueOf(nullable), false);
}

function isKnown(result: Result, value: null | boolean): boolean {
  return result.kind === "known" && result.value === value;
}

function namesOf(scope: Scope): Names {
  const { plan, module, block } = scope;
  const of = (name: string): Result => {
    const bound = scope.bound.get(name);
    if (bound !== undefined) return boundValue(bound);
    switch (name) {
      case "var":
        return names((variable) => settled(plan, module, "var", variable, variableOf));
      case "local":
        return names((local) => settled(plan, module, "local", local, localValue));
      case "each":
        return block?.key === undefined ? opaque : eachOf(block.key, block.forEach);
      case "count":
        return objectOf(
          new Map([["index", typeof block?.key === "number" ? known(block.key) : opaque] as const]),
        );
      default:
        return opaque;
    }
  };
  return { of, file: () => undefined };
}

function names(member: (name: string) => Result): Result {
  return { kind: "scope", member, links: () => opaque };
}

function boundValue({ kind, key, item }: Bound): Result {
  if (kind !== "iterator") return kind === "key" ? known(key) : item;
  return objectOf(
    new Map([
      ["key", known(key)],
      ["value", item],
    ]),
  );
}

function eachOf(key: string | number, forEach: Written | undefined): Result {
  const value = () => {
    const all = forEach === undefined ? opaque : valueOf(forEach);
    const isSet = all.kind === "list" || (all.kind === "known" && Array.isArray(all.value));
    return isSet ? known(key) : access(all, known(key));
  };
  return names((name) => (name === "key" ? known(key) : name === "value" ? value() : opaque));
}

/** Deeper than any configuration; what goes in circles goes no further. */
const deepest = 100;

/** What names were found to stand for, so that each is worked out once. */
const values = new WeakMap<PlanView, { readonly known: Map<string, Result>; depth: number }>();

function settled(
  plan: PlanView,
  module: ModuleInstance,
  kind: string,
  name: string,
  find: (plan: PlanView, module: ModuleInstance, name: string) => Result,
): Result {
  const memory = values.get(plan) ?? { known: new Map<string, Result>(), depth: 0 };
  values.set(plan, memory);
  const id = `${module.address} ${kind} ${name}`;
  const found = memory.known.get(id);
  if (found !== undefined) return found;
  if (memory.depth > deepest) return opaque;
  memory.known.set(id, opaque);
  memory.depth++;
  const result = find(plan, module, name);
  memory.depth--;
  memory.known.set(id, result);
  return result;
}

function localValue(plan: PlanView, module: ModuleInstance, name: string): Result {
  const local = localOf(plan, module, name);
  return local === undefined ? opaque : valueOf(local);
}

function variableOf(plan: PlanView, module: ModuleInstance, name: string): Result {
  const given = givenTo(plan, module, name);
  const type = declaredOf(plan, module, name, "type");
  return type === undefined || given === opaque
    ? given
    : convert(given, type.expression, (expression) => valueOf({ expression, scope: type.scope }));
}

function givenTo(plan: PlanView, module: ModuleInstance, name: string): Result {
  if (module.parent === undefined) {
    const planned = plan.configuration.variables.get(name);
    return planned === undefined ? opaque : known(planned.value, planned.sensitive);
  }
  const argument = argumentOf(plan, module, name);
  if (argument !== undefined && !goesByDefault(plan, module, name, argument)) return valueOf(argument);
  if (argument === undefined && module.parent.code.files === undefined) return constantOf(module, name);
  const written = declaredOf(plan, module, name, "default");
  return written === undefined ? opaque : valueOf(written);
}

/** What the plan says was passed, where nobody's files say it. */
function constantOf({ config }: ModuleInstance, name: string): Result {
  const given = memberOf(config?.call?.expressions, name);
  const constant = memberOf(given, "constant_value");
  if (constant !== undefined) return known(constant);
  if (given !== undefined) return opaque;
  const fallback = memberOf(memberOf(config?.json.variables, name), "default");
  return fallback === undefined ? opaque : known(fallback);
}
