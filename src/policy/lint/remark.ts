import type { Place } from "../../base/place.ts";

/** Something `lint` says about a file. */
export interface Remark {
  /** A mistake has to go; advice is for whoever wants the policy to be better. */
  readonly kind: "mistake" | "advice";
  readonly rule: Rule;
  readonly at: Place;
  readonly message: string;
}

export type Rule = keyof typeof rules;

/** What `lint` looks for, by the names that reports use. */
export const rules = {
  mistake: "What keeps a file from being read, or an expression from being asked.",
  "never-violated": "A policy that no resource can violate guards nothing.",
  "always-violated": "A policy that every resource violates is no question.",
  "id-names-no-defect": "The id of a policy names the defect: the pull request has `irsa-without-subject`.",
  "title-is-no-sentence": "The title of a policy is a sentence: a group runs in a single Availability Zone.",
  "message-without-value": "The message of a finding says what was found, not only where.",
  "format-without-case": "The cases of a policy use every format that can supply its concept.",
  "case-without-place": "At least one violated case says which attribute the finding points at.",
} as const;
