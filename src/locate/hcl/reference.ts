import type { Path } from "../../base/place.ts";
import type { Expression } from "../../source/hcl/syntax.ts";
import { memberOf } from "../../source/plain.ts";
import { feedingArgument } from "./feeding.ts";
import type { ModuleInstance } from "./plan-view.ts";
import { inside, leapTo, type Point, pointAt, type Spot } from "./point.ts";
import {
  argumentOf,
  type Bound,
  declaredOf,
  goesByDefault,
  localOf,
  type Scope,
  scopeOf,
  valueOf,
  type Written,
  writtenIn,
} from "./scope.ts";
import { isAnother } from "./stale.ts";
import type { Supply } from "./supply.ts";

/** Where a value goes on: to another point, or past places to an end. */
export interface Move {
  readonly to: Point | undefined;
  /** Passed on the way. */
  readonly past: readonly Spot[];
  /** What it leads to is not what was planned. */
  readonly stale?: true;
}

/** Where what a traversal names is written: `var.rules[0].cidr`, `each.value`, `local.a["b"]`, `module.m.out`. */
export function referred(point: Point): Move | undefined {
  const traversal = traversalOf(point.expression, point.scope);
  if (traversal === undefined) return undefined;
  const { root, keys } = traversal;
  const bound = point.scope.bound.get(root);
  if (bound !== undefined) return boundMove(point, bound, keys);
  const [name, ...rest] = keys;
  if (typeof name !== "string") return undefined;
  switch (root) {
    case "var":
      return variable(point, name, rest);
    case "local":
      return local(point, name, rest);
    case "each":
      return each(point, name, rest);
    case "module":
      return output(point, name, rest);
    default:
      return undefined;
  }
}

/** `of[*].a`: the member of what is gone through. */
export function splatted(point: Point): Point | undefined {
  const { expression } = point;
  const [step, ...rest] = point.path;
  if (expression.kind !== "splat" || typeof step !== "number") return undefined;
  const keys = keysOf(expression.path, point.scope);
  if (keys === undefined || (point.sure === 0 && point.planned !== undefined)) return undefined;
  const path = [step, ...keys, ...rest];
  const planned = point.sure === 0 ? undefined : point.planned;
  return { ...inside(point, expression.of), path, sure: Math.max(1, point.sure) + keys.length, planned };
}

function traversalOf(
  expression: Expression,
  scope: Scope,
): { readonly root: string; readonly keys: Path } | undefined {
  const keys: (string | number | Expression)[] = [];
  let here = expression;
  for (; here.kind === "member"; here = here.of) keys.push(here.key);
  if (here.kind !== "name") return undefined;
  const known = keysOf(keys.reverse(), scope);
  return known && { root: here.name, keys: known };
}

function keysOf(keys: readonly (string | number | Expression)[], scope: Scope): Path | undefined {
  const known: (string | number)[] = [];
  for (const key of keys) {
    const result = typeof key === "object" ? valueOf({ expression: key, scope }) : undefined;
    const value = result === undefined ? key : result.kind === "known" ? result.value : undefined;
    if (typeof value !== "string" && typeof value !== "number") return undefined;
    known.push(value);
  }
  return known;
}

function variable(point: Point, name: string, keys: Path): Move | undefined {
  const { plan, module } = point.scope;
  if (module.parent === undefined) return supplied(point, plan.supplies.of(name), keys);
  const given = argumentOf(plan, module, name);
  const fed = feedingArgument(plan, module, name, keys);
  if (fed !== undefined && (given === undefined || !goesByDefault(plan, module, name, given))) {
    const what = `argument \`${fed.name}\` of module \`${fed.module.name}\``;
    const to = leapTo(point, fed.argument, what, fed.keys);
    const configured = memberOf(fed.module.config?.call?.expressions, fed.name);
    return isAnother(fed.argument.expression, configured) ? { to, past: [], stale: true } : { to, past: [] };
  }
  if (given === undefined && module.parent.code.files === undefined) return undefined;
  const fallback = declaredOf(plan, module, name, "default");
  return fallback && { to: leapTo(point, fallback, `default of variable \`${name}\``, keys), past: [] };
}

/** A value that nobody's file gives ends where its variable is declared. */
function supplied(point: Point, supply: Supply | undefined, keys: Path): Move | undefined {
  if (supply === undefined) return undefined;
  const { declared, given, what } = supply;
  const name = given === undefined ? what : `variable \`${declared?.block.labels[0]}\``;
  const past =
    declared === undefined ? [] : [{ source: declared.source, span: declared.block.header, what: name }];
  if (given === undefined) return past.length === 0 ? undefined : { to: undefined, past };
  const { plan, module } = point.scope;
  return { to: leapTo(point, { ...given, scope: scopeOf(plan, module) }, what, keys), past };
}

function local(point: Point, name: string, keys: Path): Move | undefined {
  const written = localOf(point.scope.plan, point.scope.module, name);
  return written && { to: leapTo(point, written, `local \`${name}\``, keys), past: [] };
}

function each(point: Point, name: string, keys: Path): Move | undefined {
  const { block } = point.scope;
  if (block?.key === undefined || block.forEach === undefined) return undefined;
  const what = `\`for_each\` of ${block.what}`;
  if (name === "key") return { to: keyPoint(point, block.forEach, what, block.key), past: [] };
  if (name !== "value") return undefined;
  return { to: leapTo(point, block.forEach, what, [block.key, ...keys]), past: [] };
}

function keyPoint(point: Point, collection: Written, what: string, key: string | number): Point {
  return pointAt(collection, what, [key], { sure: 1, planned: point.planned, forKey: true });
}

/** A variable of a `for` leads into what the `for` goes through, which stands in the same expression. */
function boundMove(point: Point, { kind, collection, key, what }: Bound, keys: Path): Move | undefined {
  const [first, ...rest] = keys;
  const asKey = kind === "key" || (kind === "iterator" && first === "key");
  if (kind === "iterator" && first !== "key" && first !== "value") return undefined;
  const taken = kind === "iterator" ? rest : keys;
  const to = asKey
    ? keyPoint(point, collection, what, key)
    : leapTo(point, collection, what, [key, ...taken]);
  if (kind === "iterator") return { to, past: [] };
  return { to: { ...to, what: point.what, shown: point.shown }, past: [] };
}

function output(point: Point, call: string, keys: Path): Move | undefined {
  const { plan, module } = point.scope;
  const [first, second] = keys;
  const keyed = typeof first === "number" || module.config?.child(call)?.output(String(first)) === undefined;
  const key = keyed ? `[${JSON.stringify(first)}]` : "";
  const name = keyed ? second : first;
  const inner = module.child({ name: call, key });
  const what = `output \`${name}\` of module \`${call}\``;
  const written = outputOf(plan, inner, String(name));
  return written && { to: leapTo(point, written, what, keys.slice(keyed ? 2 : 1)), past: [] };
}

function outputOf(plan: Scope["plan"], module: ModuleInstance, name: string): Written | undefined {
  for (const { source, block } of module.code.files?.blocks("output", name) ?? []) {
    const value = block.attributes.get("value");
    if (value !== undefined) return writtenIn(source, value, scopeOf(plan, module));
  }
  return undefined;
}
