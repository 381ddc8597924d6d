import type { Declaration } from "../../source/declaration.ts";
import { concept, type Part } from "../concept.ts";
import { around, one } from "../link.ts";
import { text } from "../read.ts";
import { blocksOf } from "../several.ts";
import { beforeOf } from "./cluster-versions.ts";

export const addon = concept({
  name: "Addon",
  doc: "An EKS add-on of a cluster.",
  fields: {
    name: { type: "string", doc: "Its name: `vpc-cni`." },
    cluster: { type: "Cluster?", doc: "The cluster it is installed in." },
    version: { type: "string?", doc: "Its version; null where EKS chooses the default." },
    versionBefore: {
      type: "string?",
      doc: "The version it had before the pull request; null where it is new. Only a plan tells it.",
    },
    configuration: {
      type: "string?",
      doc: "Its settings, as the JSON or YAML text they are written as; null where there are none.",
    },
    role: { type: "IamRole?", doc: "The role of its service account." },
    podIdentities: {
      type: "list<PodIdentityAssociation>",
      doc: "The EKS Pod Identity associations that are part of it.",
      inverse: { of: "PodIdentityAssociation", by: "addon" },
    },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_eks_addon"],
      fields: {
        name: text("addon_name"),
        cluster: one("Cluster", "cluster_name"),
        version: text("addon_version"),
        versionBefore: beforeOf("addon_version"),
        configuration: text("configuration_values"),
        role: one("IamRole", "service_account_role_arn"),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EKS::Addon"],
      fields: {
        name: text("AddonName"),
        cluster: one("Cluster", "ClusterName"),
        version: text("AddonVersion"),
        configuration: text("ConfigurationValues"),
        role: one("IamRole", "ServiceAccountRoleArn"),
      },
    },
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      parts: eksctlAddons,
      fields: {
        name: text("name"),
        cluster: around("Cluster"),
        version: text("version"),
        configuration: text("configurationValues"),
        role: one("IamRole", "serviceAccountRoleARN"),
      },
    },
  ],
});

function eksctlAddons({ root, owner }: Declaration): readonly Part[] {
  return blocksOf(root.get("addons"), "addons").map((addon) => {
    const name = addon.root.get("name").json;
    return { ...addon, resource: `${owner}/${typeof name === "string" ? name : addon.key}` };
  });
}
