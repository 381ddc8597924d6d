import type { Json } from "../declaration.ts";
import { isList } from "../plain.ts";
import { opaque, type Result } from "./result.ts";

/** Larger than any configuration. What is twice another, and that twice a third, soon has no end. */
export const mostMembers = 100_000;

/** A result; of one that is too large to be worked with, nothing is said. */
export function bounded(result: Result): Result {
  return sizeOf(result) > mostMembers ? tooLarge : result;
}

export const tooLarge: Result = { ...opaque, secret: true };

/** More than anyone writes by hand, and few enough to be handed on as arguments. */
export const mostParts = 10_000;

const sizes = new WeakMap<object, number>();

/** How much there would be to write: what is shared counts wherever it stands. */
function sizeOf(result: Result): number {
  switch (result.kind) {
    case "known":
      return sizeOfJson(result.value);
    case "list":
      return remembered(result, () => sumOf(result.items, sizeOf));
    case "object":
      return remembered(result, () => sumOf([...result.entries.values()], sizeOf));
    case "text":
      return remembered(result, () =>
        sumOf(result.parts, (part) => (typeof part === "string" ? sizeOfText(part) : sizeOf(part))),
      );
    case "encoded":
      return sizeOf(result.value);
    default:
      return 1;
  }
}

function sizeOfJson(json: Json): number {
  if (typeof json === "string") return sizeOfText(json);
  if (typeof json !== "object" || json === null) return 1;
  return remembered(json, () => sumOf(isList(json) ? json : Object.values(json), sizeOfJson));
}

function sizeOfText(text: string): number {
  return 1 + text.length / 16;
}

function remembered(of: object, count: () => number): number {
  const size = sizes.get(of) ?? 1 + count();
  sizes.set(of, size);
  return size;
}

function sumOf<Part>(parts: readonly Part[], size: (part: Part) => number): number {
  return parts.reduce((sum, part) => sum + size(part), 0);
}
