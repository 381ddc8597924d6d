import { EvalError, type Value } from "../../base/value.ts";

/** What one evaluation works on. */
export interface Frame {
  readonly variables: ReadonlyMap<string, Value>;
  /** The values of names that macros bind, by position. */
  readonly slots: Value[];
  /** How many more members macros may visit. */
  budget: number;
}

/** A part of an expression, ready to be evaluated. It never throws. */
export type Step = (frame: Frame) => Value;

/** A step with what messages and soundness need to know about it. */
export interface Operand {
  readonly step: Step;
  /** How a message calls it: the field's name, or the text. */
  readonly name: string;
  /** Its type rules out null and other kinds, so that an unknown one cannot turn out to be an error. */
  readonly certain: boolean;
}

/** Enough for every honest policy over a large input; a nested walk over a hostile one ends. */
const mostVisits = 5_000_000;

export function newFrame(variables: ReadonlyMap<string, Value>): Frame {
  return { variables, slots: [], budget: mostVisits };
}

export function tooMuchWork(): EvalError {
  return new EvalError("the expression visits too many list members");
}

export function noValue(operand: { readonly name: string }): EvalError {
  return new EvalError(`\`${operand.name}\` has no value`);
}
