import type { Value } from "../../base/value.ts";
import type { Declared, Doubt, Lookup } from "../concept.ts";
import { isEntity } from "../entity.ts";
import { listOf } from "../several.ts";
import { members } from "./members.ts";
import { inNamespace } from "./same-namespace.ts";
import { type KeysOf, mayHaveAny } from "./shortlist.ts";

/** The other side of a relation of workloads, looked for in the object's own namespace only. */
export function workloadsHolding(object: Declared, by: string, lookup: Lookup): Value {
  const certain: Declared[] = [];
  const doubtful: Doubt[] = [];
  const there = inNamespace("Workload", object.get("namespace"), lookup);
  for (const workload of mayHaveAny(there, idsIn(by), [object.id])) {
    const { known, doubtful: further } = members(workload.get(by) ?? []);
    if (known.includes(object)) certain.push(workload);
    else if (further.candidates.includes(object) || !further.bounded)
      doubtful.push({ holder: workload, missing: further.missing });
  }
  return listOf(certain, doubtful);
}

const kept = new Map<string, KeysOf>();

/** The things that a field of a workload holds or may hold; of a list that is not bounded, any. */
function idsIn(by: string): KeysOf {
  const before = kept.get(by);
  if (before !== undefined) return before;
  const ids: KeysOf = (workload) => {
    const { known, doubtful } = members(workload.get(by) ?? []);
    const all = [...known, ...doubtful.candidates].filter(isEntity);
    return doubtful.bounded ? all.map(({ id }) => id) : undefined;
  };
  kept.set(by, ids);
  return ids;
}
