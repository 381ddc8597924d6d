import type { Missing, Unknown } from "../../base/value.ts";
import type { Attribute, Declaration } from "../../source/declaration.ts";
import { plainAttribute } from "../../source/plain.ts";
import type { Lookup, Part } from "../concept.ts";
import { anyNumber, blocksOf, missingOf, perhaps } from "../several.ts";
import { unreadAttribute } from "../unread.ts";

/** One statement of a policy, or those of a policy that is not known. */
export interface Statement {
  readonly root: Attribute;
  readonly shape: "json" | "document";
  readonly count?: Unknown;
}

/** The statements of a policy as entities of the concept that reads them. */
export function statementParts(
  statements: readonly Statement[],
  { resource, policy = "" }: { readonly resource: string; readonly policy?: string },
): readonly Part[] {
  const prefix = policy === "" ? "" : `${policy}.`;
  return statements.map(({ root, shape, count }, index) => ({
    root,
    key: `${prefix}statement[${index}]`,
    resource,
    marks: { shape },
    ...(count === undefined ? {} : { count }),
  }));
}

const deepest = 10;

/**
 * The statements of an IAM policy: from its text, its object, or the policy document it is made from. A policy that is
 * not known is one statement of which nothing is known, so that it is never passed over.
 */
export function policyStatements(policy: Attribute, lookup: Lookup, depth = 0): readonly Statement[] {
  if (policy.state === "absent") return [];
  if (typeof policy.json === "string") return textStatements(policy, policy.json);
  if (policy.state === "known") return objectStatements(policy.get("Statement"));
  if (policy.document !== undefined) return objectStatements(policy.document.get("Statement"));
  const document = depth > deepest ? undefined : documentOf(policy, lookup);
  return document === undefined
    ? [unread(policy, missingOf(policy))]
    : documentStatements(document, lookup, depth);
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

/** A document is laid over those it starts from, and those that override it over both. */
function documentStatements({ root }: Declaration, lookup: Lookup, depth: number): readonly Statement[] {
  const own = blocksOf(root.get("statement"), "statement").map(
    (member): Statement => ({ ...member, shape: "document" }),
  );
  const others = (names: readonly string[]) =>
    names.flatMap((name) => otherDocuments(root.get(name), lookup, depth + 1));
  return [[own], others(overriding)].flat().reduce(laidOver, others(added).reduce(laidOver, []));
}

/** The statements of each document that one is made of. */
function otherDocuments(
  written: Attribute,
  lookup: Lookup,
  depth: number,
): readonly (readonly Statement[])[] {
  if (written.state === "unknown") return [policyStatements(written, lookup, depth)];
  if (!isFilled(written)) return [];
  const items = written.items();
  return (items.length === 0 ? [written] : items).map((item) => policyStatements(item, lookup, depth));
}

/** A statement takes the place of one with the same `sid`. */
function laidOver(lower: readonly Statement[], upper: readonly Statement[]): readonly Statement[] {
  const sids = upper.map(sidOf);
  const open = upper.filter((_, index) => sids[index] === undefined).map(({ root }) => missingFrom(root));
  const kept = lower.flatMap((statement): readonly Statement[] => {
    const sid = sidOf(statement);
    if (sid === "" || statement.count !== undefined) return [statement];
    if (sid !== undefined && sids.includes(sid)) return [];
    const isReplaceable = open.length > 0 || (sid === undefined && sids.some((one) => one !== ""));
    return [
      isReplaceable ? { ...statement, count: perhaps([...open, missingFrom(statement.root)]) } : statement,
    ];
  });
  return [...kept, ...upper];
}

/** Empty for none, `undefined` where it is not known. */
function sidOf({ root, shape, count }: Statement): string | undefined {
  const sid = root.get(shape === "document" ? "sid" : "Sid");
  if (count !== undefined || sid.state === "unknown") return undefined;
  return typeof sid.json === "string" ? sid.json : "";
}

function isFilled(attribute: Attribute): boolean {
  return attribute.items().length > 0 || (typeof attribute.json === "string" && attribute.json !== "");
}

function missingFrom(list: Attribute): Missing {
  return { ...missingOf(list), reason: "made of other documents" };
}

/** Any number of statements of which nothing is known. */
export function unread({ ref }: Attribute, missing: Missing): Statement {
  return { root: unreadAttribute(ref, missing), shape: "json", count: anyNumber([missing]) };
}
