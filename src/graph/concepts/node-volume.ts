import type { Path } from "../../base/place.ts";
import { Unknown } from "../../base/value.ts";
import type { Attribute, Declaration } from "../../source/declaration.ts";
import { concept, type Part, type Reader } from "../concept.ts";
import { one } from "../link.ts";
import { flag, text, written } from "../read.ts";
import { blocksOf, mapAt, missingOf, perhaps } from "../several.ts";
import { cdkManifests, heldManifests, manifestHolders } from "./held-manifest.ts";

const nodeClasses = ["karpenter.k8s.aws/v1/EC2NodeClass", "karpenter.k8s.aws/v1beta1/EC2NodeClass"];

const ofNodeClass = {
  device: text("deviceName"),
  encrypted: encrypted("ebs", "encrypted"),
  key: one("KmsKey", "ebs", "kmsKeyID"),
};

export const nodeVolume = concept({
  name: "NodeVolume",
  doc: "An EBS volume that nodes start with, as a launch template, an eksctl file or an EC2NodeClass describes it. The volume of an image that nothing describes is none.",
  fields: {
    device: { type: "string?", doc: "The device it is attached as." },
    encrypted: {
      type: "bool",
      doc: "Whether it is encrypted. Where nothing is written the account decides, so that it is not known.",
    },
    key: { type: "KmsKey?", doc: "The key of the customer that it is encrypted with; null for AWS's own." },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_launch_template"],
      parts: ({ root }) =>
        described(root, ["block_device_mappings"], ["no_device", "virtual_name"], ({ json }) => json !== ""),
      fields: {
        device: text("device_name"),
        encrypted: encrypted("ebs", 0, "encrypted"),
        key: one("KmsKey", "ebs", 0, "kms_key_id"),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EC2::LaunchTemplate"],
      parts: ({ root }) =>
        // An empty `NoDevice` is how a template says that there is none.
        described(
          root,
          ["LaunchTemplateData", "BlockDeviceMappings"],
          ["NoDevice", "VirtualName"],
          () => true,
        ),
      fields: {
        device: text("DeviceName"),
        encrypted: encrypted("Ebs", "Encrypted"),
        key: one("KmsKey", "Ebs", "KmsKeyId"),
      },
    },
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      parts: eksctlVolumes,
      fields: {
        device: text("volumeName"),
        encrypted: encrypted("volumeEncrypted"),
        key: one("KmsKey", "volumeKmsKeyID"),
      },
    },
    { format: "kubernetes", types: nodeClasses, parts: ofManifest, fields: ofNodeClass },
    {
      format: "terraform",
      types: manifestHolders,
      parts: (declaration) => inHeld(heldManifests(...nodeClasses)(declaration)),
      fields: ofNodeClass,
    },
    {
      format: "cloudformation",
      types: cdkManifests,
      parts: (declaration) => inHeld(heldManifests(...nodeClasses)(declaration)),
      fields: ofNodeClass,
    },
  ],
});

/** The mappings that are volumes: a mapping may also say that there is none, or name a disk of the instance itself. */
function described(
  root: Attribute,
  list: readonly string[],
  others: readonly string[],
  isSaid: (other: Attribute) => boolean,
): readonly Part[] {
  return blocksOf(root.get(...list), list.join(".")).flatMap((mapping) => {
    if (mapping.root.state === "unknown") return [mapping];
    const said = others.map((other) => mapping.root.get(other));
    if (said.some((other) => other.state === "known" && isSaid(other))) return [];
    const open = said.find(({ state }) => state === "unknown");
    return [open === undefined ? mapping : { ...mapping, count: perhaps([missingOf(open)]) }];
  });
}

/** Every group has a volume, described or not; those that `additionalVolumes` lists come on top. */
function eksctlVolumes({ root, owner }: Declaration): readonly Part[] {
  return ["managedNodeGroups", "nodeGroups"].flatMap((list) =>
    blocksOf(root.get(list), list).flatMap((group) => {
      const name = group.root.get("name").json;
      const resource = `${owner}/${typeof name === "string" ? name : group.key}`;
      const further = blocksOf(group.root.get("additionalVolumes"), `${group.key}.additionalVolumes`);
      const template = group.root.get("launchTemplate");
      const own =
        template.state === "unknown" ? [{ ...group, count: perhaps([missingOf(template)]) }] : [group];
      return [...(template.state === "known" ? [] : own), ...further].map((part) => ({ ...part, resource }));
    }),
  );
}

function ofManifest({ root }: Declaration): readonly Part[] {
  const spec = mapAt(root, "spec");
  return blocksOf(spec.get("blockDeviceMappings"), "spec.blockDeviceMappings");
}

function inHeld(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part) => {
    const list = part.root.get("spec", "blockDeviceMappings");
    const prefix = part.key === "" ? "" : `${part.key}.`;
    return blocksOf(list, `${prefix}spec.blockDeviceMappings`).map((mapping) => {
      const count = mapping.count ?? part.count;
      return count === undefined ? mapping : { ...mapping, count };
    });
  });
}

/** Terraform writes an empty text for what is not written. */
function encrypted(...path: Path): Reader {
  return (from) => {
    const attribute = from.root.get(...path);
    const { json, ref, state } = attribute;
    if (state === "unknown" || (state === "known" && json !== "")) return flag(...path)(from);
    const missing = { attribute: `${from.entity.resource}.encrypted`, ref };
    const reason = "decided by a setting of the account, because nothing is written";
    return { ...written(new Unknown([{ ...missing, reason }]), attribute), origin: "default" };
  };
}
