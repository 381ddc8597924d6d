import { showPath } from "../../base/place.ts";
import type { Attribute, Declaration } from "../../source/declaration.ts";
import { plainAttribute } from "../../source/plain.ts";
import type { Part } from "../concept.ts";
import type { Lookup } from "../lookup.ts";
import { unreadAttribute } from "../unread.ts";

/**
 * The statements of a role's trust policy: from its text, its object, or the policy document it is made from.
 * A policy that is not known is one statement of which nothing is known, so that it is never passed over.
 */
export function trustStatements(declaration: Declaration, lookup: Lookup): readonly Part[] {
  const policy = declaration.root.get(
    declaration.format === "terraform" ? "assume_role_policy" : "AssumeRolePolicyDocument",
  );
  return policyStatements(policy, lookup).map(({ root, shape }, index) => ({
    root,
    key: `statement[${index}]`,
    resource: declaration.owner,
    marks: { shape },
  }));
}

interface Statement {
  readonly root: Attribute;
  readonly shape: "json" | "document";
}

function policyStatements(policy: Attribute, lookup: Lookup): readonly Statement[] {
  if (policy.state === "absent") return [];
  if (typeof policy.json === "string") return textStatements(policy, policy.json);
  if (policy.state === "known") return objectStatements(policy.get("Statement"));
  const [only, ...others] = policy.links.targets;
  const document = only === undefined || others.length > 0 ? undefined : lookup.target(policy.ref.file, only);
  if (document?.type === "aws_iam_policy_document") return documentStatements(document);
  return [{ root: policy, shape: "json" }];
}

function textStatements(policy: Attribute, text: string): readonly Statement[] {
  try {
    const document = plainAttribute(policy.ref, JSON.parse(text));
    return objectStatements(document.get("Statement"));
  } catch {
    return [{ root: notFollowed(policy, "not valid JSON"), shape: "json" }];
  }
}

function objectStatements(statements: Attribute): readonly Statement[] {
  const list = statements.items();
  const roots = list.length > 0 || Array.isArray(statements.json) ? list : [statements];
  return roots.map((root) => ({ root, shape: "json" }));
}

/** Statements that other documents add or replace are not followed: they may say anything. */
function documentStatements({ root }: Declaration): readonly Statement[] {
  const statements = root.get("statement");
  const own: readonly Statement[] =
    statements.state === "unknown"
      ? [{ root: statements, shape: "document" }]
      : statements.items().map((statement) => ({ root: statement, shape: "document" }));
  const others = ["source_policy_documents", "override_policy_documents"]
    .map((name) => root.get(name))
    .filter((list) => list.state === "unknown" || list.items().length > 0)
    .map((list) => ({ root: notFollowed(list, "made of other documents"), shape: "document" as const }));
  return [...own, ...others];
}

function notFollowed({ ref }: Attribute, reason: string): Attribute {
  return unreadAttribute(ref, { attribute: `${ref.owner}.${showPath(ref.path)}`, reason, ref });
}
