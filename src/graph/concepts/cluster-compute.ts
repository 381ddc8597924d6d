import { PartialList, type Value } from "../../base/value.ts";
import type { Declared, Lookup, Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import { asText, scalarValue } from "../read.ts";
import { any, every, not, sameAs, type Truth, told } from "./truth.ts";

/** Whether nothing but EKS Auto Mode makes nodes for a cluster, as far as it was read. */
export const autoModeOnly: Reader = ({ entity, lookup, root }) => {
  const only = every([
    isOn(entity.get("autoMode")),
    isEmpty(entity.get("nodeGroups") ?? []),
    not(any(poolsOf(entity, lookup, (kind) => kind !== "NodeClass"))),
  ]);
  return derived(only, root.ref);
};

/** Whether a cluster has Fargate profiles and nothing else to run pods on, as far as it was read. */
export const fargateOnly: Reader = ({ entity, lookup, root }) => {
  const only = every([
    not(isEmpty(entity.get("fargateProfiles") ?? [])),
    not(isOn(entity.get("autoMode"))),
    isEmpty(entity.get("nodeGroups") ?? []),
    not(any(poolsOf(entity, lookup, () => true))),
  ]);
  return derived(only, root.ref);
};

/** The node pools of a cluster whose class is of such a kind. */
function poolsOf(cluster: Declared, lookup: Lookup, isKind: (kind: Value) => boolean): readonly Truth[] {
  return lookup.entities("NodePool").map((pool) => {
    const kind = scalarValue(pool.part.root.get("spec", "template", "spec", "nodeClassRef", "kind"), asText);
    const isThere = pool.count ?? true;
    return every([told(kind, isKind), belongsTo(pool, cluster), isThere]);
  });
}

function belongsTo(pool: Declared, cluster: Declared): Truth {
  const own = pool.get("cluster");
  if (own === cluster) return true;
  // A cluster may be made in one file and looked up in another.
  return isEntity(own) ? sameAs(own.get("name"), cluster.get("name")) : told(own, () => false);
}

function isOn(flag: Value | undefined): Truth {
  return told(flag, (value) => value === true);
}

function isEmpty(list: Value): Truth {
  if (!(list instanceof PartialList))
    return told(list, (value) => Array.isArray(value) && value.length === 0);
  return list.items.length + list.atLeast > 0 ? false : list.atMost === 0 || list.why;
}
