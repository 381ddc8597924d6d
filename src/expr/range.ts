import { Unknown, type Value } from "../base/value.ts";

/** Bounds of a number, both inclusive. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

export type Order = "<" | "<=" | ">" | ">=";

/** The bounds of a number, or of an unknown one that has any. */
export function rangeOf(value: Value): Range | undefined {
  if (typeof value === "number") return Number.isNaN(value) ? undefined : { low: value, high: value };
  if (!(value instanceof Unknown) || (value.low === undefined && value.high === undefined)) return undefined;
  return { low: value.low ?? Number.NEGATIVE_INFINITY, high: value.high ?? Number.POSITIVE_INFINITY };
}

/** Whether an order holds for every number of the two ranges, for none, or only for some. */
export function compareRanges(order: Order, a: Range, b: Range): boolean | undefined {
  switch (order) {
    case "<":
      return isBelow(a, b);
    case ">":
      return isBelow(b, a);
    case ">=":
      return opposite(isBelow(a, b));
    case "<=":
      return opposite(isBelow(b, a));
  }
}

export function areApart(a: Range, b: Range): boolean {
  return a.high < b.low || b.high < a.low;
}

function isBelow(a: Range, b: Range): boolean | undefined {
  if (a.high < b.low) return true;
  return a.low >= b.high ? false : undefined;
}

function opposite(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}
