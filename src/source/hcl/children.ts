import type { Expression } from "./syntax.ts";

/** The expressions that an expression is made of, in the order they are written in. */
export function children(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "literal":
    case "name":
    case "broken":
      return [];
    case "template":
      return expression.parts.filter((part) => typeof part !== "string");
    case "member":
      return typeof expression.key === "object" ? [expression.of, expression.key] : [expression.of];
    case "splat":
      return [expression.of, ...expression.path.filter((step) => typeof step === "object")];
    case "call":
      return expression.arguments;
    case "list":
      return expression.items;
    case "object":
      return expression.entries.flatMap(({ key, value }) => [key, value]);
    case "for": {
      const { in: collection, keyResult, result, condition } = expression;
      return [collection, keyResult, result, condition].filter((part) => part !== undefined);
    }
    case "conditional":
      return [expression.condition, expression.yes, expression.no];
    case "operation":
      return expression.operands;
  }
}

const deepest = 1000;

/** Whether whoever walks through an expression could run out of stack: `a + a + a` is as deep as it is long. */
export function tooDeep(expression: Expression): boolean {
  let level: readonly Expression[] = [expression];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap(children);
  }
  return false;
}
