import { concept } from "../concept.ts";
import { derived } from "../entity.ts";
import { text } from "../read.ts";
import { manifestCluster } from "./manifest-cluster.ts";
import { objectName, objectNamespace } from "./object-name.ts";
import { objectSuppliers } from "./object-suppliers.ts";
import { workloadsHolding } from "./workloads-holding.ts";

export const podDisruptionBudget = concept({
  name: "PodDisruptionBudget",
  doc: "How many pods may be missing while nodes are drained.",
  fields: {
    cluster: { type: "Cluster", doc: "The cluster it is in, as for a workload.", derive: manifestCluster },
    namespace: { type: "string", doc: "Its namespace; `default` where none is written." },
    name: { type: "string", doc: "Its name." },
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
    namespace: objectNamespace,
    name: objectName,
    minAvailable: text("spec", "minAvailable"),
    maxUnavailable: text("spec", "maxUnavailable"),
  }),
});
