import { addTo } from "../base/groups.ts";
import { type Missing, Unknown, type Value } from "../base/value.ts";
import type { Declaration, Link } from "../source/declaration.ts";
import type { ClusterFiles } from "./cluster-files.ts";
import type { Concept, Declared, Doubt, Lookup, Named } from "./concept.ts";
import { type DeclaredEntity, isEntity, OutsideEntity, placeName } from "./entity.ts";
import type { Entity } from "./graph.ts";
import { heldBy, type Inverse, invert } from "./inverse.ts";
import { OneOf } from "./one-of.ts";
import { listOf } from "./several.ts";
import { identitiesOf, Told } from "./told.ts";

/** The lookup of one graph, filled while it is built. */
export class GraphLookup implements Lookup {
  readonly clusters: readonly ClusterFiles[];
  readonly leaving: readonly Declaration[];
  readonly #concepts: ReadonlyMap<string, Concept>;
  readonly #declarations = new Map<string, Declaration>();
  readonly #entities = new Map<string, DeclaredEntity[]>();
  readonly #byDeclaration = new Map<Declaration, DeclaredEntity[]>();
  readonly #byIdentity = new Map<string, ReadonlyMap<string, readonly DeclaredEntity[]>>();
  readonly #outside = new Map<string, OutsideEntity>();
  readonly #inverses = new Map<string, Inverse>();
  readonly #unnamed = new Map<string, readonly Unnamed[]>();
  readonly #told = new Told();

  constructor(
    concepts: readonly Concept[],
    clusters: readonly ClusterFiles[],
    leaving: readonly Declaration[],
  ) {
    this.clusters = clusters;
    this.leaving = leaving;
    this.#concepts = new Map(concepts.map((concept) => [concept.name, concept]));
  }

  addDeclaration(declaration: Declaration): void {
    this.#declarations.set(key(declaration.file, declaration.owner), declaration);
  }

  addEntity(entity: DeclaredEntity): void {
    addTo(this.#entities, entity.concept, entity);
    addTo(this.#byDeclaration, entity.declaration, entity);
  }

  /** Adds what an inventory tells: it is found by its name alone, and only where nothing that was read has it. */
  addTold(entity: DeclaredEntity): void {
    this.#told.add(entity);
    addTo(this.#byDeclaration, entity.declaration, entity);
  }

  entities(concept: string): readonly DeclaredEntity[] {
    return this.#entities.get(concept) ?? [];
  }

  target(file: string, link: Link): Declaration | undefined {
    return this.#declarations.get(key(link.file ?? file, link.owner));
  }

  entitiesOf(declaration: Declaration, concept: string): readonly DeclaredEntity[] {
    return this.#byDeclaration.get(declaration)?.filter((entity) => entity.concept === concept) ?? [];
  }

  entityOf(declaration: Declaration, concept: string): DeclaredEntity | undefined {
    return this.#byDeclaration.get(declaration)?.find((entity) => entity.concept === concept);
  }

  /**
   * The entity that a known id, name or ARN means: of the same file if there is one, else of any file, else outside.
   * Where it may as well mean something whose own name is not known, it is one of those or outside.
   */
  named(concept: string, identity: string, from: Named): Entity | Unknown {
    const table = this.#concepts.get(concept);
    const index = this.#identities(concept);
    const unnamed = this.#unnamedOf(concept);
    for (const alias of table?.aliases(identity) ?? [identity]) {
      const found = (index.get(alias) ?? []).filter((entity) => table?.isOther(identity, entity) !== true);
      const { chosen, passed } = nearest(found, from);
      if (chosen.length === 0) continue;
      const nearer = unnamed.filter(({ entity }) => passed.includes(entity.declaration.file));
      if (nearer.length > 0) return oneOf(nearer, chosen);
      if (chosen.length > 1) return ambiguous(concept, identity, chosen, from);
      if (chosen[0] !== undefined) return thereOr(chosen[0]);
    }
    const told = this.told(concept, identity);
    if (unnamed.length > 0) return oneOf(unnamed, told);
    if (told.length > 1) return ambiguous(concept, identity, told, from);
    return told[0] ?? this.#outsider(concept, identity, from);
  }

  told(concept: string, identity?: string): readonly DeclaredEntity[] {
    const table = this.#concepts.get(concept);
    if (identity === undefined || table === undefined)
      return this.#told.entities(concept).filter(({ declaration }) => !this.#isRead(declaration));
    return this.#told.named(table, identity);
  }

  isWhole({ format, mode, type }: Declaration, of: string): boolean {
    if (mode === "managed") return true;
    const suppliers = this.#concepts.get(of)?.suppliers ?? [];
    return suppliers.some(
      (each) => each.format === format && each.data === true && each.types.includes(type),
    );
  }

  spelling(concept: string): RegExp | undefined {
    return this.#concepts.get(concept)?.spelling;
  }

  holders(entity: Entity, of: string, by: string): readonly Entity[] {
    return this.#inverse(of, by).holders.get(entity) ?? [];
  }

  /** Those whose field `by` may be or hold the entity. */
  doubts(entity: Declared, of: string, by: string): readonly Doubt[] {
    const { named, inFile, anywhere } = this.#inverse(of, by);
    return [...(named.get(entity) ?? []), ...(inFile.get(entity.declaration.file) ?? []), ...anywhere];
  }

  /** Holders as a list; those that may hold it, or may be several or none, make it a partial one. */
  inverse(entity: Declared, of: string, by: string): Value {
    return listOf(this.holders(entity, of, by), this.doubts(entity, of, by));
  }

  #inverse(of: string, by: string): Inverse {
    const name = `${of}.${by}`;
    const kept = this.#inverses.get(name);
    if (kept !== undefined) return kept;
    const made = invert(this.entities(of), by);
    for (const holder of this.#told.entities(of)) this.#addTold(made, holder, by);
    this.#inverses.set(name, made);
    return made;
  }

  /** What an inventory tells of holds what it says, unless it is, or may be, what something that was read declares. */
  #addTold({ holders, named }: Inverse, holder: DeclaredEntity, by: string): void {
    if (this.#isRead(holder.declaration)) return;
    const missing = this.#unnamedOf(holder.declaration.type).flatMap((unnamed) => unnamed.missing);
    for (const member of heldBy(holder.get(by))) {
      if (!isEntity(member)) continue;
      if (missing.length === 0) addTo(holders, member, holder);
      else addTo(named, member, { holder, missing });
    }
  }

  /** Whether what an inventory tells of is also declared by something that was read, which says what it will be. */
  #isRead(declaration: Declaration): boolean {
    const table = this.#concepts.get(declaration.type);
    const entity = this.entityOf(declaration, declaration.type);
    if (table === undefined || entity === undefined) return false;
    const read = this.#identities(table.name);
    return [...identitiesOf(table, entity)].some((identity) => read.has(identity));
  }

  /** Entities that may turn out to have any name. */
  #unnamedOf(concept: string): readonly Unnamed[] {
    const kept = this.#unnamed.get(concept);
    if (kept !== undefined) return kept;
    const made: Unnamed[] = [];
    // Kept before it is filled, for the same reason as identities are.
    this.#unnamed.set(concept, made);
    for (const entity of this.entities(concept)) {
      const missing = this.#missingName(entity);
      if (missing.length > 0) made.push({ entity, missing });
    }
    return made;
  }

  /**
   * What is missing to tell its name; nothing where it has one, or where nothing that was written can mean it: what
   * is still to be created has no id yet.
   */
  #missingName(entity: DeclaredEntity): readonly Missing[] {
    const isNew = ["create", "replace"].includes(entity.declaration.change);
    const fields = this.#concepts.get(entity.concept)?.identity ?? [];
    const values = fields.map((field) => ({ field, value: entity.get(field) }));
    if (values.some(({ value }) => typeof value === "string")) return [];
    return values.flatMap(({ field, value }) =>
      value instanceof Unknown && (field === "name" || !isNew) ? value.missing : [],
    );
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
        if (typeof value === "string" && !made.get(value)?.includes(entity)) addTo(made, value, entity);
      }
    }
    return made;
  }

  /** A name that must not be shown is not the one that is written in the open elsewhere. */
  #outsider(concept: string, identity: string, { ref, sensitive }: Named): Entity | Unknown {
    const table = this.#concepts.get(concept);
    if (table === undefined)
      return new Unknown([{ attribute: concept, reason: "not in the vocabulary", ref }]);
    const name = key(concept, identity, String(sensitive));
    const kept = this.#outside.get(name) ?? new OutsideEntity(table, identity, { ref, sensitive }, this);
    this.#outside.set(name, kept);
    return kept;
  }
}

interface Unnamed {
  readonly entity: DeclaredEntity;
  readonly missing: readonly Missing[];
}

/**
 * Those of the same file before others, and what is made before what is only looked up: both may be one thing.
 * `passed` are the files that were looked in before one was found.
 */
function nearest(
  found: readonly DeclaredEntity[],
  { ref, beside }: Named,
): { readonly chosen: readonly DeclaredEntity[]; readonly passed: readonly string[] } {
  const passed: string[] = [];
  for (const file of [ref.file, ...(beside === undefined ? [] : [beside])]) {
    const near = found.filter((entity) => entity.declaration.file === file);
    if (near.length > 0) return { chosen: madeFirst(near), passed };
    passed.push(file);
  }
  return { chosen: madeFirst(found), passed };
}

function madeFirst(found: readonly DeclaredEntity[]): readonly DeclaredEntity[] {
  const made = found.filter((entity) => entity.declaration.mode === "managed");
  return made.length > 0 ? made : found;
}

/** What is named may be what has no name yet, or one of the others. */
function oneOf(unnamed: readonly Unnamed[], others: readonly Entity[] = []): OneOf {
  return new OneOf(
    unnamed.flatMap(({ missing }) => missing),
    [...unnamed.map(({ entity }) => entity), ...others],
  );
}

/** What is only there under a condition, or else what has its name is something that was not read. */
function thereOr(entity: DeclaredEntity): Entity | Unknown {
  const { count } = entity.declaration;
  return count === undefined ? entity : new OneOf(count.missing, [entity]);
}

function ambiguous(
  concept: string,
  identity: string,
  among: readonly Entity[],
  { ref, sensitive }: Named,
): OneOf {
  const attribute = placeName(ref);
  const reason = `${sensitive ? "a name" : `\`${identity}\``}, which means more than one ${concept}`;
  const doubts = among.flatMap(({ count }) => count?.missing ?? []);
  return new OneOf([{ attribute, reason, ref }, ...doubts], among);
}

function key(...parts: readonly string[]): string {
  return parts.join("\n");
}
