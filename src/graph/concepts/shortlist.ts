import { addTo } from "../../base/groups.ts";
import type { Value } from "../../base/value.ts";
import type { Declared } from "../concept.ts";

/** What something certainly has, and has to have to be looked for; `undefined` where that cannot be told. */
export type KeysOf = (one: Declared) => readonly string[] | undefined;

/**
 * Those of a list that may have one of the keys wanted, in its order: few of many, so that a relation between
 * thousands of things stays cheap. Whoever cannot tell what is wanted gets the whole list. The rest is certainly not
 * meant, and need not be asked.
 */
export function mayHaveAny(
  list: readonly Declared[],
  keysOf: KeysOf,
  wanted: readonly string[] | undefined,
): readonly Declared[] {
  if (wanted === undefined || list.length < worthIt) return list;
  const { byKey, open } = indexOf(list, keysOf);
  return at(list, [...open, ...wanted.flatMap((key) => byKey.get(key) ?? [])]);
}

/** The same for what has to have all the keys; where none is wanted, the whole list. */
export function mayHaveAll(
  list: readonly Declared[],
  keysOf: KeysOf,
  wanted: readonly string[],
): readonly Declared[] {
  if (wanted.length === 0 || list.length < worthIt) return list;
  const { byKey, open } = indexOf(list, keysOf);
  const holders = wanted.map((key) => byKey.get(key) ?? []);
  const fewest = holders.reduce((one, other) => (other.length < one.length ? other : one));
  return at(list, [...open, ...fewest]);
}

/** The labels of a map that is known in full, as keys; one with a placeholder in it may turn out to be any. */
export function labelKeys(labels: Value | undefined): readonly string[] | undefined {
  if (!(labels instanceof Map)) return undefined;
  const pairs: readonly (readonly [unknown, unknown])[] = [...labels];
  const isPlain = pairs.every(([key, value]) => typeof value === "string" && !/\$|\{\{/.test(String(key)));
  return isPlain ? pairs.map(([key, value]) => labelKey(String(key), String(value))) : undefined;
}

export function labelKey(key: string, value: string): string {
  return `${key}\n${value}`;
}

/** A text as the only key; anything else may turn out to be any. */
export function textKey(value: Value | undefined): readonly string[] | undefined {
  return typeof value === "string" ? [value] : undefined;
}

/** Below this, asking everyone is as fast. */
const worthIt = 8;

interface Index {
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  readonly open: readonly number[];
}

const kept = new WeakMap<readonly Declared[], Map<KeysOf, Index>>();

function indexOf(list: readonly Declared[], keysOf: KeysOf): Index {
  const indexes = kept.get(list) ?? new Map<KeysOf, Index>();
  kept.set(list, indexes);
  const before = indexes.get(keysOf);
  if (before !== undefined) return before;
  const byKey = new Map<string, number[]>();
  const open: number[] = [];
  for (const [index, one] of list.entries()) {
    const keys = keysOf(one);
    if (keys === undefined) open.push(index);
    for (const key of new Set(keys)) addTo(byKey, key, index);
  }
  const made = { byKey, open };
  indexes.set(keysOf, made);
  return made;
}

function at(list: readonly Declared[], indexes: readonly number[]): readonly Declared[] {
  const sorted = [...new Set(indexes)].sort((one, other) => one - other);
  return sorted.flatMap((index) => list[index] ?? []);
}
