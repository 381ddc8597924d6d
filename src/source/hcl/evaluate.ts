import type { Json } from "../declaration.ts";
import { memberOf, splat } from "./access.ts";
import { fromFile } from "./files.ts";
import { call } from "./functions.ts";
import { loop } from "./loop.ts";
import { operate } from "./operators.ts";
import {
  asText,
  failed,
  known,
  listOf,
  madeOf,
  type Names,
  objectOf,
  oneOf,
  opaque,
  type Result,
  secretly,
  textOf,
} from "./result.ts";
import { bounded, mostParts, tooLarge } from "./size.ts";
import type { Conditional, Expression, ObjectExpression } from "./syntax.ts";

/** Evaluates as far as what its names stand for is known. It never guesses: what cannot be told is unknown. */
export function evaluate(expression: Expression, names: Names): Result {
  if (names.budget !== undefined && --names.budget.left < 0) return opaque;
  return bounded(valueOf(expression, names));
}

function valueOf(expression: Expression, names: Names): Result {
  switch (expression.kind) {
    case "literal":
      return known(expression.value);
    case "template":
      return textOf(
        expression.parts.map((part) => (typeof part === "string" ? part : evaluate(part, names))),
      );
    case "name":
      return names.of(expression.name);
    case "member":
      return memberOf(evaluate(expression.of, names), keyOf(expression.key, names));
    case "splat":
      return splat(
        evaluate(expression.of, names),
        expression.path.map((key) => keyOf(key, names)),
      );
    case "call":
      return (
        fromFile(expression, names, evaluate) ?? call(expression, (argument) => evaluate(argument, names))
      );
    case "list":
      return listOf(expression.items.map((item) => evaluate(item, names)));
    case "object":
      return object(expression, names);
    case "for":
      return loop(expression, names, evaluate);
    case "conditional":
      return choose(expression, names);
    case "operation":
      return operate(
        expression.operator,
        expression.operands.map((operand) => evaluate(operand, names)),
      );
    case "broken":
      return opaque;
  }
}

function keyOf(key: string | number | Expression, names: Names): Result {
  return typeof key === "object" ? evaluate(key, names) : known(key);
}

function object({ entries }: ObjectExpression, names: Names): Result {
  if (entries.length > mostParts) return tooLarge;
  const made = new Map<string, Result>();
  const unnamed: Result[] = [];
  for (const { key, value } of entries) {
    const name = evaluate(key, names);
    const text = name.kind === "known" ? asText(name.value) : undefined;
    const result = evaluate(value, names);
    if (text !== undefined) made.set(text, name.kind === "known" && name.secret ? secretly(result) : result);
    else if (name.kind === "text") made.set(patternOf(name.parts), result);
    else unnamed.push(name, result);
  }
  return unnamed.length === 0 ? objectOf(made) : madeOf(...unnamed, ...made.values());
}

/** A key that is not known in full is called by what is written, as in `${aws_iam_openid_connect_provider.a.url}:sub`. */
function patternOf(parts: readonly (string | Result)[]): string {
  return parts.map((part) => (typeof part === "string" ? part : holeOf(part))).join("");
}

/** What stands in the place of something that is not known. */
export function holeOf(result: Result): string {
  if (result.kind === "known") return asText(result.value) ?? "${...}";
  if (result.kind !== "attribute") return "${...}";
  return `\${${[result.link.owner, ...result.link.path].join(".")}}`;
}

function choose({ condition, yes, no }: Conditional, names: Names): Result {
  const decided = evaluate(condition, names);
  if (decided.kind === "error") return failed;
  if (decided.kind === "known") {
    const result = evaluate(isTrue(decided.value) ? yes : no, names);
    return decided.secret ? secretly(result) : result;
  }
  const [one, other] = [evaluate(yes, names), evaluate(no, names)];
  const either = oneOf(one, other);
  // What may be either depends on what decides, too.
  return either.kind === "unknown" && either !== one ? madeOf(either, decided) : either;
}

function isTrue(value: Json): boolean {
  return value === true || value === "true";
}
