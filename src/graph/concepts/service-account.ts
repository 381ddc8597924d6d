import { Unknown, type Value } from "../../base/value.ts";
import type { Declaration } from "../../source/declaration.ts";
import { concept, type Declared, type Lookup, type Part } from "../concept.ts";
import { derived } from "../entity.ts";
import type { Entity } from "../graph.ts";
import { around } from "../link.ts";
import { asFlag, dictionary, orDefault, scalarValue, text } from "../read.ts";
import { blocksOf, perhaps } from "../several.ts";
import { accountNamed } from "./arn-account.ts";
import { givenOrMade } from "./eksctl-roles.ts";
import { manifestCluster, oneOfCluster } from "./manifest-cluster.ts";
import { inSameCluster, matching } from "./matching.ts";
import { objectIdentity } from "./object-fields.ts";
import { objectSuppliers } from "./object-suppliers.ts";
import { type KeysOf, mayHaveAny, textKey } from "./shortlist.ts";
import { every, sameAs } from "./truth.ts";

const annotation = "eks.amazonaws.com/role-arn";

const kinds = ["v1/ServiceAccount"];

const manifest = {
  ...objectIdentity,
  labels: dictionary("metadata", "labels"),
  roleArn: text("metadata", "annotations", annotation),
  role: oneOfCluster("IamRole", "metadata", "annotations", annotation),
};

export const serviceAccount = concept({
  name: "ServiceAccount",
  doc: "A Kubernetes service account.",
  fields: {
    cluster: {
      type: "Cluster",
      doc: "The cluster it is in: the one that `clusters` of the configuration says, else the only one of its plan, else the only one that was read.",
      derive: manifestCluster,
    },
    namespace: { type: "string", doc: "Its namespace; `default` where none is written." },
    name: { type: "string", doc: "Its name." },
    labels: { type: "map<string>", doc: "Its labels." },
    roleArn: { type: "string?", doc: "The ARN of the IAM role it is annotated with." },
    roleAccount: {
      type: "string?",
      doc: "The 12 digits of the account in that ARN; null where it has no role.",
      derive: ({ entity, part }) => derived(accountIn(entity), part.root.ref),
    },
    role: { type: "IamRole?", doc: "The IAM role its pods may assume." },
    podIdentities: {
      type: "list<PodIdentityAssociation>",
      doc: "The EKS Pod Identity associations of its cluster that are for it.",
      derive: ({ entity, lookup, part }) =>
        derived(
          matching(associationsOf(entity, lookup), (association) =>
            every([
              sameAs(association.get("namespace"), entity.get("namespace")),
              sameAs(association.get("serviceAccount"), entity.get("name")),
              inSameCluster(association, entity, lookup),
            ]),
          ),
          part.root.ref,
        ),
    },
  },
  suppliers: [
    ...objectSuppliers(kinds, manifest),
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      parts: eksctlAccounts,
      fields: {
        cluster: around("Cluster"),
        namespace: orDefault(text("metadata", "namespace"), "default"),
        name: text("metadata", "name"),
        labels: dictionary("metadata", "labels"),
        roleArn: text("attachRoleARN"),
        role: givenOrMade("attachRoleARN"),
      },
    },
  ],
});

function eksctlAccounts({ root, owner }: Declaration): readonly Part[] {
  return blocksOf(root.get("iam", "serviceAccounts"), "iam.serviceAccounts").flatMap((account) => {
    const roleOnly = scalarValue(account.root.get("roleOnly"), asFlag);
    if (roleOnly === true) return [];
    const count = account.count ?? (roleOnly instanceof Unknown ? perhaps(roleOnly.missing) : undefined);
    const name = account.root.get("metadata", "name").json;
    const resource = `${owner}/${typeof name === "string" ? name : account.key}`;
    return [{ ...account, resource, ...(count === undefined ? {} : { count }) }];
  });
}

function accountIn(account: Entity): Value {
  const arn = account.get("roleArn") ?? null;
  if (typeof arn !== "string") return arn;
  const attribute = `${account.resource}.roleAccount`;
  return accountNamed(arn) ?? new Unknown([{ attribute, reason: "not the ARN of a role", ref: account.ref }]);
}

function associationsOf(account: Declared, lookup: Lookup): readonly Declared[] {
  return mayHaveAny(lookup.entities("PodIdentityAssociation"), ownAccount, textKey(account.get("name")));
}

const ownAccount: KeysOf = (association) => textKey(association.get("serviceAccount"));
