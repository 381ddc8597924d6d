import type { Json } from "../declaration.ts";
import type { Known } from "./json-text.ts";
import type { Plain, Resolved, Template, Unresolved } from "./resolved.ts";

/** What a function is evaluated in. */
export interface Around {
  readonly template: Template;
  readonly resolve: (json: Json) => Resolved;
  /** The text of a scalar, what stands in its way, or `undefined` where it is no scalar. */
  readonly textOf: (json: Json) => string | Unresolved | undefined;
  /** A value without functions in it, or `undefined` where some of it is not known. */
  readonly wholeOf: (json: Json) => Json | undefined;
  /** The outermost value of a function where it is known. */
  readonly known: Known;
  readonly at: (template: Template) => Around;
  /** Where the members of a value are evaluated: another template where the value comes from there. */
  readonly behind: (value: Plain) => Around;
}

/** Evaluates the argument of one function. */
export type Evaluate = (argument: Json, around: Around) => Resolved;
