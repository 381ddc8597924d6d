import { Unknown, type Value } from "../../base/value.ts";

/** Yes, no, or what would have to be known to tell. */
export type Truth = boolean | Unknown;

/** No as soon as one is no. */
export function every(truths: Iterable<Truth>): Truth {
  const unknown: Unknown[] = [];
  for (const truth of truths) {
    if (truth === false) return false;
    if (truth !== true) unknown.push(truth);
  }
  return unknown.length === 0 ? true : together(unknown);
}

/** Yes as soon as one is yes. */
export function any(truths: Iterable<Truth>): Truth {
  const unknown: Unknown[] = [];
  for (const truth of truths) {
    if (truth === true) return true;
    if (truth !== false) unknown.push(truth);
  }
  return unknown.length === 0 ? false : together(unknown);
}

export function not(truth: Truth): Truth {
  return typeof truth === "boolean" ? !truth : truth;
}

/** What a test of a known value says; a value that is not known leaves it open. */
export function told(value: Value | undefined, test: (value: Value) => boolean): Truth {
  return value instanceof Unknown ? value : test(value ?? null);
}

/** Whether two values are the same, where neither is a list or map. */
export function sameAs(one: Value | undefined, other: Value | undefined): Truth {
  if (one instanceof Unknown) return one;
  return told(other, (value) => value === (one ?? null));
}

function together(unknown: readonly Unknown[]): Unknown {
  const [only] = unknown;
  const missing = unknown.flatMap((each) => each.missing);
  return unknown.length === 1 && only !== undefined
    ? only
    : new Unknown([...new Map(missing.map((each) => [each.attribute, each])).values()]);
}
