import type { PolicyUsage, Usage, UsageAdvice } from "./usage.ts";

/** The policies to think about alike, with what to think. */
export interface StatsSection {
  readonly advice: UsageAdvice;
  readonly title: string;
  readonly hint: string;
  readonly policies: readonly PolicyUsage[];
}

export function sectionsOf({ policies }: Usage): readonly StatsSection[] {
  return texts
    .map(([advice, title, hint]) => ({
      advice,
      title,
      hint,
      policies: policies.filter((policy) => policy.advice === advice),
    }))
    .filter((section) => section.policies.length > 0);
}

const texts: readonly (readonly [UsageAdvice, string, string])[] = [
  ["fires", "they fire", "mend what they find, or say with an override where they may not count"],
  [
    "mostly-waived",
    "mostly waived",
    "what is waived more often than mended asks too much: loosen it, or drop it",
  ],
  [
    "mostly-open",
    "mostly not known",
    "plan with more values known, or give an inventory; else they decide nothing",
  ],
  [
    "could-deny",
    "they hold, and do not deny",
    "they could be tightened: `enforcement: deny` would block nothing today",
  ],
  ["holds", "they hold", "nothing to do"],
  [
    "never-applies",
    "they never apply",
    "nothing that they ask about was there; `enforcement: off` would change nothing",
  ],
];

export const columns = ["violated", "waived", "unknown", "holds", "n/a", "fires in"] as const;

export function cellsOf(usage: PolicyUsage): readonly string[] {
  const { violated, waived, unresolved, satisfied, notApplicable, fires, reports } = usage;
  const numbers = [violated, waived, unresolved, satisfied, notApplicable];
  return [
    ...numbers.map((number) => (number === 0 ? "" : String(number))),
    fires === 0 ? "" : `${fires} of ${reports}`,
  ];
}

/** `12 reports: 7 pass, 4 blocked, 1 not judged`. */
export function sayReports({ reports, conclusions }: Usage): string {
  const { pass, blocked, unjudged } = conclusions;
  const parts = [
    ...(pass > 0 ? [`${pass} pass`] : []),
    ...(blocked > 0 ? [`${blocked} blocked`] : []),
    ...(unjudged > 0 ? [`${unjudged} not judged`] : []),
  ];
  return `${reports} ${reports === 1 ? "report" : "reports"}: ${parts.join(", ")}`;
}
