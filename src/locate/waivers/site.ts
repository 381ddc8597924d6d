import { groupsOf } from "../../base/groups.ts";

/** Keys and indexes from the root of a file to something in it; of YAML the number of the document comes first. */
export type Steps = readonly (string | number)[];

/** Something in a file that a waiver can stand beside. */
export interface Site {
  /** The line on which it begins, counted from 1. */
  readonly line: number;
  readonly steps: Steps;
  /** What it is called, whatever stands above it: the same in another version of the file. */
  readonly name: string;
}

/** The sites of a file, to be looked up by what is known of a finding. */
export interface Sites {
  /** Those that begin on a line, the outermost first. */
  on(line: number): readonly Site[];
  /** The innermost that begins on a line, or else the last that begins before it. */
  at(line: number): Site | undefined;
  /** The one that steps lead to. */
  find(steps: Steps): Site | undefined;
}

/** `all` are in the order they are written. */
export function sitesOf(all: readonly Site[]): Sites {
  const lines = groupsOf(all, ({ line }) => line);
  const found = new Map(all.map((site) => [keyOf(site.steps), site]));
  return {
    on: (line) => lines.get(line) ?? [],
    at: (line) => lastUpTo(all, line),
    find: (steps) => found.get(keyOf(steps)),
  };
}

export function keyOf(steps: Steps): string {
  return JSON.stringify(steps);
}

export function isWithin(steps: Steps, outer: Steps): boolean {
  return outer.length <= steps.length && outer.every((step, index) => step === steps[index]);
}

function lastUpTo(all: readonly Site[], line: number): Site | undefined {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return all[low - 1];
}
