import { addTo } from "../base/groups.ts";
import type { Concept } from "./concept.ts";
import type { DeclaredEntity } from "./entity.ts";

/**
 * What inventories tell of an account: the last place where a name is looked for, because what a plan or template
 * says of a thing is what it will be.
 */
export class Told {
  readonly #entities = new Map<string, DeclaredEntity[]>();
  readonly #byIdentity = new Map<string, ReadonlyMap<string, readonly DeclaredEntity[]>>();

  add(entity: DeclaredEntity): void {
    addTo(this.#entities, entity.concept, entity);
  }

  entities(concept: string): readonly DeclaredEntity[] {
    return this.#entities.get(concept) ?? [];
  }

  /** Everything of a concept that an id, name or ARN may mean: more than one where accounts or Regions have the same name. */
  named(concept: Concept, identity: string): readonly DeclaredEntity[] {
    if (!this.#entities.has(concept.name)) return [];
    const index = this.#identities(concept);
    for (const alias of concept.aliases(identity)) {
      const found = (index.get(alias) ?? []).filter((entity) => !concept.isOther(identity, entity));
      if (found.length > 0) return found;
    }
    return [];
  }

  #identities(concept: Concept): ReadonlyMap<string, readonly DeclaredEntity[]> {
    const kept = this.#byIdentity.get(concept.name);
    if (kept !== undefined) return kept;
    const made = new Map<string, DeclaredEntity[]>();
    for (const entity of this.entities(concept.name)) {
      for (const value of identitiesOf(concept, entity)) addTo(made, value, entity);
    }
    this.#byIdentity.set(concept.name, made);
    return made;
  }
}

/** The names that an entity is known by. */
export function identitiesOf(concept: Concept, entity: DeclaredEntity): ReadonlySet<string> {
  const values = concept.identity.map((field) => entity.get(field));
  return new Set(values.filter((value) => typeof value === "string"));
}
