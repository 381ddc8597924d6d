import type { Enforcement } from "../../policy/policy.ts";
import type { PolicyTally, ToldPolicy, Verdict } from "../../verdict/finding.ts";

/** What one policy answered, over all reports. */
export interface PolicyUsage {
  readonly policy: ToldPolicy;
  /** What it does, where reports differ all that it does. */
  readonly enforcements: readonly Enforcement[];
  readonly violated: number;
  /** Findings that somebody answers for, violated or not known. */
  readonly waived: number;
  readonly unresolved: number;
  readonly satisfied: number;
  readonly notApplicable: number;
  /** In how many reports it was asked, and in how many it found something violated. */
  readonly reports: number;
  readonly fires: number;
  readonly advice: UsageAdvice;
}

/**
 * What to think about, the first that fits:
 * - `never-applies`: nothing of what it asks about was ever there
 * - `mostly-waived`: at least half of what it finds is waived
 * - `mostly-open`: at least half of its answers are that it cannot tell
 * - `fires`: it finds something
 * - `could-deny`: it holds wherever it applies, and does not deny yet
 * - `holds`: it holds wherever it applies
 */
export type UsageAdvice =
  | "never-applies"
  | "mostly-waived"
  | "mostly-open"
  | "fires"
  | "could-deny"
  | "holds";

/** Of few answers nothing follows. */
const fewest = 3;

export interface Usage {
  readonly reports: number;
  /** Of how many of them the verdict is what. */
  readonly conclusions: Readonly<Record<Verdict["conclusion"], number>>;
  readonly policies: readonly PolicyUsage[];
}

/** What policies did over reports: those that find most first. */
export function usageOf(verdicts: readonly Verdict[]): Usage {
  const policies = new Map<string, Sums>();
  for (const verdict of verdicts) {
    for (const tally of verdict.tally) add(tally, policies);
    for (const { policy, excuse } of verdict.findings) {
      const sums = policies.get(policy.id);
      if (sums !== undefined && excuse?.kind === "waived") sums.waived++;
    }
  }
  const of = (conclusion: Verdict["conclusion"]) =>
    verdicts.filter((verdict) => verdict.conclusion === conclusion).length;
  return {
    reports: verdicts.length,
    conclusions: { pass: of("pass"), blocked: of("blocked"), unjudged: of("unjudged") },
    policies: [...policies.values()].map(usage).toSorted(mostFirst),
  };
}

interface Sums {
  readonly policy: ToldPolicy;
  readonly enforcements: Set<Enforcement>;
  violated: number;
  waived: number;
  unresolved: number;
  satisfied: number;
  notApplicable: number;
  reports: number;
  fires: number;
}

function add(
  { policy, violated, unresolved, satisfied, notApplicable }: PolicyTally,
  policies: Map<string, Sums>,
): void {
  const sums = policies.get(policy.id) ?? { policy, enforcements: new Set(), ...nothing };
  policies.set(policy.id, sums);
  sums.enforcements.add(policy.enforcement);
  sums.violated += violated;
  sums.unresolved += unresolved;
  sums.satisfied += satisfied;
  sums.notApplicable += notApplicable;
  sums.reports++;
  if (violated > 0) sums.fires++;
}

const nothing = {
  violated: 0,
  waived: 0,
  unresolved: 0,
  satisfied: 0,
  notApplicable: 0,
  reports: 0,
  fires: 0,
};

const order: readonly Enforcement[] = ["deny", "warn", "audit"];

function usage({ enforcements, ...sums }: Sums): PolicyUsage {
  const does = order.filter((each) => enforcements.has(each));
  return { ...sums, enforcements: does, advice: adviceOn(sums, does) };
}

function adviceOn(
  { violated, waived, unresolved, satisfied }: Omit<Sums, "enforcements">,
  does: readonly Enforcement[],
): UsageAdvice {
  const answers = violated + unresolved + satisfied;
  if (answers === 0) return "never-applies";
  if (waived > 0 && waived * 2 >= violated + unresolved) return "mostly-waived";
  if (answers >= fewest && unresolved * 2 >= answers) return "mostly-open";
  if (violated > 0) return "fires";
  const isLoose = does.some((each) => each !== "deny");
  return isLoose && unresolved === 0 && satisfied >= fewest ? "could-deny" : "holds";
}

function mostFirst(a: PolicyUsage, b: PolicyUsage): number {
  return (
    b.violated - a.violated ||
    b.unresolved - a.unresolved ||
    b.satisfied - a.satisfied ||
    (a.policy.id < b.policy.id ? -1 : 1)
  );
}
