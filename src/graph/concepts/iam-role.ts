import type { Value } from "../../base/value.ts";
import { concept, type Origin, type Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import { always, orDefault, text } from "../read.ts";
import { accountOf } from "./account.ts";
import { accountNamed } from "./arn-account.ts";
import { eksctlRoles, madeRoleFields } from "./eksctl-roles.ts";
import { inlineCharacters } from "./inline-policy.ts";
import { trustCharacters } from "./policy-size.ts";
import { awsPolicies, isForPods, managedPolicies, permissions } from "./role-permissions.ts";
import { trustsServiceAccount } from "./trust-acceptance.ts";

export const iamRole = concept({
  name: "IamRole",
  doc: "An IAM role.",
  identity: ["arn", "name"],
  aliases: (identity) => [identity, identity.split("/").at(-1) ?? identity],
  isOther: (identity, role) => {
    const [account, other] = [accountNamed(identity), accountNamed(role.get("arn"))];
    return account !== undefined && other !== undefined && account !== other;
  },
  fields: {
    name: { type: "string?", doc: "Its name; null where the platform makes one up." },
    arn: { type: "string?", doc: "Its ARN; null where it is still to be created." },
    namePrefix: {
      type: "string?",
      doc: "What its name begins with where the platform makes up the rest; null where it does not say.",
    },
    account: {
      type: "string",
      doc: "The 12 digits of its account: as its ARN says, else those of the inventory.",
      derive: (from) => derived(accountOfRole(from), from.part.root.ref),
    },
    path: { type: "string", doc: "Its path; `/` by default." },
    trust: {
      type: "list<TrustStatement>",
      doc: "The statements of its trust policy.",
      inverse: { of: "TrustStatement", by: "role" },
    },
    trustCharacters: {
      type: "int",
      doc: "How long its trust policy is, as IAM counts it: white space left out.",
      derive: trustCharacters,
    },
    inlineCharacters: {
      type: "int",
      doc: "How long its inline policies are together, as IAM counts them: white space left out.",
      derive: inlineCharacters,
    },
    clusters: { type: "list<Cluster>", doc: "The clusters it runs.", inverse: { of: "Cluster", by: "role" } },
    nodeGroups: {
      type: "list<NodeGroup>",
      doc: "The node groups whose nodes assume it.",
      inverse: { of: "NodeGroup", by: "role" },
    },
    nodeClasses: {
      type: "list<NodeClass>",
      doc: "The node classes of Karpenter and EKS Auto Mode whose nodes assume it.",
      inverse: { of: "NodeClass", by: "role" },
    },
    fargateProfiles: {
      type: "list<FargateProfile>",
      doc: "The Fargate profiles whose pods start with it.",
      inverse: { of: "FargateProfile", by: "role" },
    },
    serviceAccounts: {
      type: "list<ServiceAccount>",
      doc: "The Kubernetes service accounts annotated with it.",
      inverse: { of: "ServiceAccount", by: "role" },
    },
    podIdentities: {
      type: "list<PodIdentityAssociation>",
      doc: "The EKS Pod Identity associations that give it to pods.",
      inverse: { of: "PodIdentityAssociation", by: "role" },
    },
    attachments: {
      type: "list<PolicyAttachment>",
      doc: "The managed policies attached to it, by whatever means.",
      inverse: { of: "PolicyAttachment", by: "roles" },
    },
    managedPolicies: {
      type: "list<string>",
      doc: "The ARNs of the managed policies attached to it.",
      derive: managedPolicies,
    },
    awsPolicies: {
      type: "list<string>",
      doc: "The names of those that are AWS's own: `AmazonEKSClusterPolicy`. Well-known policies of eksctl are among them as `eksctl:autoScaler`.",
      derive: awsPolicies,
    },
    permissions: {
      type: "list<PermissionStatement>",
      doc: "The statements of its inline policies and of the customer's managed policies attached to it. AWS's own policies are not looked into: they are in `awsPolicies`.",
      derive: permissions,
    },
    forPods: {
      type: "bool",
      doc: "Whether its trust policy lets pods assume it: through the identity provider of an EKS cluster (IRSA) or EKS Pod Identity.",
      derive: isForPods,
    },
  },
  methods: [
    {
      signature: "trustsServiceAccount(string, string): bool",
      doc: 'Whether its trust policy lets a service account of this namespace and name assume it through the identity provider of an EKS cluster: `trustsServiceAccount("shop", "web")`. Which cluster is not asked.',
      call: (self, namespace = null, name = null) => trustsServiceAccount(self, namespace, name),
    },
  ],
  suppliers: [
    {
      format: "terraform",
      types: ["aws_iam_role"],
      data: true,
      fields: {
        name: text("name"),
        namePrefix: text("name_prefix"),
        arn: text("arn"),
        path: orDefault(text("path"), "/"),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::IAM::Role"],
      fields: {
        name: text("RoleName"),
        namePrefix: always(null),
        arn: always(null),
        path: orDefault(text("Path"), "/"),
      },
    },
    { format: "eksctl", types: ["ClusterConfig"], parts: eksctlRoles, fields: madeRoleFields },
    {
      format: "inventory",
      types: ["IamRole"],
      data: true,
      fields: {
        name: ofArn((path) => path.at(-1) ?? null),
        namePrefix: always(null),
        arn: text("arn"),
        path: ofArn((path) => ["", ...path.slice(1, -1), ""].join("/")),
      },
    },
  ],
});

/** What an ARN says behind its account: `role`, the steps of the path, the name. */
function ofArn(read: (steps: readonly string[]) => string | null): Reader {
  return (from) => {
    const arn = text("arn")(from);
    return typeof arn.value === "string"
      ? { ...arn, value: read((arn.value.split(":").at(-1) ?? "").split("/")) }
      : arn;
  };
}

/** A role that is only made now is where the inventory was made, unless there is more than one. */
function accountOfRole(from: Origin): Value {
  const own = accountNamed(from.entity.get("arn"));
  if (own !== undefined) return own;
  const { value: account } = accountOf(from);
  return isEntity(account) ? (account.get("id") ?? null) : account;
}
