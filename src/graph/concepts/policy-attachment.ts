import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute, Declaration } from "../../source/declaration.ts";
import { concept, type Lookup, type Part, type Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import { many, one, resolveOne } from "../link.ts";
import { asText, scalarValue, written } from "../read.ts";
import { membersOf, missingOf, perhaps } from "../several.ts";
import { eksctlAttachments, madeAttachmentFields } from "./eksctl-permissions.ts";
import { isDeclared } from "./manifest-cluster.ts";

/** The role that the declaration is. */
const ownRole: Reader = ({ declaration, lookup, part }) => {
  const role = lookup.entityOf(declaration, "IamRole");
  return derived(role === undefined ? [] : [role], part.root.ref);
};

/** The policy that an attribute names. The part's own root is that attribute where no path is given. */
function attached(...path: readonly string[]) {
  return {
    arn: (({ root }) => {
      const attribute = root.get(...path);
      return written(scalarValue(attribute, asText), attribute);
    }) satisfies Reader,
    awsPolicy: (({ root, lookup }) => {
      const attribute = root.get(...path);
      return written(awsPolicyOf(attribute, lookup), attribute);
    }) satisfies Reader,
    policy: (({ root, lookup, entity }) => {
      const attribute = root.get(...path);
      const isOfAws = entity.get("awsPolicy") ?? null;
      if (typeof isOfAws === "string") return written(null, attribute);
      return written(resolveOne(attribute, "IamPolicy", lookup), attribute);
    }) satisfies Reader,
  };
}

/** One role, as a list. */
function toRole(path: string): Reader {
  return (from) => {
    const reading = one("IamRole", path)(from);
    return { ...reading, value: reading.value === null ? [] : [reading.value] };
  };
}

export const policyAttachment = concept({
  name: "PolicyAttachment",
  doc: "A managed policy that is attached to roles.",
  fields: {
    roles: { type: "list<IamRole>", doc: "The roles that have it." },
    arn: { type: "string?", doc: "The policy's ARN." },
    awsPolicy: {
      type: "string?",
      doc: "The name of a policy of AWS's own: `AmazonEKSClusterPolicy`; null for those of the customer.",
    },
    policy: { type: "IamPolicy?", doc: "The policy of the customer; null for those of AWS's own." },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_iam_role_policy_attachment"],
      fields: { roles: toRole("role"), ...attached("policy_arn") },
    },
    {
      format: "terraform",
      types: ["aws_iam_policy_attachment"],
      fields: { roles: many("IamRole", "roles"), ...attached("policy_arn") },
    },
    {
      format: "terraform",
      types: ["aws_iam_role_policy_attachments_exclusive"],
      parts: ({ root, owner }) => membersOfList(root.get("policy_arns"), "policy_arns", owner),
      fields: {
        roles: (from) => toRole("role_name")({ ...from, root: from.declaration.root }),
        ...attached(),
      },
    },
    {
      format: "terraform",
      types: ["aws_iam_role"],
      parts: staying,
      fields: { roles: ownRole, ...attached() },
    },
    {
      format: "cloudformation",
      types: ["AWS::IAM::Role"],
      parts: ({ root, owner }) => membersOfList(root.get("ManagedPolicyArns"), "ManagedPolicyArns", owner),
      fields: { roles: ownRole, ...attached() },
    },
    {
      format: "cloudformation",
      types: ["AWS::IAM::ManagedPolicy"],
      fields: {
        roles: many("IamRole", "Roles"),
        arn: ({ part }) => derived(null, part.root.ref),
        awsPolicy: ({ part }) => derived(null, part.root.ref),
        policy: ({ declaration, lookup, part }) =>
          derived(lookup.entityOf(declaration, "IamPolicy") ?? null, part.root.ref),
      },
    },
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      parts: eksctlAttachments,
      fields: { ...attached(), ...madeAttachmentFields(attached()) },
    },
  ],
});

function membersOfList(list: Attribute, name: string, resource: string): readonly Part[] {
  return membersOf(list, name).map(({ root, key, count }) => {
    const part = { root, key, resource };
    return count === undefined || isOneText(root, list) ? part : { ...part, count };
  });
}

/** Whether a member is certainly one text, although it is not known which. */
function isOneText(member: Attribute, list: Attribute): boolean {
  if (member.ref.path.length === list.ref.path.length) return false;
  const { exact, closed, targets } = member.links;
  return member.pieces !== undefined || (exact && closed && targets.length === 1);
}

/**
 * The policies that a role lists itself. A role that exists lists what is attached to it by other means, too; what a
 * plan detaches may be among that.
 */
function staying({ root, owner, file }: Declaration, lookup: Lookup): readonly Part[] {
  const name = "managed_policy_arns";
  const leaving = lookup.leaving.filter(
    (each) => each.file === file && /^aws_iam_(role_)?policy_attachment/.test(each.type),
  );
  return membersOfList(root.get(name), name, owner).map((part) => {
    const isLeaving = leaving.some(({ before }) => before?.get("policy_arn").json === part.root.json);
    const missing = {
      ...missingOf(part.root),
      reason: "detached by the same plan, from this role or another",
    };
    return isLeaving && part.count === undefined ? { ...part, count: perhaps([missing]) } : part;
  });
}

const ofAws = /:iam::aws:policy\/(?:.*\/)?([^/]+)$/;

/** The name of AWS's own policy that an attribute names; of one that is made in this input it is known to be none. */
function awsPolicyOf(attribute: Attribute, lookup: Lookup): Value {
  const arn = scalarValue(attribute, asText);
  if (typeof arn === "string") return ofAws.exec(arn)?.[1] ?? null;
  if (!(arn instanceof Unknown)) return arn;
  // The partition of an ARN does not matter for the name: the rest of it tells.
  const known = attribute.pieces?.at(-1);
  const name = typeof known === "string" ? ofAws.exec(known)?.[1] : undefined;
  if (name !== undefined) return name;
  const policy = resolveOne(attribute, "IamPolicy", lookup);
  return isEntity(policy) && isDeclared(policy) ? null : arn;
}
