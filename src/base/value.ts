import type { Choice } from "./choice.ts";
import type { Ref } from "./place.ts";

/** An attribute whose value stands in the way of an answer, and why it is not known. */
export interface Missing {
  /** Identity as well as name: `aws_subnet.a.availability_zone`. Two with the same name are the same attribute. */
  readonly attribute: string;
  /** Completes "is ...": `known after apply`, `imported from another stack`. */
  readonly reason: string;
  readonly ref?: Ref;
  /** What would settle it, where everything that can be is written. */
  readonly choices?: readonly Choice[];
}

/**
 * A value that is written but not known yet. It is data like any other: never thrown, never `undefined`.
 * `low` and `high` bound it when it stands for a number.
 */
export class Unknown {
  readonly missing: readonly Missing[];
  readonly low: number | undefined;
  readonly high: number | undefined;

  constructor(missing: readonly Missing[], low?: number, high?: number) {
    this.missing = missing;
    this.low = low;
    this.high = high;
  }
}

/** What an expression yields when it cannot be evaluated: a division by zero, an index out of range. */
export class EvalError {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

/**
 * A list of which some members are not known: `items` are certain, and between `atLeast` and `atMost`
 * further members may follow. When `candidates` is given, each further member is one of them.
 */
export class PartialList {
  readonly items: readonly Value[];
  readonly why: Unknown;
  readonly atMost: number;
  readonly atLeast: number;
  readonly candidates: readonly Value[] | undefined;

  constructor(
    items: readonly Value[],
    why: Unknown,
    bounds: {
      readonly atMost?: number;
      readonly atLeast?: number;
      readonly candidates?: readonly Value[];
    } = {},
  ) {
    this.items = items;
    this.why = why;
    this.atMost = bounds.atMost ?? Number.POSITIVE_INFINITY;
    this.atLeast = bounds.atLeast ?? 0;
    this.candidates = bounds.candidates;
  }
}

/** Something with named fields that expressions can select: an entity of the graph, a group of facts. */
export interface Fields {
  /** The name of its type in the vocabulary. */
  readonly concept: string;
  /** `null` is a field that is known to have no value; `undefined` a field that does not exist. */
  get(field: string): Value | undefined;
}

/** Everything an expression can hold. Maps have string keys; integers are numbers within ±2^53. */
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | ReadonlyMap<string, Value>
  | Fields
  | Unknown
  | PartialList
  | EvalError;
