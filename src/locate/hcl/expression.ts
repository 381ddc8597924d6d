import type { Json } from "../../source/declaration.ts";
import { embeddedJson } from "../json.ts";
import type { Entry, Node } from "../node.ts";
import type { Span } from "../span.ts";
import { skipStretch } from "./scan.ts";

/** An expression as a node: lists and objects that are written out can be entered, everything else is one piece. */
export function expressionNode(text: string, span: Span): Node {
  return (
    heredocNode(text, span) ?? {
      span,
      tag: undefined,
      entry: (key) => entries(text, written(text, span)).find(([name]) => name === key)?.[1],
      item: (index) => {
        const item = members(text, written(text, span), "[")[index];
        return item === undefined ? undefined : expressionNode(text, item);
      },
    }
  );
}

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

/** Functions that change how a value is encoded or typed, but not what stands where in it. */
const transparent = /(?:jsonencode|yamlencode|tolist|toset|tomap)\(\s*/y;

function written(text: string, span: Span): Span {
  transparent.lastIndex = span.start;
  if (!transparent.test(text) || text[span.end - 1] !== ")") return span;
  const end = span.end - 1 - (/\s*$/.exec(text.slice(span.start, span.end - 1))?.[0].length ?? 0);
  return written(text, { start: transparent.lastIndex, end });
}

function entries(text: string, span: Span): readonly (readonly [name: string, entry: Entry])[] {
  return members(text, span, "{").flatMap((member) => {
    const found = /^(?:"((?:[^"\\]|\\.)*)"|([\p{L}\p{N}_-]+))[ \t]*[=:][ \t]*/u.exec(
      text.slice(member.start, member.end),
    );
    const name = found?.[1] ?? found?.[2];
    if (found === null || name === undefined) return [];
    const keyEnd = member.start + (found[1] === undefined ? name.length : name.length + 2);
    const value = expressionNode(text, { start: member.start + found[0].length, end: member.end });
    return [[name, { key: { start: member.start, end: keyEnd }, value }] as const];
  });
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

/** A heredoc that holds JSON can be entered too: trust policies are often written so. */
function heredocNode(text: string, span: Span): Node | undefined {
  const opening = /^<<-?[\p{L}\p{N}_-]+[ \t]*\r?\n/u.exec(text.slice(span.start, span.start + 200))?.[0];
  if (opening === undefined) return undefined;
  const document = embeddedJson(text, { start: span.start + opening.length, end: span.end });
  return document === undefined ? undefined : { ...document, span };
}
