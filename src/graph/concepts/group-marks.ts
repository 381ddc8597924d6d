import { Unknown, type Value } from "../../base/value.ts";
import { isEntity } from "../entity.ts";
import { carries } from "./labels.ts";
import { members } from "./members.ts";
import { any, every, type Truth } from "./truth.ts";

/**
 * Whether a security group carries a tag, or is given to pods that carry a label, of this name and value: that is how a
 * tier is told.
 */
export function isMarked(group: Value, name: string, value: string): Truth {
  if (!isEntity(group)) return false;
  const wanted = new Map([[name, value]]);
  const isLabelled = (policy: Value) =>
    someOf(isEntity(policy) ? policy.get("workloads") : [], (workload) =>
      isEntity(workload) ? carries(workload.get("labels") ?? null, wanted, "nowhere") : false,
    );
  return any([
    carries(group.get("tags") ?? null, wanted, "nowhere"),
    someOf(group.get("podPolicies"), isLabelled),
  ]);
}

/** Whether a list has a member of which something holds, as far as its members and they are known. */
export function someOf(list: Value | undefined, holds: (member: Value) => Truth): Truth {
  const { known, doubtful } = members(list ?? []);
  const unsure = new Unknown(doubtful.missing);
  const ask = (member: Value) => (member instanceof Unknown ? member : holds(member));
  return any([
    ...known.map(ask),
    ...doubtful.candidates.map((member) => every([unsure, ask(member)])),
    ...(doubtful.bounded ? [] : [unsure]),
  ]);
}
