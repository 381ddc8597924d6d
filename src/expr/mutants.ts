import { parse } from "./parse.ts";
import { type BinaryNode, type BinaryOperator, type LogicNode, type Node, operands } from "./syntax.ts";
import { write } from "./write.ts";

/** An expression with one small change that an author could have made by mistake. */
export interface Mutant {
  /** The whole expression, changed. */
  readonly text: string;
  /** The part that was changed. */
  readonly was: string;
  /** What stands in its place; `undefined` where it is left out. */
  readonly now: string | undefined;
}

/**
 * Every small change of an expression: a limit one higher or lower, an operator for its neighbour, a quantifier for the
 * other, a condition, a branch or a filter left out. Not all of them can be compiled. Each is there once, and none whose
 * answer differs wherever that of another one does: who notices that `a` is left out of `a && b` notices `a || b` and
 * `!a && b` too.
 */
export function mutants(text: string): readonly Mutant[] {
  const { tree, problems } = parse(text);
  if (tree === undefined || problems.length > 0) return [];
  const found = partsOf(tree, undefined).flatMap(({ node, parent }) =>
    changes(node, parent).map(({ by, without }) => ({
      text: write(tree, { part: node, by }),
      was: write(without ?? node),
      now: without === undefined ? write(by) : undefined,
    })),
  );
  return [...new Map(found.map((mutant) => [mutant.text, mutant])).values()];
}

interface Placed {
  readonly node: Node;
  readonly parent: Node | undefined;
}

function partsOf(node: Node, parent: Node | undefined): readonly Placed[] {
  return [{ node, parent }, ...operands(node).flatMap((operand) => partsOf(operand, node))];
}

/** What stands in the place of a part, and which part of it is left out by that. */
interface Change {
  readonly by: Node;
  readonly without?: Node;
}

function changes(node: Node, parent: Node | undefined): readonly Change[] {
  switch (node.kind) {
    case "binary":
      return [...comparisons(node), ...(canBeLeftOut(node, parent) ? [] : opposites(node))].map((by) => ({
        by,
      }));
    case "logic":
      return isInChain(node, parent) ? [] : withoutOneSide(node);
    case "conditional":
      return [{ by: node.yes }, { by: node.no }];
    case "unary":
      return node.operator === "-" || canBeLeftOut(node, parent) ? [] : [{ by: node.operand }];
    case "quantifier":
      return quantifiers[node.quantifier].map((quantifier) => ({ by: { ...node, quantifier } }));
    case "collect":
      if (node.predicate === undefined) return [];
      return [{ by: node.transform === undefined ? node.list : { ...node, predicate: undefined } }];
    case "literal":
      return isLimitOf(node, parent) || typeof node.value !== "number" ? [] : [{ by: moved(node, 1) }];
    default:
      return [];
  }
}

const quantifiers = { all: ["exists"], exists: ["all"], exists_one: ["exists"], count: [] } as const;

/** The neighbour says the same as the limit moved one way, so that only the other way is a change of its own. */
const neighbours: Partial<
  Record<BinaryOperator, { readonly operator: BinaryOperator; readonly step: 1 | -1 }>
> = {
  "<": { operator: "<=", step: -1 },
  "<=": { operator: "<", step: 1 },
  ">": { operator: ">=", step: 1 },
  ">=": { operator: ">", step: -1 },
};

function comparisons(node: BinaryNode): readonly Node[] {
  const { operator, left, right } = node;
  if (operator === "==" || operator === "!=") {
    if (right.kind !== "literal" || typeof right.value !== "number") return [];
    return [1, -1].map((by): Node => ({ ...node, right: moved(right, by) }));
  }
  const neighbour = neighbours[operator];
  if (neighbour === undefined) return [];
  const { step } = neighbour;
  return [
    { ...node, operator: neighbour.operator },
    ...(isLimit(right) ? [{ ...node, right: moved(right, step) }] : []),
    ...(isLimit(left) ? [{ ...node, left: moved(left, -step) }] : []),
  ];
}

function opposites(node: BinaryNode): readonly Node[] {
  const { operator } = node;
  if (operator === "in") return [{ ...spanOf(node), kind: "unary", operator: "!", operand: node }];
  if (operator !== "==" && operator !== "!=") return [];
  return [{ ...node, operator: operator === "==" ? "!=" : "==" }];
}

/** The side of a chain, and what chooses between branches: the change that leaves it out says more than its opposite. */
function canBeLeftOut(node: Node, parent: Node | undefined): boolean {
  return parent?.kind === "logic" || (parent?.kind === "conditional" && parent.condition === node);
}

function isLimitOf(node: Node, parent: Node | undefined): boolean {
  return parent?.kind === "binary" && !isArithmetic(parent.operator) && isLimit(node);
}

/** A number that is written out, or the parameter that stands for one. */
function isLimit(node: Node): boolean {
  if (node.kind === "literal") return typeof node.value === "number";
  return node.kind === "select" && node.object.kind === "name" && node.object.name === "params";
}

function moved(limit: Node, by: number): Node {
  if (limit.kind === "literal" && typeof limit.value === "number")
    return { ...limit, value: limit.value + by };
  const one: Node = { ...spanOf(limit), kind: "literal", type: "int", value: 1 };
  return { ...spanOf(limit), kind: "binary", operator: by > 0 ? "+" : "-", left: limit, right: one };
}

function isArithmetic(operator: BinaryOperator): boolean {
  return ["+", "-", "*", "/", "%"].includes(operator);
}

/** `a && b && c` is one chain of three. */
function isInChain(node: LogicNode, parent: Node | undefined): boolean {
  return parent?.kind === "logic" && parent.operator === node.operator;
}

function withoutOneSide(node: LogicNode): readonly Change[] {
  const sides = sidesOf(node, node.operator);
  return sides.flatMap((without) => {
    const [first, ...others] = sides.filter((side) => side !== without);
    if (first === undefined) return [];
    return [{ by: others.reduce((left, right): Node => ({ ...node, left, right }), first), without }];
  });
}

function sidesOf(node: Node, operator: LogicNode["operator"]): readonly Node[] {
  if (node.kind !== "logic" || node.operator !== operator) return [node];
  return [...sidesOf(node.left, operator), ...sidesOf(node.right, operator)];
}

function spanOf({ start, end }: Node) {
  return { start, end };
}
