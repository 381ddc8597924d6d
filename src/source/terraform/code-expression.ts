import type { Json } from "../declaration.ts";
import { referencesIn } from "../hcl/references.ts";
import { known, type Result } from "../hcl/result.ts";
import type { Attribute as Written } from "../hcl/scan.ts";
import type { Expression } from "../hcl/syntax.ts";
import { isObject } from "../plain.ts";
import type { LocatedText } from "../span.ts";
import { writtenReferences } from "./address.ts";

/** An expression of the author's code and the text it stands in. */
export interface CodeExpression {
  readonly source: LocatedText;
  readonly value: Written;
}

/** Whether an expression refers to just what the plan says of it. */
export function refersTo(expression: Expression, planned: readonly string[]): boolean {
  const written = new Set(referencesIn(expression));
  const wanted = new Set(writtenReferences(planned));
  return written.size === wanted.size && [...written].every((reference) => wanted.has(reference));
}

/** What the plan's configuration has in full. */
export function constantOf(planned: Json): Result | undefined {
  return isObject(planned) && Object.hasOwn(planned, "constant_value")
    ? known(planned.constant_value ?? null)
    : undefined;
}
