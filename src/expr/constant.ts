import { parse } from "./parse.ts";
import type { LogicNode, Node } from "./syntax.ts";
import { write } from "./write.ts";

/** What a condition answers whatever it is asked about: `x || true`, `x && !x`; `undefined` where that depends. */
export function constantAnswer(text: string): boolean | undefined {
  const { tree } = parse(text);
  return tree === undefined ? undefined : answerOf(tree);
}

function answerOf(node: Node): boolean | undefined {
  switch (node.kind) {
    case "literal":
      return typeof node.value === "boolean" ? node.value : undefined;
    case "unary":
      return node.operator === "!" ? opposite(answerOf(node.operand)) : undefined;
    case "logic":
      return ofSides(sidesOf(node, node.operator), node.operator === "||");
    case "conditional": {
      const [condition, yes, no] = [answerOf(node.condition), answerOf(node.yes), answerOf(node.no)];
      if (condition !== undefined) return condition ? yes : no;
      return yes === no ? yes : undefined;
    }
    case "quantifier": {
      const answer = answerOf(node.predicate);
      if (node.quantifier === "all") return answer === true ? true : undefined;
      return node.quantifier === "exists" && answer === false ? false : undefined;
    }
    default:
      return undefined;
  }
}

/** One side that stops, or one that is the opposite of another, decides; as do all that agree. */
function ofSides(sides: readonly Node[], stop: boolean): boolean | undefined {
  const answers = sides.map(answerOf);
  if (answers.includes(stop)) return stop;
  const written = new Set(sides.map((side) => write(side)));
  const denied = sides.flatMap((side) =>
    side.kind === "unary" && side.operator === "!" ? [side.operand] : [],
  );
  if (denied.some((operand) => written.has(write(operand)))) return stop;
  return answers.every((answer) => answer === !stop) ? !stop : undefined;
}

function sidesOf(node: Node, operator: LogicNode["operator"]): readonly Node[] {
  if (node.kind !== "logic" || node.operator !== operator) return [node];
  return [...sidesOf(node.left, operator), ...sidesOf(node.right, operator)];
}

function opposite(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}
