import { concept } from "../concept.ts";
import { orDefault, text } from "../read.ts";

export const tolerationFields = {
  key: text("key"),
  operator: orDefault(text("operator"), "Equal"),
  value: text("value"),
  effect: text("effect"),
};

export const toleration = concept({
  name: "Toleration",
  doc: "A taint of nodes that a workload's pods put up with.",
  fields: {
    key: { type: "string?", doc: "The taint's key; null for every taint." },
    operator: { type: "string", doc: "`Equal` or `Exists`." },
    value: { type: "string?", doc: "The taint's value." },
    effect: { type: "string?", doc: "`NoSchedule`, `NoExecute` or `PreferNoSchedule`; null for all." },
  },
});
