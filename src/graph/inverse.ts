import { addTo } from "../base/groups.ts";
import { PartialList, Unknown, type Value } from "../base/value.ts";
import type { Doubt } from "./concept.ts";
import { type DeclaredEntity, isEntity } from "./entity.ts";
import type { Entity } from "./graph.ts";
import { OneOf } from "./one-of.ts";

/** Who holds what in one field: the other side of a relation. */
export interface Inverse {
  readonly holders: Map<Entity, Entity[]>;
  /** Those that may hold one of a few. */
  readonly named: Map<Value, Doubt[]>;
  /** Those that may hold anything of their file: what a plan does not know, it computes from its own resources. */
  readonly inFile: ReadonlyMap<string, readonly Doubt[]>;
  /** Those that may hold anything: a parameter, an import, a placeholder may stand for what another file declares. */
  readonly anywhere: readonly Doubt[];
}

export function invert(entities: readonly DeclaredEntity[], by: string): Inverse {
  const holders = new Map<Entity, Entity[]>();
  const named = new Map<Value, Doubt[]>();
  const inFile = new Map<string, Doubt[]>();
  const anywhere: Doubt[] = [];
  for (const holder of entities) {
    for (const member of heldBy(holder.get(by))) {
      if (isEntity(member)) addTo(holders, member, holder);
      if (!(member instanceof Unknown)) continue;
      const doubt = { holder, missing: member.missing };
      if (member instanceof OneOf) for (const one of member.among) addTo(named, one, doubt);
      else if (holder.declaration.format === "terraform") addTo(inFile, holder.declaration.file, doubt);
      else anywhere.push(doubt);
    }
  }
  return { holders, named, inFile, anywhere };
}

/** What a field is or holds; what may be in a list besides is an unknown more. */
export function heldBy(value: Value | undefined): readonly (Value | undefined)[] {
  if (!(value instanceof PartialList)) return Array.isArray(value) ? value : [value];
  const { items, why, atMost, candidates } = value;
  if (atMost <= 0) return items;
  return [...items, candidates === undefined ? why : new OneOf(why.missing, candidates)];
}
