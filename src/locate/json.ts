import { type Node as JsonNode, parseTree } from "jsonc-parser";
import type { Span } from "../source/span.ts";
import type { Node } from "./node.ts";

/** A JSON file as a node with positions; `undefined` where it holds no value. */
export function jsonDocument(text: string): Node | undefined {
  const root = parseTree(text, [], { allowTrailingComma: true });
  return root === undefined ? undefined : nodeOf(root);
}

/** The JSON that a stretch of another file holds, with positions in that file. */
export function embeddedJson(text: string, { start, end }: Span): Node | undefined {
  return /^\s*[[{]/.test(text.slice(start, end))
    ? jsonDocument(" ".repeat(start) + text.slice(start, end))
    : undefined;
}

function nodeOf(json: JsonNode): Node {
  return {
    span: { start: json.offset, end: json.offset + json.length },
    tag: undefined,
    entry: (key) => {
      const property =
        json.type === "object" ? json.children?.findLast((child) => nameOf(child) === key) : undefined;
      const [name, value] = property?.children ?? [];
      if (name === undefined || value === undefined) return undefined;
      return { key: { start: name.offset, end: name.offset + name.length }, value: nodeOf(value) };
    },
    item: (index) => {
      const item = json.type === "array" ? json.children?.[index] : undefined;
      return item === undefined ? undefined : nodeOf(item);
    },
  };
}

function nameOf(property: JsonNode): unknown {
  return property.children?.[0]?.value;
}
