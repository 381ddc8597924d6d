import { Unknown } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { concept, type Origin, type Reader } from "../concept.ts";
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
import { selects } from "./labels.ts";
import { podSpec } from "./pod-template.ts";
import { any, every, type Truth, told } from "./truth.ts";

export const zoneLabels: readonly string[] = [
  "topology.kubernetes.io/zone",
  "failure-domain.beta.kubernetes.io/zone",
];

export const spreadFields = {
  topologyKey: text("topologyKey"),
  whenUnsatisfiable: orDefault(text("whenUnsatisfiable"), "DoNotSchedule"),
  maxSkew: number("maxSkew"),
  minDomains: number("minDomains"),
  selectsItself: ((from) => {
    const selector = from.root.get("labelSelector");
    return written(selectsOwnPods(selector, from), selector);
  }) satisfies Reader,
};

export const spreadConstraint = concept({
  name: "SpreadConstraint",
  doc: "How evenly pods are spread over nodes or zones.",
  fields: {
    topologyKey: { type: "string", doc: "The label of nodes whose values they are spread over." },
    whenUnsatisfiable: { type: "string", doc: "`DoNotSchedule` or `ScheduleAnyway`." },
    maxSkew: { type: "int?", doc: "How many more pods one value may have than another." },
    minDomains: { type: "int?", doc: "How many values there have to be." },
    selectsItself: { type: "bool", doc: "Whether it counts the pods that it is written for." },
  },
});

/** Whether no two pods may be in one zone. */
export const apartByZone: Reader = (from) => {
  const path = ["affinity", "podAntiAffinity", "requiredDuringSchedulingIgnoredDuringExecution"];
  const terms = podSpec(from.root).get(...path);
  if (terms.state === "unknown") return written(unknownOf(terms), terms);
  if (isShapeless(terms)) return written(notA("a list", terms), terms);
  const truths = terms.items().map((term): Truth => {
    if (term.state !== "known") return new Unknown([missingOf(term)]);
    const key = scalarValue(term.get("topologyKey"), asText);
    const isZone = told(key, (value) => zoneLabels.includes(String(value)));
    return every([isZone, selectsOwnPods(term.get("labelSelector"), from)]);
  });
  return written(any(truths), terms);
};

/** One that is not written selects nothing. */
function selectsOwnPods(selector: Attribute, { entity }: Origin): Truth {
  return selector.state !== "absent" && selects(selector, entity.get("labels") ?? null);
}
