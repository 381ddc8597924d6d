import type { Value } from "../../base/value.ts";
import type { Declared, Doubt, Lookup } from "../concept.ts";
import { isEntity } from "../entity.ts";
import type { Entity } from "../graph.ts";
import { listOf } from "../several.ts";
import { isDeclared } from "./manifest-cluster.ts";
import { sameAs, type Truth } from "./truth.ts";

/** Those of which something holds, as a list; those of which it cannot be told may be in it. */
export function matching(among: readonly Declared[], holds: (one: Declared) => Truth): Value {
  const certain: Declared[] = [];
  const doubtful: Doubt[] = [];
  for (const one of among) {
    const truth = holds(one);
    if (truth === true) certain.push(one);
    else if (truth !== false) doubtful.push({ holder: one, missing: truth.missing });
  }
  return listOf(certain, doubtful);
}

/**
 * Whether two things are in the same cluster. One cluster may be made by one file and looked up by another; manifests
 * of one file go to one cluster, and where no cluster was read and none is told of, all manifests do, and so do the
 * objects of one plan.
 */
export function inSameCluster(one: Declared, other: Declared, lookup: Lookup): Truth {
  if (areApplied([one, other])) {
    if (one.declaration.file === other.declaration.file) return true;
    if (isNoneKnown(lookup)) return true;
  }
  if (areOfOnePlan(one, other) && isNoneKnown(lookup)) return true;
  const [a, b] = [one.get("cluster"), other.get("cluster")];
  if (a === b && isEntity(a)) return true;
  if (!isEntity(a) || !isEntity(b)) return sameAs(a, b);
  const isMade = (cluster: Entity) => isDeclared(cluster) && cluster.declaration.mode === "managed";
  return isMade(a) && isMade(b) ? false : sameAs(a.get("name"), b.get("name"));
}

function isNoneKnown(lookup: Lookup): boolean {
  return lookup.clusters.length === 0 && lookup.entities("Cluster").length === 0;
}

function areOfOnePlan(...things: readonly Declared[]): boolean {
  const [first] = things;
  return things.every(
    ({ declaration: { file, format, type } }) =>
      format === "terraform" && file === first?.declaration.file && /^kube(rnetes|ctl)_/.test(type),
  );
}

function areApplied(things: readonly Declared[]): boolean {
  return things.every(({ declaration }) => declaration.format === "kubernetes");
}
