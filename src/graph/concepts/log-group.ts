import { Unknown } from "../../base/value.ts";
import { concept, type Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import { number, text } from "../read.ts";

export const logGroup = concept({
  name: "LogGroup",
  doc: "A log group of CloudWatch Logs.",
  identity: ["name"],
  fields: {
    name: { type: "string?", doc: "Its name; null where the platform makes one up." },
    retentionDays: { type: "int?", doc: "For how many days it keeps what is logged; null for ever." },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_cloudwatch_log_group"],
      fields: { name: text("name"), retentionDays: forEverAtZero(number("retention_in_days")) },
    },
    {
      format: "cloudformation",
      types: ["AWS::Logs::LogGroup"],
      fields: { name: text("LogGroupName"), retentionDays: number("RetentionInDays") },
    },
  ],
});

/** How long the group is kept that EKS writes the control plane's logs to: it is found by its name. */
export const clusterLogRetention: Reader = ({ entity, lookup }) => {
  const name = entity.get("name");
  if (typeof name !== "string") return derived(name ?? null, entity.ref);
  const sensitive = entity.reading("name")?.sensitive ?? false;
  const group = lookup.named("LogGroup", `/aws/eks/${name}/cluster`, { ref: entity.ref, sensitive });
  if (group instanceof Unknown) return derived(group, entity.ref);
  if (!("declaration" in group)) {
    const missing = { attribute: `${entity.resource}.logRetentionDays`, ref: entity.ref };
    return derived(
      new Unknown([{ ...missing, reason: "that of a log group that was not read" }]),
      entity.ref,
    );
  }
  const reading = isEntity(group) ? group.reading("retentionDays") : undefined;
  return reading ?? derived(null, entity.ref);
};

/** Terraform's way to say that nothing is ever deleted. */
function forEverAtZero(reader: Reader): Reader {
  return (from) => {
    const reading = reader(from);
    return reading.value === 0 ? { ...reading, value: null } : reading;
  };
}
