import type { Path } from "../../base/place.ts";

/**
 * Whether a block is one that the provider fills in for nobody: where a plan does not know it, a `dynamic` block over
 * something unknown is what was written. Of others that are not in the configuration it cannot be told.
 */
export function isAuthorsOwn(type: string, path: Path): boolean {
  const name = path.at(-1);
  if (typeof name !== "string") return false;
  if (type.startsWith("kubernetes_")) return podBlocks.includes(name);
  return path.length === 1 && blocks[type]?.includes(name) === true;
}

/** Blocks that a plan shows as an empty list where nobody writes them, of the types that the graph reads. */
const blocks: Readonly<Record<string, readonly string[]>> = {
  aws_eks_cluster: ["compute_config", "encryption_config", "vpc_config"],
  aws_eks_fargate_profile: ["selector"],
  aws_eks_node_group: ["launch_template", "remote_access", "scaling_config", "taint"],
  aws_launch_template: ["block_device_mappings", "network_interfaces"],
};

const podBlocks = ["affinity", "container", "pod_anti_affinity", "topology_spread_constraint"];
