import { matchesGlob } from "../base/glob.ts";
import type { Waiver } from "../policy/waiver.ts";
import type { Finding, LocatedFinding, WaiverUse } from "./finding.ts";

/** A waiver, and what is asked of it before it counts. */
export interface Claim {
  readonly waiver: Waiver;
  /** The findings that it stands beside, where it stands beside the code: it means no others. */
  readonly beside?: ReadonlySet<Finding>;
  /** Why it may not excuse anything, where it may not. */
  readonly refused?: string;
}

/** A finding, whether it is placed or not. */
export type Excusable = Finding & Pick<LocatedFinding, "excuse">;

/**
 * Excuses what is waived, violated or unresolved, and says what became of each waiver. Every finding keeps its place.
 * One that has another excuse keeps that; a waiver of it is used all the same. `now` is the day of the run.
 */
export function waive<Found extends Excusable>(
  findings: readonly Found[],
  claims: readonly Claim[],
  now: string,
): { readonly findings: readonly Found[]; readonly uses: readonly WaiverUse[] } {
  if (claims.length === 0) return { findings, uses: [] };
  const meantBy = whoMeans(findings);
  const waived = new Map<Finding, Waiver>();
  const uses = claims.map((claim): WaiverUse => {
    const { waiver } = claim;
    const meant = meantBy(claim);
    const use = { waiver, findings: meant.length };
    if (waiver.expires < now) return { ...use, state: "expired", why: `its last day was ${waiver.expires}` };
    if (claim.refused !== undefined) return { ...use, state: "refused", why: claim.refused };
    if (meant.length === 0) return { ...use, state: "unused", ...whyUnused(waiver) };
    for (const finding of meant) if (!waived.has(finding)) waived.set(finding, waiver);
    return { ...use, state: "used" };
  });
  return { findings: findings.map((finding) => excused(finding, waived.get(finding))), uses };
}

/** The findings of each policy by resource are looked up, so that many waivers of many findings take no longer. */
function whoMeans(findings: readonly Finding[]): (claim: Claim) => readonly Finding[] {
  const found = new Map<string, Map<string, Finding[]>>();
  for (const finding of findings) {
    const ofPolicy = found.get(finding.policy.id) ?? new Map<string, Finding[]>();
    for (const resource of namesOf(finding)) {
      const ofResource = ofPolicy.get(resource) ?? [];
      ofResource.push(finding);
      ofPolicy.set(resource, ofResource);
    }
    found.set(finding.policy.id, ofPolicy);
  }
  return ({ waiver, beside }) => {
    if (beside !== undefined) return [...beside];
    const ofPolicy = found.get(waiver.policy);
    const isThere = (finding: Finding) =>
      waiver.file === undefined || waiver.file === (finding.about ?? finding.refs[0])?.file;
    if (waiver.match === "exact") return (ofPolicy?.get(waiver.resource) ?? []).filter(isThere);
    const meant = [...(ofPolicy ?? [])].filter(([resource]) => matchesGlob(waiver.resource, resource));
    return [...new Set(meant.flatMap(([, found]) => found))].filter(isThere);
  };
}

/** What a finding says it is about, and where that is a part, as `aws_security_group.lb ingress[0]` is, the resource. */
function namesOf({ resource, about }: Finding): readonly string[] {
  const isPart = about !== undefined && resource.startsWith(`${about.owner} `);
  return isPart ? [resource, about.owner] : [resource];
}

function excused<Found extends Excusable>(finding: Found, waiver: Waiver | undefined): Found {
  return waiver === undefined || finding.excuse !== undefined
    ? finding
    : { ...finding, excuse: { kind: "waived", waiver } };
}

function whyUnused({ resource, match }: Waiver): Pick<WaiverUse, "why"> {
  return match === "exact" && resource.includes("*")
    ? { why: "`*` stands for itself without `match: glob`" }
    : {};
}
