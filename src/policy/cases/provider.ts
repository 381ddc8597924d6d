/**
 * What a plan of the AWS provider looks like beyond the written values: which attributes are sets, which are filled
 * in at apply when they are not written, which hold JSON. Observed in plans of Terraform 1.x and provider 5 and 6.
 */

/** A set with an unknown member is unknown as a whole; a list keeps its known members. */
const sets: ReadonlySet<string> = new Set([
  "availability_zones",
  "client_id_list",
  "enabled_cluster_log_types",
  "kubernetes_groups",
  "managed_policy_arns",
  "namespaces",
  "public_access_cidrs",
  "roles",
  "route_table_ids",
  "security_group_ids",
  "security_groups",
  "source_security_group_ids",
  "subnet_ids",
  "subnets",
  "vpc_security_group_ids",
  "vpc_zone_identifier",
]);

/** Maps of text; every other map of an AWS resource is written as a block. */
const maps: ReadonlySet<string> = new Set(["tags", "tags_all", "labels", "service_account_role_arns"]);

const documents: ReadonlySet<string> = new Set(["assume_role_policy", "policy", "configuration_values"]);

/** Attributes by type that are known after apply when nothing is written, `/` leading into a block. */
const computed: Readonly<Record<string, readonly string[]>> = {
  aws_eks_cluster: [
    "access_config",
    "certificate_authority",
    "endpoint",
    "identity",
    "kubernetes_network_config",
    "platform_version",
    "status",
    "upgrade_policy",
    "version",
    "vpc_config/cluster_security_group_id",
    "vpc_config/public_access_cidrs",
    "vpc_config/vpc_id",
  ],
  aws_eks_node_group: [
    "ami_type",
    "capacity_type",
    "disk_size",
    "instance_types",
    "node_group_name_prefix",
    "release_version",
    "resources",
    "status",
    "version",
  ],
  aws_cloudwatch_log_group: ["log_group_class", "name_prefix"],
  aws_default_route_table: ["owner_id", "route", "vpc_id"],
  aws_eks_access_entry: ["kubernetes_groups", "user_name"],
  aws_eks_addon: ["addon_version", "configuration_values"],
  aws_eks_fargate_profile: ["status"],
  aws_iam_role: ["inline_policy", "managed_policy_arns", "name", "name_prefix", "unique_id"],
  aws_kms_key: ["key_id", "multi_region", "policy", "rotation_period_in_days"],
  aws_route_table: ["owner_id", "route"],
  aws_security_group: ["egress", "ingress", "name", "name_prefix", "owner_id", "vpc_id"],
  aws_security_group_rule: ["security_group_rule_id", "source_security_group_id"],
  aws_subnet: ["availability_zone", "availability_zone_id", "ipv6_cidr_block_association_id", "owner_id"],
  aws_launch_template: ["default_version", "latest_version", "metadata_options", "name", "name_prefix"],
  aws_vpc: [
    "default_route_table_id",
    "default_security_group_id",
    "enable_dns_hostnames",
    "ipv6_cidr_block",
    "main_route_table_id",
    "owner_id",
  ],
};

export function isSet(attribute: string): boolean {
  return sets.has(attribute);
}

/** Whether a map written for an attribute stands for a block: plans hold blocks as lists. */
export function isBlock(type: string, attribute: string): boolean {
  return type.startsWith("aws_") && !maps.has(attribute) && !documents.has(attribute);
}

/** Whether an attribute is a JSON document in text: a map written for it is encoded. */
export function isDocument(attribute: string): boolean {
  return documents.has(attribute);
}

/** The attributes of a new resource that only the apply makes known, unless they are written. */
export function computedAttributes(type: string): readonly string[] {
  return ["id", ...(type.startsWith("aws_") ? ["arn"] : []), ...(computed[type] ?? [])];
}

/** Inline rules are attributes that look like blocks; Terraform leaves them out of a plan's configuration. */
export function isLeftOutOfConfiguration(type: string, attribute: string): boolean {
  return (
    (type === "aws_security_group" || type === "aws_default_security_group") &&
    (attribute === "ingress" || attribute === "egress")
  );
}

/** What a member of a block has when nothing is written. */
export function blockDefaults(
  type: string,
  attribute: string,
): Readonly<Record<string, null | "" | false | readonly []>> {
  if (isLeftOutOfConfiguration(type, attribute)) {
    return {
      cidr_blocks: [],
      description: "",
      ipv6_cidr_blocks: [],
      prefix_list_ids: [],
      security_groups: [],
      self: false,
    };
  }
  if (type === "aws_iam_policy_document" && attribute === "statement") {
    return {
      actions: null,
      condition: [],
      effect: null,
      not_actions: null,
      not_principals: [],
      not_resources: null,
      principals: [],
      resources: null,
      sid: null,
    };
  }
  return {};
}

export function providerOf(type: string): { readonly key: string; readonly name: string } {
  const key = type.slice(0, type.indexOf("_"));
  if (key === "terraform") return { key, name: "terraform.io/builtin/terraform" };
  const owner = key === "kubectl" ? "gavinbunney" : "hashicorp";
  return { key, name: `registry.terraform.io/${owner}/${key}` };
}
