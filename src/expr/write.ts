import type { BinaryOperator, CallNode, Node } from "./syntax.ts";

/** Something else in the place of a part. What stands in is written as it is. */
export interface Swap {
  readonly part: Node;
  readonly by: Node;
}

/** An expression as text on one line, with no more parentheses than it needs: read again, it is the same tree. */
export function write(node: Node, swap?: Swap): string {
  return within(node, 0, swap);
}

function within(node: Node, least: number, swap: Swap | undefined): string {
  if (node === swap?.part) return within(swap.by, least, undefined);
  const text = written(node, swap);
  return strengthOf(node) < least ? `(${text})` : text;
}

function written(node: Node, swap: Swap | undefined): string {
  const loose = (part: Node) => within(part, 0, swap);
  const tight = (part: Node) => within(part, strongest, swap);
  const all = (parts: readonly Node[]) => parts.map(loose).join(", ");
  switch (node.kind) {
    case "literal":
      return literal(node.value, node.type === "double");
    case "name":
      return node.name;
    case "select":
      return `${tight(node.object)}.${node.field}`;
    case "index":
      return `${tight(node.object)}[${loose(node.index)}]`;
    case "unary":
      return `${node.operator}${tight(node.operand)}`;
    case "logic":
    case "binary": {
      const strength = strengthOf(node);
      return `${within(node.left, strength, swap)} ${node.operator} ${within(node.right, strength + 1, swap)}`;
    }
    case "conditional":
      return `${within(node.condition, 2, swap)} ? ${within(node.yes, 2, swap)} : ${within(node.no, 1, swap)}`;
    case "list":
      return `[${all(node.elements)}]`;
    case "map":
      return `{${node.entries.map(({ key, value }) => `${loose(key)}: ${loose(value)}`).join(", ")}}`;
    case "call":
      return `${called(node, tight)}(${all(node.arguments)})`;
    case "has":
      return `has(${loose(node.select)})`;
    case "bind":
      return `cel.bind(${node.name}, ${loose(node.value)}, ${loose(node.body)})`;
    case "quantifier":
      return `${tight(node.list)}.${node.quantifier}(${all([...node.names, node.predicate])})`;
    case "collect": {
      const ofSome = node.names.length > 1 ? "transformList" : "map";
      const parts = [node.predicate, node.transform].filter((part) => part !== undefined);
      const macro = node.transform === undefined ? "filter" : ofSome;
      return `${tight(node.list)}.${macro}(${all([...node.names, ...parts])})`;
    }
  }
}

function called({ receiver, function: name }: CallNode, tight: (part: Node) => string): string {
  return receiver === undefined ? name : `${tight(receiver)}.${name}`;
}

function literal(value: null | boolean | number | string, isDouble: boolean): string {
  if (typeof value === "string") return JSON.stringify(value);
  const text = Object.is(value, -0) ? "-0" : String(value);
  return isDouble && !/[.e]/.test(text) ? `${text}.0` : text;
}

/** Of a call or a name. */
const strongest = 8;

/** How tightly a node holds together what is in it: a conditional least. */
function strengthOf(node: Node): number {
  switch (node.kind) {
    case "conditional":
      return 1;
    case "logic":
      return node.operator === "||" ? 2 : 3;
    case "binary":
      return binaryStrength(node.operator);
    case "unary":
      return 7;
    default:
      return isNegative(node) ? 7 : strongest;
  }
}

function binaryStrength(operator: BinaryOperator): number {
  if (operator === "+" || operator === "-") return 5;
  return operator === "*" || operator === "/" || operator === "%" ? 6 : 4;
}

function isNegative(node: Node): boolean {
  if (node.kind !== "literal" || typeof node.value !== "number") return false;
  return node.value < 0 || Object.is(node.value, -0);
}
