import type { Telling } from "../base/telling.ts";
import type { Case } from "../policy/cases/case.ts";
import type { Uncovered } from "../policy/coverage.ts";

/**
 * How a case went.
 * - `right`: as the case says
 * - `missed`: should be violated, and is not
 * - `noisy`: should be satisfied or not applicable, and something was found
 * - `guessed`: answered what it could not know
 * - `misplaced`: as it should be, on the wrong attribute
 * - `unreadable`: the case's own input cannot be read
 */
export type CaseOutcome = "right" | "missed" | "noisy" | "guessed" | "misplaced" | "unreadable";

export interface CaseResult {
  readonly outcome: CaseOutcome;
  /** What happened, for whoever has to repair the policy or the case. */
  readonly got: string;
}

/** What the cases of a policy say about it. */
export interface Proof {
  readonly policy: { readonly id: string; readonly file: string; readonly title: string };
  readonly cases: readonly ProvenCase[];
  /** Only where it was asked for, and the cases are right. */
  readonly mutation?: Mutation;
  /** Only where it was asked for. */
  readonly uncovered?: readonly Uncovered[];
}

export interface ProvenCase extends CaseResult {
  readonly given: Pick<Case, "expected" | "says" | "at" | "line">;
  /** How the policy came to its answers, where the case went wrong. */
  readonly told: readonly ToldEntity[];
}

/** How a policy comes to its answer about one entity. */
export interface ToldEntity {
  readonly resource: string;
  readonly when?: Telling;
  /** The list of `each`, where there is one. */
  readonly each?: Telling;
  /** The assertion; with `each` once for every element. Not there where the policy does not apply. */
  readonly asserted: readonly { readonly element?: string; readonly telling: Telling }[];
}

/** How many small changes of a policy its cases notice. */
export interface Mutation {
  readonly made: number;
  readonly survivors: readonly Survivor[];
}

/** A change that no case notices. */
export interface Survivor {
  /** `assert`, `when`, `each` or `let zones`. */
  readonly where: string;
  readonly was: string;
  /** `undefined` where it is left out. */
  readonly now: string | undefined;
}

/** The part of the changes that were noticed, from 0 to 1; 1 where there was nothing to change. */
export function mutationScore(proofs: readonly Proof[]): number {
  const mutations = proofs.flatMap(({ mutation }) => mutation ?? []);
  const made = mutations.reduce((sum, each) => sum + each.made, 0);
  const survived = mutations.reduce((sum, { survivors }) => sum + survivors.length, 0);
  return made === 0 ? 1 : (made - survived) / made;
}

/** The cases that are not as they say. */
export function wrongCases({ cases }: Proof): readonly ProvenCase[] {
  return cases.filter(({ outcome }) => outcome !== "right");
}
