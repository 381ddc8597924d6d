import type { Finding, LocatedFinding } from "./finding.ts";

export interface Compared<Found> {
  /** The same findings; those that the base has too are excused. */
  readonly findings: readonly (Found & Pick<LocatedFinding, "excuse">)[];
  /** What is violated in the base and no longer found. */
  readonly resolved: readonly Finding[];
}

/**
 * Tells what a change causes from what its base has already: the same policy says the same about the same resource, and
 * what is not known is the same, for the same reason. Lines, files and indexes play no part. Where what is said
 * differs, the change has touched what it is about, and answers for it.
 */
export function compare<Found extends Finding>(
  findings: readonly Found[],
  base: readonly Finding[],
): Compared<Found> {
  const there = new Map<string, number>();
  for (const finding of base.filter(isHeard)) {
    const key = saying(finding);
    there.set(key, (there.get(key) ?? 0) + 1);
  }
  const isThere = (finding: Found) => {
    const key = saying(finding);
    const left = there.get(key) ?? 0;
    there.set(key, left - 1);
    return left > 0;
  };
  const still = new Set(findings.map(subject));
  return {
    findings: findings.map((finding) =>
      isHeard(finding) && isThere(finding) ? { ...finding, excuse: { kind: "before" } } : finding,
    ),
    resolved: base.filter(
      (finding) =>
        finding.outcome === "violated" && finding.enforcement !== "audit" && !still.has(subject(finding)),
    ),
  };
}

/** What is only counted needs no excuse, unless it does more in some paths. */
function isHeard({ enforcement, policy }: Finding): boolean {
  return enforcement !== "audit" || policy.elsewhere !== undefined;
}

/** What other policies add to what is found and take from it. What is only counted is left out. */
export function changeOf(
  before: readonly Finding[],
  after: readonly Finding[],
): { readonly added: readonly Finding[]; readonly removed: readonly Finding[] } {
  const added = beyond(after, before);
  return { added, removed: beyond(before, after) };
}

function beyond(some: readonly Finding[], others: readonly Finding[]): readonly Finding[] {
  const heard = new Set(
    others.flatMap((finding) => (finding.enforcement === "audit" ? [] : effect(finding))),
  );
  return some.filter((finding) => finding.enforcement !== "audit" && !heard.has(effect(finding)));
}

function effect(finding: Finding): string {
  return JSON.stringify([saying(finding), finding.enforcement]);
}

function saying(finding: Finding): string {
  const missing = finding.missing.map(({ attribute, reason }) => `${attribute} ${reason}`);
  const said = finding.message.replaceAll(finding.resource, withoutNumber(finding.resource));
  return JSON.stringify([subject(finding), finding.outcome, said, ...missing.toSorted()]);
}

function subject({ policy, concept, resource }: Finding): string {
  return JSON.stringify([policy.id, concept, withoutNumber(resource)]);
}

/** Elements of a list are told apart by what is said of them: their numbers change. */
function withoutNumber(resource: string): string {
  return resource.replace(/ [\w.]+\[\d+\]$/, "");
}
