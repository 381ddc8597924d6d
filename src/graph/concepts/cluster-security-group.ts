import { Unknown } from "../../base/value.ts";
import type { Declaration } from "../../source/declaration.ts";
import type { Declared, Part, Reader, Supplier } from "../concept.ts";
import { derived } from "../entity.ts";
import { always, text } from "../read.ts";

/*
 * The group that EKS makes for every cluster, and gives to the control plane, to Fargate pods and to managed nodes that
 * no launch template gives others. It is nobody's resource: it is part of the cluster that is declared.
 * https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html
 */

const attributes = ["cluster_security_group_id", "ClusterSecurityGroupId"];

const given = {
  name: always(null),
  tags: always(new Map()),
  madeFor: ({ declaration, lookup, part }) =>
    derived(lookup.entityOf(declaration, "Cluster") ?? null, part.root.ref),
  isDefault: always(false),
  opensOutbound: always(true),
} as const satisfies Readonly<Record<string, Reader>>;

/** The groups that come with clusters. */
export const clusterGroups = [
  {
    format: "terraform",
    types: ["aws_eks_cluster"],
    data: true,
    parts: withCluster,
    fields: { ...given, id: text("vpc_config", 0, "cluster_security_group_id") },
  },
  {
    format: "cloudformation",
    types: ["AWS::EKS::Cluster", "Custom::AWSCDK-EKS-Cluster"],
    parts: withCluster,
    fields: { ...given, id: always(null) },
  },
  {
    format: "eksctl",
    types: ["ClusterConfig"],
    parts: withCluster,
    fields: { ...given, id: always(null) },
  },
] as const satisfies readonly Supplier[];

/** The group that EKS makes for a cluster that was read. */
export const ownGroup: Reader = ({ declaration, entity, lookup, root }) => {
  const group = lookup.entitiesOf(declaration, "SecurityGroup").find(isClusterGroup);
  const missing = { attribute: `${entity.resource}.ownSecurityGroup`, reason: "known after apply" };
  return derived(group ?? new Unknown([{ ...missing, ref: root.ref }]), root.ref);
};

/** Whether a group is one that EKS makes for a cluster. */
function isClusterGroup({ part }: Declared): boolean {
  return part.marks?.madeBy === "EKS";
}

/** Of a cluster that is only looked up, and whose group has no id yet, nothing is known that could mean it. */
function withCluster({ mode, owner, root }: Declaration): readonly Part[] {
  if (mode === "data" && root.get("vpc_config", 0, "cluster_security_group_id").json === undefined) return [];
  const resource = `${owner} cluster security group`;
  return [{ root, key: "cluster security group", resource, marks: { madeBy: "EKS" }, meantBy: attributes }];
}
