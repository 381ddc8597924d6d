import type { FailureCode } from "../base/failure.ts";
import type { LocatedFinding, Verdict } from "../verdict/finding.ts";
import { oneLine } from "./escape/visible.ts";
import { listed } from "./words.ts";

/** The findings people are told about, by what they do. Those under audit are only counted. */
export interface Told {
  readonly blocking: readonly LocatedFinding[];
  readonly warnings: readonly LocatedFinding[];
  readonly unresolved: readonly LocatedFinding[];
  readonly audited: number;
  /** Those that do not count against this change: its base has them too, or somebody answers for them. */
  readonly before: readonly LocatedFinding[];
  readonly waived: readonly LocatedFinding[];
}

export function told(verdict: Verdict): Told {
  const heard = verdict.findings.filter((finding) => finding.enforcement !== "audit");
  const counted = heard.filter(({ excuse }) => excuse === undefined);
  const warned = counted.filter((finding) => finding.enforcement === "warn");
  return {
    blocking: counted.filter((finding) => finding.enforcement === "deny"),
    warnings: warned.filter((finding) => finding.outcome === "violated"),
    unresolved: warned.filter((finding) => finding.outcome === "unresolved"),
    audited: verdict.findings.length - heard.length,
    before: heard.filter(({ excuse }) => excuse?.kind === "before"),
    waived: heard.filter(({ excuse }) => excuse?.kind === "waived"),
  };
}

/** Whether there is anything to tell: a verdict without is short wherever it is shown. */
export function isClean(verdict: Verdict): boolean {
  const { blocking, warnings, unresolved } = told(verdict);
  const { failures, policyChange, waivers = [] } = verdict;
  const isWaiverWrong = waivers.some(({ state }) => state === "refused" || state === "expired");
  if (failures.length > 0 || policyChange !== undefined || isWaiverWrong) return false;
  return [...blocking, ...warnings, ...unresolved].length === 0;
}

/** The verdict for a reader in a hurry: `blocked by 2 findings, with 1 warning`. Plain text, on one line. */
export function headline(verdict: Verdict): string {
  const { blocking, warnings, unresolved } = told(verdict);
  const beside = listed([
    ...(warnings.length > 0 ? [count(warnings.length, "warning")] : []),
    ...(unresolved.length > 0 ? [count(unresolved.length, "open question")] : []),
  ]);
  const also = beside === "" ? "" : `, with ${beside}`;
  switch (verdict.conclusion) {
    case "pass":
      return `passed${also}`;
    case "blocked":
      return `blocked by ${count(blocking.length, "finding")}${also}`;
    case "unjudged":
      return `not judged: ${whyUnjudged(verdict)}`;
  }
}

/** `1 finding`, `2 findings`, `3 policies`. */
export function count(number: number, thing: string): string {
  const many = thing.endsWith("y") ? `${thing.slice(0, -1)}ies` : `${thing}s`;
  return `${number} ${number === 1 ? thing : many}`;
}

/** What was asked, of how much, and what came of it. */
export function scope(verdict: Verdict): string {
  const asked = `${count(verdict.policies.length, "policy")} asked about ${count(verdict.entities, "resource")}`;
  const read = `in ${count(verdict.inputs.length, "file")}`;
  const { violated, unresolved, satisfied } = answers(verdict);
  return `${asked} ${read}: ${violated} violated, ${unresolved} unresolved, ${satisfied} satisfied`;
}

/** How often each answer was given by all policies together. */
export function answers(verdict: Verdict): {
  readonly violated: number;
  readonly unresolved: number;
  readonly satisfied: number;
} {
  const sum = (pick: (tally: Verdict["tally"][number]) => number) =>
    verdict.tally.reduce((total, tally) => total + pick(tally), 0);
  return {
    violated: sum((tally) => tally.violated),
    unresolved: sum((tally) => tally.unresolved),
    satisfied: sum((tally) => tally.satisfied),
  };
}

function whyUnjudged(verdict: Verdict): string {
  const [first, ...others] = verdict.failures;
  if (first === undefined) return "nothing was there to judge";
  if (others.length === 0) return oneLine(first.message, 200);
  const kinds = Object.entries(reasons).flatMap(([code, reason]) => {
    const number = verdict.failures.filter((failure) => failure.code === code).length;
    return number === 0 ? [] : [reason(number)];
  });
  return kinds.join(", ");
}

const reasons: Readonly<Record<FailureCode, (number: number) => string>> = {
  unreadable: (number) => `${count(number, "file")} cannot be read`,
  policy: (number) => `${count(number, "mistake")} in policies or configuration`,
  usage: (number) => `${count(number, "mistake")} in how the gate was called`,
  empty: () => "nothing was there to judge",
};
