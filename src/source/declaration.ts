import type { Format, Path, Ref } from "../base/place.ts";
import type { Missing, Unknown } from "../base/value.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** What will happen to a declared thing. `declared` where the format does not say (everything but Terraform). */
export type Change = "create" | "update" | "replace" | "delete" | "none" | "read" | "declared";

/** One declared thing of one file: a planned resource, a template's resource, a manifest, a ClusterConfig. */
export interface Declaration {
  readonly format: Format;
  /** `aws_eks_cluster`, `AWS::EKS::Cluster`, `apps/v1/Deployment`, `ClusterConfig`. */
  readonly type: string;
  /** Unique in its file: a Terraform address, a logical id, `apps/v1/Deployment/shop/web`. */
  readonly owner: string;
  /** The file it was read from; references find their targets in the same file. */
  readonly file: string;
  /** Terraform data sources are things that exist already. */
  readonly mode: "managed" | "data";
  readonly change: Change;
  /** What it will be: the resource's attributes, the template resource's `Properties`, the document. */
  readonly root: Attribute;
  /** What it was, where the format says so. */
  readonly before: Attribute | undefined;
  /** How many of it there are, where that is not exactly one: it is made under a condition, or in a loop. */
  readonly count?: Unknown;
  /** Which configuration of its provider makes it, where the format says: what has another may go to another account. */
  readonly provider?: string | undefined;
}

/**
 * A cursor on one value of a declaration. Reading is lazy: `get` makes the next cursor, nothing is copied.
 * - `known`: written and computed; parts of a known list or object may still be unknown
 * - `unknown`: written, but computed later or depending on something that was not read
 * - `absent`: not written, so the platform's default applies
 */
export interface Attribute {
  readonly ref: Ref;
  readonly state: "known" | "unknown" | "absent";
  /** The provider or the author marks it secret: it must never be printed. */
  readonly sensitive: boolean;
  /** The plain value when it is known as a whole, `undefined` when it or a part of it is not. */
  readonly json: Json | undefined;
  /** Why it is unknown; `undefined` in the other states. */
  readonly missing: Missing | undefined;
  /** What its expression refers to; `nothing` where it refers to nothing. */
  readonly links: Links;
  /** The JSON document that a text is, where the text is not known as a whole but its document is in parts. */
  readonly document?: Attribute | undefined;
  /** A text that is not known as a whole, as far as it is; `null` stands for what is not. */
  readonly pieces?: readonly (string | null)[] | undefined;
  /** A text of which only the place of deployment is not known, as it is written: `ec2.${AWS::URLSuffix}`. */
  readonly spelled?: string | undefined;
  /** Of an unknown: it will certainly be there, and be no list in its list. Otherwise it may turn out not to be written. */
  readonly isCertain?: boolean | undefined;
  /** Of a known object: members that nobody wrote and that are not known all the same, so that something may make them. */
  unmade?(): readonly string[];
  /** The value at a path below this one. Below an unknown everything is unknown, below an absent everything absent. */
  get(...path: Path): Attribute;
  /** The members of a known list; empty in every other case. */
  items(): readonly Attribute[];
  /** The entries of a known object; empty in every other case. */
  entries(): readonly (readonly [key: string, value: Attribute])[];
}

/** What an expression refers to, as far as that can be followed. */
export interface Links {
  readonly targets: readonly Link[];
  /** Every target is certainly meant, in this order. Otherwise each target may or may not be. */
  readonly exact: boolean;
  /** Nothing but the targets and the texts can be meant. Otherwise there may be more. */
  readonly closed: boolean;
  /** Texts that are written out where the expression leads: any of them may be meant, too. */
  readonly texts?: readonly string[];
}

/** One attribute of another declaration. */
export interface Link {
  readonly owner: string;
  /** The file that declares it, where that is another one. */
  readonly file?: string;
  readonly path: Path;
}

export const noLinks: Links = { targets: [], exact: true, closed: true };

/** A thing of a format that does not say what will happen to it: it is there, and that is all. */
export function standing(type: string, file: string, root: Attribute): Declaration {
  const { format, owner } = root.ref;
  return { format, type, owner, file, mode: "managed", change: "declared", root, before: undefined };
}
