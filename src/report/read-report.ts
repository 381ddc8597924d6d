import * as v from "valibot";
import { Failure } from "../base/failure.ts";
import type { Place, Ref } from "../base/place.ts";
import type { Waiver } from "../policy/waiver.ts";
import type {
  Excuse,
  LocatedFinding,
  LocatedMissing,
  ToldPolicy,
  Verdict,
  WaiverUse,
} from "../verdict/finding.ts";
import { type Report, reportShape } from "./report-shape.ts";
import type { ReportedRun } from "./reported-run.ts";

/** A JSON report, read again. */
export interface ReadReport {
  readonly verdict: Verdict;
  readonly run: ReportedRun;
}

/** Larger reports are not read. In bytes. */
export const largestReport = 16 * 1024 * 1024;

/**
 * Reads what `json` wrote. Whoever wrote it may not be trusted: what is not exactly of that shape is refused, and
 * every text in it is data, to be escaped like any other. The conclusion is never better than its findings allow.
 */
export function readReport(file: string, bytes: Uint8Array): ReadReport | Failure {
  if (bytes.length > largestReport) return refused(file, `is larger than ${largestReport / 1024 / 1024} MiB`);
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return refused(file, "is not JSON");
  }
  const parsed = v.safeParse(reportShape, data, { abortEarly: true });
  if (!parsed.success) return refused(file, `is no report: ${mistake(parsed.issues[0])}`);
  const verdict = verdictOf(parsed.output);
  if (verdict === undefined)
    return refused(file, "is no report: a finding is of a policy that it does not name");
  return { verdict, run: parsed.output.run ?? {} };
}

/** Reads a report from where it should be; `open` is asked for no more bytes than can matter. */
export function reportIn(file: string, open: (most: number) => Uint8Array): ReadReport | Failure {
  try {
    return readReport(file, open(largestReport + 1));
  } catch {
    return new Failure("unreadable", `the report \`${file}\` cannot be opened`, {
      hint: "whoever should have written it may not have got that far; name files, not folders",
    });
  }
}

function refused(file: string, why: string): Failure {
  return new Failure("unreadable", `the report \`${file}\` ${why}`, {
    hint: "it must be what the same version of the gate wrote with `--format json` or `report-json`",
  });
}

function mistake({ path, message }: v.BaseIssue<unknown>): string {
  const where = (path ?? []).map(({ key }) => String(key)).join(".");
  return where === "" ? message : `\`${where}\`: ${message}`;
}

/** The verdict as far as it is told; `undefined` where a finding names no policy of the report. */
function verdictOf(report: Report): Verdict | undefined {
  const policies = new Map(report.policies.map(({ answers: _, ...policy }) => [policy.id, policy]));
  const findings = report.findings.flatMap((finding) => {
    const policy = policies.get(finding.policy);
    return policy === undefined ? [] : [findingOf(finding, policy)];
  });
  if (findings.length < report.findings.length) return undefined;
  const { entities, leftAlone } = report.counts;
  return {
    conclusion: conclusionOf(report),
    findings,
    ...(report.waivers === undefined ? {} : { waivers: report.waivers.map(useOf) }),
    tally: report.policies.map(({ id, answers, ...told }) => ({ policy: { id, ...told }, ...answers })),
    failures: report.failures.map(
      ({ code, message, place, hint }) =>
        new Failure(code, message, {
          ...(place === undefined ? {} : { at: place }),
          ...(hint === undefined ? {} : { hint }),
        }),
    ),
    inputs: report.inputs,
    notes: report.notes.map(({ message, hint, place }) => ({
      message,
      hint,
      ...(place === undefined ? {} : { at: place }),
    })),
    leftAlone,
    policies: [...policies.values()],
    entities,
    elapsedMilliseconds: report.run?.elapsedMilliseconds ?? 0,
  };
}

/** A report that says less than its own parts is taken for what they say. */
function conclusionOf({ conclusion, failures, findings }: Report): Verdict["conclusion"] {
  if (failures.length > 0 || conclusion === "unjudged") return "unjudged";
  return conclusion === "blocked" ||
    findings.some(({ enforcement, excuse }) => enforcement === "deny" && excuse === undefined)
    ? "blocked"
    : "pass";
}

function findingOf(
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

function excuseOf(excuse: NonNullable<Report["findings"][number]["excuse"]>): Excuse {
  return excuse.kind === "before" ? excuse : { kind: "waived", waiver: waiverOf(excuse.waiver) };
}

function useOf({ state, findings, why, ...waiver }: NonNullable<Report["waivers"]>[number]): WaiverUse {
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
