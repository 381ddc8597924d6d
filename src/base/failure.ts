import { type Place, showPlace } from "./place.ts";

/**
 * Why the gate could not judge.
 * - `usage`: the command line or an Action input is wrong
 * - `policy`: a policy or configuration file is wrong
 * - `unreadable`: a file that claims to be input cannot be read
 * - `empty`: nothing was there to judge
 */
export type FailureCode = "usage" | "policy" | "unreadable" | "empty";

/**
 * A reason to stop without a verdict: what is wrong, where, and what to do next.
 * Messages are lower case and put the user's own text in back-ticks.
 */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly at: Place | undefined;
  readonly hint: string | undefined;

  constructor(
    code: FailureCode,
    message: string,
    more: { readonly at?: Place; readonly hint?: string } = {},
  ) {
    super(message);
    this.name = "Failure";
    this.code = code;
    this.at = more.at;
    this.hint = more.hint;
  }
}

/** One line for a log or a terminal: place, message, hint. */
export function showFailure(failure: Failure): string {
  const place = failure.at === undefined ? "" : `${showPlace(failure.at)}: `;
  const hint = failure.hint === undefined ? "" : `; ${failure.hint}`;
  return `${place}${failure.message}${hint}`;
}
