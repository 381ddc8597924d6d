import type { Format } from "../../base/place.ts";
import type { Missing, Unknown } from "../../base/value.ts";
import type { Attribute, Declaration } from "../../source/declaration.ts";
import { plainAttribute } from "../../source/plain.ts";
import type { Lookup, Part } from "../concept.ts";
import { anyNumber, blocksOf, missingOf, perhaps } from "../several.ts";
import { unreadAttribute } from "../unread.ts";

/**
 * The statements of a role's trust policy: from its text, its object, or the policy document it is made from.
 * A policy that is not known is one statement of which nothing is known, so that it is never passed over.
 */
export function trustStatements(declaration: Declaration, lookup: Lookup): readonly Part[] {
  const policy = declaration.root.get(policyOf[declaration.format] ?? "AssumeRolePolicyDocument");
  const isUntold = declaration.format === "inventory" && policy.state === "absent";
  const statements = isUntold
    ? [unread(policy, { ...missingOf(policy), reason: "not in the inventory" })]
    : policyStatements(policy, lookup);
  return statements.map(({ root, shape, count }, index) => ({
    root,
    key: `statement[${index}]`,
    resource: declaration.owner,
    marks: { shape },
    ...(count === undefined ? {} : { count }),
  }));
}

/** What each format calls the policy of a role. */
const policyOf: Readonly<Partial<Record<Format, string>>> = {
  terraform: "assume_role_policy",
  inventory: "trust",
};

interface Statement {
  readonly root: Attribute;
  readonly shape: "json" | "document";
  readonly count?: Unknown;
}

function policyStatements(policy: Attribute, lookup: Lookup): readonly Statement[] {
  if (policy.state === "absent") return [];
  if (typeof policy.json === "string") return textStatements(policy, policy.json);
  if (policy.state === "known") return objectStatements(policy.get("Statement"));
  if (policy.document !== undefined) return objectStatements(policy.document.get("Statement"));
  const document = documentOf(policy, lookup);
  return document === undefined ? [unread(policy, missingOf(policy))] : documentStatements(document);
}

/** The document that a policy certainly is the text of. */
function documentOf(policy: Attribute, lookup: Lookup): Declaration | undefined {
  const { targets, exact, closed } = policy.links;
  const [only, ...others] = targets;
  if (!exact || !closed || only === undefined || others.length > 0) return undefined;
  const document = lookup.target(policy.ref.file, only);
  // Behind an index nothing is left of the path; what else of a document would be a policy?
  const [attribute = "json"] = only.path;
  const isText = attribute === "json" || attribute === "minified_json";
  return isText && document?.type === "aws_iam_policy_document" ? document : undefined;
}

function textStatements(policy: Attribute, text: string): readonly Statement[] {
  try {
    const document = plainAttribute(policy.ref, JSON.parse(text));
    return objectStatements(document.get("Statement"));
  } catch {
    return [unread(policy, { ...missingOf(policy), reason: "not valid JSON" })];
  }
}

function objectStatements(statements: Attribute): readonly Statement[] {
  return blocksOf(statements, "Statement").map((member) => ({ ...member, shape: "json" }));
}

const added = ["source_policy_documents", "source_json"];
const overriding = ["override_policy_documents", "override_json"];

/**
 * Statements that other documents add are not followed: they may say anything. Overriding documents also replace
 * statements of the same `sid`, so one that has a `sid` may not be there.
 */
function documentStatements({ root }: Declaration): readonly Statement[] {
  const isWritten = (name: string) => root.get(name).state === "unknown" || isFilled(root.get(name));
  const overrides = overriding.filter(isWritten).map((name) => missingFrom(root.get(name)));
  const own = blocksOf(root.get("statement"), "statement").map((member): Statement => {
    const sid = member.root.get("sid");
    const isReplaceable = overrides.length > 0 && (sid.state === "unknown" || isFilled(sid));
    return { ...member, shape: "document", ...(isReplaceable ? { count: perhaps(overrides) } : {}) };
  });
  const others = [...added, ...overriding].filter(isWritten).map((name) => {
    const list = root.get(name);
    return unread(list, missingFrom(list), "document");
  });
  return [...own, ...others];
}

function isFilled(attribute: Attribute): boolean {
  return attribute.items().length > 0 || (typeof attribute.json === "string" && attribute.json !== "");
}

function missingFrom(list: Attribute): Missing {
  return { ...missingOf(list), reason: "made of other documents" };
}

/** Any number of statements of which nothing is known. */
function unread({ ref }: Attribute, missing: Missing, shape: Statement["shape"] = "json"): Statement {
  return { root: unreadAttribute(ref, missing), shape, count: anyNumber([missing]) };
}
