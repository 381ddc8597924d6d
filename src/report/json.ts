import type { PolicyChange, ToldPolicy, Verdict } from "../verdict/finding.ts";
import { printableJson } from "./escape/json.ts";
import { failurePart, findingPart, resolvedPart, usePart } from "./finding-json.ts";
import { answers, told } from "./headline.ts";
import type { ReportedRun } from "./reported-run.ts";

/**
 * The verdict for programs. Its shape is `report.schema.json` beside this file; `schemaVersion` grows by one when a
 * reader of the old shape could be wrong about the new one, not when a field is added.
 * The same input gives the same bytes; only with `elapsed` or `run` there is a `run` part, which differs each time.
 * What is sensitive has been taken out of the messages before; values are not in the report. It is ASCII where a
 * character would be invisible or reorder others, so that it can be printed.
 */
export function json(
  verdict: Verdict,
  options: { readonly elapsed?: boolean; readonly run?: ReportedRun } = {},
): string {
  const run = {
    ...options.run,
    ...(options.elapsed === true ? { elapsedMilliseconds: verdict.elapsedMilliseconds } : {}),
  };
  const { comparison, waivers, policyChange, layouts, headroom } = verdict;
  const report = {
    schemaVersion: 1,
    conclusion: verdict.conclusion,
    counts: counts(verdict),
    failures: verdict.failures.map(failurePart),
    notes: verdict.notes.map(({ message, hint, at }) => ({ message, hint, ...(at && { place: { ...at } }) })),
    findings: verdict.findings.map(findingPart),
    ...(waivers && { waivers: waivers.map(usePart) }),
    ...(comparison && {
      comparison: { base: comparison.base, resolved: comparison.resolved.map(resolvedPart) },
    }),
    ...(policyChange && { policyChange: policyChangePart(policyChange) }),
    ...(layouts && { layouts }),
    ...(headroom && { headroom: headroom.map(({ policy, ...told }) => ({ policy: policy.id, ...told })) }),
    policies: policies(verdict),
    inputs: verdict.inputs.map(({ file, format, bytes, declares }) => ({ file, format, bytes, declares })),
    ...(Object.keys(run).length === 0 ? {} : { run }),
  };
  return printableJson(report);
}

function counts(verdict: Verdict) {
  const { blocking, warnings, unresolved, audited } = told(verdict);
  return {
    blocking: blocking.length,
    warnings: warnings.length,
    unresolved: unresolved.length,
    audited,
    answers: { ...answers(verdict), notApplicable: sumOf(verdict, ({ notApplicable }) => notApplicable) },
    entities: verdict.entities,
    leftAlone: verdict.leftAlone,
  };
}

function sumOf(verdict: Verdict, of: (tally: Verdict["tally"][number]) => number): number {
  return verdict.tally.reduce((sum, tally) => sum + of(tally), 0);
}

/** `policies` are those that the change brings; what it would remove is of the policies that judged. */
function policyChangePart({ files, added, removed, failures }: PolicyChange) {
  const policies = new Map(added.map(({ policy }) => [policy.id, policy]));
  return {
    files: [...files],
    added: added.map(findingPart),
    removed: removed.map(findingPart),
    policies: [...policies.values()].map(policyPart),
    failures: failures.map(failurePart),
  };
}

/** Every policy that was asked, by its id, whether it found anything or not. */
function policies(verdict: Verdict) {
  const tallies = new Map(verdict.tally.map((tally) => [tally.policy.id, tally]));
  return verdict.policies.map((policy) => {
    const { violated = 0, satisfied = 0, unresolved = 0, notApplicable = 0 } = tallies.get(policy.id) ?? {};
    return { ...policyPart(policy), answers: { violated, unresolved, satisfied, notApplicable } };
  });
}

function policyPart({ id, family, file, title, severity, enforcement, why, fix, sources }: ToldPolicy) {
  return { id, family, file, title, severity, enforcement, why, fix, sources: [...sources] };
}
