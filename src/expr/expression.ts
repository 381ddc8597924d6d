import type { Telling } from "../base/telling.ts";
import type { Value } from "../base/value.ts";
import type { Explanation } from "./explain.ts";
import type { Span } from "./syntax.ts";
import type { TellOptions } from "./tell.ts";

/** An expression that was checked and can be asked. Asking never throws: an error is a value. */
export interface Expression {
  /** As written. */
  readonly text: string;
  /** The type of its answer, as authors read it: `bool`, `list<Subnet>`. */
  readonly type: string;
  evaluate(variables: ReadonlyMap<string, Value>): Value;
  /** The same answer, with what decided it. Slower: for findings only. */
  explain(variables: ReadonlyMap<string, Value>): Explanation;
  /** The same expression; whenever it is evaluated, `see` is told of each part that was asked, and its value. */
  observed(see: Observer): Expression;
  /** The same answer as a tree, with that of every part: for people who write expressions. */
  tell(variables: ReadonlyMap<string, Value>, options?: TellOptions): Telling;
}

/** Hears where in the text a part stands, and its value. */
export type Observer = (part: Span, value: Value) => void;
