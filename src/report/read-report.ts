import * as v from "valibot";
import { Failure } from "../base/failure.ts";
import type { ToldPolicy, Verdict } from "../verdict/finding.ts";
import { failureOf, findingOf, resolvedOf, useOf } from "./read-finding.ts";
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
  const policies = byId(report.policies.map(({ answers: _, ...policy }) => policy));
  const { comparison, waivers, policyChange, layouts, headroom, counts } = report;
  const brought = byId(policyChange?.policies ?? []);
  const findings = of(report.findings, policies, findingOf);
  const resolved = of(comparison?.resolved ?? [], policies, resolvedOf);
  const added = of(policyChange?.added ?? [], brought, findingOf);
  const removed = of(policyChange?.removed ?? [], policies, findingOf);
  if (findings === undefined || resolved === undefined || added === undefined || removed === undefined)
    return undefined;
  return {
    conclusion: conclusionOf(report),
    findings,
    ...(waivers && { waivers: waivers.map(useOf) }),
    ...(comparison && { comparison: { base: comparison.base, resolved } }),
    ...(policyChange && {
      policyChange: { ...policyChange, added, removed, failures: policyChange.failures.map(failureOf) },
    }),
    ...(layouts && { layouts }),
    ...(headroom && {
      headroom: headroom.map(({ policy, ...told }) => ({ policy: { id: policy }, ...told })),
    }),
    tally: report.policies.map(({ answers, ...policy }) => ({ policy, ...answers })),
    failures: report.failures.map(failureOf),
    inputs: report.inputs,
    notes: report.notes.map(({ message, hint, place }) => ({
      message,
      hint,
      ...(place === undefined ? {} : { at: place }),
    })),
    leftAlone: counts.leftAlone,
    policies: [...policies.values()],
    entities: counts.entities,
    elapsedMilliseconds: report.run?.elapsedMilliseconds ?? 0,
  };
}

function byId(policies: readonly ToldPolicy[]): ReadonlyMap<string, ToldPolicy> {
  return new Map(policies.map((policy) => [policy.id, policy]));
}

/** Everything with the policy that it names; `undefined` where one names none. */
function of<Part extends { readonly policy: string }, Read>(
  parts: readonly Part[],
  policies: ReadonlyMap<string, ToldPolicy>,
  read: (part: Part, policy: ToldPolicy) => Read,
): readonly Read[] | undefined {
  const found = parts.flatMap((part) => {
    const policy = policies.get(part.policy);
    return policy === undefined ? [] : [read(part, policy)];
  });
  return found.length === parts.length ? found : undefined;
}

/** A report that says less than its own parts is taken for what they say. */
function conclusionOf({ conclusion, failures, findings }: Report): Verdict["conclusion"] {
  if (failures.length > 0 || conclusion === "unjudged") return "unjudged";
  return conclusion === "blocked" ||
    findings.some(({ enforcement, excuse }) => enforcement === "deny" && excuse === undefined)
    ? "blocked"
    : "pass";
}
