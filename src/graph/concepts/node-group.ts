import { PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Declaration } from "../../source/declaration.ts";
import { concept, type Origin, type Part } from "../concept.ts";
import { derived } from "../entity.ts";
import type { Reading } from "../graph.ts";
import { around, many, one } from "../link.ts";
import { always, computed, dictionary, firstOf, flag, number, orDefault, text, texts } from "../read.ts";
import { blocksOf } from "../several.ts";
import { eksctlInstanceTypes, eksctlSizes, eksctlSsh, eksctlSshKey } from "./eksctl-defaults.ts";
import { placedSubnets } from "./eksctl-network.ts";
import { eksctlNodeRole } from "./eksctl-roles.ts";
import { eksctlNodeImage, nodeImageFields, templateNodeImage, terraformNodeImage } from "./node-image.ts";
import { eksctlNodeMetadata, nodeMetadataFields } from "./node-metadata.ts";
import { eksctlMaxPods, nodePods } from "./node-pods.ts";
import {
  eksctlNodeSettings,
  nodeSettingsFields,
  templateNodeSettings,
  terraformNodeSettings,
} from "./node-settings.ts";
import { eksctlNodeGroupsWith, managedNodeGroups, nodeTraffic } from "./node-traffic.ts";
import { inVpcOfCluster } from "./same-vpc.ts";
import { siblingsOf } from "./siblings.ts";
import { every, type Truth, told } from "./truth.ts";

export const nodeGroup = concept({
  name: "NodeGroup",
  doc: "A group of worker nodes of a cluster.",
  fields: {
    kind: { type: "string", doc: "`managed` by EKS, or `self` managed." },
    name: { type: "string?", doc: "Its name; null where the platform makes one up." },
    cluster: { type: "Cluster?", doc: "The cluster its nodes join." },
    role: { type: "IamRole?", doc: "The role its nodes assume." },
    subnets: { type: "list<Subnet>", doc: "The subnets its nodes start in." },
    inVpcOfCluster: {
      type: "bool",
      doc: "Whether its subnets are in the VPC of its cluster's subnets.",
      derive: inVpcOfCluster,
    },
    siblings: {
      type: "list<NodeGroup>",
      doc: "The other node groups of its cluster that were read and whose nodes are of the same instance types, with the same labels but for one of the zone.",
      derive: siblingsOf,
    },
    minSize: { type: "int?", doc: "The fewest nodes it shrinks to." },
    maxSize: { type: "int?", doc: "The most nodes it grows to." },
    desiredSize: { type: "int?", doc: "How many nodes it starts with." },
    instanceTypes: { type: "list<string>", doc: "The instance types it may use." },
    version: { type: "string?", doc: "Its Kubernetes minor version; null where it follows the cluster." },
    ...nodeImageFields,
    ...nodePods,
    labels: { type: "map<string>", doc: "The labels of its nodes." },
    ...nodeSettingsFields,
    ssh: {
      type: "bool",
      doc: "Whether people can log in to its nodes over SSH.",
      derive: computed((get) => isThere(get("sshKey"))),
    },
    sshKey: { type: "string?", doc: "The EC2 key pair of its SSH access." },
    sshSources: {
      type: "list<SecurityGroup>",
      doc: "The security groups SSH is allowed from.",
    },
    sshFromAnywhere: {
      type: "bool",
      doc: "Whether SSH is allowed from everywhere, because nothing says where from.",
      derive: computed(isOpenToAll),
    },
    ...nodeMetadataFields,
    launchTemplate: { type: "LaunchTemplate?", doc: "The launch template of its nodes." },
    securityGroups: {
      type: "list<SecurityGroup>",
      doc: "The security groups of its nodes: those of its launch template, else the one that EKS makes for the cluster. Those that EKS and eksctl make for SSH, and eksctl for self-managed nodes, are not among them.",
    },
  },
  methods: nodeTraffic,
  suppliers: [
    {
      format: "terraform",
      types: ["aws_eks_node_group"],
      fields: {
        kind: always("managed"),
        name: firstOf(text("node_group_name"), text("node_group_name_prefix")),
        cluster: one("Cluster", "cluster_name"),
        role: one("IamRole", "node_role_arn"),
        subnets: many("Subnet", "subnet_ids"),
        minSize: number("scaling_config", 0, "min_size"),
        maxSize: number("scaling_config", 0, "max_size"),
        desiredSize: number("scaling_config", 0, "desired_size"),
        instanceTypes: texts("instance_types"),
        version: text("version"),
        ...terraformNodeImage,
        labels: dictionary("labels"),
        ...terraformNodeSettings,
        sshKey: text("remote_access", 0, "ec2_ssh_key"),
        sshSources: many("SecurityGroup", "remote_access", 0, "source_security_group_ids"),
        launchTemplate: firstOf(
          one("LaunchTemplate", "launch_template", 0, "id"),
          one("LaunchTemplate", "launch_template", 0, "name"),
        ),
        securityGroups: managedNodeGroups,
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EKS::Nodegroup"],
      fields: {
        kind: always("managed"),
        name: text("NodegroupName"),
        cluster: one("Cluster", "ClusterName"),
        role: one("IamRole", "NodeRole"),
        subnets: many("Subnet", "Subnets"),
        minSize: number("ScalingConfig", "MinSize"),
        maxSize: number("ScalingConfig", "MaxSize"),
        desiredSize: number("ScalingConfig", "DesiredSize"),
        instanceTypes: texts("InstanceTypes"),
        version: text("Version"),
        ...templateNodeImage,
        labels: dictionary("Labels"),
        ...templateNodeSettings,
        sshKey: text("RemoteAccess", "Ec2SshKey"),
        sshSources: many("SecurityGroup", "RemoteAccess", "SourceSecurityGroups"),
        launchTemplate: firstOf(
          one("LaunchTemplate", "LaunchTemplate", "Id"),
          one("LaunchTemplate", "LaunchTemplate", "Name"),
        ),
        securityGroups: managedNodeGroups,
      },
    },
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      parts: eksctlNodeGroups,
      fields: {
        kind: (from) => always(from.part.marks?.kind ?? "managed")(from),
        name: text("name"),
        cluster: around("Cluster"),
        role: eksctlNodeRole,
        subnets: placedSubnets(networking),
        ...eksctlSizes,
        maxPods: eksctlMaxPods,
        instanceTypes: eksctlInstanceTypes,
        version: always(null),
        ...eksctlNodeImage,
        labels: dictionary("labels"),
        ...eksctlNodeSettings,
        ssh: eksctlSsh,
        sshKey: eksctlSshKey,
        sshSources: many("SecurityGroup", "ssh", "sourceSecurityGroupIds"),
        // eksctl allows private nodes SSH from their VPC alone.
        sshFromAnywhere: (from) => {
          const isPublic = told(networking(from).value, (kind) => kind === "public");
          const get = (field: string) => from.entity.get(field) ?? null;
          return derived(every([isPublic, isOpenToAll(get)]), from.root.get("ssh").ref);
        },
        ...eksctlNodeMetadata,
        launchTemplate: one("LaunchTemplate", "launchTemplate", "id"),
        securityGroups: (from) =>
          from.root.get("launchTemplate").state === "absent"
            ? eksctlNodeGroupsWith(many("SecurityGroup", "securityGroups", "attachIDs"))(from)
            : managedNodeGroups(from),
      },
    },
  ],
});

function isOpenToAll(get: (field: string) => Value): Truth {
  return every([told(get("ssh"), (ssh) => ssh === true), isEmpty(get("sshSources"))]);
}

function isEmpty(list: Value): Truth {
  if (!(list instanceof PartialList))
    return told(list, (value) => Array.isArray(value) && value.length === 0);
  return list.items.length + list.atLeast > 0 ? false : list.atMost === 0 || list.why;
}

function isThere(value: Value): Value {
  return value instanceof Unknown ? value : value !== null;
}

/** Nodes start in public subnets unless they are told otherwise. */
function networking(from: Origin): Reading {
  const reading = orDefault(flag("privateNetworking"), false)(from);
  return {
    ...reading,
    value: reading.value instanceof Unknown ? reading.value : reading.value === true ? "private" : "public",
  };
}

function eksctlNodeGroups({ root, owner }: Declaration): readonly Part[] {
  const parts = (list: string, kind: string) =>
    blocksOf(root.get(list), list).map((group) => {
      const name = group.root.get("name").json;
      return {
        ...group,
        resource: `${owner}/${typeof name === "string" ? name : group.key}`,
        marks: { kind },
      };
    });
  return [...parts("managedNodeGroups", "managed"), ...parts("nodeGroups", "self")];
}
