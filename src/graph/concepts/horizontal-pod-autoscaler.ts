import type { Value } from "../../base/value.ts";
import { Unknown } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { concept, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import {
  asText,
  isShapeless,
  notA,
  number,
  orDefault,
  scalarValue,
  text,
  unknownOf,
  written,
} from "../read.ts";
import { missingOf } from "../several.ts";
import { objectFields, objectIdentity } from "./object-fields.ts";
import { objectSuppliers } from "./object-suppliers.ts";
import { workloadsHolding } from "./workloads-holding.ts";

const kinds = ["v1", "v2", "v2beta2", "v2beta1"].map(
  (version) => `autoscaling/${version}/HorizontalPodAutoscaler`,
);

export const horizontalPodAutoscaler = concept({
  name: "HorizontalPodAutoscaler",
  doc: "Sets the number of replicas of a workload by how busy they are.",
  fields: {
    ...objectFields,
    targetKind: { type: "string?", doc: "The kind of what it scales." },
    targetName: { type: "string?", doc: "The name of what it scales." },
    minReplicas: { type: "int", doc: "The fewest replicas; 1 where nothing is written." },
    maxReplicas: { type: "int?", doc: "The most replicas." },
    utilizations: {
      type: "list<string>",
      doc: "The resources it keeps at a share of what the pods ask for: `cpu` where it names no metric.",
    },
    workloads: {
      type: "list<Workload>",
      doc: "The workloads that were read and that it scales.",
      derive: ({ entity, lookup, root }) =>
        derived(workloadsHolding(entity, "autoscalers", lookup), root.ref),
    },
  },
  suppliers: objectSuppliers(kinds, {
    ...objectIdentity,
    targetKind: text("spec", "scaleTargetRef", "kind"),
    targetName: text("spec", "scaleTargetRef", "name"),
    minReplicas: orDefault(number("spec", "minReplicas"), 1),
    maxReplicas: number("spec", "maxReplicas"),
    utilizations: (({ root }) => {
      const metrics = root.get("spec", "metrics");
      return written(sharesOf(metrics), metrics);
    }) satisfies Reader,
  }),
});

/** Where no metric is named, Kubernetes takes the CPU. */
function sharesOf(metrics: Attribute): Value {
  if (metrics.state === "unknown") return unknownOf(metrics);
  if (isShapeless(metrics)) return notA("a list", metrics);
  const all = metrics.items();
  if (all.length === 0) return ["cpu"];
  const open = all.find(({ state }) => state !== "known");
  if (open !== undefined) return new Unknown([missingOf(open)]);
  const shares = all.flatMap((metric) =>
    [metric.get("resource"), metric.get("containerResource")].flatMap(shareOf),
  );
  const missing = shares.flatMap((share) => (share instanceof Unknown ? share.missing : []));
  return missing.length === 0 ? shares : new Unknown(missing);
}

function shareOf(resource: Attribute): readonly Value[] {
  if (resource.state === "absent") return [];
  if (resource.state === "unknown") return [unknownOf(resource)];
  const goals = [resource.get("target", "averageUtilization"), resource.get("targetAverageUtilization")];
  const open = goals.find(({ state }) => state === "unknown");
  if (open !== undefined) return [unknownOf(open)];
  return goals.some(({ state }) => state === "known") ? [scalarValue(resource.get("name"), asText)] : [];
}
