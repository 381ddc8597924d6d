import { type Node, parseTree } from "jsonc-parser";
import type { Span } from "../span.ts";

/** A JSON text with offsets; `undefined` where it holds nothing, or is nested so deeply that it cannot be read. */
export function jsonTree(text: string): Node | undefined {
  try {
    return parseTree(text, [], { allowTrailingComma: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export interface Property {
  readonly key: Node;
  readonly value: Node;
}

/** The properties of an object that have a value. */
export function propertiesOf(node: Node): readonly Property[] {
  if (node.type !== "object") return [];
  return (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    return key === undefined || value === undefined ? [] : [{ key, value }];
  });
}

export function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}
