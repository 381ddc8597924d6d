import { areApart, compareRanges, type Order, type Range, rangeOf } from "./range.ts";
import type { BinaryNode, BinaryOperator, Node } from "./syntax.ts";
import { isCertain, type Type } from "./type.ts";

/** What a comparison that needs no data always answers, and why; `undefined` for a comparison that asks something. */
export function alwaysAnswers(
  node: BinaryNode,
  text: string,
  typeOf: (node: Node) => Type,
): { readonly answer: boolean; readonly because: string } | undefined {
  const { operator, left, right } = node;
  if (operator === "in")
    return isEmptyList(right) ? { answer: false, because: "the list is empty" } : undefined;
  if (operator === "==" || operator === "!=") {
    const present = [left, right].find((side) => isCertain(typeOf(side)));
    if (present !== undefined && [left, right].some(isNull)) {
      return { answer: operator === "!=", because: `\`${source(present, text)}\` is never null` };
    }
  }
  if (!isComparison(operator)) return undefined;
  const answer = byRange(operator, left, right);
  if (answer !== undefined) return { answer, because: rangeReason(node, text) };
  if (left.kind === "literal" && right.kind === "literal")
    return literalAnswer(operator, left.value, right.value);
  if (source(left, text) !== source(right, text) || typeOf(left).kind === "double") return undefined;
  return { answer: reflexive(operator), because: "both sides are the same" };
}

/** A number that is written out, or one that counts something. */
function knownRange(node: Node): Range | undefined {
  if (node.kind === "literal") return rangeOf(node.value);
  const isSize = node.kind === "call" && node.function === "size";
  const isCount = node.kind === "quantifier" && node.quantifier === "count";
  return isSize || isCount ? { low: 0, high: Number.POSITIVE_INFINITY } : undefined;
}

function byRange(operator: Comparison, left: Node, right: Node): boolean | undefined {
  const [a, b] = [knownRange(left), knownRange(right)];
  if (a === undefined || b === undefined) return undefined;
  if (operator !== "==" && operator !== "!=") return compareRanges(operator, a, b);
  return areApart(a, b) ? operator === "!=" : undefined;
}

function rangeReason(node: BinaryNode, text: string): string {
  const counted = [node.left, node.right].find((side) => side.kind !== "literal");
  return counted === undefined
    ? "both sides are written out"
    : `\`${source(counted, text)}\` is never negative`;
}

function literalAnswer(
  operator: string,
  left: null | boolean | number | string,
  right: null | boolean | number | string,
): { readonly answer: boolean; readonly because: string } | undefined {
  if (operator !== "==" && operator !== "!=") return undefined;
  return { answer: (left === right) === (operator === "=="), because: "both sides are written out" };
}

type Comparison = Order | "==" | "!=";

function isComparison(operator: BinaryOperator): operator is Comparison {
  return ["==", "!=", "<", "<=", ">", ">="].includes(operator);
}

function reflexive(operator: string): boolean {
  return operator === "==" || operator === "<=" || operator === ">=";
}

function isEmptyList(node: Node): boolean {
  return node.kind === "list" && node.elements.length === 0;
}

function isNull(node: Node): boolean {
  return node.kind === "literal" && node.type === "null";
}

function source(node: Node, text: string): string {
  return text.slice(node.start, node.end).replace(/\s+/g, " ");
}
