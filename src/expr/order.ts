import { EvalError, type Value } from "../base/value.ts";
import { describe } from "./kind.ts";
import { compareRanges, type Order, rangeOf } from "./range.ts";
import { carried, isUndecided, strict, type Undecided } from "./unknowns.ts";

/** Compares two numbers, strings or booleans; bounds of an unknown number may be enough. */
export function compare(order: Order, a: Value, b: Value, certain: boolean): boolean | Undecided {
  if (typeof a === "number" && typeof b === "number") return holds(order, a, b);
  if (typeof a === "string" && typeof b === "string") return holds(order, codePointOrder(a, b), 0);
  if (typeof a === "boolean" && typeof b === "boolean") return holds(order, Number(a), Number(b));
  if (isUndecided(a)) return withinBounds(order, a, b) ?? carried(isUndecided(b) ? strict(a, b) : a, certain);
  if (isUndecided(b)) return withinBounds(order, a, b) ?? carried(b, certain);
  return new EvalError(`cannot compare ${describe(a)} with ${describe(b)}`);
}

/** CEL orders strings by code point; JavaScript's `<` orders by UTF-16 unit, which differs above U+FFFF. */
export function codePointOrder(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const [left, right] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return a.length - b.length;
}

function holds(order: Order, a: number, b: number): boolean {
  switch (order) {
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
  }
}

function withinBounds(order: Order, a: Value, b: Value): boolean | undefined {
  const [left, right] = [rangeOf(a), rangeOf(b)];
  return left === undefined || right === undefined ? undefined : compareRanges(order, left, right);
}

/** Surrogates stand for code points above every other unit. */
function codePointRank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
