import { parseExpression } from "../../source/hcl/parse.ts";
import type { Span } from "../../source/span.ts";
import { embeddedJson } from "../json.ts";
import { spanAt } from "../node.ts";
import type { Point } from "./point.ts";

/** What is looked for in a heredoc that holds JSON, as trust policies are often written. */
export function inText(point: Point): Point | undefined {
  const { source, expression, path } = point;
  if (path.length === 0) return undefined;
  const body = heredocBody(source.text, expression.span);
  const document = body && embeddedJson(source.text, body);
  if (document === undefined) return undefined;
  const value = spanAt(document, path, source.text);
  const token = source.text.slice(value.start, value.end);
  return {
    ...point,
    path: [],
    sure: 0,
    planned: undefined,
    shown: { key: undefined, value },
    expression: /^".*\$\{/.test(token)
      ? parseExpression(source.text, value)
      : { kind: "literal", value: token, span: value },
  };
}

function heredocBody(text: string, span: Span): Span | undefined {
  const opening = /^<<-?[\p{L}\p{N}_-]+[ \t]*\r?\n/u.exec(text.slice(span.start, span.start + 200))?.[0];
  return opening === undefined ? undefined : { start: span.start + opening.length, end: span.end };
}
