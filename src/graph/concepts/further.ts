import { type Missing, Unknown, type Value } from "../../base/value.ts";
import type { Declared, Lookup, Origin, Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import type { Entity } from "../graph.ts";
import { isElsewhere, ownWhereabouts, whereaboutsOf } from "./inventory.ts";
import { isDeclared } from "./manifest-cluster.ts";

/** What belongs to a cluster by its name: the concept, the inventory's list of names, and Terraform's words for both. */
interface Kind {
  readonly concept: "NodeGroup" | "FargateProfile";
  readonly list: string;
  readonly type: string;
  readonly name: string;
}

export const furtherNodeGroups: Reader = further({
  concept: "NodeGroup",
  list: "nodeGroups",
  type: "aws_eks_node_group",
  name: "node_group_name",
});

export const furtherFargateProfiles: Reader = further({
  concept: "FargateProfile",
  list: "fargateProfiles",
  type: "aws_eks_fargate_profile",
  name: "fargate_profile_name",
});

/**
 * How many a cluster has besides those that were read, by the inventory that knows it: those it names that a plan
 * neither declares nor takes away. None where no inventory knows the cluster, or the cluster is only made now.
 */
function further(kind: Kind): Reader {
  return (from) => {
    const known = inventoriesOf(from);
    const ranges = known.map((cluster) => rangeOf(cluster, from, kind));
    const [only, ...others] = ranges;
    if (only === undefined) return derived(0, from.part.root.ref);
    const name = from.entity.get("name");
    const unnamed = name instanceof Unknown ? name.missing : [];
    const low = unnamed.length > 0 ? 0 : Math.min(...ranges.map((range) => range.low));
    const high = Math.max(...ranges.map((range) => range.high));
    const missing = [...unnamed, ...ranges.flatMap((range) => range.missing)];
    const value: Value =
      low === high ? low : new Unknown([...missing, ...severalOf(from, others.length)], low, high);
    return derived(value, from.part.root.ref);
  };
}

/**
 * The clusters of inventories that this one may be: of its name, or any where that is not known, and not certainly in
 * another account or Region.
 */
function inventoriesOf({ entity, lookup }: Origin): readonly Declared[] {
  const name = entity.get("name");
  if (isNew(entity) || name === null) return [];
  const named = typeof name === "string" ? name : undefined;
  const own = ownWhereabouts(entity);
  return lookup.told("Cluster", named).filter((cluster) => {
    const account = lookup.told("Account").find((each) => each.declaration.file === cluster.declaration.file);
    return account === undefined || !isElsewhere(own, whereaboutsOf(account));
  });
}

interface Range {
  readonly low: number;
  readonly high: number;
  readonly missing: readonly Missing[];
}

function rangeOf(cluster: Declared, { entity, lookup }: Origin, kind: Kind): Range {
  const list = cluster.declaration.root.get(kind.list);
  if (list.state !== "known") {
    const attribute = [cluster.resource, kind.list].join(".");
    return {
      low: 0,
      high: Number.POSITIVE_INFINITY,
      missing: [{ attribute, reason: "not in the inventory", ref: list.ref }],
    };
  }
  const names = new Set<unknown>(list.items().map(({ json }) => json));
  for (const name of takenAway(entity, lookup, kind)) names.delete(name);
  const declared = lookup.holders(entity, kind.concept, "cluster");
  const doubtful = lookup.doubts(entity, kind.concept, "cluster").map(({ holder }) => holder);
  const perhaps: Missing[] = [];
  for (const one of [...declared, ...doubtful]) {
    if (one.get("kind") === "self") continue;
    const name = one.get("name");
    const isCertain = declared.includes(one) && one.count === undefined;
    if (typeof name === "string" && (isCertain || !names.has(name))) names.delete(name);
    else if (!isNew(one)) perhaps.push(nameless(one, name));
  }
  return { low: Math.max(0, names.size - perhaps.length), high: names.size, missing: perhaps };
}

/** The names of what a plan deletes or replaces: their places are free again. */
function takenAway(cluster: Declared, { leaving }: Lookup, { type, name }: Kind): readonly unknown[] {
  const wanted = cluster.get("name");
  return leaving
    .filter(({ before, ...left }) => left.type === type && before?.get("cluster_name").json === wanted)
    .map(({ before }) => before?.get(name).json);
}

/** What is only made now is none of those that are there. */
function isNew(entity: Entity): boolean {
  return isDeclared(entity) && ["create", "replace"].includes(entity.declaration.change);
}

function nameless(entity: Entity, name: Value | undefined): Missing {
  const [missing] = name instanceof Unknown ? name.missing : [];
  return (
    missing ?? {
      attribute: `${entity.resource}.name`,
      reason: "not certain to be another one",
      ref: entity.ref,
    }
  );
}

function severalOf({ entity }: Origin, others: number): readonly Missing[] {
  if (others === 0) return [];
  return [
    { attribute: `${entity.resource}.account`, reason: "in one of several inventories", ref: entity.ref },
  ];
}
