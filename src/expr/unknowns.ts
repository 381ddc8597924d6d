import { EvalError, type Missing, Unknown } from "../base/value.ts";

/**
 * An unknown that may turn out to be an error: `1 / u`, a key that may be missing, a field of something that may be
 * null. It behaves as any Unknown, but a list never keeps one as a member: a list with a failing member is no list.
 */
export class Fallible extends Unknown {}

/** Anything an evaluation can end with that is not an answer. */
export type Undecided = Unknown | EvalError;

export function isUndecided(value: unknown): value is Undecided {
  return typeof value === "object" && (value instanceof Unknown || value instanceof EvalError);
}

/** Both sets of attributes, each once, in order of first appearance. Bounds belong to one value and are dropped. */
export function union(a: Unknown, b: Unknown): Unknown {
  const missing = a === b ? a.missing : both(a.missing, b.missing);
  return a instanceof Fallible || b instanceof Fallible ? new Fallible(missing) : new Unknown(missing);
}

/** Logic lets an unknown hide an error, since the unknown may decide; but then the error may come back. */
export function logical(a: Undecided | undefined, b: Undecided): Undecided {
  if (a === undefined) return b;
  if (a instanceof EvalError) return b instanceof EvalError ? a : fallible(b);
  return b instanceof EvalError ? fallible(a) : union(a, b);
}

/** Everything else fails on an error, whatever else is unknown. */
export function strict(a: Undecided | undefined, b: Undecided): Undecided {
  if (a === undefined || a instanceof EvalError) return a ?? b;
  return b instanceof EvalError ? b : union(a, b);
}

export function fallible(value: Unknown): Fallible {
  return value instanceof Fallible ? value : new Fallible(value.missing);
}

/** What an operator makes of an operand that is not decided: the same attributes, but another value. */
export function carried(value: Undecided, certain: boolean): Undecided {
  if (value instanceof EvalError) return value;
  if (!certain) return fallible(value);
  return value.low === undefined && value.high === undefined ? value : new Unknown(value.missing);
}

function both(a: readonly Missing[], b: readonly Missing[]): readonly Missing[] {
  const names = new Set(a.map(({ attribute }) => attribute));
  const added = b.filter(({ attribute }) => !names.has(attribute));
  return added.length === 0 ? a : [...a, ...added];
}
