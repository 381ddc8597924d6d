import { EvalError, type Value } from "../../base/value.ts";
import type { FunctionDeclaration } from "../signature.ts";

/** Positions count characters (code points), not UTF-16 units. */
export const stringFunctions: readonly FunctionDeclaration[] = [
  {
    signature: "string.startsWith(string): bool",
    doc: "Whether the text begins with another.",
    total: true,
    call: (text: string, prefix: string) => text.startsWith(prefix),
  },
  {
    signature: "string.endsWith(string): bool",
    doc: "Whether the text ends with another.",
    total: true,
    call: (text: string, suffix: string) => text.endsWith(suffix),
  },
  {
    signature: "string.contains(string): bool",
    doc: "Whether another text stands anywhere in it.",
    total: true,
    call: (text: string, part: string) => text.includes(part),
  },
  {
    signature: "string.lowerAscii(): string",
    doc: "The text with A to Z in lower case.",
    total: true,
    call: (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()),
  },
  {
    signature: "string.upperAscii(): string",
    doc: "The text with a to z in upper case.",
    total: true,
    call: (text: string) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase()),
  },
  {
    signature: "string.trim(): string",
    doc: "The text without white space at either end.",
    total: true,
    call: (text: string) => text.replace(leadingSpace, "").replace(trailingSpace, ""),
  },
  {
    signature: "string.charAt(int): string",
    doc: "The character at a position; an empty string at the end.",
    call: (text: string, at: number) => cut(text, at, Math.min(at + 1, length(text)), at),
  },
  {
    signature: "string.substring(int): string",
    doc: "The text from a position.",
    call: (text: string, from: number) => cut(text, from, length(text), from),
  },
  {
    signature: "string.substring(int, int): string",
    doc: "The text from one position up to another.",
    call: (text: string, from: number, to: number) => cut(text, from, to, to),
  },
  {
    signature: "string.indexOf(string): int",
    doc: "The first position of another text, or -1.",
    total: true,
    call: (text: string, part: string) => firstIndex(text, part, 0),
  },
  {
    signature: "string.indexOf(string, int): int",
    doc: "The first position of another text at or after a position, or -1.",
    call: firstIndex,
  },
  {
    signature: "string.lastIndexOf(string): int",
    doc: "The last position of another text, or -1.",
    total: true,
    call: (text: string, part: string) => lastIndex(text, part, length(text)),
  },
  {
    signature: "string.lastIndexOf(string, int): int",
    doc: "The last position of another text at or before a position, or -1.",
    call: lastIndex,
  },
  {
    signature: "string.replace(string, string): string",
    doc: "The text with every occurrence of one text replaced by another.",
    total: true,
    call: (text: string, from: string, to: string) => text.replaceAll(from, () => to),
  },
  {
    signature: "string.replace(string, string, int): string",
    doc: "Replaces at most so many occurrences; all where the number is negative.",
    total: true,
    call: replaceSome,
  },
  {
    signature: "string.split(string): list<string>",
    doc: "The parts between the occurrences of a separator.",
    total: true,
    call: splitAt,
  },
  {
    signature: "string.split(string, int): list<string>",
    doc: "At most so many parts; all where the number is negative.",
    total: true,
    call: splitSome,
  },
  {
    signature: "list<string>.join(): string",
    doc: "The texts one after the other.",
    total: true,
    call: (parts: readonly string[]) => parts.join(""),
  },
  {
    signature: "list<string>.join(string): string",
    doc: "The texts with a separator between them.",
    total: true,
    call: (parts: readonly string[], separator: string) => parts.join(separator),
  },
];

/** The number of characters, which is not JavaScript's length for characters beyond U+FFFF. */
export function length(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length - 1; index++) {
    if (isPairAt(text, index)) count--;
  }
  return count;
}

/** Unicode's White_Space, which is neither JavaScript's `\s` nor its `trim`. */
const space = "[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const leadingSpace = new RegExp(`^${space}`);
const trailingSpace = new RegExp(`(?<!${space.slice(0, -1)})${space}$`);

function isPairAt(text: string, index: number): boolean {
  const [high, low] = [text.charCodeAt(index), text.charCodeAt(index + 1)];
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}

function cut(text: string, from: number, to: number, named: number): Value {
  const characters = [...text];
  if (from < 0 || to < from || to > characters.length) return outOfRange(named, characters.length);
  return characters.slice(from, to).join("");
}

function firstIndex(text: string, part: string, from: number): Value {
  const characters = [...text];
  if (from < 0 || from > characters.length) return outOfRange(from, characters.length);
  const unit = characters.slice(0, from).join("").length;
  const found = text.indexOf(part, unit);
  return found < 0 ? -1 : length(text.slice(0, found));
}

function lastIndex(text: string, part: string, from: number): Value {
  const characters = [...text];
  if (from < 0 || from > characters.length) return outOfRange(from, characters.length);
  const unit = characters.slice(0, from).join("").length;
  const found = text.lastIndexOf(part, unit);
  return found < 0 ? -1 : length(text.slice(0, found));
}

function outOfRange(position: number, size: number): EvalError {
  return new EvalError(`position ${position} is out of range: the text has ${size} characters`);
}

function splitAt(text: string, separator: string): readonly string[] {
  return separator === "" ? [...text] : text.split(separator);
}

function splitSome(text: string, separator: string, limit: number): readonly string[] {
  const parts = splitAt(text, separator);
  if (limit < 0 || parts.length <= limit) return parts;
  return limit === 0 ? [] : [...parts.slice(0, limit - 1), parts.slice(limit - 1).join(separator)];
}

function replaceSome(text: string, from: string, to: string, limit: number): string {
  if (limit < 0) return text.replaceAll(from, () => to);
  let left = limit;
  return text.replaceAll(from, (found) => (left-- > 0 ? to : found));
}
