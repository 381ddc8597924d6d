import type { Place } from "../base/place.ts";

/** Somebody answers for a finding, until a day. Every word of it is required. */
export interface Waiver {
  /** The id of the policy, whole. */
  readonly policy: string;
  /** The address of the resource, whole; a glob where `match` says so. */
  readonly resource: string;
  readonly match: "exact" | "glob";
  /** The file that declares it: a plan, a template or a manifest. Needed where several have that address. */
  readonly file?: string;
  readonly reason: string;
  /** Who answers for it: `@acme/network`, or an e-mail address. */
  readonly owner: string;
  /** The last day that it counts, `YYYY-MM-DD`. */
  readonly expires: string;
  readonly at: Place;
}
