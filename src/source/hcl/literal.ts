import type { Json } from "../declaration.ts";
import type { Span } from "../span.ts";
import { skipStretch } from "./scan.ts";

/** The value of a string, number, bool or null that is written out, or a list of such; `undefined` for the rest. */
export function literal(text: string, span: Span): Json | undefined {
  const source = text.slice(span.start, span.end);
  if (/^(?:"(?:[^"\\$%]|\\["\\nrt])*"|-?\d+(?:\.\d+)?|true|false|null)$/.test(source))
    return JSON.parse(source);
  if (!source.startsWith("[") || /^\[\s*for\b/.test(source)) return undefined;
  const items: Json[] = [];
  for (const member of members(text, span, "[")) {
    const item = literal(text, member);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

/** What stands between the commas of a list, or between the commas or lines of an object. */
function members(text: string, span: Span, open: "[" | "{"): readonly Span[] {
  if (text[span.start] !== open || /^.\s*for\s/.test(text.slice(span.start, span.start + 40))) return [];
  const found: Span[] = [];
  let start: number | undefined;
  let end = span.start;
  const close = () => {
    if (start !== undefined) found.push({ start, end });
    start = undefined;
  };
  for (let at = span.start + 1; at < span.end - 1; ) {
    const character = text[at] ?? "";
    const next = skipStretch(text, at);
    if (character === "," || (character === "\n" && open === "{")) close();
    else if (!/\s/.test(character) && !isComment(text, at)) {
      start ??= at;
      end = next;
    }
    at = next;
  }
  close();
  return found;
}

function isComment(text: string, at: number): boolean {
  return text[at] === "#" || text.startsWith("//", at) || text.startsWith("/*", at);
}
