import { showPath, showPlace } from "./base/place.ts";
import type { Value } from "./base/value.ts";
import { buildGraph } from "./graph/build.ts";
import { wantedBy } from "./graph/raw/wanted.ts";
import type { Case } from "./policy/cases/case.ts";
import { caseFiles } from "./policy/cases/files.ts";
import type { Facts } from "./policy/facts.ts";
import type { LoadedPolicy } from "./policy/file.ts";
import { readInventories } from "./policy/inventory.ts";
import { factAt, withQuotas } from "./policy/quotas.ts";
import { inventoryDeclarations } from "./source/inventory/declarations.ts";
import { read } from "./source/read.ts";
import type { Sources } from "./source/sources.ts";
import { memoryTree } from "./source/tree.ts";
import type { Finding, PolicyTally } from "./verdict/finding.ts";
import { judge } from "./verdict/judge.ts";
import type { CaseOutcome, CaseResult, ToldEntity } from "./verdict/proof.ts";
import { tellAnswers } from "./verdict/told.ts";

/** A case that was read: policies can be asked about it, as often as wanted. */
export interface Stage {
  readonly run: (policy: LoadedPolicy) => CaseResult;
  /** How a policy comes to its answers. */
  readonly tell: (policy: LoadedPolicy) => readonly ToldEntity[];
}

/** Runs one case of a policy through the same reading, graph and judgement as a pull request. */
export function runCase(policy: LoadedPolicy, given: Case, facts: Facts, realPlan?: string): CaseResult {
  return stageCase(given, facts, policy.select, realPlan).run(policy);
}

/** Reads a case, so that policies that select this can be run. One that cannot be read says so whatever is asked. */
export function stageCase(given: Case, facts: Facts, select: string, realPlan?: string): Stage {
  const sources = read(memoryTree(caseFiles(given, realPlan)), { wanted: wantedBy([select]) });
  const [failure] = sources.failures;
  if (failure !== undefined) return unreadable(failure.message);
  const account = accountOf(given, facts);
  const [mistake] = account.mistakes;
  if (mistake !== undefined) return unreadable(`${showPlace(mistake.at)}: ${mistake.message}`);
  const asked = (policy: LoadedPolicy): LoadedPolicy => ({
    ...policy,
    params: new Map([...policy.params, ...account.granted(policy), ...given.params]),
  });
  const asking = { facts: account.facts.value, now: given.now ?? defaultDay };
  const graphOf = (declared: Sources["declarations"]) => buildGraph([...declared, ...account.existing]);
  const graph = graphOf(sources.declarations);
  return {
    run: (policy) => {
      const { findings, tally } = judge(graph, [asked(policy)], asking, (world) =>
        sources.assuming(world, graphOf),
      );
      return { outcome: compare(given, findings, tally[0]), got: describe(findings, tally[0]) };
    },
    tell: (policy) => tellAnswers(graph, asked(policy), asking),
  };
}

function unreadable(got: string): Stage {
  return { run: () => ({ outcome: "unreadable", got }), tell: () => [] };
}

/** What the account of a case has, and what it was granted. */
function accountOf({ inventory }: Case, facts: Facts) {
  if (inventory === undefined) return { existing: [], facts, granted: () => [], mistakes: [] };
  const { inventories, mistakes } = readInventories([{ file: "inventory.yaml", text: inventory }]);
  const granted = withQuotas(facts, inventories);
  return {
    existing: inventoryDeclarations(inventories),
    facts: granted.facts,
    granted: ({ parameters }: LoadedPolicy) =>
      parameters.flatMap(({ name, fact }): readonly [string, Value][] => {
        const value = fact === undefined ? undefined : factAt(granted.facts, fact);
        return value === undefined ? [] : [[name, value]];
      }),
    mistakes: [...mistakes, ...granted.mistakes],
  };
}

/** The day of a case that names none. */
const defaultDay = "2026-01-01";

function compare(given: Case, findings: readonly Finding[], tally: PolicyTally | undefined): CaseOutcome {
  const violated = findings.filter(({ outcome }) => outcome === "violated");
  const unresolved = findings.length - violated.length;
  switch (given.expected) {
    case "violated":
      if (violated.length === 0) return "missed";
      return given.at === undefined || violated.some((finding) => pointsAt(finding, given.at))
        ? "right"
        : "misplaced";
    case "satisfied":
      return findings.length === 0 && (tally?.satisfied ?? 0) > 0 ? "right" : "noisy";
    case "unresolved":
      if (unresolved === 0 || violated.length > 0) return "guessed";
      return given.at === undefined || findings.some((finding) => pointsAt(finding, given.at))
        ? "right"
        : "misplaced";
    case "not-applicable":
      return findings.length === 0 && (tally?.satisfied ?? 0) === 0 ? "right" : "noisy";
  }
}

/** `.` is the resource as a whole. */
function pointsAt({ refs }: Finding, at: string | undefined): boolean {
  const path = refs[0] === undefined ? "" : showPath(refs[0].path);
  return (path || ".") === at;
}

function describe(findings: readonly Finding[], tally: PolicyTally | undefined): string {
  if (findings.length === 0)
    return `${tally?.satisfied ?? 0} satisfied, ${tally?.notApplicable ?? 0} not applicable`;
  return findings
    .map(({ outcome, message, missing, refs }) => {
      const needs = missing.map(({ attribute, reason }) => `${attribute} is ${reason}`).join("; ");
      const at = refs[0] === undefined ? "" : ` at ${showPath(refs[0].path)}`;
      return `${outcome}${at}: ${message}${needs === "" ? "" : ` (${needs})`}`;
    })
    .join("\n");
}
