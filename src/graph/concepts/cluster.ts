import { concept, type Reader } from "../concept.ts";
import { many, one, together } from "../link.ts";
import {
  asText,
  computed,
  flag,
  notA,
  orDefault,
  scalarValue,
  text,
  texts,
  unknownOf,
  written,
} from "../read.ts";
import { accountOf } from "./account.ts";
import { cdkCluster } from "./cdk-cluster.ts";
import { coverWorld } from "./cidr.ts";
import {
  clusterAutoModeFields,
  eksctlAutoMode,
  templateAutoMode,
  terraformAutoMode,
} from "./cluster-auto-mode.ts";
import { fargateOnly } from "./cluster-compute.ts";
import { clusterContents } from "./cluster-contents.ts";
import {
  clusterIdentityFields,
  eksctlClusterIdentity,
  templateClusterIdentity,
  terraformClusterIdentity,
} from "./cluster-identity.ts";
import {
  clusterNetworkFields,
  eksctlClusterNetwork,
  templateClusterNetwork,
  terraformClusterNetwork,
} from "./cluster-network.ts";
import {
  clusterProtectionFields,
  eksctlClusterProtection,
  templateClusterProtection,
  terraformClusterProtection,
} from "./cluster-protection.ts";
import { ownGroup } from "./cluster-security-group.ts";
import {
  clusterVersionFields,
  eksctlClusterVersions,
  templateClusterVersions,
  terraformClusterVersions,
} from "./cluster-versions.ts";
import { eksctlLogTypes, eksctlPrivateEndpoint, eksctlPublicEndpoint } from "./eksctl-defaults.ts";
import { clusterSubnets } from "./eksctl-network.ts";
import { eksctlClusterRole } from "./eksctl-roles.ts";
import { furtherFargateProfiles, furtherNodeGroups } from "./further.ts";
import { told } from "./inventory.ts";
import { prefixDelegation } from "./node-pods.ts";

const anywhere = ["0.0.0.0/0"];

/** EKS takes an empty list for none written: the endpoint is open to everywhere. */
function cidrs(reader: Reader): Reader {
  return (from) => {
    const reading = reader(from);
    const isEmpty = Array.isArray(reading.value) && reading.value.length === 0;
    return isEmpty ? { ...reading, value: anywhere, origin: "default" } : reading;
  };
}

export const cluster = concept({
  name: "Cluster",
  doc: "An EKS cluster: its control plane and what belongs to it.",
  identity: ["name"],
  aliases: (name) => [name, name.split("/").at(-1) ?? name],
  fields: {
    name: { type: "string", doc: "Its name." },
    version: {
      type: "string?",
      doc: "The Kubernetes minor version, `1.35`; null where EKS chooses its newest.",
    },
    role: { type: "IamRole?", doc: "The role the control plane assumes." },
    subnets: { type: "list<Subnet>", doc: "The subnets of its control plane's network interfaces." },
    ...clusterNetworkFields,
    securityGroups: { type: "list<SecurityGroup>", doc: "Additional security groups of the control plane." },
    ownSecurityGroup: {
      type: "SecurityGroup",
      doc: "The group that EKS makes for it: the control plane, Fargate pods and managed nodes have it, and talk freely inside it.",
      derive: ownGroup,
    },
    publicEndpoint: { type: "bool", doc: "Whether the API server has a public endpoint." },
    privateEndpoint: { type: "bool", doc: "Whether the API server can be reached inside the VPC." },
    publicCidrs: {
      type: "list<string>",
      doc: "The CIDRs that may reach the public endpoint; everywhere by default.",
    },
    publicCidrsCoverWorld: {
      type: "bool",
      doc: "Whether the CIDRs of the public endpoint together are all of IPv4 or all of IPv6, also in pieces.",
      derive: computed((get) => coverWorld(get("publicCidrs"))),
    },
    creatorIsAdmin: {
      type: "bool",
      doc: "Whether who creates it becomes an administrator of it for good.",
    },
    accessEntries: {
      type: "list<AccessEntry>",
      doc: "Who of IAM may talk to its API, by access entries and the ConfigMap `aws-auth`.",
      inverse: { of: "AccessEntry", by: "cluster" },
    },
    authenticationMode: { type: "string", doc: "`CONFIG_MAP`, `API_AND_CONFIG_MAP` or `API`." },
    ...clusterAutoModeFields,
    fargateOnly: {
      type: "bool",
      doc: "Whether its pods can run on Fargate only: it has profiles, and no nodes of any kind were read.",
      derive: fargateOnly,
    },
    logTypes: { type: "list<string>", doc: "The control plane logs that are sent to CloudWatch." },
    ...clusterIdentityFields,
    ...clusterVersionFields,
    ...clusterProtectionFields,
    nodeGroups: {
      type: "list<NodeGroup>",
      doc: "Its node groups.",
      inverse: { of: "NodeGroup", by: "cluster" },
    },
    fargateProfiles: {
      type: "list<FargateProfile>",
      doc: "Its Fargate profiles.",
      inverse: { of: "FargateProfile", by: "cluster" },
    },
    nodePools: {
      type: "list<NodePool>",
      doc: "The node pools of Karpenter and EKS Auto Mode that were read and whose nodes join it.",
      inverse: { of: "NodePool", by: "cluster" },
    },
    ...clusterContents,
    addons: { type: "list<Addon>", doc: "Its EKS add-ons.", inverse: { of: "Addon", by: "cluster" } },
    podIdentities: {
      type: "list<PodIdentityAssociation>",
      doc: "Its EKS Pod Identity associations, those of add-ons included.",
      inverse: { of: "PodIdentityAssociation", by: "cluster" },
    },
    prefixDelegation: {
      type: "bool",
      doc: "Whether the VPC CNI gives its nodes prefixes of addresses for their pods, by the settings of its add-on.",
      derive: prefixDelegation,
    },
    workloads: {
      type: "list<Workload>",
      doc: "What runs in it, as far as it was read.",
      inverse: { of: "Workload", by: "cluster" },
    },
    helmReleases: {
      type: "list<HelmRelease>",
      doc: "The Helm charts that Terraform installs in it, as far as they were read.",
      inverse: { of: "HelmRelease", by: "cluster" },
    },
    furtherNodeGroups: {
      type: "int",
      doc: "How many managed node groups it has already that are not among `nodeGroups`, by the inventory; 0 where no inventory knows it.",
      derive: furtherNodeGroups,
    },
    furtherFargateProfiles: {
      type: "int",
      doc: "How many Fargate profiles it has already that are not among `fargateProfiles`, by the inventory; 0 where no inventory knows it.",
      derive: furtherFargateProfiles,
    },
    account: {
      type: "Account",
      doc: "The account and Region it is in; unknown without an inventory.",
      derive: accountOf,
    },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_eks_cluster"],
      data: true,
      fields: {
        name: text("name"),
        version: text("version"),
        role: one("IamRole", "role_arn"),
        subnets: many("Subnet", "vpc_config", 0, "subnet_ids"),
        ...terraformClusterNetwork,
        securityGroups: many("SecurityGroup", "vpc_config", 0, "security_group_ids"),
        publicEndpoint: orDefault(flag("vpc_config", 0, "endpoint_public_access"), true),
        privateEndpoint: orDefault(flag("vpc_config", 0, "endpoint_private_access"), false),
        publicCidrs: cidrs(texts("vpc_config", 0, "public_access_cidrs")),
        creatorIsAdmin: orDefault(
          flag("access_config", 0, "bootstrap_cluster_creator_admin_permissions"),
          true,
        ),
        authenticationMode: orDefault(text("access_config", 0, "authentication_mode"), "CONFIG_MAP"),
        ...terraformAutoMode,
        logTypes: texts("enabled_cluster_log_types"),
        ...terraformClusterIdentity,
        ...terraformClusterVersions,
        ...terraformClusterProtection,
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EKS::Cluster"],
      fields: {
        name: (from) => orDefault(text("Name"), from.declaration.owner)(from),
        version: text("Version"),
        role: one("IamRole", "RoleArn"),
        subnets: many("Subnet", "ResourcesVpcConfig", "SubnetIds"),
        ...templateClusterNetwork,
        securityGroups: many("SecurityGroup", "ResourcesVpcConfig", "SecurityGroupIds"),
        publicEndpoint: orDefault(flag("ResourcesVpcConfig", "EndpointPublicAccess"), true),
        privateEndpoint: orDefault(flag("ResourcesVpcConfig", "EndpointPrivateAccess"), false),
        publicCidrs: cidrs(texts("ResourcesVpcConfig", "PublicAccessCidrs")),
        creatorIsAdmin: orDefault(flag("AccessConfig", "BootstrapClusterCreatorAdminPermissions"), true),
        authenticationMode: orDefault(text("AccessConfig", "AuthenticationMode"), "CONFIG_MAP"),
        ...templateAutoMode,
        ...templateClusterIdentity,
        logTypes: ({ root }) => {
          const types = root.get("Logging", "ClusterLogging", "EnabledTypes");
          if (types.state === "unknown") return written(unknownOf(types), types);
          if (types.state === "known" && !Array.isArray(types.json) && types.items().length === 0)
            return written(notA("a list", types), types);
          return written(
            types.items().map((item) => scalarValue(item.get("Type"), asText)),
            types,
          );
        },
        ...templateClusterVersions,
        ...templateClusterProtection,
      },
    },
    cdkCluster(cidrs),
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      fields: {
        name: text("metadata", "name"),
        version: text("metadata", "version"),
        role: eksctlClusterRole,
        subnets: (from) =>
          from.root.get("vpc", "controlPlaneSubnetIDs").state === "absent"
            ? clusterSubnets(from)
            : many("Subnet", "vpc", "controlPlaneSubnetIDs")(from),
        ...eksctlClusterNetwork,
        securityGroups: together(
          many("SecurityGroup", "vpc", "controlPlaneSecurityGroupIDs"),
          many("SecurityGroup", "vpc", "securityGroup"),
        ),
        publicEndpoint: eksctlPublicEndpoint,
        privateEndpoint: eksctlPrivateEndpoint,
        publicCidrs: cidrs(texts("vpc", "publicAccessCIDRs")),
        creatorIsAdmin: orDefault(flag("accessConfig", "bootstrapClusterCreatorAdminPermissions"), true),
        authenticationMode: orDefault(text("accessConfig", "authenticationMode"), "API_AND_CONFIG_MAP"),
        ...eksctlAutoMode,
        logTypes: eksctlLogTypes,
        ...eksctlClusterIdentity,
        ...eksctlClusterVersions,
        ...eksctlClusterProtection,
      },
    },
    {
      format: "inventory",
      types: ["Cluster"],
      data: true,
      fields: {
        name: text("name"),
        version: told(text("version")),
        role: told(one("IamRole", "role")),
        subnets: told(many("Subnet", "subnets")),
      },
    },
  ],
});
