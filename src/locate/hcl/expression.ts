import { members } from "../../source/hcl/literal.ts";
import type { Span } from "../../source/span.ts";
import { embeddedJson } from "../json.ts";
import type { Entry, Node } from "../node.ts";

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

/** A heredoc that holds JSON can be entered too: trust policies are often written so. */
function heredocNode(text: string, span: Span): Node | undefined {
  const opening = /^<<-?[\p{L}\p{N}_-]+[ \t]*\r?\n/u.exec(text.slice(span.start, span.start + 200))?.[0];
  if (opening === undefined) return undefined;
  const document = embeddedJson(text, { start: span.start + opening.length, end: span.end });
  return document === undefined ? undefined : { ...document, span };
}
