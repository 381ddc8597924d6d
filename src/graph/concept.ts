import type { Format, Ref } from "../base/place.ts";
import type { Missing, Unknown, Value } from "../base/value.ts";
import type { Attribute, Declaration, Link } from "../source/declaration.ts";
import type { ClusterFiles } from "./cluster-files.ts";
import type { Entity, Reading } from "./graph.ts";
import type { MethodDeclaration, TypeName } from "./vocabulary.ts";

/**
 * One idea of the vocabulary: its fields, and how each format supplies them, side by side.
 * This is the typed table that the graph, the checker and the vocabulary page are made from.
 */
export interface Concept {
  readonly name: string;
  readonly doc: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly methods: readonly MethodDeclaration[];
  /** Fields whose values identify one: a subnet's id, a cluster's name. */
  readonly identity: readonly string[];
  /** How every id of one begins, where they all begin alike. */
  readonly spelling?: RegExp | undefined;
  /** Other spellings of an identity, most exact first: a role's name for its ARN. */
  readonly aliases: (identity: string) => readonly string[];
  /** Whether an entity that an alias leads to is certainly another one: a role of the same name in another account. */
  readonly isOther: (identity: string, entity: Entity) => boolean;
  readonly suppliers: readonly Supplier[];
}

export interface Field {
  readonly type: TypeName;
  readonly doc: string;
  /** How it is worked out from the entity's other fields, alike in every format. */
  readonly derive?: Reader;
  /** It is the other side of a relation: every `of` whose field `by` is, or holds, this entity. */
  readonly inverse?: { readonly of: string; readonly by: string };
}

/** Stands for every type of a format. */
export const anyType = "*";

/** How one format supplies a concept. A field it leaves out is unknown there. */
export interface Supplier<Name extends string = string> {
  readonly format: Format;
  /** `aws_eks_cluster`, `apps/v1/Deployment`; or `anyType` alone. */
  readonly types: readonly string[];
  /** Whether data sources, things that exist already, count too. */
  readonly data?: boolean;
  /** The parts of a declaration that are one entity each; the declaration itself where this is left out. */
  readonly parts?: (declaration: Declaration, lookup: Lookup) => readonly Part[];
  readonly fields: Readonly<Partial<Record<Name, Reader>>>;
}

export interface Part {
  readonly root: Attribute;
  /** Tells it from its siblings: `ingress[0].cidr_blocks[1]`; empty for the only one. */
  readonly key: string;
  /** What people call it where that is not the declaration's own name. */
  readonly resource?: string;
  /** Attributes that belong to it besides its root: the one CIDR of a rule that lists several. */
  readonly aspects?: Readonly<Record<string, Attribute>>;
  /** What is known of it from where it stands: `{ direction: "ingress" }`. */
  readonly marks?: Readonly<Record<string, string>>;
  /** The attributes of the declaration that refer to it, where the declaration itself is something else. */
  readonly meantBy?: readonly string[];
  /** How many there are, where that is not exactly one: it stands for the members of a list that is not known. */
  readonly count?: Unknown;
}

/** Reads one field of one entity. Called at most once per entity and field, and only when asked for. */
export type Reader = (from: Origin) => Reading;

export interface Origin {
  readonly declaration: Declaration;
  readonly root: Attribute;
  readonly part: Part;
  readonly entity: Declared;
  readonly lookup: Lookup;
}

interface ConceptTable<Name extends string> {
  readonly spelling?: RegExp;
  readonly name: string;
  readonly doc: string;
  readonly fields: Readonly<Record<Name, Field>>;
  readonly methods?: readonly MethodDeclaration[];
  readonly identity?: readonly NoInfer<Name>[];
  readonly aliases?: (identity: string) => readonly string[];
  readonly isOther?: (identity: string, entity: Entity) => boolean;
  readonly suppliers?: readonly Supplier<NoInfer<Name>>[];
}

/** Declares a concept. A supplier that names a field the concept does not have does not compile. */
export function concept<const Name extends string>(table: ConceptTable<Name>): Concept {
  const { suppliers = [], ...rest } = table;
  return {
    methods: [],
    identity: [],
    aliases: (identity) => [identity],
    isOther: () => false,
    ...rest,
    suppliers,
    fields: suppliers.length === 0 ? table.fields : { ...table.fields, resource },
  };
}

/** Every entity has it, also one that is only named and was not read. */
const resource: Field = {
  type: "string",
  doc: "What its author calls it: a Terraform address, a logical id, `Deployment/shop/web`.",
  derive: ({ entity, root }) => ({
    value: entity.resource,
    ref: root.ref,
    sensitive: false,
    origin: "derived",
  }),
};

/** Finds entities and declarations by what refers to them. */
export interface Lookup {
  /** What the author says of which files describe which cluster. */
  readonly clusters: readonly ClusterFiles[];
  /** What a plan deletes or replaces: it was there, and is no longer. */
  readonly leaving: readonly Declaration[];
  /** What a link of a file leads to, if it was read. */
  target(file: string, link: Link): Declaration | undefined;
  entities(concept: string): readonly Declared[];
  /** The entities of a concept that a declaration holds. */
  entitiesOf(declaration: Declaration, concept: string): readonly Declared[];
  /** The entity of a concept that a declaration is. */
  entityOf(declaration: Declaration, concept: string): Declared | undefined;
  /** The entity that a known id, name or ARN means: of the same file if there is one, else of any file, else outside. */
  named(concept: string, identity: string, from: Named): Entity | Unknown;
  /** What inventories tell of a concept that was not read; with a name, all that it may mean, read or not. */
  told(concept: string, identity?: string): readonly Declared[];
  /** Whether a declaration knows all of its `of` that there are: what only exists may have others. */
  isWhole(declaration: Declaration, of: string): boolean;
  /** How every id of a concept begins, where they all begin alike. */
  spelling(concept: string): RegExp | undefined;
  /** The other side of a relation: every `of` whose field `by` certainly is or holds the entity. */
  holders(entity: Entity, of: string, by: string): readonly Entity[];
  /** Those that may hold it, and what would have to be known to tell. */
  doubts(entity: Declared, of: string, by: string): readonly Doubt[];
  /** Like `holders`, with those that may hold it as the candidates of a partial list. */
  inverse(entity: Declared, of: string, by: string): Value;
}

/** Where a name is written, and whether it may be shown. */
export interface Named {
  readonly ref: Ref;
  readonly sensitive: boolean;
  /** A file that goes together with it: names mean what is in the same file, then what is in this one. */
  readonly beside?: string | undefined;
}

/** An entity that may belong to a list, and what would have to be known to tell. */
export interface Doubt {
  readonly holder: Entity;
  readonly missing: readonly Missing[];
}

/** An entity that something declares. */
export interface Declared extends Entity {
  readonly declaration: Declaration;
  readonly part: Part;
}
