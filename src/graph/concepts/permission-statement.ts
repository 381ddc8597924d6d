import { Unknown } from "../../base/value.ts";
import type { Attribute, Declaration, Json } from "../../source/declaration.ts";
import { concept, type Lookup, type Origin, type Part, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { many } from "../link.ts";
import { always, orDefault, text, textList, written } from "../read.ts";
import { blocksOf, missingOf } from "../several.ts";
import { eksctlStatements, madeRoleOf } from "./eksctl-permissions.ts";
import { allows, beyond } from "./iam-action.ts";
import { some } from "./members.ts";
import { policyStatements, statementParts } from "./policy-document.ts";
import { documentConditions, jsonConditions } from "./trust-condition.ts";
import { any, type Truth } from "./truth.ts";

const fields = {
  effect: ((origin) => orDefault(text(either(origin, "effect", "Effect")), "Allow")(origin)) satisfies Reader,
  actions: listOf("actions", "Action"),
  exceptActions: listOf("not_actions", "NotAction"),
  resources: listOf("resources", "Resource"),
  exceptResources: listOf("not_resources", "NotResource"),
  anyResource: ((origin) => {
    const attribute = origin.root.get(either(origin, "resources", "Resource"));
    const excepted = textList(origin.root.get(either(origin, "not_resources", "NotResource")));
    return written(any([includesEverything(attribute), some(excepted, () => true)]), attribute);
  }) satisfies Reader,
  conditions: ((origin) => {
    const attribute = origin.root.get(either(origin, "condition", "Condition"));
    return written(isDocument(origin) ? documentConditions(attribute) : jsonConditions(attribute), attribute);
  }) satisfies Reader,
};

const noPolicy = { policy: always(null) };

/** The role that the declaration is, of whose inline policies it is part. */
const ownRole: Reader = ({ declaration, lookup, part }) => {
  const role = lookup.entityOf(declaration, "IamRole");
  return derived(role === undefined ? [] : [role], part.root.ref);
};

const ownPolicy: Reader = ({ declaration, lookup, part }) =>
  derived(lookup.entityOf(declaration, "IamPolicy") ?? null, part.root.ref);

export const permissionStatement = concept({
  name: "PermissionStatement",
  doc: "One statement of a permission policy: what whoever has the policy may do, and to what.",
  fields: {
    roles: {
      type: "list<IamRole>",
      doc: "The roles whose inline policy it is part of; none for a managed policy.",
    },
    policy: { type: "IamPolicy?", doc: "The managed policy it is part of; null for an inline policy." },
    effect: { type: "string", doc: "`Allow` or `Deny`." },
    actions: { type: "list<string>", doc: "Its actions: `s3:GetObject`, `s3:*`." },
    exceptActions: { type: "list<string>", doc: "The actions it is not about (`NotAction`)." },
    resources: { type: "list<string>", doc: "The resources it is about." },
    exceptResources: { type: "list<string>", doc: "The resources it is not about (`NotResource`)." },
    anyResource: {
      type: "bool",
      doc: "Whether `*`, every resource, is among its resources, or it says which it is not about (`NotResource`).",
    },
    conditions: { type: "list<TrustCondition>", doc: "Its conditions; all have to hold." },
  },
  methods: [
    {
      signature: "allows(string): bool",
      doc: 'Whether it allows an action, also through a wildcard or `NotAction`: `allows("iam:PassRole")`.',
      call: (self, action) => allows(self, action),
    },
    {
      signature: "beyond(list<string>): list<string>",
      doc: 'The actions it allows that are not in a list, whose members may have wildcards: `beyond(["ec2:Describe*"])`; `*` where it says what it does not allow (`NotAction`).',
      call: (self, list) => beyond(self, list),
    },
  ],
  suppliers: [
    {
      format: "terraform",
      types: ["aws_iam_role_policy"],
      parts: statementsAt("policy"),
      fields: { ...fields, ...noPolicy, roles: inWhole(many("IamRole", "role")) },
    },
    {
      format: "terraform",
      types: ["aws_iam_role"],
      parts: statementsInEach("inline_policy", "policy"),
      fields: { ...fields, ...noPolicy, roles: ownRole },
    },
    {
      format: "terraform",
      types: ["aws_iam_policy"],
      data: true,
      parts: statementsAt("policy"),
      fields: { ...fields, policy: ownPolicy, roles: always([]) },
    },
    {
      format: "cloudformation",
      types: ["AWS::IAM::Policy"],
      parts: statementsAt("PolicyDocument"),
      fields: { ...fields, ...noPolicy, roles: inWhole(many("IamRole", "Roles")) },
    },
    {
      format: "cloudformation",
      types: ["AWS::IAM::RolePolicy"],
      parts: statementsAt("PolicyDocument"),
      fields: { ...fields, ...noPolicy, roles: inWhole(many("IamRole", "RoleName")) },
    },
    {
      format: "cloudformation",
      types: ["AWS::IAM::Role"],
      parts: statementsInEach("Policies", "PolicyDocument"),
      fields: { ...fields, ...noPolicy, roles: ownRole },
    },
    {
      format: "cloudformation",
      types: ["AWS::IAM::ManagedPolicy"],
      parts: statementsAt("PolicyDocument"),
      fields: { ...fields, policy: ownPolicy, roles: always([]) },
    },
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      parts: eksctlStatements,
      fields: { ...fields, ...noPolicy, roles: madeRoleOf },
    },
  ],
});

function statementsAt(path: string) {
  return (declaration: Declaration, lookup: Lookup): readonly Part[] =>
    statementParts(policyStatements(declaration.root.get(path), lookup), { resource: declaration.owner });
}

function statementsInEach(list: string, path: string) {
  return ({ root, owner }: Declaration, lookup: Lookup): readonly Part[] =>
    blocksOf(root.get(list), list).flatMap(({ root: policy, key, count }) =>
      statementParts(policyStatements(policy.get(path), lookup), { resource: owner, policy: key }).map(
        (part) => (count === undefined ? part : { ...part, count }),
      ),
    );
}

/** Reads from the declaration of which the statement is a part. */
function inWhole(reader: Reader): Reader {
  return (from) => reader({ ...from, root: from.declaration.root });
}

function isDocument({ part }: Origin): boolean {
  return part.marks?.shape === "document";
}

/** What a policy document of Terraform calls it, or what JSON does. */
function either(origin: Origin, document: string, json: string): string {
  return isDocument(origin) ? document : json;
}

function listOf(document: string, json: string): Reader {
  return (origin) => {
    const attribute = origin.root.get(either(origin, document, json));
    return written(textList(attribute), attribute);
  };
}

/** Whether `*` is among texts, or is one of them. */
function includesEverything(attribute: Attribute): Truth {
  const items = attribute.items().length > 0 ? attribute.items() : [attribute];
  return any(items.map(isEverything));
}

/** What is made of the ARN of a resource, or of more than a `*`, is not every resource. */
function isEverything(attribute: Attribute): Truth {
  const { json, state, links, pieces = [] } = attribute;
  if (state !== "unknown") return isStar(json);
  if (pieces.some((piece) => piece !== null && !isStar(piece))) return false;
  const { targets, texts = [], closed } = links;
  const isOfArns =
    closed && targets.length > 0 && targets.every(({ path }) => /^arn$/i.test(String(path.at(-1))));
  if (isOfArns && !texts.some(isStar)) return false;
  return new Unknown([missingOf(attribute)]);
}

function isStar(text: Json | undefined): boolean {
  return typeof text === "string" && /^\*+$/.test(text);
}
