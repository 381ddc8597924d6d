import { isList, isObject } from "../plain.ts";
import { memberOf, sorted } from "./access.ts";
import { isSomething } from "./operators.ts";
import {
  asText,
  entriesOf,
  failed,
  itemsOf,
  known,
  listOf,
  objectOf,
  oneOf,
  type Result,
  same,
} from "./result.ts";
import { mostMembers } from "./size.ts";
import type { Function } from "./text-functions.ts";

/** Terraform's functions about lists, sets and maps. */
export const collectionFunctions: Readonly<Record<string, Function>> = {
  toset: (value) => (value === undefined ? undefined : setOf(value)),
  tolist: (value) => value && ordered(value),
  tomap: (value) => value && entriesOf(value) && value,
  coalesce,
  coalescelist: coalesceLists,
  compact,
  concat: (...lists) => inOrder(lists, (items) => items.flat()),
  distinct: (list) => list && mapItems(list, unique, false),
  element: (list, index) => list && index && element(list, index),
  flatten: (list) => list && flattened(list),
  keys: (map) => {
    const entries = map && entriesOf(map);
    return entries && known(sorted(entries).map(([key]) => key));
  },
  length: lengthOf,
  lookup,
  merge,
  one: (list) => {
    const items = list && itemsOf(list);
    if (items === undefined || (list?.kind === "list" && list.isSet && items.length > 1)) return undefined;
    return items.length === 0 ? known(null) : items.length === 1 ? items[0] : failed;
  },
  reverse: (list) => list && mapItems(list, (items) => [...items].reverse(), false),
  setunion: (...sets) => {
    const all = collectionFunctions.concat?.(...sets);
    return all && setOf(all);
  },
  sort: (list) => {
    const items = list && itemsOf(list);
    if (items === undefined) return undefined;
    const texts = items.map((item) =>
      item.kind === "known" && typeof item.value === "string" ? item.value : undefined,
    );
    return texts.every((text) => text !== undefined) ? known([...texts].sort()) : listOf(items, true);
  },
  slice: (list, from, to) => {
    const items = list && orderedItems(list);
    const [start, end] = [numberOf(from), numberOf(to)];
    if (items === undefined || start === undefined || end === undefined) return undefined;
    return start < 0 || end > items.length || start > end ? failed : listOf(items.slice(start, end));
  },
  values: (map) => {
    const entries = map && entriesOf(map);
    return entries && listOf(sorted(entries).map(([, value]) => value));
  },
  zipmap: (names, values) => {
    const [keys, items] = [names && itemsOf(names), values && itemsOf(values)];
    if (keys === undefined || items === undefined || keys.length !== items.length) return undefined;
    const texts = keys.map((key) => (key.kind === "known" ? asText(key.value) : undefined));
    if (!texts.every((text) => text !== undefined)) return undefined;
    return objectOf(new Map(texts.map((text, index) => [text, items[index] ?? failed])));
  },
  contains: (list, value) => {
    const items = list && itemsOf(list);
    if (items === undefined || value === undefined) return undefined;
    if (items.some((item) => same(item, value))) return known(true);
    return [...items, value].every(({ kind }) => kind === "known") ? known(false) : undefined;
  },
  range: (...numbers) => {
    const [a, b, step = 1] = numbers.map(numberOf);
    if (
      numbers.length === 0 ||
      a === undefined ||
      step === 0 ||
      numbers.some((n) => numberOf(n) === undefined)
    )
      return undefined;
    const [start, end] = numbers.length === 1 ? [0, a] : [a, b ?? a];
    const count = Math.max(0, Math.ceil((end - start) / step));
    return count > most
      ? undefined
      : known(Array.from({ length: count }, (_, index) => start + index * step));
  },
};

const most = 10_000;

function numberOf(result: Result | undefined): number | undefined {
  return result?.kind === "known" && typeof result.value === "number" ? result.value : undefined;
}

/** The members in an order that is known. */
function orderedItems(list: Result): readonly Result[] | undefined {
  return list.kind === "list" && list.isSet ? undefined : itemsOf(list);
}

function ordered(list: Result): Result | undefined {
  const items = itemsOf(list);
  if (items === undefined) return undefined;
  return list.kind === "list" && list.isSet ? list : listOf(items);
}

/** The members of a set, each once; Terraform sorts known texts. */
export function setOf(list: Result): Result | undefined {
  const items = itemsOf(list);
  if (items === undefined) return undefined;
  const each = unique(items);
  if (!each.every((item) => item.kind === "known")) return listOf(each, true);
  const texts = each.every((item) => typeof item.value === "string");
  return listOf(texts ? [...each].sort((a, b) => (String(a.value) < String(b.value) ? -1 : 1)) : each, true);
}

function unique(items: readonly Result[]): readonly Result[] {
  if (items.length > most) return items;
  const plain = new Set<string>();
  const kept: Result[] = [];
  for (const item of items) {
    const name =
      item.kind === "known"
        ? `=${JSON.stringify(item.value)}`
        : item.kind === "attribute"
          ? JSON.stringify(item.link)
          : undefined;
    if (name !== undefined && plain.has(name)) continue;
    if (name !== undefined) plain.add(name);
    kept.push(item);
  }
  return kept;
}

function mapItems(
  list: Result,
  change: (items: readonly Result[]) => readonly Result[],
  isSet: boolean,
): Result | undefined {
  const items = orderedItems(list);
  return items && listOf(change(items), isSet);
}

function inOrder(
  lists: readonly Result[],
  combine: (items: readonly (readonly Result[])[]) => readonly Result[],
): Result | undefined {
  const all = lists.map((list) => (isNull(list) ? undefined : itemsOf(list)));
  if (!all.every((items) => items !== undefined)) return undefined;
  if (all.reduce((sum, items) => sum + items.length, 0) > mostMembers) return undefined;
  const isSet = lists.some((list) => list.kind === "list" && list.isSet);
  return listOf(combine(all), isSet);
}

function isNull(result: Result): boolean {
  return result.kind === "known" && result.value === null;
}

/** The first that is neither null nor an empty text. */
function coalesce(...given: readonly Result[]): Result | undefined {
  const rest = given.filter((each) => !(each.kind === "known" && (each.value === null || each.value === "")));
  const [first] = rest;
  if (first === undefined) return failed;
  return isSomething(first) && (first.kind !== "text" || hasLetters(first.parts)) ? first : oneOf(...rest);
}

function hasLetters(parts: readonly (string | Result)[]): boolean {
  return parts.some((part) => typeof part === "string" && part !== "");
}

/** The first that has members. */
function coalesceLists(...given: readonly Result[]): Result | undefined {
  const rest = given.filter((each) => !isNull(each) && itemsOf(each)?.length !== 0);
  const [first] = rest;
  if (first === undefined) return failed;
  return itemsOf(first) === undefined ? oneOf(...rest) : first;
}

function compact(list: Result | undefined): Result | undefined {
  const items = list && itemsOf(list);
  if (items === undefined) return undefined;
  const rest = items.filter((item) => !(item.kind === "known" && (item.value === null || item.value === "")));
  return rest.every(isSomething) ? listOf(rest) : undefined;
}

/** Goes round where the index is beyond the end. */
function element(list: Result, index: Result): Result | undefined {
  const items = orderedItems(list);
  if (items === undefined) return undefined;
  if (items.length === 0) return failed;
  const at = numberOf(index);
  if (at === undefined) return index.kind === "known" ? failed : oneOf(...items);
  return at < 0 ? failed : items[at % items.length];
}

function flattened(list: Result): Result | undefined {
  const items = itemsOf(list);
  if (items === undefined) return undefined;
  const flat: Result[] = [];
  for (const item of items) {
    const inner = itemsOf(item) === undefined ? undefined : flattened(item);
    if (inner !== undefined) {
      const members = itemsOf(inner);
      if (members === undefined) return undefined;
      flat.push(...members);
    } else if (isScalar(item)) flat.push(item);
    else return undefined;
  }
  return listOf(flat);
}

/** Whether it is certainly no list. */
function isScalar(item: Result): boolean {
  switch (item.kind) {
    case "known":
      return !isList(item.value);
    case "text":
    case "encoded":
    case "object":
    case "scope":
      return true;
    case "attribute":
      return isSomething(item);
    default:
      return false;
  }
}

function lengthOf(value: Result | undefined): Result | undefined {
  if (value === undefined) return undefined;
  if (value.kind === "known") {
    const { value: json } = value;
    if (typeof json === "string") return known([...json].length, value.secret);
    return isList(json) ? known(json.length) : isObject(json) ? known(Object.keys(json).length) : failed;
  }
  if (value.kind === "list" && (!value.isSet || value.items.length < 2)) return known(value.items.length);
  return value.kind === "object" ? known(value.entries.size) : undefined;
}

function lookup(
  map: Result | undefined,
  key: Result | undefined,
  otherwise: Result | undefined,
): Result | undefined {
  const entries = map && entriesOf(map);
  if (map === undefined || key?.kind !== "known" || typeof key.value !== "string") return undefined;
  if (entries === undefined) return map.kind === "scope" ? memberOf(map, key) : undefined;
  return entries.get(key.value) ?? otherwise ?? failed;
}

/** Later maps win. */
function merge(...maps: readonly Result[]): Result | undefined {
  const merged = new Map<string, Result>();
  for (const map of maps) {
    if (isNull(map)) continue;
    const entries = entriesOf(map);
    if (entries === undefined) return undefined;
    for (const [key, value] of entries) merged.set(key, value);
  }
  return objectOf(merged);
}
