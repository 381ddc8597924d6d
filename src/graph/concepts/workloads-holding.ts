import type { Value } from "../../base/value.ts";
import type { Declared, Doubt, Lookup } from "../concept.ts";
import { listOf } from "../several.ts";
import { members } from "./members.ts";
import { inNamespace } from "./same-namespace.ts";

/** The other side of a relation of workloads, looked for in the object's own namespace only. */
export function workloadsHolding(object: Declared, by: string, lookup: Lookup): Value {
  const certain: Declared[] = [];
  const doubtful: Doubt[] = [];
  for (const workload of inNamespace("Workload", object.get("namespace"), lookup)) {
    const { known, doubtful: further } = members(workload.get(by) ?? []);
    if (known.includes(object)) certain.push(workload);
    else if (further.candidates.includes(object) || !further.bounded)
      doubtful.push({ holder: workload, missing: further.missing });
  }
  return listOf(certain, doubtful);
}
