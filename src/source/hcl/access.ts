import { entriesOf, failed, itemsOf, known, listOf, madeOf, oneOf, type Result } from "./result.ts";

/** `of.key`, `of[key]`. */
export function memberOf(of: Result, key: Result): Result {
  if (key.kind === "error" || of.kind === "error") return failed;
  if (key.kind !== "known") return anyOf(of, key);
  const { value: step } = key;
  if (typeof step !== "string" && typeof step !== "number") return failed;
  switch (of.kind) {
    case "scope":
      return typeof step === "string" ? of.member(step) : step === 0 ? of : failed;
    case "attribute":
      return { ...of, link: { ...of.link, path: [...of.link.path, step] } };
    case "unknown":
      return of;
    case "text":
    case "encoded":
      return failed;
    default:
      return itemOf(of, step) ?? entriesOf(of)?.get(String(step)) ?? failed;
  }
}

function itemOf(of: Result, step: string | number): Result | undefined {
  const items = itemsOf(of);
  if (items === undefined) return undefined;
  const index = typeof step === "number" ? step : /^\d+$/.test(step) ? Number(step) : -1;
  // In which order the members of a set come is not known before they are.
  if (of.kind === "list" && of.isSet) return oneOf(...items);
  return items[index] ?? failed;
}

/** The member at a key that is not known. */
function anyOf(of: Result, key: Result): Result {
  const members = itemsOf(of) ?? entriesOf(of)?.values();
  return members === undefined ? madeOf(of, key) : oneOf(...members);
}

/** What is no list is a list of one, `null` is none. */
export function splat(of: Result, path: readonly Result[]): Result {
  if (of.kind === "error") return failed;
  const each = (item: Result) => path.reduce(memberOf, item);
  const items = itemsOf(of);
  if (items !== undefined) return listOf(items.map(each));
  if (of.kind === "known" && of.value === null) return known([]);
  if (of.kind === "unknown" || of.kind === "attribute") return madeOf(of);
  return listOf([each(of)]);
}

/** Entries in the order in which Terraform goes through a map. */
export function sorted<Value>(entries: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
