import { OpenMap } from "../../base/open-map.ts";
import { EvalError, type Value } from "../../base/value.ts";
import { distinct } from "../distinct.ts";
import { contains, equal } from "../equality.ts";
import { type List, size } from "../members.ts";
import { codePointOrder } from "../order.ts";
import type { FunctionDeclaration } from "../signature.ts";
import { length } from "./strings.ts";

type Items = readonly Value[];

export const listFunctions: readonly FunctionDeclaration[] = [
  ...both("size", "(string): int", "How many characters.", (text: string) => length(text), { total: true }),
  ...both("size", "(list<A>): int", "How many members.", (list: List) => size(list), {
    total: true,
    seesUnknownMembers: true,
  }),
  ...both("size", "(map<A>): int", "How many entries.", entryCount, {
    total: true,
    seesUnknownMembers: true,
  }),
  ...both(
    "distinct",
    "(list<A>): list<A>",
    "Every value once, in order of first appearance.",
    (list: List) => distinct(list),
    {
      total: true,
      seesUnknownMembers: true,
    },
  ),
  {
    signature: "list<A>.contains(A): bool",
    doc: "Whether a value is a member; the same as `value in list`.",
    total: true,
    seesUnknownMembers: true,
    call: (list: List, value: Value) => contains(list, value),
  },
  {
    signature: "list<A>.isSorted(): bool",
    doc: "Whether no member is less than the one before it.",
    call: isSorted,
  },
  { signature: "list<int>.sum(): int", doc: "The members added up; 0 for none.", call: sum },
  {
    signature: "list<double>.sum(): double",
    doc: "The members added up; 0.0 for none.",
    call: addUp,
    total: true,
  },
  {
    signature: "list<A>.min(): A",
    doc: "The least member; an error for none.",
    call: (list: Items) => extreme(list, -1),
  },
  {
    signature: "list<A>.max(): A",
    doc: "The greatest member; an error for none.",
    call: (list: Items) => extreme(list, 1),
  },
  {
    signature: "list<A>.indexOf(A): int",
    doc: "The position of the first member equal to a value, or -1.",
    total: true,
    call: (list: Items, value: Value) => list.findIndex((item) => equal(item, value) === true),
  },
  {
    signature: "list<A>.lastIndexOf(A): int",
    doc: "The position of the last member equal to a value, or -1.",
    total: true,
    call: (list: Items, value: Value) => list.findLastIndex((item) => equal(item, value) === true),
  },
  {
    signature: "list<A>.slice(int, int): list<A>",
    doc: "The members from one position up to another.",
    call: slice,
  },
  {
    signature: "list<list<A>>.flatten(): list<A>",
    doc: "The members of the members.",
    total: true,
    call: (list: readonly Items[]) => list.flat(),
  },
  {
    signature: "list<A>.reverse(): list<A>",
    doc: "The members, last first.",
    total: true,
    call: (list: Items) => list.toReversed(),
  },
  { signature: "list<A>.sort(): list<A>", doc: "The members, least first.", call: sort },
];

/** A function that may also be asked of its argument: `size(x)` and `x.size()`. */
function entryCount(map: ReadonlyMap<string, Value>): Value {
  return map instanceof OpenMap ? map.count() : map.size;
}

function both(
  name: string,
  rest: string,
  doc: string,
  call: FunctionDeclaration["call"],
  flags: { readonly total?: true; readonly seesUnknownMembers?: true },
): readonly FunctionDeclaration[] {
  const [, receiver = "", result = ""] = /^\((.*)\)(: .+)$/.exec(rest) ?? [];
  return [
    { signature: `${name}${rest}`, doc, call, ...flags },
    { signature: `${receiver}.${name}()${result}`, doc, call, ...flags },
  ];
}

function sum(list: readonly number[]): Value {
  const total = addUp(list);
  return Number.isSafeInteger(total) ? total : new EvalError("the sum is too large for a whole number");
}

function addUp(list: readonly number[]): number {
  return list.reduce((total, item) => total + item, 0);
}

/** Negative, zero or positive; an error where the two have no order. */
function order(a: Value, b: Value): number | EvalError {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "string" && typeof b === "string") return codePointOrder(a, b);
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  return new EvalError("only numbers, strings and truth values have an order");
}

function isSorted(list: Items): Value {
  let sorted = true;
  for (const [index, item] of list.slice(1).entries()) {
    const compared = order(list[index] ?? null, item);
    if (compared instanceof EvalError) return compared;
    if (compared > 0) sorted = false;
  }
  return sorted;
}

function extreme(list: Items, sign: 1 | -1): Value {
  const [first, ...others] = list;
  if (first === undefined) return new EvalError("an empty list has no least or greatest member");
  let best = first;
  for (const item of others) {
    const compared = order(item, best);
    if (compared instanceof EvalError) return compared;
    if (compared * sign > 0) best = item;
  }
  return best;
}

function slice(list: Items, from: number, to: number): Value {
  if (from < 0 || to < from || to > list.length) {
    return new EvalError(`positions ${from} to ${to} are out of range: the list has ${list.length} members`);
  }
  return list.slice(from, to);
}

function sort(list: Items): Value {
  const [first] = list;
  const failed = list
    .map((item) => order(item, first ?? null))
    .find((compared) => compared instanceof EvalError);
  if (failed instanceof EvalError) return failed;
  return list.toSorted((a, b) => {
    const compared = order(a, b);
    return typeof compared === "number" ? compared : 0;
  });
}
