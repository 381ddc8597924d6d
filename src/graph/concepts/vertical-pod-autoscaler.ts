import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { concept, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { isShapeless, notA, orDefault, text, textList, unknownOf, written } from "../read.ts";
import { missingOf } from "../several.ts";
import { members } from "./members.ts";
import { objectFields, objectIdentity } from "./object-fields.ts";
import { objectSuppliers } from "./object-suppliers.ts";
import { workloadsHolding } from "./workloads-holding.ts";

const both = ["cpu", "memory"];

export const verticalPodAutoscaler = concept({
  name: "VerticalPodAutoscaler",
  doc: "Sets what the pods of a workload ask for by what they use.",
  fields: {
    ...objectFields,
    targetKind: { type: "string?", doc: "The kind of what it sizes." },
    targetName: { type: "string?", doc: "The name of what it sizes." },
    updateMode: {
      type: "string",
      doc: "`Auto` or `Recreate` where it replaces pods, `Initial` where it sizes new ones, `Off` where it only advises.",
    },
    resources: { type: "list<string>", doc: "What it sets: `cpu` and `memory` unless it names one of them." },
    workloads: {
      type: "list<Workload>",
      doc: "The workloads that were read and that it sizes.",
      derive: ({ entity, lookup, root }) =>
        derived(workloadsHolding(entity, "verticalAutoscalers", lookup), root.ref),
    },
  },
  suppliers: objectSuppliers(
    ["autoscaling.k8s.io/v1/VerticalPodAutoscaler", "autoscaling.k8s.io/v1beta2/VerticalPodAutoscaler"],
    {
      ...objectIdentity,
      targetKind: text("spec", "targetRef", "kind"),
      targetName: text("spec", "targetRef", "name"),
      updateMode: orDefault(text("spec", "updatePolicy", "updateMode"), "Auto"),
      resources: (({ root }) => {
        const policies = root.get("spec", "resourcePolicy", "containerPolicies");
        return written(controlled(policies), policies);
      }) satisfies Reader,
    },
  ),
});

/** What any container's policy controls; everything where one does not say. */
function controlled(policies: Attribute): Value {
  if (policies.state === "unknown") return unknownOf(policies);
  if (isShapeless(policies)) return notA("a list", policies);
  const lists = policies.items().map((policy) => policy.get("controlledResources"));
  const open = lists.find(({ state }) => state === "unknown");
  if (open !== undefined) return new Unknown([missingOf(open)]);
  if (lists.length === 0 || lists.some(({ state }) => state === "absent")) return both;
  const named = lists.flatMap((list) => members(textList(list)).known);
  const missing = named.flatMap((one) => (one instanceof Unknown ? one.missing : []));
  return missing.length === 0 ? [...new Set(named)] : new Unknown(missing);
}
