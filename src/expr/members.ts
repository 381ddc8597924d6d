import { PartialList, Unknown, type Value } from "../base/value.ts";
import { isList, isMap } from "./kind.ts";
import { union } from "./unknowns.ts";

/**
 * A list as expressions see it: all of it, or what is certain of it. Further members may stand before, between or
 * after the certain ones, and in which order the certain ones stand is not known either.
 */
export type List = readonly Value[] | PartialList;

/** The members in their order, where both are known. */
export function wholeList(list: List): readonly Value[] | undefined {
  if (!(list instanceof PartialList)) return list;
  return list.items.length <= 1 && furtherMembers(list) === undefined ? list.items : undefined;
}

/** Certain members, and what is known of further ones. */
export function partialList(items: readonly Value[], why: Unknown, more: Further): List {
  const { atLeast, atMost, candidates } = more;
  const bounds = candidates === undefined ? { atLeast, atMost } : { atLeast, atMost, candidates };
  const list = new PartialList(items, why, atMost <= 0 || candidates?.length === 0 ? noFurther : bounds);
  return wholeList(list) ?? list;
}

/** How many members may follow, and what they can be. */
export interface Further {
  readonly atLeast: number;
  readonly atMost: number;
  readonly candidates: readonly Value[] | undefined;
}

export const noFurther = { atLeast: 0, atMost: 0, candidates: [] } as const satisfies Further;

/** The list itself where it can have members beyond the certain ones. */
export function furtherMembers(list: List): PartialList | undefined {
  if (!(list instanceof PartialList) || list.atMost <= 0 || list.candidates?.length === 0) return undefined;
  return list;
}

export function certainItems(list: List): readonly Value[] {
  return list instanceof PartialList ? list.items : list;
}

export function sizeBounds(list: List): { readonly low: number; readonly high: number } {
  const items = certainItems(list).length;
  const more = furtherMembers(list);
  return more === undefined
    ? { low: items, high: items }
    : { low: items + more.atLeast, high: items + more.atMost };
}

/** How many members, or an unknown number with its bounds. */
export function size(list: List): number | Unknown {
  const { low, high } = sizeBounds(list);
  return list instanceof PartialList && low < high ? new Unknown(list.why.missing, low, high) : low;
}

export function concat(a: List, b: List): List {
  const items = [...certainItems(a), ...certainItems(b)];
  if (!(a instanceof PartialList))
    return b instanceof PartialList ? partialList(items, b.why, further(b)) : items;
  if (!(b instanceof PartialList)) return partialList(items, a.why, further(a));
  const [left, right] = [further(a), further(b)];
  return partialList(items, union(a.why, b.why), {
    atLeast: left.atLeast + right.atLeast,
    atMost: left.atMost + right.atMost,
    candidates: left.candidates && right.candidates && [...left.candidates, ...right.candidates],
  });
}

function further(list: PartialList): Further {
  return furtherMembers(list) ?? noFurther;
}

/** The attributes that stand in the way of knowing the whole value, at any depth. */
export function unknownWithin(value: Value): Unknown | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (value instanceof Unknown) return value;
  if (value instanceof PartialList)
    return value.items.reduce<Unknown>((why, item) => addUnknown(why, item) ?? why, value.why);
  if (isList(value)) return value.reduce<Unknown | undefined>(addUnknown, undefined);
  return isMap(value) ? [...value.values()].reduce<Unknown | undefined>(addUnknown, undefined) : undefined;
}

export function addUnknown(why: Unknown | undefined, value: Value): Unknown | undefined {
  const found = unknownWithin(value);
  return found === undefined ? why : why === undefined ? union(found, found) : union(why, found);
}
