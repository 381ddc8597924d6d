import type { Path } from "../../base/place.ts";
import { Unknown, type Value } from "../../base/value.ts";
import type { Declaration } from "../../source/declaration.ts";
import type { ClusterFiles } from "../cluster-files.ts";
import type { Declared, Lookup, Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import type { Entity } from "../graph.ts";
import { one, resolveOne } from "../link.ts";
import { OneOf } from "../one-of.ts";
import { written } from "../read.ts";

/**
 * The cluster that a manifest is applied to: the one that the author says, else the only one of its plan, else the
 * only one of everything that was read. No manifest says it itself.
 */
export const manifestCluster: Reader = ({ declaration, entity, lookup, part }) =>
  derived(
    toldCluster(declaration, entity, lookup) ?? onlyCluster(declaration, entity, lookup),
    part.root.ref,
  );

/**
 * What a manifest refers to by name. Of several things of that name, it is the one that is made where the manifest's
 * cluster is made.
 */
export function oneOfCluster(concept: string, ...path: Path): Reader {
  return (from) => {
    const attribute = from.root.get(...path);
    const { json, ref, sensitive } = attribute;
    if (typeof json !== "string") return one(concept, ...path)(from);
    const cluster = from.entity.get("cluster");
    const beside = isDeclared(cluster) ? cluster.declaration.file : undefined;
    return written(from.lookup.named(concept, json, { ref, sensitive, beside }), attribute);
  };
}

export function isDeclared(value: Value | undefined): value is Declared {
  return isEntity(value) && "declaration" in value;
}

/** Whether more than one cluster was read, so that what was read need not be about the same one. */
export function readsManyClusters(lookup: Lookup): boolean {
  return clustersRead(lookup).all.length > 1;
}

function toldCluster(declaration: Declaration, entity: Entity, lookup: Lookup): Value | undefined {
  const told = lookup.clusters.filter((files) => describes(files, declaration));
  const [first, ...others] = told.map((files) => clusterOf(files, declaration, lookup));
  if (first === undefined || others.every((other) => other === first)) return first;
  const reason = `claimed by ${shown(told.map(({ cluster }) => cluster))} under \`clusters\` in the configuration`;
  const among = [first, ...others];
  const missing = { attribute: `${entity.resource}.cluster`, reason, ref: entity.ref };
  return among.every(isEntity) ? new OneOf([missing], among) : new Unknown([missing]);
}

function describes({ manifests, madeIn }: ClusterFiles, { format, file }: Declaration): boolean {
  return format === "kubernetes" ? manifests.has(file) : madeIn?.has(file) === true;
}

/** By its address or its name, else the only one of the files that make it, else one that was not read. */
function clusterOf({ cluster, madeIn }: ClusterFiles, { root }: Declaration, lookup: Lookup): Value {
  const made = clustersRead(lookup).all.filter(
    ({ declaration }) => madeIn === undefined || madeIn.has(declaration.file),
  );
  const named = made.filter((each) => each.resource === cluster || each.get("name") === cluster);
  if (named.length === 1 && named[0] !== undefined) return named[0];
  if (madeIn !== undefined && made.length === 1 && made[0] !== undefined) return made[0];
  return lookup.named("Cluster", cluster, { ref: root.ref, sensitive: false });
}

function onlyCluster(declaration: Declaration, entity: Entity, lookup: Lookup): Value {
  const { all, byFile } = clustersRead(lookup);
  const ofPlan = declaration.format === "terraform" ? byFile.get(declaration.file) : undefined;
  const clusters = ofPlan ?? all;
  const [only] = clusters;
  if (only === undefined) {
    const missing = { attribute: `${entity.resource}.cluster`, reason: "not in anything that was read" };
    return new Unknown([{ ...missing, ref: entity.ref }]);
  }
  if (clusters.length === 1) return only;
  return undecided(entity, declaration, clusters);
}

/** One of several; the reason holds the line of configuration that would tell which. */
function undecided(
  { resource, ref }: Entity,
  { file, format }: Declaration,
  among: readonly Declared[],
): OneOf {
  const names = among.map(label);
  const [first] = among;
  const isTwice = names.indexOf(names[0] ?? "", 1) > 0;
  // Where two have one name, only the file that makes it tells which is meant.
  const globs: Readonly<Record<string, string>> = {
    ...(format === "kubernetes" ? { manifests: file } : { [format]: file }),
    ...(isTwice && first !== undefined ? { [first.declaration.format]: first.declaration.file } : {}),
  };
  const files = Object.entries(globs).map(([key, glob]) => `${key}: [${JSON.stringify(glob)}]`);
  const line = `clusters: { ${JSON.stringify(names[0])}: { ${files.join(", ")} } }`;
  const reason = `one of ${shown(names)}; a line like \`${line}\` in the configuration says which`;
  return new OneOf([{ attribute: `${resource}.cluster`, reason, ref }], among);
}

function shown(names: readonly string[]): string {
  const some = names.slice(0, 3).map((name) => `\`${name}\``);
  const more = names.length - some.length;
  return [...some, ...(more > 0 ? [`${more} more`] : [])].join(", ");
}

/** A name that must not be shown gives way to what its author calls the cluster. */
function label(cluster: Entity): string {
  const name = cluster.reading("name");
  return typeof name?.value === "string" && !name.sensitive ? name.value : cluster.resource;
}

interface ClustersRead {
  readonly all: readonly Declared[];
  readonly byFile: ReadonlyMap<string, readonly Declared[]>;
}

/** Worked out once for a graph. */
const kept = new WeakMap<Lookup, ClustersRead>();

function clustersRead(lookup: Lookup): ClustersRead {
  const before = kept.get(lookup);
  if (before !== undefined) return before;
  const clusters = lookup.entities("Cluster");
  const made = clusters.filter(({ declaration }) => declaration.mode === "managed");
  const all = new Set<Declared>();
  const byFile = new Map<string, Set<Declared>>();
  for (const cluster of clusters) {
    const ofFile = byFile.get(cluster.declaration.file) ?? new Set();
    byFile.set(cluster.declaration.file, ofFile);
    for (const meant of meantBy(cluster, made, ofFile, lookup)) {
      ofFile.add(meant);
      all.add(meant);
    }
  }
  const read = { all: [...all], byFile: new Map([...byFile].map(([file, set]) => [file, [...set]])) };
  kept.set(lookup, read);
  return read;
}

/** What a data source looks up may be made elsewhere, or be looked up twice; then it is no other cluster. */
function meantBy(
  cluster: Declared,
  made: readonly Declared[],
  before: ReadonlySet<Declared>,
  lookup: Lookup,
): readonly Declared[] {
  if (cluster.declaration.mode === "managed") return [cluster];
  const name = cluster.get("name");
  if (typeof name !== "string") {
    const meant = resolveOne(cluster.declaration.root.get("name"), "Cluster", lookup);
    return isDeclared(meant) ? [meant] : [cluster, ...made];
  }
  const named = made.filter((other) => other.get("name") === name);
  const near = named.filter((other) => other.declaration.file === cluster.declaration.file);
  const [only] = near.length > 0 ? near : named;
  if (only !== undefined && (near.length === 1 || named.length === 1)) return [only];
  const same = [...before].find((other) => other.get("name") === name);
  if (same !== undefined) return [same];
  return [cluster, ...made.filter((other) => typeof other.get("name") !== "string")];
}
