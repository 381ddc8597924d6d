import type { Place } from "../base/place.ts";
import type { Value } from "../base/value.ts";
import type { Expression } from "../expr/expression.ts";

export type Severity = "critical" | "high" | "medium" | "low";
/** What a violation does: block, warn, or only be counted. */
export type Enforcement = "deny" | "warn" | "audit";
/** What a policy may be set to: one that is off is not asked. */
export type EnforcementOrOff = Enforcement | "off";

/** A policy as written, checked against the vocabulary and ready to be asked. */
export interface Policy {
  /** Names the defect; equals the file's name. */
  readonly id: string;
  /** The folder it stands in: `multi-az`. */
  readonly family: string;
  readonly file: string;
  readonly title: string;
  readonly severity: Severity;
  readonly enforcement: Enforcement;
  /** What an unresolved finding does. */
  readonly unresolved: Enforcement;
  /** Something stricter that is to come; `enforcement` is what counts until then. */
  readonly stage?: Stage | undefined;
  /** Where other paths are treated otherwise; the later counts. */
  readonly elsewhere?: readonly Elsewhere[];
  /** The concept it asks about. */
  readonly select: string;
  readonly when: Expression | undefined;
  /** Asks the assertion of every element of a list, under this name. */
  readonly each: { readonly list: Expression; readonly name: string } | undefined;
  /** Named parts, in the order they are written; later ones may use earlier ones. */
  readonly let: readonly { readonly name: string; readonly expression: Expression }[];
  readonly assert: Expression;
  readonly message: MessageTemplate;
  /** What a finding points at; otherwise what the evaluation read to decide. */
  readonly at: Expression | undefined;
  /** The value that would do where `at` points, so that it can be offered in place of what is written there. */
  readonly suggest: Expression | undefined;
  readonly params: ReadonlyMap<string, Value>;
  readonly parameters: readonly Parameter[];
  readonly why: string;
  readonly fix: string;
  readonly sources: readonly string[];
}

/** Something stricter that begins on a day: until then a policy that will deny warns, and one that will warn counts. */
export interface Stage {
  /** The first day of it, `YYYY-MM-DD`. */
  readonly from: string;
  readonly then: "deny" | "warn";
}

/** What a configuration changes for findings in some paths. */
export interface Elsewhere {
  readonly holds: (file: string) => boolean;
  readonly enforcement: Enforcement | undefined;
  readonly stage: Stage | undefined;
  readonly unresolved: Enforcement | undefined;
  readonly severity: Severity | undefined;
}

export interface Parameter {
  readonly name: string;
  readonly type: "int" | "string" | "bool" | "list<string>" | "list<int>";
  readonly default: Value;
  /** The path of the fact that is its default: `quotas.nodeGroupsPerCluster.value`. */
  readonly fact?: string;
  readonly doc: string;
}

/** Text with `{expression}` holes. */
export type MessageTemplate = readonly (string | Expression)[];

/** A mistake in a policy or configuration file. All mistakes of all files are reported at once. */
export interface Mistake {
  readonly at: Place;
  readonly message: string;
}

/** What an unresolved finding does where nothing is said: it warns, but never louder than a violation. */
export function defaultUnresolved(enforcement: Enforcement): Enforcement {
  return enforcement === "audit" ? "audit" : "warn";
}
