import type { Format } from "../../base/place.ts";
import type { Declaration } from "../../source/declaration.ts";
import type { Lookup, Part } from "../concept.ts";
import { missingOf } from "../several.ts";
import { policyStatements, statementParts, unread } from "./policy-document.ts";

/** The statements of a role's trust policy. */
export function trustStatements(declaration: Declaration, lookup: Lookup): readonly Part[] {
  const policy = declaration.root.get(policyOf[declaration.format] ?? "AssumeRolePolicyDocument");
  const isUntold = declaration.format === "inventory" && policy.state === "absent";
  const statements = isUntold
    ? [unread(policy, { ...missingOf(policy), reason: "not in the inventory" })]
    : policyStatements(policy, lookup);
  return statementParts(statements, { resource: declaration.owner });
}

/** What each format calls the policy of a role. */
const policyOf: Readonly<Partial<Record<Format, string>>> = {
  terraform: "assume_role_policy",
  inventory: "trust",
};
