import { OpenMap } from "../base/open-map.ts";
import type { Ref } from "../base/place.ts";
import type { Missing } from "../base/value.ts";
import type { FieldRead } from "../expr/explain.ts";
import type { Entity } from "../graph/graph.ts";
import type { Policy } from "../policy/policy.ts";
import type { Scope } from "./scope.ts";
import { isEntity } from "./show.ts";

/**
 * What a finding points at, best first: what is missing of the entity's own declaration, where that keeps it
 * unresolved; what the policy says (`at`), else what was read last to decide; then everything that is missing; the
 * entity itself where there is nothing else. An inventory says how things are, and nobody changes them there.
 */
export function placesOf(
  policy: Policy,
  scope: Scope,
  entity: Entity,
  reads: readonly FieldRead[],
  missing: readonly Missing[],
): readonly Ref[] {
  const chosen = policy.at === undefined ? refsOf(reads) : pointedAt(scope, policy.at);
  const unknown = missing.flatMap(({ ref }) => ref ?? []);
  const own = unknown.filter((ref) => isOf(ref, entity.ref));
  const refs = distinct([...own, ...chosen, ...unknown]);
  const authored = refs.filter(({ format }) => format !== "inventory");
  return authored.length === 0 ? [entity.ref] : authored;
}

/** Whether a place is below the place of an entity, so that it is the entity's author who can make it known. */
function isOf(ref: Ref, entity: Ref): boolean {
  const isSame = ref.file === entity.file && ref.document === entity.document && ref.owner === entity.owner;
  return (
    isSame &&
    ref.path.length > entity.path.length &&
    entity.path.every((step, index) => step === ref.path[index])
  );
}

/** The field that `at` names; of `self.cluster.version` the version first. An element by itself is its own place. */
function pointedAt(scope: Scope, at: NonNullable<Policy["at"]>): readonly Ref[] {
  const { value, reads } = scope.explain(at);
  const refs = refsOf(reads);
  return refs.length === 0 && isEntity(value) ? [value.ref] : refs;
}

function refsOf(reads: readonly FieldRead[]): readonly Ref[] {
  return reads
    .toReversed()
    .flatMap(({ object, field }) =>
      isEntity(object) || object instanceof OpenMap ? (object.reading(field)?.ref ?? []) : [],
    );
}

function distinct(refs: readonly Ref[]): readonly Ref[] {
  const kept = new Map<string, Ref>();
  for (const ref of refs) {
    const key = JSON.stringify([ref.file, ref.document, ref.owner, ref.path]);
    if (!kept.has(key)) kept.set(key, ref);
  }
  return [...kept.values()];
}
