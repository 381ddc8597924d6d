import { Failure } from "../base/failure.ts";
import type { Place, Ref } from "../base/place.ts";
import type { Waiver } from "../policy/waiver.ts";
import type {
  Excuse,
  Finding,
  LocatedFinding,
  LocatedMissing,
  ToldPolicy,
  WaiverUse,
} from "../verdict/finding.ts";
import type { Report } from "./report-shape.ts";

/** A finding as `findingPart` wrote it. */
export function findingOf(
  { policy: _, trail = [], missing, reference, excuse, ...finding }: Report["findings"][number],
  policy: ToldPolicy,
): LocatedFinding {
  return {
    ...finding,
    policy,
    trail,
    missing: missing.map(missingOf),
    refs: reference === undefined ? [] : [refOf(reference)],
    ...(excuse === undefined ? {} : { excuse: excuseOf(excuse) }),
  };
}

/** A finding of something that is no longer there. */
export function resolvedOf(
  { policy: _, reference, ...finding }: NonNullable<Report["comparison"]>["resolved"][number],
  policy: ToldPolicy,
): Finding {
  return { ...finding, policy, missing: [], refs: reference === undefined ? [] : [refOf(reference)] };
}

/** Why there is no verdict. */
export function failureOf({ code, message, place, hint }: Report["failures"][number]): Failure {
  return new Failure(code, message, {
    ...(place === undefined ? {} : { at: place }),
    ...(hint === undefined ? {} : { hint }),
  });
}

function excuseOf(excuse: NonNullable<Report["findings"][number]["excuse"]>): Excuse {
  return excuse.kind === "before" ? excuse : { kind: "waived", waiver: waiverOf(excuse.waiver) };
}

/** What became of a waiver. */
export function useOf({
  state,
  findings,
  why,
  ...waiver
}: NonNullable<Report["waivers"]>[number]): WaiverUse {
  return { waiver: waiverOf(waiver), state, findings, ...(why === undefined ? {} : { why }) };
}

function waiverOf({ place, ...waiver }: Omit<Waiver, "at"> & { readonly place: Place }): Waiver {
  return { ...waiver, at: place };
}

function missingOf({
  attribute,
  reason,
  place,
  reference,
}: Report["findings"][number]["missing"][number]): LocatedMissing {
  return {
    attribute,
    reason,
    ...(place === undefined ? {} : { place }),
    ...(reference === undefined ? {} : { ref: refOf(reference) }),
  };
}

/** Which document of its file it is, is not in the report, and nobody who reads one asks. */
function refOf(reference: Omit<Ref, "document">): Ref {
  return { ...reference, document: 0 };
}
