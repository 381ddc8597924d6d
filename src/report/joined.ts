import { Failure } from "../base/failure.ts";
import { worstFirst } from "../verdict/decide.ts";
import type {
  Comparison,
  Conclusion,
  Finding,
  PolicyChange,
  PolicyTally,
  Verdict,
  WaiverUse,
} from "../verdict/finding.ts";
import type { ReadReport } from "./read-report.ts";
import type { ReportedRun } from "./reported-run.ts";

/** A report that was to be joined, and what came of reading it. */
export interface JoinedPart {
  readonly file: string;
  readonly report: ReadReport | Failure;
}

/**
 * The reports of several runs as one verdict. Each has to be there, readable, and of the same commit: of `head` where
 * that is given. A part without a verdict leaves the whole without one.
 */
export function joined(parts: readonly JoinedPart[], head?: string): ReadReport {
  const expected = head ?? parts.map(({ report }) => headOf(report)).find((one) => one !== undefined);
  const read: readonly (ReadReport | Failure)[] = parts.map(({ file, report }) =>
    report instanceof Failure || headOf(report) === expected
      ? report
      : ofAnotherCommit(file, report, expected),
  );
  const reports = read.flatMap((report) => (report instanceof Failure ? [] : [report]));
  const verdicts = reports.map(({ verdict }) => verdict);
  const failures = [
    ...(parts.length === 0 ? [noReports] : []),
    ...read.flatMap((report) => (report instanceof Failure ? [report] : [])),
    ...distinct(
      verdicts.flatMap((verdict) => verdict.failures),
      toldOf,
    ),
  ];
  return {
    verdict: { ...together(verdicts), conclusion: worst(verdicts, failures), failures },
    run: runOf(reports),
  };
}

const noReports = new Failure("usage", "there are no reports to join", {
  hint: "name the report of every part, one by one, so that none can be missing unnoticed",
});

function headOf(report: ReadReport | Failure): string | undefined {
  return report instanceof Failure ? undefined : report.run.head;
}

function ofAnotherCommit(file: string, { run }: ReadReport, expected: string | undefined): Failure {
  const of = run.head === undefined ? "no commit that it names" : `\`${run.head}\``;
  return new Failure(
    "unreadable",
    `the report \`${file}\` is of ${of}, not of \`${expected ?? "no commit"}\``,
    {
      hint: "run every part again for the commit that is judged",
    },
  );
}

const badness: readonly Conclusion[] = ["pass", "blocked", "unjudged"];

function worst(verdicts: readonly Verdict[], failures: readonly Failure[]): Conclusion {
  if (failures.length > 0) return "unjudged";
  return badness[Math.max(0, ...verdicts.map(({ conclusion }) => badness.indexOf(conclusion)))] ?? "unjudged";
}

function together(verdicts: readonly Verdict[]): Verdict {
  const comparisons = verdicts.flatMap(({ comparison }) => comparison ?? []);
  const changes = verdicts.flatMap(({ policyChange }) => policyChange ?? []);
  const waivers = verdicts.flatMap((verdict) => verdict.waivers ?? []);
  const tally = tallies(verdicts.flatMap((verdict) => verdict.tally));
  return {
    conclusion: "pass",
    failures: [],
    findings: worstFirst(once(verdicts.map(({ findings }) => findings))),
    tally,
    policies: tally.map(({ policy }) => policy),
    inputs: distinct(verdicts.flatMap(({ inputs }) => inputs)),
    notes: distinct(verdicts.flatMap(({ notes }) => notes)),
    ...(comparisons.length === 0 ? {} : { comparison: comparedTogether(comparisons) }),
    ...(changes.length === 0 ? {} : { policyChange: changedTogether(changes) }),
    ...(waivers.length === 0 ? {} : { waivers: usesTogether(waivers) }),
    layouts: distinct(verdicts.flatMap(({ layouts = [] }) => layouts)),
    headroom: distinct(verdicts.flatMap(({ headroom = [] }) => headroom)),
    leftAlone: sum(verdicts, ({ leftAlone }) => leftAlone),
    entities: sum(verdicts, ({ entities }) => entities),
    elapsedMilliseconds: sum(verdicts, ({ elapsedMilliseconds }) => elapsedMilliseconds),
  };
}

/**
 * Parts may overlap: what two of them found alike, at one place, is one finding. Within one part what looks alike is
 * not the same, or it would not have been told twice.
 */
function once<Found extends Finding>(parts: readonly (readonly Found[])[]): readonly Found[] {
  const found = new Map<string, Found>();
  for (const findings of parts) {
    const times = new Map<string, number>();
    for (const finding of findings) {
      const key = keyOf(finding);
      const time = (times.get(key) ?? 0) + 1;
      times.set(key, time);
      const numbered = `${time} ${key}`;
      if (!found.has(numbered)) found.set(numbered, finding);
    }
  }
  return [...found.values()];
}

/** Everything that is told of it; where anything differs, such as what it does, both are told. */
function keyOf({ policy, ...finding }: Finding): string {
  return JSON.stringify([policy.id, finding]);
}

/** They are all compared with the same base: that of the commit they are all of. */
function comparedTogether(comparisons: readonly Comparison[]): Comparison {
  return {
    base: comparisons[0]?.base ?? "",
    resolved: once(comparisons.map(({ resolved }) => resolved)),
  };
}

function changedTogether(changes: readonly PolicyChange[]): PolicyChange {
  return {
    files: [...new Set(changes.flatMap(({ files }) => files))].sort(),
    added: worstFirst(once(changes.map(({ added }) => added))),
    removed: worstFirst(once(changes.map(({ removed }) => removed))),
    failures: distinct(
      changes.flatMap(({ failures }) => failures),
      toldOf,
    ),
  };
}

/** A waiver that one part needs is not unused because another does not. */
function usesTogether(uses: readonly WaiverUse[]): readonly WaiverUse[] {
  const byWaiver = new Map<string, WaiverUse>();
  for (const use of uses) {
    const key = JSON.stringify(use.waiver);
    const before = byWaiver.get(key);
    const [state] = [use, ...(before === undefined ? [] : [before])]
      .map((one) => one.state)
      .sort((a, b) => states.indexOf(a) - states.indexOf(b));
    const findings = use.findings + (before?.findings ?? 0);
    byWaiver.set(key, { ...(before ?? use), ...(state === undefined ? {} : { state }), findings });
  }
  return [...byWaiver.values()];
}

const states: readonly WaiverUse["state"][] = ["refused", "expired", "used", "unused"];

function tallies(all: readonly PolicyTally[]): readonly PolicyTally[] {
  const byPolicy = new Map<string, PolicyTally>();
  for (const tally of all) {
    const { id } = tally.policy;
    const before = byPolicy.get(id);
    byPolicy.set(id, before === undefined ? tally : added(before, tally));
  }
  return [...byPolicy.values()];
}

function added(before: PolicyTally, tally: PolicyTally): PolicyTally {
  return {
    policy: before.policy,
    violated: before.violated + tally.violated,
    satisfied: before.satisfied + tally.satisfied,
    unresolved: before.unresolved + tally.unresolved,
    notApplicable: before.notApplicable + tally.notApplicable,
  };
}

/** What all of them say of the run; what is of one job alone is left out. */
function runOf(reports: readonly ReadReport[]): ReportedRun {
  const [first] = reports;
  if (first === undefined) return {};
  const { head, repository, pullRequest, event } = first.run;
  const uncommitted = [...new Set(reports.flatMap(({ run }) => run.uncommitted ?? []))];
  return {
    ...(head === undefined ? {} : { head }),
    ...(repository === undefined ? {} : { repository }),
    ...(pullRequest === undefined ? {} : { pullRequest }),
    ...(event === undefined ? {} : { event }),
    ...(uncommitted.length === 0 ? {} : { uncommitted }),
    ...(reports.some(({ run }) => run.shallow === true) ? { shallow: true } : {}),
  };
}

/** The message of an error is not among what is written of it. */
function toldOf({ code, message, at }: Failure) {
  return { code, message, at };
}

function distinct<Thing>(
  things: readonly Thing[],
  told: (thing: Thing) => unknown = (thing) => thing,
): readonly Thing[] {
  return [...new Map(things.map((thing) => [JSON.stringify(told(thing)), thing])).values()];
}

function sum(verdicts: readonly Verdict[], of: (verdict: Verdict) => number): number {
  return verdicts.reduce((total, verdict) => total + of(verdict), 0);
}
