import { EvalError, type PartialList, Unknown, type Value } from "../../base/value.ts";
import { equal } from "../equality.ts";
import { type Further, partialList, unknownWithin } from "../members.ts";
import { Fallible, fallible, isUndecided, type Undecided, union } from "../unknowns.ts";
import { type Frame, type Operand, type Step, tooMuchWork } from "./frame.ts";
import { notBool } from "./operators.ts";
import { type Binding, furtherOf, type Listing, open, place, placeFurther, type Source } from "./source.ts";

/** `filter` and `map`: the members that the predicate keeps, transformed. Undecided members may or may not be there. */
export function collect(
  list: Listing,
  predicate: Operand | undefined,
  transform: Step | undefined,
  binding: Binding,
): Step {
  return (frame) => {
    const source = open(list.step(frame), list, binding.two);
    if (isUndecided(source)) return source;
    const kept = keep(source, predicate, transform, binding, frame);
    if (isUndecided(kept)) return kept;
    if (kept.why === undefined) return kept.sure;
    const { maybe, candidates } = kept;
    return partialList(kept.sure, kept.why, {
      atLeast: kept.atLeast,
      atMost: maybe.length + kept.atMost,
      candidates: candidates === undefined ? undefined : [...maybe, ...candidates],
    });
  };
}

/** `count`: a number, or an unknown one between bounds. */
export function count(list: Listing, predicate: Operand, binding: Binding): Step {
  return (frame) => {
    const source = open(list.step(frame), list, binding.two);
    if (isUndecided(source)) return source;
    const kept = keep(source, predicate, undefined, binding, frame);
    if (isUndecided(kept)) return kept;
    const low = kept.sure.length + kept.atLeast;
    const high = kept.sure.length + kept.maybe.length + kept.atMost;
    return kept.why === undefined || low === high ? low : new Unknown(kept.why.missing, low, high);
  };
}

export function existsOne(list: Listing, predicate: Operand, binding: Binding): Step {
  const counted = count(list, predicate, binding);
  return (frame) => equal(counted(frame), 1);
}

interface Kept extends Rest {
  readonly sure: readonly Value[];
  /** Members of which it is not known whether they are kept. */
  readonly maybe: readonly Value[];
}

/** Errors are strict here: a member that fails, or may fail, leaves no list to speak of. */
function keep(
  source: Source,
  predicate: Operand | undefined,
  transform: Step | undefined,
  binding: Binding,
  frame: Frame,
): Kept | Undecided {
  const sieve = newSieve();
  for (let index = 0; index < source.items.length; index++) {
    if (--frame.budget < 0) return tooMuchWork();
    place(frame, binding, source, index);
    const failed = sift(sieve, source.items[index] ?? null, predicate, transform, frame);
    if (failed !== undefined) return failed;
  }
  const { sure, maybe, why, failing } = sieve;
  const rest =
    source.more === undefined ? nothing : keepFurther(source.more, predicate, transform, binding, frame);
  if (rest instanceof EvalError) return rest;
  if (failing !== undefined || rest instanceof Unknown) {
    return fallible(
      [failing, rest instanceof Unknown ? rest : rest.why, why].filter(isUnknown).reduce(union),
    );
  }
  const { atLeast, atMost, candidates } = rest;
  return {
    sure,
    maybe,
    atLeast,
    atMost,
    candidates,
    why: together(why, together(rest.why, source.disorder)),
  };
}

interface Rest extends Further {
  readonly why: Unknown | undefined;
}

const nothing: Rest = { atLeast: 0, atMost: 0, candidates: [], why: undefined };

/** The same question to members that may follow. What stands for any member is a candidate only once it is known. */
function keepFurther(
  more: PartialList,
  predicate: Operand | undefined,
  transform: Step | undefined,
  binding: Binding,
  frame: Frame,
): Rest | Undecided {
  const sieve = newSieve();
  for (const member of furtherOf(more)) {
    if (--frame.budget < 0) return tooMuchWork();
    placeFurther(frame, binding, more, member);
    // A member that may not be there may fail; it need not.
    if (sift(sieve, member, predicate, transform, frame) !== undefined) sieve.failing ??= fallible(more.why);
  }
  if (sieve.failing !== undefined) return union(sieve.failing, more.why);
  const candidates = [...sieve.sure, ...sieve.maybe];
  if (candidates.length === 0) return nothing;
  const known =
    more.candidates !== undefined || candidates.every((value) => unknownWithin(value) === undefined);
  return {
    atLeast: sieve.refused === 0 && sieve.maybe.length === 0 ? more.atLeast : 0,
    atMost: more.atMost,
    candidates: known ? candidates : undefined,
    why: together(more.why, sieve.why),
  };
}

/** What became of the members so far. */
interface Sieve {
  readonly sure: Value[];
  readonly maybe: Value[];
  /** How many were not wanted. */
  refused: number;
  why: Unknown | undefined;
  failing: Fallible | undefined;
}

function newSieve(): Sieve {
  return { sure: [], maybe: [], refused: 0, why: undefined, failing: undefined };
}

/** Puts one member where it belongs; the error, where it is one for certain. */
function sift(
  sieve: Sieve,
  member: Value,
  predicate: Operand | undefined,
  transform: Step | undefined,
  frame: Frame,
): EvalError | undefined {
  const wanted = predicate === undefined ? true : predicate.step(frame);
  if (wanted === false) {
    sieve.refused++;
    return undefined;
  }
  const doubt = wanted === true || predicate === undefined ? undefined : notBool(wanted, predicate);
  if (doubt instanceof EvalError) return doubt;
  const value = transform === undefined ? member : transform(frame);
  if (value instanceof EvalError && doubt === undefined) return value;
  if (doubt instanceof Fallible || value instanceof Fallible || value instanceof EvalError) {
    sieve.failing = fallible([sieve.failing, doubt, value].filter(isUnknown).reduce(union));
  } else if (doubt === undefined) sieve.sure.push(value);
  else {
    sieve.maybe.push(value);
    sieve.why = together(sieve.why, doubt);
  }
  return undefined;
}

function together(a: Unknown | undefined, b: Unknown | undefined): Unknown | undefined {
  return a === undefined || b === undefined ? (a ?? b) : union(a, b);
}

function isUnknown(value: Value | undefined): value is Unknown {
  return value instanceof Unknown;
}
