import {
  entriesOf,
  failed,
  itemsOf,
  known,
  listOf,
  madeOf,
  objectOf,
  opaque,
  type Result,
} from "../hcl/result.ts";

/** For which instance of its resource or module call an expression is evaluated. */
export interface Own {
  /** `[0]`, `["a"]` or nothing. */
  readonly key: string;
  readonly forEach: () => Result;
}

/** `each.key`, `each.value`. */
export function eachOf({ key, forEach }: Own, member: string): Result {
  const name = keyText(key);
  if (name === undefined) return failed;
  if (member === "key") return known(name);
  const all = forEach();
  const entries = entriesOf(all);
  if (entries !== undefined) return entries.get(name) ?? opaque;
  const items = itemsOf(all);
  if (items === undefined) return all.kind === "error" ? opaque : madeOf(all);
  return items.some((item) => item.kind === "known" && item.value === name) ? known(name) : opaque;
}

/** `count.index`. */
export function countOf({ key }: Own): Result {
  const index = /^\[(\d+)\]$/.exec(key)?.[1];
  return index === undefined ? failed : known(Number(index));
}

function keyText(key: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(key.slice(1, -1));
    return typeof parsed === "string" ? parsed : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The instances of what has `count`. `keys` are those that will be there, where that is known. They count only
 * together with what the code says.
 */
export function counted(
  count: Result,
  keys: readonly string[] | undefined,
  instance: (key: string) => Result,
): Result {
  const planned = keys?.length;
  const wanted = count.kind === "known" ? Number(count.value) : planned === 0 ? undefined : planned;
  if (wanted === undefined || !Number.isInteger(wanted) || wanted > mostInstances) return opaque;
  if (planned !== undefined && planned !== wanted) return opaque;
  return listOf(Array.from({ length: wanted }, (_, index) => instance(`[${index}]`)));
}

export function keyed(
  forEach: Result,
  keys: readonly string[] | undefined,
  instance: (key: string) => Result,
): Result {
  const names = namesIn(forEach) ?? (keys === undefined || keys.length === 0 ? undefined : keys.map(keyText));
  if (names === undefined || !names.every((name) => name !== undefined)) return opaque;
  if (keys !== undefined && keys.length !== names.length) return opaque;
  return objectOf(new Map(names.map((name) => [name, instance(`["${escaped(name)}"]`)] as const)));
}

function namesIn(forEach: Result): readonly (string | undefined)[] | undefined {
  const entries = entriesOf(forEach);
  if (entries !== undefined) return [...entries.keys()];
  return itemsOf(forEach)?.map((item) =>
    item.kind === "known" && typeof item.value === "string" ? item.value : undefined,
  );
}

/** As keys are written in addresses. */
function escaped(name: string): string {
  return JSON.stringify(name).slice(1, -1).replaceAll("${", "$${").replaceAll("%{", "%%{");
}

const mostInstances = 10_000;
