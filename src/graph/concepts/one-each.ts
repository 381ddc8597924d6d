import type { Doubt } from "../concept.ts";
import { isEntity } from "../entity.ts";
import type { Entity } from "../graph.ts";
import { OneOf } from "../one-of.ts";
import { isDeclared } from "./manifest-cluster.ts";

/**
 * Groups of holders of which exactly one belongs to an entity: where as many holders as there are things each mean one
 * of the things, and no two can mean the same. `element(aws_subnet.a[*].id, count.index)` does not say which.
 *
 * `slot`: holders that differ in it do not exclude each other; `undefined` where that is not known.
 */
export function oneEach(
  entity: Entity,
  doubts: readonly Doubt[],
  by: string,
  slot: (holder: Entity) => string | undefined,
): readonly (readonly Entity[])[] {
  const groups = new Map<string, { readonly among: readonly Entity[]; readonly holders: Entity[] }>();
  for (const { holder } of doubts) {
    const among = allMeantBy(holder, by);
    const own = slot(holder);
    if (among === undefined || own === undefined || holder.count !== undefined) continue;
    const key = [own, ...among.map(({ id }) => id).sort()].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { among, holders: [holder] });
    else if (!group.holders.includes(holder)) group.holders.push(holder);
  }
  return [...groups.values()]
    .filter(({ among, holders }) => among.includes(entity) && among.length === holders.length)
    .map(({ holders }) => holders);
}

/** Everything that a reference can mean, where that is known and there is one of each. */
function allMeantBy(holder: Entity, by: string): readonly Entity[] | undefined {
  const reading = holder.reading(by);
  const step = reading?.ref.path.at(-1);
  if (!(reading?.value instanceof OneOf) || step === undefined || !isDeclared(holder)) return undefined;
  // A name that is known but means several may also mean something that was not read.
  if (holder.declaration.root.get(step).state !== "unknown") return undefined;
  const among = reading.value.among.filter(isEntity);
  const isExact =
    among.length === reading.value.among.length && among.every(({ count }) => count === undefined);
  return isExact ? [...new Set(among)] : undefined;
}
