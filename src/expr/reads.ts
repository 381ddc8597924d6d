import { parse } from "./parse.ts";
import { type Node, operands } from "./syntax.ts";

/** What an expression reads of names: `self.cluster.name`, `zones`; each as far as its fields are followed. */
export function pathsRead(text: string): readonly string[] {
  const { tree } = parse(text);
  return tree === undefined ? [] : [...new Set(within(tree))];
}

function within(node: Node): readonly string[] {
  if (node.kind === "has") return within(node.select);
  const path = pathOf(node);
  return path === undefined ? operands(node).flatMap(within) : [path];
}

function pathOf(node: Node): string | undefined {
  if (node.kind === "name") return node.name;
  if (node.kind !== "select") return undefined;
  const object = pathOf(node.object);
  return object === undefined ? undefined : `${object}.${node.field}`;
}
