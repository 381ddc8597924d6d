import type { OpenMap } from "../base/open-map.ts";
import type { Fields, Value } from "../base/value.ts";

/** What decided an answer. */
export interface Explanation {
  readonly value: Value;
  /** The field reads that decided, in the order they were read. */
  readonly reads: readonly FieldRead[];
  /** The list members that decided a quantifier. */
  readonly items: readonly { readonly item: Value; readonly index: number }[];
  /** The variables that were read to decide, so that a caller can explain what it put there. */
  readonly variables: readonly string[];
}

export interface FieldRead {
  readonly object: Fields | OpenMap;
  readonly field: string;
  readonly value: Value;
}
