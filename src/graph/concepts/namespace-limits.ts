import { Unknown, type Value } from "../../base/value.ts";
import { concept, type Origin } from "../concept.ts";
import type { Reading } from "../graph.ts";
import { dictionary, isShapeless, notA, unknownOf, written } from "../read.ts";
import { missingOf } from "../several.ts";
import { objectFields, objectIdentity } from "./object-fields.ts";
import { objectSuppliers } from "./object-suppliers.ts";

export const resourceQuota = concept({
  name: "ResourceQuota",
  doc: "The most that all pods of a namespace may use together.",
  fields: {
    ...objectFields,
    hard: { type: "map<string>", doc: "The most of each: `requests.cpu`, `pods`." },
  },
  suppliers: objectSuppliers(["v1/ResourceQuota"], {
    ...objectIdentity,
    hard: dictionary("spec", "hard"),
  }),
});

export const limitRange = concept({
  name: "LimitRange",
  doc: "What containers of a namespace get that do not say what they ask for.",
  fields: {
    ...objectFields,
    defaultRequests: { type: "list<string>", doc: "The resources containers ask for by default: `cpu`." },
    defaultLimits: { type: "list<string>", doc: "The resources containers are limited in by default." },
  },
  suppliers: objectSuppliers(["v1/LimitRange"], {
    ...objectIdentity,
    defaultRequests: defaults("defaultRequest", "default"),
    defaultLimits: defaults("default"),
  }),
});

/** The names in these maps of the limits that are for containers. */
function defaults(...maps: readonly string[]) {
  return ({ root }: Origin): Reading => {
    const limits = root.get("spec", "limits");
    if (limits.state === "unknown") return written(unknownOf(limits), limits);
    if (isShapeless(limits)) return written(notA("a list", limits), limits);
    const found: string[] = [];
    const open: Value[] = [];
    for (const limit of limits.items()) {
      const type = limit.get("type");
      if (type.state === "known" && type.json !== "Container") continue;
      const read = [type, ...maps.map((map) => limit.get(map))];
      open.push(
        ...read.filter(({ state }) => state === "unknown").map((each) => new Unknown([missingOf(each)])),
      );
      found.push(...read.flatMap((map) => map.entries().map(([name]) => name)));
    }
    const missing = open.flatMap((each) => (each instanceof Unknown ? each.missing : []));
    return written(missing.length > 0 ? new Unknown(missing) : [...new Set(found)], limits);
  };
}
