import type { Impact } from "../../verdict/impact.ts";
import { printableJson } from "../escape/json.ts";
import { byPolicy, type ImpactReport, sumsOf } from "./sums.ts";

/** The same for programs: every change, with what was found and what would be. */
export function impactJson(report: ImpactReport): string {
  const { from, to, parts } = report;
  return printableJson({
    schemaVersion: 1,
    from,
    to,
    counts: sumsOf(parts.flatMap(({ impacts }) => impacts)),
    policies: byPolicy(report).map(({ policy, sums, parts: names }) => ({
      policy: policy.id,
      counts: sums,
      where: names,
    })),
    where: parts.map(({ name, conclusions, impacts, failures, untold = [] }) => ({
      name,
      ...(conclusions === undefined ? {} : { before: conclusions[0], after: conclusions[1] }),
      counts: sumsOf(impacts),
      changes: impacts.map(changePart),
      ...(untold.length === 0 ? {} : { untold }),
      failures: failures.map(({ code, message, at }) => ({ code, message, ...(at && { place: { ...at } }) })),
    })),
  });
}

function changePart({ kind, finding, was, is }: Impact) {
  const { policy, concept, resource, message, place } = finding;
  return {
    kind,
    policy: policy.id,
    severity: finding.severity,
    concept,
    resource,
    message,
    place: { ...place },
    ...(was && { was: { ...was } }),
    ...(is && { is: { ...is } }),
  };
}
