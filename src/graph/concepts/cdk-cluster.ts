import { Unknown, type Value } from "../../base/value.ts";
import type { Reader, Supplier } from "../concept.ts";
import { concat, many, one } from "../link.ts";
import {
  asFlag,
  dictionary,
  flag,
  orDefault,
  records,
  scalarValue,
  text,
  textList,
  unknownOf,
  written,
} from "../read.ts";
import { cdkAutoMode } from "./cluster-auto-mode.ts";
import { cdkClusterIdentity } from "./cluster-identity.ts";
import { cdkClusterNetwork } from "./cluster-network.ts";
import { cdkClusterProtection } from "./cluster-protection.ts";

/** What CDK writes is made by a function of its own: `Config` is what that function sends to EKS, in EKS's spelling. */
const config = "Config";

/** The custom resource that is a cluster. */
export function cdkCluster(cidrs: (reader: Reader) => Reader) {
  return {
    format: "cloudformation",
    types: ["Custom::AWSCDK-EKS-Cluster"],
    fields: {
      name: (from) => orDefault(text(config, "name"), from.declaration.owner)(from),
      version: text(config, "version"),
      role: one("IamRole", config, "roleArn"),
      subnets: many("Subnet", config, "resourcesVpcConfig", "subnetIds"),
      ...cdkClusterNetwork,
      securityGroups: many("SecurityGroup", config, "resourcesVpcConfig", "securityGroupIds"),
      publicEndpoint: orDefault(flag(config, "resourcesVpcConfig", "endpointPublicAccess"), true),
      privateEndpoint: orDefault(flag(config, "resourcesVpcConfig", "endpointPrivateAccess"), false),
      publicCidrs: cidrs(openTo),
      creatorIsAdmin: orDefault(
        flag(config, "accessConfig", "bootstrapClusterCreatorAdminPermissions"),
        true,
      ),
      authenticationMode: orDefault(text(config, "accessConfig", "authenticationMode"), "CONFIG_MAP"),
      ...cdkAutoMode,
      ...cdkClusterIdentity,
      logTypes,
      ...cdkClusterProtection,
      supportType: orDefault(text(config, "upgradePolicy", "supportType"), "EXTENDED"),
      zonalShift: orDefault(flag(config, "zonalShiftConfig", "enabled"), false),
      deletionProtection: orDefault(flag(config, "deletionProtection"), false),
    },
  } as const satisfies Supplier;
}

/** The custom resource that is a Fargate profile. */
export function cdkFargateProfile(selector: string) {
  return {
    format: "cloudformation",
    types: ["Custom::AWSCDK-EKS-FargateProfile"],
    fields: {
      name: text(config, "fargateProfileName"),
      cluster: one("Cluster", config, "clusterName"),
      role: one("IamRole", config, "podExecutionRoleArn"),
      subnets: profileSubnets,
      selectors: records(
        selector,
        { namespace: text("namespace"), labels: dictionary("labels") },
        config,
        "selectors",
      ),
    },
  } as const satisfies Supplier;
}

const openTo: Reader = ({ root }) => {
  const list = root.get(config, "resourcesVpcConfig", "publicAccessCidrs");
  return written(textList(list), list);
};

/** Where none are written, EKS takes the private subnets of the cluster. */
const profileSubnets: Reader = (from) => {
  const list = from.root.get(config, "subnets");
  if (list.state !== "absent") return many("Subnet", config, "subnets")(from);
  const missing = { attribute: `${from.entity.resource}.subnets`, reason: "chosen by EKS", ref: list.ref };
  return { ...written([], list), value: new Unknown([missing]), origin: "default" };
};

const logTypes: Reader = ({ root }) => {
  const groups = root.get(config, "logging", "clusterLogging");
  if (groups.state === "unknown") return written(unknownOf(groups), groups);
  const types = groups.items().map((group): Value => {
    const enabled = group.state === "unknown" ? unknownOf(group) : scalarValue(group.get("enabled"), asFlag);
    if (enabled instanceof Unknown) return enabled;
    return enabled === true ? textList(group.get("types")) : [];
  });
  return written(types.reduce(concat, []), groups);
};
