import { parse } from "./parse.ts";
import { type Node, operands, type Span } from "./syntax.ts";
import { write } from "./write.ts";

/** A part of an expression on which its answer can turn. */
export interface Decision extends Span {
  readonly text: string;
  /**
   * - `condition`: is true or false
   * - `branch`: is taken or not
   */
  readonly kind: "condition" | "branch";
}

/**
 * The whole of a condition, the sides of `&&` and `||`, the condition of `? :` and what it chooses between, and what a
 * macro asks of each member; each of them where it is written.
 */
export function decisions(text: string, isCondition: boolean): readonly Decision[] {
  const { tree } = parse(text);
  if (tree === undefined) return [];
  const found = [...(isCondition ? whole(tree) : []), ...within(tree)];
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function within(node: Node): readonly Decision[] {
  return [...own(node), ...operands(node).flatMap(within)];
}

function own(node: Node): readonly Decision[] {
  switch (node.kind) {
    case "logic":
      return [...whole(node.left), ...whole(node.right)];
    case "conditional":
      return [...whole(node.condition), branch(node.yes), branch(node.no)];
    case "quantifier":
      return whole(node.predicate);
    case "collect":
      return node.predicate === undefined ? [] : whole(node.predicate);
    default:
      return [];
  }
}

/** Of a chain of sides, a negation or a literal, the parts or nothing: the whole would say it twice. */
function whole(node: Node): readonly Decision[] {
  if (node.kind === "logic" || node.kind === "literal" || node.kind === "conditional") return [];
  if (node.kind === "unary") return whole(node.operand);
  return [{ text: write(node), start: node.start, end: node.end, kind: "condition" }];
}

function branch(node: Node): Decision {
  return { text: write(node), start: node.start, end: node.end, kind: "branch" };
}
