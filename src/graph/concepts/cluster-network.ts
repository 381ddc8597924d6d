import type { Path } from "../../base/place.ts";
import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import type { Field, Lookup, Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import { around, concat, resolveOne, together } from "../link.ts";
import { always, orDefault, text, textList, unknownOf, written } from "../read.ts";
import { clusterInOneVpc, vpcOfSubnets } from "./same-vpc.ts";

/** The networks that a cluster is in, and those it makes up. */
export const clusterNetworkFields = {
  vpc: { type: "Vpc", doc: "The VPC its subnets are in.", derive: vpcOfSubnets },
  inOneVpc: {
    type: "bool",
    doc: "Whether its subnets and additional security groups are all in one VPC.",
    derive: clusterInOneVpc,
  },
  formerZones: {
    type: "list<string>?",
    doc: "The zones its subnets were in before; null where it is new, or the format does not say what was.",
  },
  ipFamily: { type: "string", doc: "`ipv4` or `ipv6`: the family of the addresses of pods and services." },
  serviceCidr: {
    type: "string?",
    doc: "The IPv4 CIDR that services get their addresses from; null where EKS chooses it.",
  },
  remoteNodeCidrs: { type: "list<string>", doc: "The CIDRs of hybrid nodes." },
  remotePodCidrs: { type: "list<string>", doc: "The CIDRs of the pods on hybrid nodes." },
  remoteCidrs: { type: "list<string>", doc: "The CIDRs of hybrid nodes and of the pods on them." },
} as const satisfies Readonly<Record<string, Field>>;

export const terraformClusterNetwork = {
  formerZones: (({ declaration, root, lookup }) => {
    const { before, change } = declaration;
    const list = before?.get("vpc_config", 0, "subnet_ids");
    if (list === undefined || change === "replace") return derived(null, root.ref);
    if (list.state === "unknown") return written(unknownOf(list), list);
    return written(
      list.items().map((id) => zoneOf(id, lookup)),
      list,
    );
  }) satisfies Reader,
  ipFamily: orDefault(text("kubernetes_network_config", 0, "ip_family"), "ipv4"),
  serviceCidr: text("kubernetes_network_config", 0, "service_ipv4_cidr"),
  ...remoteCidrs(
    textsInEach(["remote_network_config", 0, "remote_node_networks"], "cidrs"),
    textsInEach(["remote_network_config", 0, "remote_pod_networks"], "cidrs"),
  ),
};

export const templateClusterNetwork = {
  formerZones: always(null),
  ipFamily: orDefault(text("KubernetesNetworkConfig", "IpFamily"), "ipv4"),
  serviceCidr: text("KubernetesNetworkConfig", "ServiceIpv4Cidr"),
  ...remoteCidrs(
    textsInEach(["RemoteNetworkConfig", "RemoteNodeNetworks"], "Cidrs"),
    textsInEach(["RemoteNetworkConfig", "RemotePodNetworks"], "Cidrs"),
  ),
};

export const cdkClusterNetwork = {
  formerZones: always(null),
  ipFamily: orDefault(text("Config", "kubernetesNetworkConfig", "ipFamily"), "ipv4"),
  serviceCidr: text("Config", "kubernetesNetworkConfig", "serviceIpv4Cidr"),
  ...remoteCidrs(
    textsInEach(["Config", "remoteNetworkConfig", "remoteNodeNetworks"], "cidrs"),
    textsInEach(["Config", "remoteNetworkConfig", "remotePodNetworks"], "cidrs"),
  ),
};

export const eksctlClusterNetwork = {
  vpc: around("Vpc"),
  formerZones: always(null),
  ipFamily: (from: Parameters<Reader>[0]) => {
    const reading = orDefault(text("kubernetesNetworkConfig", "ipFamily"), "ipv4")(from);
    return typeof reading.value === "string" ? { ...reading, value: reading.value.toLowerCase() } : reading;
  },
  serviceCidr: text("kubernetesNetworkConfig", "serviceIPv4CIDR"),
  ...remoteCidrs(
    textsInEach(["remoteNetworkConfig", "remoteNodeNetworks"], "cidrs"),
    textsInEach(["remoteNetworkConfig", "remotePodNetworks"], "cidrs"),
  ),
};

function remoteCidrs(nodes: Reader, pods: Reader) {
  return { remoteNodeCidrs: nodes, remotePodCidrs: pods, remoteCidrs: together(nodes, pods) };
}

/** The zone of a subnet that was there: what is about to be deleted is in the plan, and no longer in the graph. */
function zoneOf(id: Attribute, lookup: Lookup): Value {
  const gone = lookup.leaving.find(
    ({ type, before }) =>
      type === "aws_subnet" && typeof id.json === "string" && before?.get("id").json === id.json,
  );
  const zone = gone?.before?.get("availability_zone").json;
  if (typeof zone === "string") return zone;
  const subnet = resolveOne(id, "Subnet", lookup);
  return isEntity(subnet) ? (subnet.get("zone") ?? null) : subnet;
}

/** The texts of a list of every member of an outer list. */
function textsInEach(outer: Path, inner: string): Reader {
  return ({ root }) => {
    const list = root.get(...outer);
    if (list.state === "unknown") return written(unknownOf(list), list);
    const lists = list.items().map((item) => {
      const texts = textList(item.get(inner));
      return texts instanceof Unknown || !(item.state === "unknown") ? texts : unknownOf(item);
    });
    return written(lists.reduce(concat, []), list);
  };
}
