import type { Failure } from "../base/failure.ts";
import type { Verdict } from "./finding.ts";

/** A mistake in how the gate is called ends like any other run, with nothing to say but what is wrong. */
export function withoutVerdict(failure: Failure): Verdict {
  return { ...nothingAsked, conclusion: "unjudged", failures: [failure] };
}

/** What comes of a change that touches nothing of what is judged. */
export const nothingAsked: Verdict = {
  conclusion: "pass",
  findings: [],
  tally: [],
  failures: [],
  inputs: [],
  notes: [],
  leftAlone: 0,
  policies: [],
  entities: 0,
  elapsedMilliseconds: 0,
};
