import { PartialList, Unknown, type Value } from "../base/value.ts";
import { isList, isMap } from "./kind.ts";
import { union } from "./unknowns.ts";

/** A list as expressions see it: all of it, or what is certain of it. */
export type List = readonly Value[] | PartialList;

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
  const [left, right] = [furtherMembers(a), furtherMembers(b)];
  if (left === undefined || right === undefined) {
    const more = left ?? right;
    return more === undefined ? items : new PartialList(items, more.why, bounds(more, more.candidates));
  }
  const known = left.candidates !== undefined && right.candidates !== undefined;
  const candidates = known ? [...(left.candidates ?? []), ...(right.candidates ?? [])] : undefined;
  return new PartialList(items, union(left.why, right.why), {
    atLeast: left.atLeast + right.atLeast,
    atMost: left.atMost + right.atMost,
    ...(candidates === undefined ? {} : { candidates }),
  });
}

/** The attributes that stand in the way of knowing the whole value, at any depth. */
export function unknownWithin(value: Value): Unknown | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (value instanceof Unknown) return value;
  if (value instanceof PartialList) {
    return value.items.reduce<Unknown | undefined>(
      addUnknown,
      furtherMembers(value) === undefined ? undefined : value.why,
    );
  }
  if (isList(value)) return value.reduce<Unknown | undefined>(addUnknown, undefined);
  return isMap(value) ? [...value.values()].reduce<Unknown | undefined>(addUnknown, undefined) : undefined;
}

export function bounds(
  more: { readonly atLeast: number; readonly atMost: number },
  candidates: readonly Value[] | undefined,
): { readonly atLeast: number; readonly atMost: number; readonly candidates?: readonly Value[] } {
  const { atLeast, atMost } = more;
  return candidates === undefined ? { atLeast, atMost } : { atLeast, atMost, candidates };
}

export function addUnknown(why: Unknown | undefined, value: Value): Unknown | undefined {
  const found = unknownWithin(value);
  return found === undefined ? why : why === undefined ? union(found, found) : union(why, found);
}
