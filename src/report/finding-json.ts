import type { Failure } from "../base/failure.ts";
import type { Ref } from "../base/place.ts";
import type { Waiver } from "../policy/waiver.ts";
import type { Excuse, Finding, LocatedFinding, LocatedMissing, WaiverUse } from "../verdict/finding.ts";
import { advice } from "./advice.ts";

export function failurePart({ code, message, hint, at }: Failure) {
  return {
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(at === undefined ? {} : { place: { ...at } }),
  };
}

/** A finding with its place, which `readFinding` reads again. */
export function findingPart(finding: LocatedFinding) {
  const { place, trail, missing } = finding;
  return {
    ...foundPart(finding),
    place: { ...place },
    ...(trail.length === 0 ? {} : { trail: trail.map(({ place, what }) => ({ place: { ...place }, what })) }),
    ...(finding.note === undefined ? {} : { note: finding.note }),
    ...(finding.secret === true ? { secret: true } : {}),
    ...referenced(finding),
    missing: missing.map(missingPart),
    ...(finding.excuse === undefined ? {} : { excuse: excusePart(finding.excuse) }),
  };
}

/** A finding of something that is no longer there, and so has no place. */
export function resolvedPart(finding: Finding) {
  return { ...foundPart(finding), ...referenced(finding) };
}

function foundPart({ policy, outcome, severity, enforcement, concept, resource, message, when }: Finding) {
  return {
    policy: policy.id,
    outcome,
    severity,
    enforcement,
    concept,
    resource,
    message,
    ...(when === undefined ? {} : { when }),
  };
}

function referenced({ refs: [best] }: Finding) {
  return best === undefined ? {} : { reference: referencePart(best) };
}

function excusePart(excuse: Excuse) {
  const { kind } = excuse;
  return kind === "waived" ? { kind, waiver: waiverPart(excuse.waiver) } : { kind };
}

/** What became of a waiver. */
export function usePart({ waiver, state, findings, why }: WaiverUse) {
  return { ...waiverPart(waiver), state, findings, ...(why === undefined ? {} : { why }) };
}

function waiverPart({ policy, resource, match, file, reason, owner, expires, at }: Waiver) {
  const narrowed = file === undefined ? {} : { file };
  return { policy, resource, match, ...narrowed, reason, owner, expires, place: { ...at } };
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
