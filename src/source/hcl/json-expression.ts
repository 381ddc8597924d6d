import type { Node } from "jsonc-parser";
import type { Span } from "../span.ts";
import { jsonTree, propertiesOf, spanOf } from "./json-tree.ts";
import { parseTemplate } from "./parse.ts";
import type { Expression } from "./syntax.ts";

/** Reads the JSON value at a stretch of a `.tf.json` file. Its strings, keys included, are templates. */
export function parseJsonExpression(text: string, span: Span): Expression {
  const node = jsonTree(text.slice(span.start, span.end));
  const broken = { kind: "broken", span } as const;
  return node === undefined ? broken : new JsonReader(text, span.start).expression(node, 0);
}

const deepest = 200;

class JsonReader {
  readonly #text: string;
  readonly #start: number;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#start = start;
  }

  expression(node: Node, depth: number): Expression {
    const span = this.#span(node);
    if (depth > deepest) return { kind: "broken", span };
    switch (node.type) {
      case "object": {
        const entries = propertiesOf(node).map(({ key, value }) => ({
          key: this.#template(key),
          value: this.expression(value, depth + 1),
        }));
        return { kind: "object", entries, span };
      }
      case "array": {
        const items = (node.children ?? []).map((item) => this.expression(item, depth + 1));
        return { kind: "list", items, span };
      }
      case "string":
        return this.#template(node);
      case "number":
        return Math.abs(node.value) <= Number.MAX_SAFE_INTEGER
          ? { kind: "literal", value: node.value, span }
          : { kind: "broken", span };
      case "boolean":
        return { kind: "literal", value: node.value === true, span };
      case "null":
        return { kind: "literal", value: null, span };
      default:
        return { kind: "broken", span };
    }
  }

  #template(node: Node): Expression {
    const span = this.#span(node);
    const offsets = offsetsIn(this.#text, span);
    return parseTemplate(String(node.value), span, (offset) => offsets?.[offset] ?? span.start + 1 + offset);
  }

  #span(node: Node): Span {
    const { start, end } = spanOf(node);
    return { start: this.#start + start, end: this.#start + end };
  }
}

/** Where each character of a JSON string is written; `undefined` where none is escaped. */
function offsetsIn(text: string, { start, end }: Span): readonly number[] | undefined {
  if (!text.slice(start, end).includes("\\")) return undefined;
  const offsets: number[] = [];
  let at = start + 1;
  for (; at < end - 1; at += text[at] !== "\\" ? 1 : text[at + 1] === "u" ? 6 : 2) offsets.push(at);
  return [...offsets, at];
}
