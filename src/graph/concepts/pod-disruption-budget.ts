import { concept } from "../concept.ts";
import { derived } from "../entity.ts";
import { text } from "../read.ts";
import { objectFields, objectIdentity } from "./object-fields.ts";
import { objectSuppliers } from "./object-suppliers.ts";
import { workloadsHolding } from "./workloads-holding.ts";

export const podDisruptionBudget = concept({
  name: "PodDisruptionBudget",
  doc: "How many pods may be missing while nodes are drained.",
  fields: {
    ...objectFields,
    minAvailable: { type: "string?", doc: "How many pods must stay, as a number or a percentage." },
    maxUnavailable: { type: "string?", doc: "How many pods may be missing, as a number or a percentage." },
    workloads: {
      type: "list<Workload>",
      doc: "The workloads that were read and whose pods it counts.",
      derive: ({ entity, lookup, root }) =>
        derived(workloadsHolding(entity, "disruptionBudgets", lookup), root.ref),
    },
  },
  suppliers: objectSuppliers(["policy/v1/PodDisruptionBudget", "policy/v1beta1/PodDisruptionBudget"], {
    ...objectIdentity,
    minAvailable: text("spec", "minAvailable"),
    maxUnavailable: text("spec", "maxUnavailable"),
  }),
});
