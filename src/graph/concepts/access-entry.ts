import { PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Declaration } from "../../source/declaration.ts";
import { concept, type Declared, type Lookup, type Part, type Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import { around, concat, one } from "../link.ts";
import { always, computed, orDefault, text, texts } from "../read.ts";
import { blocksOf } from "../several.ts";
import { awsAuthEntries, configMapTypes } from "./aws-auth.ts";
import { cdkManifestCluster, cdkManifests, heldManifests, manifestHolders } from "./held-manifest.ts";
import { isDeclared, manifestCluster } from "./manifest-cluster.ts";
import { inSameCluster, matching } from "./matching.ts";
import { every, sameAs, type Truth, told } from "./truth.ts";

/** An entry of the ConfigMap names a role or a user, in attributes of different names. */
const mapped = {
  source: always("aws-auth"),
  principal: (({ part, ...from }) =>
    text(isRole(part) ? "rolearn" : "userarn")({ part, ...from })) satisfies Reader,
  role: (({ part, ...from }) =>
    isRole(part)
      ? one("IamRole", "rolearn")({ part, ...from })
      : derived(null, part.root.ref)) satisfies Reader,
  type: always("STANDARD"),
  groups: texts("groups"),
  username: text("username"),
};

export const accessEntry = concept({
  name: "AccessEntry",
  doc: "Who of IAM may talk to a cluster's API: an EKS access entry, or an entry of the ConfigMap `aws-auth`.",
  fields: {
    cluster: { type: "Cluster?", doc: "The cluster it is for.", derive: manifestCluster },
    source: { type: "string", doc: "`access-entry`, or `aws-auth` for an entry of the ConfigMap." },
    principal: { type: "string", doc: "The ARN of the role or user." },
    role: { type: "IamRole?", doc: "The role it is for; null where it is for a user." },
    forUser: {
      type: "bool",
      doc: "Whether it is for an IAM user or a whole account instead of a role.",
      derive: computed((get) => {
        // What is the ARN of a role is that of no user, whatever it will be.
        if (isEntity(get("role"))) return false;
        return told(get("principal"), (arn) => /:iam::\d*:(user\/|root$)/.test(String(arn)));
      }),
    },
    type: { type: "string", doc: "`STANDARD`, or what its nodes are: `EC2_LINUX`, `FARGATE_LINUX` ..." },
    groups: { type: "list<string>", doc: "The Kubernetes groups it is in." },
    username: { type: "string?", doc: "The Kubernetes user it is; null where EKS makes up a name." },
    twins: {
      type: "list<AccessEntry>",
      doc: "Other access entries of its cluster for the same principal.",
      derive: ({ entity, lookup, part }) => derived(twinsOf(entity, lookup), part.root.ref),
    },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_eks_access_entry"],
      fields: {
        cluster: one("Cluster", "cluster_name"),
        source: always("access-entry"),
        principal: text("principal_arn"),
        role: roleOf("principal_arn"),
        type: orDefault(text("type"), "STANDARD"),
        groups: texts("kubernetes_groups"),
        username: text("user_name"),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EKS::AccessEntry"],
      fields: {
        cluster: one("Cluster", "ClusterName"),
        source: always("access-entry"),
        principal: text("PrincipalArn"),
        role: roleOf("PrincipalArn"),
        type: orDefault(text("Type"), "STANDARD"),
        groups: texts("KubernetesGroups"),
        username: text("Username"),
      },
    },
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      parts: (declaration) => named(declaration, ["accessConfig", "accessEntries"], "principalARN"),
      fields: {
        cluster: around("Cluster"),
        source: always("access-entry"),
        principal: text("principalARN"),
        role: roleOf("principalARN"),
        type: orDefault(text("type"), "STANDARD"),
        groups: texts("kubernetesGroups"),
        username: text("kubernetesUsername"),
      },
    },
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      parts: (declaration) => named(declaration, ["iamIdentityMappings"], "arn"),
      fields: {
        cluster: around("Cluster"),
        source: always("aws-auth"),
        principal: text("arn"),
        role: roleOf("arn"),
        type: always("STANDARD"),
        groups: texts("groups"),
        username: text("username"),
      },
    },
    {
      format: "terraform",
      types: configMapTypes,
      parts: (declaration) => awsAuthEntries(declaration),
      fields: mapped,
    },
    {
      format: "kubernetes",
      types: ["v1/ConfigMap"],
      parts: (declaration) => awsAuthEntries(declaration),
      fields: mapped,
    },
    { format: "terraform", types: manifestHolders, parts: held, fields: mapped },
    {
      format: "cloudformation",
      types: cdkManifests,
      parts: held,
      fields: { ...mapped, cluster: cdkManifestCluster },
    },
  ],
});

function held(declaration: Declaration): readonly Part[] {
  return heldManifests("v1/ConfigMap")(declaration).flatMap((object) =>
    awsAuthEntries(declaration, object.root).map((entry) => ({
      ...entry,
      key: object.key === "" ? entry.key : `${object.key}.${entry.key}`,
      ...(object.count === undefined ? {} : { count: object.count }),
    })),
  );
}

/** What a file of eksctl lists, by the ARN it is for. */
export function named({ root, owner }: Declaration, path: readonly string[], arn: string): readonly Part[] {
  return blocksOf(root.get(...path), path.join(".")).map((entry) => {
    const name = entry.root.get(arn).json;
    return { ...entry, resource: `${owner}/${typeof name === "string" ? name : entry.key}` };
  });
}

function isRole({ marks }: Part): boolean {
  return marks?.list === "mapRoles";
}

/** Null where it is known to be something else than a role. */
function roleOf(path: string): Reader {
  return (from) => {
    const { json, ref } = from.root.get(path);
    const isOther = typeof json === "string" && !json.includes(":role/");
    return isOther ? derived(null, ref) : one("IamRole", path)(from);
  };
}

function twinsOf(entity: Declared, lookup: Lookup): Value {
  const others = lookup.entities("AccessEntry").filter((other) => other !== entity);
  const twins = matching(others, (other) =>
    every([
      told(entity.get("source"), (source) => source === "access-entry"),
      told(other.get("source"), (source) => source === "access-entry"),
      isSamePrincipal(entity, other),
      inSameCluster(other, entity, lookup),
    ]),
  );
  // What stands for entries that are not known may stand for two of a kind.
  return entity.count === undefined ? twins : concat(twins, new PartialList([], entity.count));
}

/** Whether two entries are for the same: two roles that are both made here are two. */
function isSamePrincipal(entity: Declared, other: Declared): Truth {
  const [role, others] = [entity.get("role") ?? null, other.get("role") ?? null];
  if (isMade(role) && isMade(others)) return role === others;
  const [arn, arns] = [entity.get("principal"), other.get("principal")];
  if (arn instanceof Unknown && arns instanceof Unknown && role instanceof Unknown) return arn;
  return sameAs(arn, arns);
}

function isMade(role: Value): boolean {
  return isEntity(role) && isDeclared(role);
}
