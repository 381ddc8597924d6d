import { type Place, showPlace } from "../base/place.ts";
import type { LocatedFinding, LocatedMissing } from "../verdict/finding.ts";
import { advice } from "./advice.ts";
import { grouped } from "./grouped.ts";

/** Questions that are open for one kind of reason, so that what helps is said once. */
export interface OpenKind {
  readonly advice: string;
  readonly causes: readonly OpenCause[];
}

/** What has to become known, and the findings that are decided then. */
export interface OpenCause {
  /** Several where they are decided together, or are the same attribute of several instances. */
  readonly unknowns: readonly OpenUnknown[];
  /** Where the first of them is written, as far as that can be told. */
  readonly place: Place | undefined;
  readonly findings: readonly LocatedFinding[];
}

export interface OpenUnknown {
  readonly name: string;
  readonly reason: string;
}

/**
 * Unresolved findings by what keeps them so: fifty findings that wait for one value are one cause. Kinds and causes
 * come in the order of their first finding, so that what is worst first stays so.
 */
export function openQuestions(findings: readonly LocatedFinding[]): readonly OpenKind[] {
  return grouped(findings, adviceFor).map(([advice, some]) => ({
    advice,
    causes: grouped(some, causeKey).map(([, same]) => causeOf(same)),
  }));
}

/** What helps with the first thing that is missing; nothing where an expression could not be worked out. */
function adviceFor({ missing: [first] }: LocatedFinding): string {
  return first === undefined ? "" : advice(first);
}

function causeKey({ missing, message }: LocatedFinding): string {
  if (missing.length === 0) return message;
  return [...new Set(missing.map(keyOf))].sort().join("\n");
}

/** Instances of one resource are written at one place; elsewhere a name means one thing of a file. */
function keyOf(missing: LocatedMissing): string {
  const { name, reason } = unknownOf(missing);
  const { ref, place } = missing;
  const isPlaced = ref?.format === "terraform" && place?.line !== undefined;
  return `${reason} ${isPlaced ? showPlace(place) : `${ref?.file} ${name}`}`;
}

function causeOf(findings: readonly LocatedFinding[]): OpenCause {
  const missing = findings.flatMap((finding) => finding.missing);
  const unknowns = [...new Map(missing.map((one) => [unknownOf(one).name, unknownOf(one)])).values()];
  const place = missing.find((one) => one.place !== undefined)?.place ?? findings[0]?.place;
  return { unknowns, place, findings };
}

/** ``made from `A`, a parameter without a default`` is about the parameter, whatever is made from it. */
export function unknownOf({ attribute, reason }: LocatedMissing): OpenUnknown {
  const found = /^made from `([^`]+)`, (.+)$/s.exec(reason);
  return found === null
    ? { name: attribute, reason }
    : { name: found[1] ?? attribute, reason: found[2] ?? reason };
}
