import type { Path } from "../../base/place.ts";
import type { Field, Reader } from "../concept.ts";
import { always, flag, orDefault, texts, unknownOf, written } from "../read.ts";
import { autoModeOnly } from "./cluster-compute.ts";

/** What EKS Auto Mode does for a cluster: the fields of it, and how each format supplies them. */
export const clusterAutoModeFields = {
  autoMode: { type: "bool", doc: "Whether EKS Auto Mode runs its nodes." },
  autoModeOnly: {
    type: "bool",
    doc: "Whether EKS Auto Mode makes all of its nodes: no node groups and no node pools of Karpenter were read.",
    derive: autoModeOnly,
  },
  autoModeLoadBalancing: { type: "bool", doc: "Whether EKS Auto Mode makes its load balancers." },
  autoModeStorage: { type: "bool", doc: "Whether EKS Auto Mode makes its volumes." },
  autoModePools: { type: "list<string>", doc: "The node pools of EKS Auto Mode that are built in and on." },
  autoModeMakesRole: {
    type: "bool",
    doc: "Whether the role of the nodes of EKS Auto Mode is made beside it, as eksctl does where none is given.",
  },
  bootstrapsAddons: {
    type: "bool",
    doc: "Whether EKS installs VPC CNI, kube-proxy and CoreDNS, managed by nobody, when it makes the cluster; it does by default.",
  },
} as const satisfies Readonly<Record<string, Field>>;

export const terraformAutoMode = {
  autoMode: on("compute_config", 0, "enabled"),
  autoModeLoadBalancing: on("kubernetes_network_config", 0, "elastic_load_balancing", 0, "enabled"),
  autoModeStorage: on("storage_config", 0, "block_storage", 0, "enabled"),
  autoModePools: texts("compute_config", 0, "node_pools"),
  autoModeMakesRole: always(false),
  bootstrapsAddons: orDefault(flag("bootstrap_self_managed_addons"), true),
};

export const templateAutoMode = {
  autoMode: on("ComputeConfig", "Enabled"),
  autoModeLoadBalancing: on("KubernetesNetworkConfig", "ElasticLoadBalancing", "Enabled"),
  autoModeStorage: on("StorageConfig", "BlockStorage", "Enabled"),
  autoModePools: texts("ComputeConfig", "NodePools"),
  autoModeMakesRole: always(false),
  bootstrapsAddons: orDefault(flag("BootstrapSelfManagedAddons"), true),
};

export const cdkAutoMode = {
  autoMode: on("Config", "computeConfig", "enabled"),
  autoModeLoadBalancing: on("Config", "kubernetesNetworkConfig", "elasticLoadBalancing", "enabled"),
  autoModeStorage: on("Config", "storageConfig", "blockStorage", "enabled"),
  autoModePools: texts("Config", "computeConfig", "nodePools"),
  autoModeMakesRole: always(false),
  bootstrapsAddons: orDefault(flag("Config", "bootstrapSelfManagedAddons"), true),
};

export const eksctlAutoMode = {
  autoMode: on("autoModeConfig", "enabled"),
  // One switch turns all three.
  autoModeLoadBalancing: on("autoModeConfig", "enabled"),
  autoModeStorage: on("autoModeConfig", "enabled"),
  autoModePools: ((from) => {
    const reading = texts("autoModeConfig", "nodePools")(from);
    return reading.origin === "default" ? { ...reading, value: ["general-purpose", "system"] } : reading;
  }) satisfies Reader,
  autoModeMakesRole: (({ root }) => {
    const role = root.get("autoModeConfig", "nodeRoleARN");
    return written(role.state === "unknown" ? unknownOf(role) : role.state === "absent", role);
  }) satisfies Reader,
  bootstrapsAddons: always(false),
};

function on(...path: Path): Reader {
  return orDefault(flag(...path), false);
}
