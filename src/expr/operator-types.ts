import type { BinaryNode } from "./syntax.ts";
import {
  bool,
  canMeet,
  double,
  dyn,
  int,
  isNumber,
  join,
  present,
  showType,
  string,
  type Type,
} from "./type.ts";

/** The type of an operator's answer, or what is wrong with its operands. */
export function operatorType(node: BinaryNode, left: Type, right: Type): Type | string {
  if (isArithmetic(node)) return arithmeticType(node, left, right);
  return relationProblem(node, left, right) ?? bool;
}

export function isArithmetic(node: BinaryNode): boolean {
  return ["+", "-", "*", "/", "%"].includes(node.operator);
}

function relationProblem(node: BinaryNode, left: Type, right: Type): string | undefined {
  const [a, b] = [showType(left), showType(right)];
  switch (node.operator) {
    case "==":
    case "!=":
      return canMeet(left, right) ? undefined : `\`${a}\` and \`${b}\` are never equal`;
    case "in":
      return membershipProblem(left, right);
    default:
      return areOrdered(present(left), present(right))
        ? undefined
        : `\`${node.operator}\` does not compare \`${a}\` with \`${b}\``;
  }
}

function membershipProblem(left: Type, right: Type): string | undefined {
  const list = present(right);
  if (list.kind === "dyn") return undefined;
  const member = list.kind === "list" ? list.of : list.kind === "map" ? string : undefined;
  if (member === undefined) return `\`in\` needs a list or a map, but this is \`${showType(right)}\``;
  if (list.kind === "map" && !canMeet(left, string))
    return `the keys of a map are \`string\`, never \`${showType(left)}\``;
  return canMeet(left, member) ? undefined : `\`${showType(right)}\` never holds \`${showType(left)}\``;
}

function areOrdered(left: Type, right: Type): boolean {
  if (left.kind === "dyn") return isOrdered(right) || right.kind === "dyn";
  if (right.kind === "dyn") return isOrdered(left);
  if (isNumber(left)) return isNumber(right);
  return isOrdered(left) && left.kind === right.kind;
}

function isOrdered(type: Type): boolean {
  return isNumber(type) || type.kind === "string" || type.kind === "bool";
}

function arithmeticType(node: BinaryNode, left: Type, right: Type): Type | string {
  const [a, b] = [present(left), present(right)];
  if (a.kind === "dyn" && b.kind === "dyn") return dyn;
  const [one, other] = a.kind === "dyn" ? [b, b] : b.kind === "dyn" ? [a, a] : [a, b];
  if (one.kind === "int" && other.kind === "int") return int;
  if (one.kind === "double" && other.kind === "double" && node.operator !== "%") return double;
  if (node.operator === "+") {
    if (one.kind === "string" && other.kind === "string") return string;
    const both = one.kind === "list" && other.kind === "list" ? join(one, other) : undefined;
    if (both !== undefined) return both;
  }
  const convert =
    isNumber(one) && isNumber(other) && node.operator !== "%"
      ? "; convert one with `double()` or `int()`"
      : "";
  return `\`${node.operator}\` does not take \`${showType(left)}\` and \`${showType(right)}\`${convert}`;
}
