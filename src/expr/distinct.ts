import { EvalError, PartialList, type Unknown, type Value } from "../base/value.ts";
import { contains } from "./equality.ts";
import {
  addUnknown,
  certainItems,
  type Further,
  furtherMembers,
  type List,
  noFurther,
  partialList,
  unknownWithin,
} from "./members.ts";

/**
 * Every value once. What is certain: members known to differ from each other. An unknown member may equal one of them
 * or be one more; members that come from candidates are at most as many as there are different candidates.
 */
export function distinct(list: List): List | EvalError {
  const items = certainItems(list);
  if (!(list instanceof PartialList) && items.every(isPlain)) return [...new Set(items)];
  const { sure, unsure } = separate(items);
  const failed = [...sure, ...unsure].find((item) => item instanceof EvalError);
  if (failed instanceof EvalError) return failed;
  const why = unsure.reduce<Unknown | undefined>(
    addUnknown,
    list instanceof PartialList ? list.why : undefined,
  );
  return why === undefined
    ? sure
    : partialList(sure, why, furtherDistinct(sure, unsure, furtherMembers(list) ?? noFurther));
}

function furtherDistinct(sure: readonly Value[], unsure: readonly Value[], more: Further): Further {
  const { atLeast, atMost, candidates } = more;
  if (candidates === undefined) {
    const one = atLeast > 0 && sure.length === 0 ? 1 : 0;
    return { atLeast: one, atMost: unsure.length + atMost, candidates: undefined };
  }
  const fresh = candidates.filter((candidate) => contains(sure, candidate) !== true);
  const areNew = candidates.every((candidate) => contains(sure, candidate) === false);
  return {
    atLeast: atLeast > 0 && areNew ? 1 : 0,
    atMost: unsure.length + Math.min(atMost, separate(fresh).limit),
    candidates: [...unsure, ...fresh],
  };
}

/**
 * Members that certainly differ from each other, in their order, and members that may repeat one of them; `limit` is
 * how many different values there can be. Known members come first, so that an unknown one never hides a known one.
 */
function separate(items: readonly Value[]): {
  readonly sure: readonly Value[];
  readonly unsure: readonly Value[];
  readonly limit: number;
} {
  const sure: { readonly item: Value; readonly index: number }[] = [];
  const unsure: Value[] = [];
  const members: Value[] = [];
  const ranked = items.map((item, index) => ({ item, index, open: unknownWithin(item) !== undefined }));
  for (const { item, index } of [
    ...ranked.filter(({ open }) => !open),
    ...ranked.filter(({ open }) => open),
  ]) {
    const repeated = contains(members, item);
    if (repeated === true) continue;
    if (repeated === false) {
      members.push(item);
      sure.push({ item, index });
    } else unsure.push(item);
  }
  sure.sort((a, b) => a.index - b.index);
  return { sure: sure.map(({ item }) => item), unsure, limit: sure.length + unsure.length };
}

/** Values that JavaScript's own sets compare as we do. */
function isPlain(value: Value): boolean {
  return value === null || (typeof value !== "object" && !Number.isNaN(value));
}
