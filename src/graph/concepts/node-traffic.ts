import { PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import { concat } from "../link.ts";
import { OneOf } from "../one-of.ts";
import type { MethodDeclaration } from "../vocabulary.ts";
import { mayReach, type Side } from "./traffic.ts";

/**
 * The security groups of a managed group's nodes: those of its launch template, else the one that EKS makes for the
 * cluster.
 * https://docs.aws.amazon.com/eks/latest/userguide/launch-templates.html
 */
export const managedNodeGroups: Reader = ({ entity, root }) => {
  const template = entity.get("launchTemplate") ?? null;
  const given = isEntity(template) ? (template.get("securityGroups") ?? []) : (template ?? []);
  return derived(
    given instanceof Unknown ? given : orOwn(given, () => ownOf(entity.get("cluster"))),
    root.ref,
  );
};

/** A list that may turn out to be empty may turn out to mean another one. */
function orOwn(given: Value, own: () => Value): Value {
  if (given instanceof PartialList) return given.items.length + given.atLeast > 0 ? given : given.why;
  return Array.isArray(given) && given.length === 0 ? [own()] : given;
}

function ownOf(cluster: Value | undefined): Value {
  if (isEntity(cluster)) return cluster.get("ownSecurityGroup") ?? null;
  if (!(cluster instanceof OneOf)) return cluster ?? null;
  const groups = cluster.among.map((one) => ownOf(one)).filter(isEntity);
  return new OneOf(cluster.missing, groups);
}

/** eksctl adds the cluster's own group to those that a managed group is told to attach. */
export const eksctlNodeGroupsWith =
  (attached: Reader): Reader =>
  (from) => {
    const reading = attached(from);
    const isManaged = from.part.marks?.kind === "managed";
    return isManaged
      ? { ...reading, value: concat(reading.value, [ownOf(from.entity.get("cluster"))]) }
      : reading;
  };

/** What the security groups let through between nodes and control plane, and among nodes. */
export const nodeTraffic: readonly MethodDeclaration[] = [
  {
    signature: "reachesControlPlane(string): bool",
    doc: 'Whether the security groups let its nodes reach the control plane at a port: `reachesControlPlane("443")`.',
    call: (self, port) => mayReach(nodes(self), controlPlane(self), String(port)),
  },
  {
    signature: "isReachedByControlPlane(string): bool",
    doc: 'Whether they let the control plane reach its nodes at a port: `isReachedByControlPlane("10250")`.',
    call: (self, port) => mayReach(controlPlane(self), nodes(self), String(port)),
  },
  {
    signature: "reachesItself(string): bool",
    doc: 'Whether they let its nodes reach each other at a port: `reachesItself("53/udp")`.',
    call: (self, port) => mayReach(nodes(self), nodes(self), String(port)),
  },
];

/** What the security groups let through between pods that have groups of their own and the nodes. */
export const podTraffic: readonly MethodDeclaration[] = [
  {
    signature: "reachesNodes(string): bool",
    doc: 'Whether the groups it gives to pods let them reach some of the nodes of its cluster, or what else has the group that EKS makes for it, at a port: `reachesNodes("53/udp")` for DNS.',
    call: (self, port) => mayReach(pods(self), everyNode(self), String(port)),
  },
  {
    signature: "isReachedByNodes(string): bool",
    doc: 'Whether some of those nodes reach the pods at a port, as the kubelet does for probes: `isReachedByNodes("8080")`.',
    call: (self, port) => mayReach(everyNode(self), pods(self), String(port)),
  },
];

function pods(policy: Value): Side {
  const groups = isEntity(policy) ? (policy.get("groups") ?? []) : [];
  const ref = isEntity(policy) ? policy.ref : undefined;
  const missing = { attribute: "the subnets of the pods", reason: "chosen when they start" };
  return { groups, subnets: new Unknown([ref === undefined ? missing : { ...missing, ref }]) };
}

/** The nodes of the cluster, and what else has the group that EKS makes for it. */
function everyNode(policy: Value): Side {
  const cluster = isEntity(policy) ? (policy.get("cluster") ?? null) : null;
  if (cluster instanceof Unknown) return { groups: cluster, subnets: cluster };
  const listed = isEntity(cluster) ? (cluster.get("nodeGroups") ?? []) : [];
  const groups = Array.isArray(listed) ? listed : listed instanceof PartialList ? listed.items : [];
  const sides = groups.map(sideOf);
  const open = Array.isArray(listed) ? [] : new PartialList([], whyOf(listed));
  return {
    groups: concat(sides.map((side) => side.groups).reduce(concat, [ownOf(cluster)]), open),
    subnets: concat(sides.map((side) => side.subnets).reduce(concat, []), open),
  };
}

function whyOf(list: Value): Unknown {
  if (list instanceof PartialList) return list.why;
  return list instanceof Unknown ? list : new Unknown([]);
}

function nodes(group: Value): Side {
  return sideOf(group);
}

function controlPlane(group: Value): Side {
  const cluster = isEntity(group) ? (group.get("cluster") ?? null) : null;
  if (cluster instanceof Unknown) return { groups: cluster, subnets: cluster };
  const { groups, subnets } = sideOf(cluster);
  return { groups: concat(groups, [ownOf(cluster)]), subnets };
}

function sideOf(entity: Value): Side {
  const get = (field: string) => (isEntity(entity) ? (entity.get(field) ?? []) : []);
  return { groups: get("securityGroups"), subnets: get("subnets") };
}
