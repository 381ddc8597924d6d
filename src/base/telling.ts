import type { Value } from "./value.ts";

/** A part of an expression with its answer, and the parts that the answer was made of. */
export interface Telling {
  /** As written, on one line. */
  readonly text: string;
  /** Left out where something went into it that must not be shown. */
  readonly value?: Value;
  /** The list members it is asked of, by the names they have in it. */
  readonly given: readonly Given[];
  /** Whether the answer above it is the same whatever this is: the other side of a `||` that is true. */
  readonly isIdle: boolean;
  readonly children: readonly Telling[];
  /** How many list members are not told, because others decided or there are many. */
  readonly more: number;
}

export interface Given {
  readonly name: string;
  /** Left out where it must not be shown. */
  readonly value?: Value;
}
