import { addTo } from "../../base/groups.ts";
import type { Value } from "../../base/value.ts";
import type { Declared, Lookup } from "../concept.ts";

interface ByNamespace {
  /** For every namespace that one is certainly in, those and the ones that may be in any. */
  readonly known: ReadonlyMap<string, readonly Declared[]>;
  readonly open: readonly Declared[];
}

const kept = new WeakMap<Lookup, Map<string, ByNamespace>>();

/** The objects of a concept that may be in a namespace: few of many, so that relations stay cheap. */
export function inNamespace(
  concept: string,
  namespace: Value | undefined,
  lookup: Lookup,
): readonly Declared[] {
  if (typeof namespace !== "string") return lookup.entities(concept);
  const { known, open } = byNamespace(concept, lookup);
  return known.get(namespace) ?? open;
}

function byNamespace(concept: string, lookup: Lookup): ByNamespace {
  const concepts = kept.get(lookup) ?? new Map<string, ByNamespace>();
  kept.set(lookup, concepts);
  const before = concepts.get(concept);
  if (before !== undefined) return before;
  const known = new Map<string, Declared[]>();
  const open: Declared[] = [];
  for (const one of lookup.entities(concept)) {
    const namespace = one.get("namespace");
    if (typeof namespace !== "string") open.push(one);
    else addTo(known, namespace, one);
  }
  for (const list of known.values()) list.push(...open);
  const made = { known, open };
  concepts.set(concept, made);
  return made;
}
