import { createHash } from "node:crypto";
import type { Finding } from "./finding.ts";

/**
 * What tells each finding from every other, in the order of the findings: made of the policy, the resource and the
 * attribute, so that it stays the same when lines move, files are renamed or lists are put in another order. Findings
 * that have all of these in common are told apart by their number.
 */
export function fingerprints(findings: readonly Finding[]): readonly string[] {
  const times = new Map<string, number>();
  return findings.map((finding) => {
    const print = createHash("sha256")
      .update(JSON.stringify(identity(finding)))
      .digest("hex")
      .slice(0, 32);
    const time = (times.get(print) ?? 0) + 1;
    times.set(print, time);
    return `${print}:${time}`;
  });
}

function identity({ policy, outcome, concept, resource, refs }: Finding): readonly string[] {
  const [ref] = refs;
  const steps = (ref?.path ?? []).filter((step) => typeof step === "string");
  return [policy.id, outcome, concept, resource, ref?.owner ?? "", ...steps];
}
