import { Unknown } from "../../base/value.ts";
import type { Attribute, Declaration } from "../../source/declaration.ts";
import { concept, type Origin, type Part, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import type { Reading } from "../graph.ts";
import { around, one } from "../link.ts";
import { always, text } from "../read.ts";
import { blocksOf, type Member, missingOf } from "../several.ts";
import { givenOrMade } from "./eksctl-roles.ts";

export const podIdentityAssociation = concept({
  name: "PodIdentityAssociation",
  doc: "Lets the pods of a service account assume a role through EKS Pod Identity, by itself or as part of an add-on.",
  fields: {
    cluster: { type: "Cluster?", doc: "The cluster it is for." },
    addon: { type: "Addon?", doc: "The add-on it is part of; null for one by itself." },
    namespace: {
      type: "string",
      doc: "The namespace of the service account; unknown where the add-on chooses it.",
    },
    serviceAccount: { type: "string", doc: "The name of the service account." },
    role: { type: "IamRole?", doc: "The role that EKS assumes for its pods." },
    targetRole: { type: "IamRole?", doc: "The role that is assumed in turn, in another account." },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_eks_pod_identity_association"],
      fields: {
        cluster: one("Cluster", "cluster_name"),
        addon: always(null),
        namespace: text("namespace"),
        serviceAccount: text("service_account"),
        role: one("IamRole", "role_arn"),
        targetRole: one("IamRole", "target_role_arn"),
      },
    },
    {
      format: "terraform",
      types: ["aws_eks_addon"],
      parts: ({ root }) => blocksOf(root.get("pod_identity_association"), "pod_identity_association"),
      fields: {
        cluster: ofWhole(one("Cluster", "cluster_name")),
        addon: around("Addon"),
        serviceAccount: text("service_account"),
        role: one("IamRole", "role_arn"),
        targetRole: always(null),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EKS::PodIdentityAssociation"],
      fields: {
        cluster: one("Cluster", "ClusterName"),
        addon: always(null),
        namespace: text("Namespace"),
        serviceAccount: text("ServiceAccount"),
        role: one("IamRole", "RoleArn"),
        targetRole: one("IamRole", "TargetRoleArn"),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EKS::Addon"],
      parts: ({ root }) => blocksOf(root.get("PodIdentityAssociations"), "PodIdentityAssociations"),
      fields: {
        cluster: ofWhole(one("Cluster", "ClusterName")),
        addon: around("Addon"),
        serviceAccount: text("ServiceAccount"),
        role: one("IamRole", "RoleArn"),
        targetRole: always(null),
      },
    },
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      parts: (declaration) => named(eksctlAssociations(declaration.root), declaration),
      fields: {
        cluster: around("Cluster"),
        addon: always(null),
        namespace: text("namespace"),
        serviceAccount: text("serviceAccountName"),
        role: givenOrMade("roleARN"),
        targetRole: one("IamRole", "targetRoleARN"),
      },
    },
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      parts: (declaration) => named(eksctlAddonAssociations(declaration.root), declaration),
      fields: {
        cluster: around("Cluster"),
        addon: ({ part, declaration, lookup }) => {
          const addons = lookup.entitiesOf(declaration, "Addon");
          const whole = addons.find((addon) => part.key.startsWith(`${addon.part.key}.`));
          return derived(whole ?? null, part.root.ref);
        },
        namespace: namespaceOfAddon,
        serviceAccount: text("serviceAccountName"),
        role: givenOrMade("roleARN"),
        targetRole: one("IamRole", "targetRoleARN"),
      },
    },
  ],
});

function ofWhole(reader: Reader): Reader {
  return (from) => reader({ ...from, root: from.declaration.root });
}

function namespaceOfAddon(from: Origin): Reading {
  const reading = text("namespace")(from);
  if (reading.origin !== "default") return reading;
  const missing = { ...missingOf(from.root.get("namespace")), reason: "chosen by the add-on" };
  return { ...reading, value: new Unknown([missing]) };
}

const list = "podIdentityAssociations";

function eksctlAssociations(root: Attribute): readonly Member[] {
  return blocksOf(root.get("iam", list), `iam.${list}`);
}

function eksctlAddonAssociations(root: Attribute): readonly Member[] {
  return blocksOf(root.get("addons"), "addons").flatMap((addon) =>
    blocksOf(addon.root.get(list), `${addon.key}.${list}`),
  );
}

function named(members: readonly Member[], { owner }: Declaration): readonly Part[] {
  return members.map((member) => {
    const name = member.root.get("serviceAccountName").json;
    return { ...member, resource: `${owner}/${typeof name === "string" ? name : member.key}` };
  });
}
