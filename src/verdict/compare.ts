import type { Finding, LocatedFinding } from "./finding.ts";

export interface Compared<Found> {
  /** The same findings; those that the base has too are excused. */
  readonly findings: readonly Found[];
  /** What is violated in the base and no longer found. */
  readonly resolved: readonly Finding[];
}

/**
 * Tells what a change causes from what its base has already: the same policy says the same about the same resource.
 * Lines, files and indexes play no part. Where what is said differs, the change has touched what it is about, and
 * answers for it. An open question is the base's own only where nothing that stands in its way is changed.
 */
export function compare<Found extends Pick<LocatedFinding, keyof Finding | "excuse">>(
  findings: readonly Found[],
  base: readonly Finding[],
  isChanged: (file: string, owner: string) => boolean,
): Compared<Found> {
  const there = new Map<string, number>();
  for (const finding of base) {
    const key = saying(finding);
    there.set(key, (there.get(key) ?? 0) + 1);
  }
  const isThere = (finding: Found) => {
    const key = saying(finding);
    const left = there.get(key) ?? 0;
    if (left === 0 || (finding.outcome === "unresolved" && waitsForChange(finding, isChanged))) return false;
    there.set(key, left - 1);
    return true;
  };
  const still = new Set(findings.map(subject));
  return {
    findings: findings.map((finding) =>
      isThere(finding) ? { ...finding, excuse: { kind: "before" } } : finding,
    ),
    resolved: base.filter(
      (finding) =>
        finding.outcome === "violated" && finding.enforcement !== "audit" && !still.has(subject(finding)),
    ),
  };
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
  return JSON.stringify([subject(finding), finding.outcome, finding.message]);
}

function subject({ policy, concept, resource }: Finding): string {
  return JSON.stringify([policy.id, concept, resource]);
}

function waitsForChange(
  { missing, refs }: Finding,
  isChanged: (file: string, owner: string) => boolean,
): boolean {
  const causes = missing.flatMap(({ ref }) => ref ?? []);
  return [...causes, ...refs].some(({ file, owner }) => isChanged(file, owner));
}
