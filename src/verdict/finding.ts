import type { Failure } from "../base/failure.ts";
import type { Note } from "../base/note.ts";
import type { Place, Ref } from "../base/place.ts";
import type { Missing } from "../base/value.ts";
import type { Enforcement, Policy, Severity } from "../policy/policy.ts";
import type { Waiver } from "../policy/waiver.ts";
import type { InputFile } from "../source/sources.ts";
import type { Headroom } from "./headroom.ts";
import type { Layout } from "./layout.ts";

/** The four answers a policy can give about an entity. There is no fifth. */
export type Outcome = "violated" | "satisfied" | "unresolved" | "not-applicable";

/** What people are told of a policy. */
export type ToldPolicy = Pick<
  Policy,
  | "id"
  | "family"
  | "file"
  | "title"
  | "severity"
  | "enforcement"
  | "stage"
  | "elsewhere"
  | "why"
  | "fix"
  | "sources"
>;

/** A violated or unresolved answer: what people are told about. */
export interface Finding {
  readonly policy: ToldPolicy;
  readonly outcome: "violated" | "unresolved";
  readonly severity: Severity;
  /** What it does to the verdict: the policy's enforcement, or its `unresolved` where it is unresolved. */
  readonly enforcement: Enforcement;
  /** What it is about: `NodeGroup` and `module.eks.aws_eks_node_group.workers`. */
  readonly concept: string;
  readonly resource: string;
  /** The branch in which it holds, where that is not every one: `` `Environment` is `dev` ``; `message` begins with it. */
  readonly when?: string;
  /** One or two sentences; sensitive values read `(sensitive)`. */
  readonly message: string;
  /** What could be written in place of the value it points at, where a policy offers that and it is known. */
  readonly suggestion?: Suggestion;
  /** The attributes that stand in the way; empty where it is violated. */
  readonly missing: readonly Missing[];
  /** What it points at, best first; never empty. */
  readonly refs: readonly Ref[];
  /** Where what it is about is declared. */
  readonly about?: Ref;
}

/** A value that can be written as it is. */
export type Suggestion = boolean | number | string | readonly string[];

/** A finding with the place a person can open. */
export interface LocatedFinding extends Finding {
  readonly missing: readonly LocatedMissing[];
  /** Where its cause is written, or else the value itself, or else what is nearest to it. */
  readonly place: Place;
  /** From the value to its cause, which is the place. Empty where the place is all there is. */
  readonly trail: readonly Step[];
  /** What has to be known of the place, as a sentence's start: `the files here are not what was planned`. */
  readonly note?: string | undefined;
  /** Something it points at holds a secret, which may be written in full where it is declared. */
  readonly secret?: boolean | undefined;
  /** Why it does not count against this change, where it does not. */
  readonly excuse?: Excuse;
}

/**
 * Why a finding neither blocks nor warns:
 * - `before`: what the change is compared with has it too
 * - `waived`: somebody answers for it
 */
export type Excuse = { readonly kind: "before" } | { readonly kind: "waived"; readonly waiver: Waiver };

/** What is missing, with where it is written. */
export interface LocatedMissing extends Missing {
  readonly place?: Place;
}

/** A place that a value passes on its way, and what stands there: ``argument `cidrs` of module `eks` ``. */
export interface Step {
  readonly place: Place;
  readonly what: string;
}

/**
 * - `pass`: everything that had to be judged was, and nothing blocks
 * - `blocked`: a finding blocks
 * - `unjudged`: something could not be read or loaded, or nothing was there to judge
 */
export type Conclusion = "pass" | "blocked" | "unjudged";

export interface Verdict {
  readonly conclusion: Conclusion;
  /** Worst first, then by place. */
  readonly findings: readonly LocatedFinding[];
  readonly tally: readonly PolicyTally[];
  readonly failures: readonly Failure[];
  readonly inputs: readonly InputFile[];
  readonly notes: readonly Note[];
  readonly leftAlone: number;
  readonly policies: readonly ToldPolicy[];
  /** How many entities of the graph were there to be asked about. */
  readonly entities: number;
  readonly elapsedMilliseconds: number;
  /** What the change was compared with; left out where it was not. */
  readonly comparison?: Comparison;
  /** What became of each waiver, in the order they are written. */
  readonly waivers?: readonly WaiverUse[];
  /** What the policies of this change would do, where it changes them. */
  readonly policyChange?: PolicyChange;
  /** The clusters that the change touches, as pictures; only where they were asked for. */
  readonly layouts?: readonly Layout[];
  /** How much of their quotas things use; only where pictures were asked for. */
  readonly headroom?: readonly Headroom[];
}

export interface Comparison {
  /** What people call it: `origin/main`, or the beginning of a commit's id. */
  readonly base: string;
  /** What is found there and no longer here. */
  readonly resolved: readonly Finding[];
}

/**
 * - `used`: it excuses findings
 * - `unused`: nothing that it is about was found
 * - `expired`: its day is over, so that it excuses nothing
 * - `refused`: it may not excuse anything; `why` says it
 */
export interface WaiverUse {
  readonly waiver: Waiver;
  readonly state: "used" | "unused" | "expired" | "refused";
  /** How many findings it excuses, or would. */
  readonly findings: number;
  readonly why?: string;
}

/** The change is judged by the policies of its base; this is what those it brings itself would say of it. */
export interface PolicyChange {
  /** The files of policy, configuration and waivers that it changes. */
  readonly files: readonly string[];
  /** Findings that would be new, and those that would be gone. */
  readonly added: readonly LocatedFinding[];
  readonly removed: readonly LocatedFinding[];
  /** What is wrong in the changed files. */
  readonly failures: readonly Failure[];
}

/** How often each answer was given by one policy. */
export interface PolicyTally {
  readonly policy: ToldPolicy;
  readonly violated: number;
  readonly satisfied: number;
  readonly unresolved: number;
  readonly notApplicable: number;
}
