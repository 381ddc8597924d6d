import { parse } from "./parse.ts";
import { type Node, operands } from "./syntax.ts";
import { write } from "./write.ts";

/** What an expression holds against a limit, or against a list of what is allowed: `size(zones)` in `size(zones) >= 2`. */
export function measured(text: string): readonly string[] {
  const { tree } = parse(text);
  return tree === undefined ? [] : [...new Set(within(tree))];
}

function within(node: Node): readonly string[] {
  const found = own(node);
  return [...(found === undefined ? [] : [write(found)]), ...operands(node).flatMap(within)];
}

function own(node: Node): Node | undefined {
  if (node.kind !== "binary") return undefined;
  const { operator, left, right } = node;
  if (operator === "in") return isGiven(right) ? left : undefined;
  if (!["<", "<=", ">", ">="].includes(operator)) return undefined;
  if (isLimit(right)) return left;
  return isLimit(left) ? right : undefined;
}

/** None or one asks whether there is anything. */
function isLimit(node: Node): boolean {
  return node.kind === "literal" ? typeof node.value === "number" && node.value > 1 : isGiven(node);
}

function isGiven(node: Node): boolean {
  if (node.kind === "list") return node.elements.length > 0;
  return node.kind === "select" && node.object.kind === "name" && node.object.name === "params";
}
