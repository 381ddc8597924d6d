import { type Ref, showPath } from "../base/place.ts";
import { type Missing, PartialList, Unknown, type Value } from "../base/value.ts";
import type { Declaration, Link } from "../source/declaration.ts";
import type { Concept } from "./concept.ts";
import { DeclaredEntity, OutsideEntity } from "./entity.ts";
import type { Entity } from "./graph.ts";

/** Finds entities and declarations by what refers to them. */
export class Lookup {
  readonly #concepts: ReadonlyMap<string, Concept>;
  readonly #declarations = new Map<string, Declaration>();
  readonly #entities = new Map<string, DeclaredEntity[]>();
  readonly #byDeclaration = new Map<Declaration, DeclaredEntity[]>();
  readonly #byIdentity = new Map<string, ReadonlyMap<string, readonly DeclaredEntity[]>>();
  readonly #outside = new Map<string, OutsideEntity>();
  readonly #inverses = new Map<string, Inverse>();

  constructor(concepts: readonly Concept[]) {
    this.#concepts = new Map(concepts.map((concept) => [concept.name, concept]));
  }

  addDeclaration(declaration: Declaration): void {
    this.#declarations.set(key(declaration.file, declaration.owner), declaration);
  }

  addEntity(entity: DeclaredEntity): void {
    push(this.#entities, entity.concept, entity);
    push(this.#byDeclaration, entity.declaration, entity);
  }

  entities(concept: string): readonly DeclaredEntity[] {
    return this.#entities.get(concept) ?? [];
  }

  /** What a link of a file leads to, if it was read. */
  target(file: string, link: Link): Declaration | undefined {
    return this.#declarations.get(key(file, link.owner));
  }

  /** The entities of a concept that a declaration holds. */
  entitiesOf(declaration: Declaration, concept: string): readonly DeclaredEntity[] {
    return this.#byDeclaration.get(declaration)?.filter((entity) => entity.concept === concept) ?? [];
  }

  /** The entity of a concept that a declaration is. */
  entityOf(declaration: Declaration, concept: string): DeclaredEntity | undefined {
    return this.#byDeclaration.get(declaration)?.find((entity) => entity.concept === concept);
  }

  /** The entity that a known id, name or ARN means: of the same file if there is one, else of any file, else outside. */
  named(concept: string, identity: string, from: Ref): Entity | Unknown {
    const table = this.#concepts.get(concept);
    const index = this.#identities(concept);
    for (const alias of table?.aliases(identity) ?? [identity]) {
      const found = index.get(alias) ?? [];
      const chosen = nearest(found, from);
      if (chosen.length > 1) return ambiguous(concept, identity, from);
      if (chosen[0] !== undefined) return chosen[0];
    }
    return this.#outsider(concept, identity, from);
  }

  /** The other side of a relation: every `of` whose field `by` certainly is or holds the entity. */
  holders(entity: Entity, of: string, by: string): readonly Entity[] {
    return this.#inverse(of, by).holders.get(entity) ?? [];
  }

  /** Like `holders`, with those that may hold it as the candidates of a partial list. */
  inverse(entity: DeclaredEntity, of: string, by: string): Value {
    const { holders, doubtful } = this.#inverse(of, by);
    const certain = holders.get(entity) ?? [];
    const doubts = (doubtful.get(entity.declaration.file) ?? []).filter(
      (doubt) => doubt.among === undefined || doubt.among.includes(entity),
    );
    const candidates = doubts.map((doubt) => doubt.holder).filter((holder) => !certain.includes(holder));
    if (candidates.length === 0) return certain;
    const why = new Unknown(doubts.flatMap((doubt) => doubt.missing));
    return new PartialList(certain, why, { atMost: candidates.length, candidates });
  }

  #inverse(of: string, by: string): Inverse {
    const name = `${of}.${by}`;
    const kept = this.#inverses.get(name);
    if (kept !== undefined) return kept;
    const made = invert(this.entities(of), by);
    this.#inverses.set(name, made);
    return made;
  }

  #identities(concept: string): ReadonlyMap<string, readonly DeclaredEntity[]> {
    const kept = this.#byIdentity.get(concept);
    if (kept !== undefined) return kept;
    const made = new Map<string, DeclaredEntity[]>();
    // Kept before it is filled: an identity that is read through a relation to its own concept finds nothing.
    this.#byIdentity.set(concept, made);
    for (const entity of this.entities(concept)) {
      for (const field of this.#concepts.get(concept)?.identity ?? []) {
        const value = entity.get(field);
        if (typeof value === "string" && !made.get(value)?.includes(entity)) push(made, value, entity);
      }
    }
    return made;
  }

  #outsider(concept: string, identity: string, from: Ref): Entity | Unknown {
    const table = this.#concepts.get(concept);
    if (table === undefined) return new Unknown([{ attribute: identity, reason: "not in the vocabulary", ref: from }]);
    const name = key(concept, identity);
    const kept = this.#outside.get(name) ?? new OutsideEntity(table, identity, from, this);
    this.#outside.set(name, kept);
    return kept;
  }
}

interface Inverse {
  readonly holders: ReadonlyMap<Entity, readonly Entity[]>;
  /** Holders whose field is not known, by file: unknown values come from what the same file computes. */
  readonly doubtful: ReadonlyMap<string, readonly Doubt[]>;
}

interface Doubt {
  readonly holder: Entity;
  readonly missing: readonly Missing[];
  /** The entities it may hold, where that is bounded. */
  readonly among: readonly Value[] | undefined;
}

function invert(entities: readonly DeclaredEntity[], by: string): Inverse {
  const holders = new Map<Entity, Entity[]>();
  const doubtful = new Map<string, Doubt[]>();
  for (const holder of entities) {
    const value = holder.get(by);
    const members = value instanceof PartialList ? value.items : Array.isArray(value) ? value : [value];
    for (const member of members) {
      if (isEntity(member)) push(holders, member, holder);
      if (member instanceof Unknown) push(doubtful, holder.declaration.file, doubt(holder, member, undefined));
    }
    if (value instanceof PartialList) {
      push(doubtful, holder.declaration.file, doubt(holder, value.why, value.candidates));
    }
  }
  return { holders, doubtful };
}

function doubt(holder: Entity, unknown: Unknown, among: readonly Value[] | undefined): Doubt {
  return { holder, missing: unknown.missing, among };
}

/** Whether a value is an entity of the graph. */
export function isEntity(value: Value | undefined): value is Entity {
  return value instanceof DeclaredEntity || value instanceof OutsideEntity;
}

/** Those of the same file before others, and what is made before what is only looked up: both may be one thing. */
function nearest(found: readonly DeclaredEntity[], from: Ref): readonly DeclaredEntity[] {
  const near = found.filter((entity) => entity.declaration.file === from.file);
  const there = near.length > 0 ? near : found;
  const made = there.filter((entity) => entity.declaration.mode === "managed");
  return made.length > 0 ? made : there;
}

function ambiguous(concept: string, identity: string, from: Ref): Unknown {
  const attribute = [from.owner, showPath(from.path)].join(".");
  return new Unknown([{ attribute, reason: `\`${identity}\`, which means more than one ${concept}`, ref: from }]);
}

function key(...parts: readonly string[]): string {
  return parts.join("\n");
}

function push<Key, Member>(map: Map<Key, Member[]>, name: Key, member: Member): void {
  const list = map.get(name);
  if (list === undefined) map.set(name, [member]);
  else list.push(member);
}
