/**
 * The public face of the package, all of it: what is here stays as it is until the next major version. This file is
 * also its declarations, and so imports nothing.
 */

/** What is judged, and by what. Everything may be left out; paths are relative to `root`. */
export interface GateOptions {
  /** The folder of the repository; the current folder. */
  readonly root?: string;
  /** Files and folders to judge; all of `root`. */
  readonly paths?: readonly string[];
  /** Sets (`recommended`, `strict`, `seeds`), and files and folders of policies; what the configuration says. */
  readonly policies?: readonly string[];
  /** The configuration file; `.github/eks-policy-gate.yaml` where it exists. */
  readonly config?: string;
  /** Files that say what accounts already have. */
  readonly inventories?: readonly string[];
  /** Values for the parameters of templates: `prod.json`, or `template.yaml=prod.json`. */
  readonly parameters?: readonly string[];
  /** Globs of files to leave out. */
  readonly exclude?: readonly string[];
  /** A branch or commit: only what came since counts, and its policies judge. */
  readonly base?: string;
  /** The day of the judgement, `YYYY-MM-DD`; today, in UTC. */
  readonly date?: string;
}

/**
 * Judges. It does not throw for what is wrong with files, policies or options: then the conclusion is `unjudged`, and
 * `failures` says why. What it throws is a bug.
 */
export declare function gate(options?: GateOptions): Promise<Judgement>;

export interface Judgement {
  readonly report: Report;
  /** 0 pass, 1 blocked, 2 unjudged. */
  readonly exitCode: 0 | 1 | 2;
  /** The same in words, or for other programs. */
  render(format: Format, options?: RenderOptions): Promise<string>;
}

export type Format = "terminal" | "json" | "markdown" | "html" | "sarif" | "junit";

/** For the terminal only: without colour, 100 columns wide, with everything. */
export interface RenderOptions {
  readonly colour?: boolean;
  readonly width?: number;
  readonly quiet?: boolean;
}

/** Reads and checks policies without judging anything. All mistakes of all files are told at once. */
export declare function loadPolicies(
  options?: Pick<GateOptions, "root" | "policies" | "config">,
): Promise<LoadedPolicies>;

export interface LoadedPolicies {
  readonly policies: readonly Policy[];
  readonly failures: readonly Failure[];
}

export type Severity = "critical" | "high" | "medium" | "low";
export type Enforcement = "deny" | "warn" | "audit";

export interface Policy {
  readonly id: string;
  readonly family: string;
  /** The file it stands in, as it is named. */
  readonly file: string;
  readonly title: string;
  readonly severity: Severity;
  /** What a violation does; `off` is not asked. */
  readonly enforcement: Enforcement | "off";
  readonly why: string;
  readonly fix: string;
  readonly sources: readonly string[];
}

/** The JSON report, as `report.schema.json` describes it, without the parts that only draw pictures. */
export interface Report {
  readonly schemaVersion: 1;
  readonly conclusion: "pass" | "blocked" | "unjudged";
  readonly counts: {
    readonly blocking: number;
    readonly warnings: number;
    readonly unresolved: number;
    /** Under audit, only counted. */
    readonly audited: number;
    readonly answers: Answers;
    /** How many things policies were asked about. */
    readonly entities: number;
    /** How many files were looked at and are none of ours. */
    readonly leftAlone: number;
  };
  readonly failures: readonly Failure[];
  /** What was given and not judged, or only in part. */
  readonly notes: readonly { readonly message: string; readonly hint: string; readonly place?: Place }[];
  /** Worst first, then by place. */
  readonly findings: readonly Finding[];
  readonly waivers?: readonly WaiverUse[];
  /** What was compared with, where something was. */
  readonly comparison?: { readonly base: string; readonly resolved: readonly Found[] };
  /** What the policies that the change brings would do, where it changes them. */
  readonly policyChange?: {
    readonly files: readonly string[];
    readonly added: readonly Finding[];
    readonly removed: readonly Finding[];
    readonly failures: readonly Failure[];
  };
  readonly policies: readonly (Omit<Policy, "enforcement"> & {
    readonly enforcement: Enforcement;
    readonly answers: Answers;
  })[];
  readonly inputs: readonly {
    readonly file: string;
    readonly format: string;
    readonly bytes: number;
    /** How many resources, manifests or configurations it declares. */
    readonly declares: number;
  }[];
}

/** How often each answer was given. */
export interface Answers {
  readonly violated: number;
  readonly unresolved: number;
  readonly satisfied: number;
  readonly notApplicable: number;
}

export interface Found {
  /** The id of the policy. */
  readonly policy: string;
  readonly outcome: "violated" | "unresolved";
  readonly severity: Severity;
  readonly enforcement: Enforcement;
  /** What it is about: `NodeGroup` and `module.eks.aws_eks_node_group.workers`. */
  readonly concept: string;
  readonly resource: string;
  readonly message: string;
  /** The branch of a template in which it holds, where that is not every one. */
  readonly when?: string;
}

export interface Finding extends Found {
  readonly place: Place;
  /** From the value to its cause, which is the place. */
  readonly trail?: readonly { readonly place: Place; readonly what: string }[];
  readonly note?: string;
  /** What stands in the way of an answer; empty where it is violated. */
  readonly missing: readonly {
    readonly attribute: string;
    readonly reason: string;
    readonly place?: Place;
    /** The shortest way to make it known. */
    readonly help: string;
  }[];
  /** Why it does not count, where it does not: the base has it too, or somebody answers for it. */
  readonly excuse?: { readonly kind: "before" } | { readonly kind: "waived"; readonly waiver: Waiver };
}

export interface Waiver {
  readonly policy: string;
  readonly resource: string;
  readonly match: "exact" | "glob";
  readonly reason: string;
  readonly owner: string;
  /** The last day that it counts, `YYYY-MM-DD`. */
  readonly expires: string;
  readonly place: Place;
}

export interface WaiverUse extends Waiver {
  readonly state: "used" | "unused" | "expired" | "refused";
  readonly findings: number;
  readonly why?: string;
}

/** Why there is no verdict. */
export interface Failure {
  readonly code: "usage" | "policy" | "unreadable" | "empty";
  readonly message: string;
  readonly hint?: string;
  readonly place?: Place;
}

/** Lines and columns count from 1; columns in UTF-16 units. `line` is absent where only the file is known. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}
