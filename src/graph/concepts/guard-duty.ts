import type { Declaration } from "../../source/declaration.ts";
import { concept, type Part, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { around, one } from "../link.ts";
import { always, asText, flag, orDefault, scalarValue, text, unknownOf } from "../read.ts";
import { blocksOf } from "../several.ts";
import { any, every, told } from "./truth.ts";

export const guardDutyDetector = concept({
  name: "GuardDutyDetector",
  doc: "GuardDuty in one account and Region.",
  identity: ["id"],
  fields: {
    id: { type: "string?", doc: "Its id; null where it is still to be created." },
    enabled: { type: "bool", doc: "Whether it looks for threats at all." },
    auditLogSource: {
      type: "bool",
      doc: "What its old setting `datasources` says of the audit logs of EKS; on where nothing is written, as GuardDuty has it.",
    },
    features: {
      type: "list<GuardDutyFeature>",
      doc: "The features that are declared for it. What is declared nowhere is on, but for runtime monitoring.",
      inverse: { of: "GuardDutyFeature", by: "detector" },
    },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_guardduty_detector"],
      fields: {
        id: text("id"),
        enabled: orDefault(flag("enable"), true),
        auditLogSource: orDefault(flag("datasources", 0, "kubernetes", 0, "audit_logs", 0, "enable"), true),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::GuardDuty::Detector"],
      fields: {
        id: always(null),
        enabled: orDefault(flag("Enable"), true),
        auditLogSource: orDefault(flag("DataSources", "Kubernetes", "AuditLogs", "Enable"), true),
      },
    },
  ],
});

export const guardDutyFeature = concept({
  name: "GuardDutyFeature",
  doc: "A feature of a GuardDuty detector that is turned on or off.",
  fields: {
    name: { type: "string", doc: "`EKS_AUDIT_LOGS`, `RUNTIME_MONITORING` ..." },
    enabled: { type: "bool", doc: "Whether it is on." },
    managesAgent: { type: "bool", doc: "Whether GuardDuty installs its agent in EKS clusters by itself." },
    detector: { type: "GuardDutyDetector?", doc: "Whose it is." },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_guardduty_detector_feature"],
      fields: {
        name: text("name"),
        enabled: isOn("status"),
        managesAgent: managesAgent("additional_configuration", "name", "status"),
        detector: one("GuardDutyDetector", "detector_id"),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::GuardDuty::Detector"],
      parts: listedFeatures,
      fields: {
        name: text("Name"),
        enabled: isOn("Status"),
        managesAgent: managesAgent("AdditionalConfiguration", "Name", "Status"),
        detector: around("GuardDutyDetector"),
      },
    },
  ],
});

const on = "ENABLED";

function isOn(attribute: string): Reader {
  return ({ root }) => {
    const status = root.get(attribute);
    return derived(
      told(scalarValue(status, asText), (value) => value === on),
      status.ref,
      status.sensitive,
    );
  };
}

function managesAgent(list: string, name: string, status: string): Reader {
  return ({ root }) => {
    const additions = root.get(list);
    if (additions.state === "unknown") return derived(unknownOf(additions), additions.ref);
    const each = blocksOf(additions, list).map((addition) =>
      every([
        told(scalarValue(addition.root.get(name), asText), (value) => value === "EKS_ADDON_MANAGEMENT"),
        told(scalarValue(addition.root.get(status), asText), (value) => value === on),
      ]),
    );
    return derived(any(each), additions.ref);
  };
}

function listedFeatures({ root, owner }: Declaration): readonly Part[] {
  return blocksOf(root.get("Features"), "Features").map((feature) => ({ ...feature, resource: owner }));
}
