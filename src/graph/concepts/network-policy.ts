import { Unknown } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { concept, type Origin } from "../concept.ts";
import { derived } from "../entity.ts";
import type { Reading } from "../graph.ts";
import { isShapeless, notA, textList, unknownOf, written } from "../read.ts";
import { mapAt } from "../several.ts";
import { some } from "./members.ts";
import { objectFields, objectIdentity } from "./object-fields.ts";
import { objectSuppliers } from "./object-suppliers.ts";
import { any, every, not, type Truth } from "./truth.ts";
import { workloadsHolding } from "./workloads-holding.ts";

export const networkPolicy = concept({
  name: "NetworkPolicy",
  doc: "Which connections pods of a namespace may have.",
  fields: {
    ...objectFields,
    everyPod: { type: "bool", doc: "Whether it applies to every pod of its namespace." },
    ingress: { type: "bool", doc: "Whether it restricts what may connect to the pods." },
    egress: { type: "bool", doc: "Whether it restricts what the pods may connect to." },
    allowsIngress: { type: "bool", doc: "Whether it has a rule for what may connect to the pods." },
    allowsEgress: { type: "bool", doc: "Whether it has a rule for what the pods may connect to." },
    workloads: {
      type: "list<Workload>",
      doc: "The workloads that were read and to whose pods it applies.",
      derive: ({ entity, lookup, root }) =>
        derived(workloadsHolding(entity, "networkPolicies", lookup), root.ref),
    },
  },
  suppliers: objectSuppliers(["networking.k8s.io/v1/NetworkPolicy"], {
    ...objectIdentity,
    everyPod: fromSpec("podSelector", isEmptySelector),
    ingress: fromSpec("policyTypes", (types) => any([isEmpty(types), names(types, "Ingress")])),
    egress: fromSpec("policyTypes", (types, spec) =>
      any([names(types, "Egress"), every([isEmpty(types), not(isEmpty(spec.get("egress")))])]),
    ),
    allowsIngress: fromSpec("ingress", (rules) => not(isEmpty(rules))),
    allowsEgress: fromSpec("egress", (rules) => not(isEmpty(rules))),
  }),
});

function fromSpec(name: string, ask: (attribute: Attribute, spec: Attribute) => Truth) {
  return ({ root }: Origin): Reading => {
    const spec = mapAt(root, "spec");
    const attribute = spec.get(name);
    return written(ask(attribute, spec), attribute);
  };
}

/** Where no type is named, it is about what connects to the pods, and about the rest where it has rules for that. */
function names(types: Attribute, type: string): Truth {
  return some(textList(types), (each) => each === type);
}

function isEmpty(list: Attribute): Truth {
  if (list.state === "unknown") return unknownOf(list);
  if (isShapeless(list)) return notA("a list", list);
  return list.items().length === 0;
}

function isEmptySelector(selector: Attribute): Truth {
  if (selector.state === "unknown") return unknownOf(selector);
  if (isShapeless(selector)) return notA("a map", selector);
  const [labels, expressions] = [selector.get("matchLabels"), selector.get("matchExpressions")];
  const open = [labels, expressions].find(({ state }) => state === "unknown");
  if (open !== undefined) return new Unknown(unknownOf(open).missing);
  return labels.entries().length === 0 && expressions.items().length === 0;
}
