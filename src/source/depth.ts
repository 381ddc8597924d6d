import type { Json } from "./declaration.ts";

/** Nobody nests deeper than this, and what reads values recursively needs an end. */
export const deepest = 400;

/** What to say about a document that nests deeper. */
export const nestedTooDeeply = `it is nested more than ${deepest} levels deep`;

/** Whether a value is nested so deeply that reading it could exhaust the stack. The value must be a tree. */
export function isTooDeep(json: Json): boolean {
  let level: readonly Json[] = [json];
  for (let depth = 0; depth <= deepest; depth++) {
    level = level.flatMap(containersIn);
    if (level.length === 0) return false;
  }
  return true;
}

function containersIn(value: Json): readonly Json[] {
  if (typeof value !== "object" || value === null) return [];
  const members: readonly Json[] = Array.isArray(value) ? value : Object.values(value);
  return members.filter((member) => typeof member === "object" && member !== null);
}
