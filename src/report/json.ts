import type { Failure } from "../base/failure.ts";
import type { Ref } from "../base/place.ts";
import type { Waiver } from "../policy/waiver.ts";
import type { Excuse, LocatedFinding, LocatedMissing, Verdict, WaiverUse } from "../verdict/finding.ts";
import { advice } from "./advice.ts";
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
  const report = {
    schemaVersion: 1,
    conclusion: verdict.conclusion,
    counts: counts(verdict),
    failures: verdict.failures.map(failurePart),
    notes: verdict.notes.map(({ message, hint, at }) => ({ message, hint, ...(at && { place: { ...at } }) })),
    findings: verdict.findings.map(findingPart),
    ...(verdict.waivers === undefined ? {} : { waivers: verdict.waivers.map(usePart) }),
    policies: policies(verdict),
    inputs: verdict.inputs.map(({ file, format, bytes, declares }) => ({ file, format, bytes, declares })),
    ...(Object.keys(run).length === 0 ? {} : { run }),
  };
  return `${JSON.stringify(report, undefined, 2).replace(unseen, escaped)}\n`;
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

function failurePart({ code, message, hint, at }: Failure) {
  return {
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(at === undefined ? {} : { place: { ...at } }),
  };
}

function findingPart(finding: LocatedFinding) {
  const { policy, outcome, severity, enforcement, concept, resource, message, missing, refs } = finding;
  const { place, trail } = finding;
  const [best] = refs;
  return {
    policy: policy.id,
    outcome,
    severity,
    enforcement,
    concept,
    resource,
    message,
    ...(finding.when === undefined ? {} : { when: finding.when }),
    place: { ...place },
    ...(trail.length === 0 ? {} : { trail: trail.map(({ place, what }) => ({ place: { ...place }, what })) }),
    ...(finding.note === undefined ? {} : { note: finding.note }),
    ...(finding.secret === true ? { secret: true } : {}),
    ...(best === undefined ? {} : { reference: referencePart(best) }),
    missing: missing.map(missingPart),
    ...(finding.excuse === undefined ? {} : { excuse: excusePart(finding.excuse) }),
  };
}

function excusePart(excuse: Excuse) {
  const { kind } = excuse;
  return kind === "waived" ? { kind, waiver: waiverPart(excuse.waiver) } : { kind };
}

function usePart({ waiver, state, findings, why }: WaiverUse) {
  return { ...waiverPart(waiver), state, findings, ...(why === undefined ? {} : { why }) };
}

function waiverPart({ policy, resource, match, reason, owner, expires, at }: Waiver) {
  return { policy, resource, match, reason, owner, expires, place: { ...at } };
}

function missingPart(missing: LocatedMissing) {
  const { attribute, reason, place, ref } = missing;
  return {
    attribute,
    reason,
    ...(place === undefined ? {} : { place: { ...place } }),
    ...(ref === undefined ? {} : { reference: referencePart(ref) }),
    help: advice(missing),
  };
}

function referencePart({ format, file, owner, path }: Ref) {
  return { format, file, owner, path: [...path] };
}

/** Every policy that was asked, by its id, whether it found anything or not. */
function policies(verdict: Verdict) {
  const tallies = new Map(verdict.tally.map((tally) => [tally.policy.id, tally]));
  return verdict.policies.map(({ id, family, file, title, severity, enforcement, why, fix, sources }) => {
    const { violated = 0, satisfied = 0, unresolved = 0, notApplicable = 0 } = tallies.get(id) ?? {};
    return {
      id,
      family,
      file,
      title,
      severity,
      enforcement,
      why,
      fix,
      sources: [...sources],
      answers: { violated, unresolved, satisfied, notApplicable },
    };
  });
}

const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, unit) => character.charCodeAt(unit));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
