import { entriesOf, itemsOf, type Result } from "../../source/hcl/result.ts";
import type { Call, Conditional, Expression } from "../../source/hcl/syntax.ts";
import { textOf } from "./collections.ts";
import { along, comesTo, inside, onlyPossible, type Point } from "./point.ts";
import { valueOf } from "./scope.ts";

/** The argument of a function that became what is looked for; `undefined` where it can be several, or none as it is. */
export function argument(point: Point, { name, arguments: given, spread }: Call): Point | undefined {
  const [first, second, third] = given;
  if (first === undefined || spread) return undefined;
  switch (name.replace(/^core::/, "")) {
    case "jsonencode":
    case "yamlencode":
      return { ...inside(point, first), planned: undefined, sure: point.path.length };
    case "tolist":
    case "tomap":
    case "tostring":
    case "tonumber":
    case "tobool":
    case "sensitive":
    case "nonsensitive":
      return inside(point, first);
    case "toset":
      return point.sure > 0 && typeof point.path[0] === "number" ? undefined : inside(point, first);
    case "compact":
    case "distinct":
    case "sort":
    case "reverse":
    case "concat":
    case "setunion":
      return memberOfLists(point, given);
    case "flatten":
      return memberOfNested(point, first);
    case "one":
      return along(point, first, [0], 0);
    case "element":
      return second && elementOf(point, first, second);
    case "lookup":
      return second && lookedUp(point, first, second, third);
    case "merge":
      return mergedFrom(point, given);
    case "try":
    case "coalesce":
    case "coalescelist":
      return firstOf(point, given, name);
    default:
      return undefined;
  }
}

export function branch(point: Point, { condition, yes, no }: Conditional): Point | undefined {
  const decided = valueOf({ ...point, expression: condition });
  if (decided.kind === "known") return inside(point, isTrue(decided) ? yes : no);
  return onlyPossible([inside(point, yes), inside(point, no)]);
}

function isTrue(result: Result): boolean {
  return textOf(result) === "true";
}

/** Lists that were put together, sorted or thinned out: what is looked for is known again by its value. */
function memberOfLists(point: Point, lists: readonly Expression[]): Point | undefined {
  const results = lists.map((list) => itemsOf(valueOf({ ...point, expression: list })));
  if (point.path.length === 0) {
    const [only, ...others] = lists.filter((_, index) => results[index]?.length !== 0);
    return only === undefined || others.length > 0 ? undefined : inside(point, only);
  }
  if (typeof point.path[0] !== "number" || point.sure > 0) return undefined;
  const choices = lists.flatMap((list, at) =>
    (results[at] ?? []).map((_, index) => along(point, list, [index], 1)),
  );
  return results.some((items) => items === undefined) ? undefined : onlyPossible(choices);
}

function memberOfNested(point: Point, list: Expression): Point | undefined {
  if (typeof point.path[0] !== "number" || point.sure > 0) return undefined;
  const lists = itemsOf(valueOf({ ...point, expression: list })) ?? [];
  const choices = lists.flatMap((items, at) => {
    const inner = itemsOf(items);
    if (inner === undefined) return [along(point, list, [at], 1)];
    return inner.map((_, index) => along(point, list, [at, index], 1));
  });
  return onlyPossible(choices);
}

function elementOf(point: Point, list: Expression, index: Expression): Point | undefined {
  const at = Number(textOf(valueOf({ ...point, expression: index })));
  const length = itemsOf(valueOf({ ...point, expression: list }))?.length ?? 0;
  return Number.isInteger(at) && at >= 0 && at < length ? along(point, list, [at], 0) : undefined;
}

function lookedUp(
  point: Point,
  map: Expression,
  key: Expression,
  otherwise: Expression | undefined,
): Point | undefined {
  const name = textOf(valueOf({ ...point, expression: key }));
  if (name === undefined) return undefined;
  const found = along(point, map, [name], 0);
  const entries = entriesOf(valueOf({ ...point, expression: map }));
  if (entries?.has(name) === true || otherwise === undefined) return found;
  const fallback = inside(point, otherwise);
  return entries === undefined ? onlyPossible([found, fallback]) : fallback;
}

/** The last map that has the key. One of which that is not known hides all before it. */
function mergedFrom(point: Point, maps: readonly Expression[]): Point | undefined {
  const [step] = point.path;
  if (step === undefined) return undefined;
  for (const map of [...maps].reverse()) {
    const result = valueOf({ ...point, expression: map });
    if (result.kind === "known" && result.value === null) continue;
    const entries = entriesOf(result);
    if (entries === undefined) return undefined;
    if (entries.has(String(step))) return inside(point, map);
  }
  return undefined;
}

/** The first argument that is something. Where one before it is not known, only its value can tell. */
function firstOf(point: Point, given: readonly Expression[], name: string): Point | undefined {
  const choices: Point[] = [];
  for (const expression of given) {
    const choice = inside(point, expression);
    const result = comesTo(choice);
    if (isPassedOver(valueOf(choice), name)) continue;
    choices.push(choice);
    if (result.kind === "known" || result.kind === "list" || result.kind === "object") break;
  }
  return choices.length === 1 ? choices[0] : onlyPossible(choices);
}

function isPassedOver(result: Result, name: string): boolean {
  if (result.kind === "error") return true;
  if (name === "try" || result.kind !== "known") return false;
  const { value } = result;
  return value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
