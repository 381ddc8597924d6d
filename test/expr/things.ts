import { EvalError, type Fields, Unknown, type Value } from "../../src/base/value.ts";
import { compile } from "../../src/expr/compile.ts";
import type { Environment } from "../../src/expr/environment.ts";

/** An object with fields, as the graph would hand it over. */
export function thing(concept: string, fields: Readonly<Record<string, Value>>): Fields {
  return { concept, get: (field) => (Object.hasOwn(fields, field) ? fields[field] : undefined) };
}

export function missing(...attributes: readonly string[]): Unknown {
  return new Unknown(attributes.map((attribute) => ({ attribute, reason: "known after apply" })));
}

/** Compiles what has to be right, and asks it. */
export function evaluate(
  text: string,
  environment: Environment,
  variables: Readonly<Record<string, Value>> = {},
): Value {
  const { expression, problems } = compile(text, environment);
  if (expression === undefined) throw new Error(problems.map(({ message }) => message).join("; "));
  return expression.evaluate(new Map(Object.entries(variables)));
}

/** An answer in a few letters: `true`, `"text"`, `? a, b` for unknown, `! reason` for an error. */
export function show(value: Value): string {
  if (value instanceof Unknown) {
    const names = value.missing
      .map(({ attribute }) => attribute)
      .toSorted()
      .join(", ");
    return `? ${names}`;
  }
  if (value instanceof EvalError) return `! ${value.message}`;
  return JSON.stringify(value);
}
