import { Unknown } from "../../base/value.ts";
import type { Field, Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { asText, flag, orDefault, scalarValue, text } from "../read.ts";

/** How a cluster is upgraded, and what keeps it: the fields of it, and how each format supplies them. */
export const clusterVersionFields = {
  versionBefore: {
    type: "string?",
    doc: "The Kubernetes minor version it had before the pull request; null where it is new. Only a plan tells it.",
  },
  supportType: {
    type: "string",
    doc: "`EXTENDED`, or `STANDARD` where EKS upgrades it at the end of standard support.",
  },
  zonalShift: {
    type: "bool",
    doc: "Whether its traffic may be moved out of an Availability Zone that fails.",
  },
  deletionProtection: { type: "bool", doc: "Whether EKS refuses to delete it." },
} as const satisfies Readonly<Record<string, Field>>;

export const terraformClusterVersions = {
  versionBefore: beforeOf("version"),
  supportType: orDefault(text("upgrade_policy", 0, "support_type"), "EXTENDED"),
  zonalShift: orDefault(flag("zonal_shift_config", 0, "enabled"), false),
  deletionProtection: orDefault(flag("deletion_protection"), false),
};

export const templateClusterVersions = {
  supportType: orDefault(text("UpgradePolicy", "SupportType"), "EXTENDED"),
  zonalShift: orDefault(flag("ZonalShiftConfig", "Enabled"), false),
  deletionProtection: orDefault(flag("DeletionProtection"), false),
};

export const eksctlClusterVersions = {
  supportType: orDefault(text("upgradePolicy", "supportType"), "EXTENDED"),
  zonalShift: orDefault(flag("zonalShiftConfig", "enabled"), false),
};

/** What a plan says that an attribute was: null for what is made now, also where it takes the place of another. */
export function beforeOf(attribute: string): Reader {
  return ({ declaration, entity, root }) => {
    const { before, change } = declaration;
    const { ref } = root.get(attribute);
    if (change === "create" || change === "replace") return derived(null, ref);
    if (before === undefined) {
      const name = `${entity.resource}.${attribute}`;
      return derived(new Unknown([{ attribute: name, reason: "not told by the plan for before", ref }]), ref);
    }
    const was = before.get(attribute);
    return derived(scalarValue(was, asText), ref, was.sensitive);
  };
}
