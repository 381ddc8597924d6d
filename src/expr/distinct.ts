import { EvalError, PartialList, type Unknown, type Value } from "../base/value.ts";
import { contains } from "./equality.ts";
import { addUnknown, certainItems, furtherMembers, type List, unknownWithin } from "./members.ts";

/**
 * Every value once. What is certain: members known to differ from each other. An unknown member may equal one of them
 * or be one more; members that come from candidates are at most as many as there are different candidates.
 */
export function distinct(list: List): List | EvalError {
  const items = certainItems(list);
  const more = furtherMembers(list);
  if (more === undefined && items.every(isPlain)) return [...new Set(items)];
  const { sure, unsure } = separate(items);
  const failed = [...sure, ...unsure].find((item) => item instanceof EvalError);
  if (failed instanceof EvalError) return failed;
  const why = unsure.reduce<Unknown | undefined>(addUnknown, more?.why);
  if (why === undefined) return sure;
  const fresh = more?.candidates?.filter((candidate) => contains(sure, candidate) !== true);
  const freshLimit = fresh === undefined ? Number.POSITIVE_INFINITY : separate(fresh).limit;
  const atMost = unsure.length + Math.min(more?.atMost ?? 0, freshLimit);
  if (atMost === 0) return sure;
  const isNew =
    more?.candidates?.every((candidate) => contains(sure, candidate) === false) ?? sure.length === 0;
  return new PartialList(sure, why, {
    atMost,
    atLeast: more !== undefined && more.atLeast > 0 && isNew ? 1 : 0,
    ...(more === undefined || fresh !== undefined ? { candidates: [...unsure, ...(fresh ?? [])] } : {}),
  });
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
