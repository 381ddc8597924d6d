import { type Ref, showPath } from "../base/place.ts";
import { type Fields, type Missing, PartialList, Unknown, type Value } from "../base/value.ts";
import type { Declaration } from "../source/declaration.ts";
import type { Concept, Declared, Field, Lookup, Named, Part, Reader, Supplier } from "./concept.ts";
import type { Entity, Reading } from "./graph.ts";

/** An entity that something declares. Its fields are read when they are first asked for, and kept. */
export class DeclaredEntity implements Declared {
  readonly concept: string;
  readonly id: string;
  readonly resource: string;
  readonly declaration: Declaration;
  readonly part: Part;
  readonly #lookup: Lookup;
  readonly #fields: ReadonlyMap<string, FieldPlan>;
  readonly #readings: (Reading | "being read" | undefined)[] = [];

  constructor(table: Concept, supplier: Supplier, lookup: Lookup, declaration: Declaration, part: Part) {
    this.concept = table.name;
    this.id = `${table.name} ${declaration.file} ${declaration.owner} ${part.key}`.trimEnd();
    this.resource = part.resource ?? declaration.owner;
    this.declaration = declaration;
    this.part = part;
    this.#fields = fieldPlans(table, supplier);
    this.#lookup = lookup;
  }

  get ref(): Ref {
    return this.part.root.ref;
  }

  get count(): Unknown | undefined {
    const { count: own } = this.part;
    const { count: whole } = this.declaration;
    return own === undefined || whole === undefined ? (own ?? whole) : times(own, whole);
  }

  get(field: string): Value | undefined {
    return this.reading(field)?.value;
  }

  reading(field: string): Reading | undefined {
    const plan = this.#fields.get(field);
    if (plan === undefined) return undefined;
    const kept = this.#readings[plan.place];
    if (kept === "being read") return this.#unsupplied(field, "defined in terms of itself");
    if (kept !== undefined) return kept;
    this.#readings[plan.place] = "being read";
    const reading = this.#read(field, plan);
    this.#readings[plan.place] = reading;
    return reading;
  }

  #read(field: string, { inverse, reader }: FieldPlan): Reading {
    if (inverse !== undefined) {
      const { of, by } = inverse;
      const list = this.#lookup.inverse(this, of, by);
      if (this.#lookup.isWhole(this.declaration, of)) return derived(list, this.ref);
      return derived(opened(list, [this.#missing(field, "not in anything that was read")]), this.ref);
    }
    if (reader === undefined)
      return this.#unsupplied(field, `not something ${words[this.declaration.format]} says`);
    return reader({
      declaration: this.declaration,
      root: this.part.root,
      part: this.part,
      entity: this,
      lookup: this.#lookup,
    });
  }

  #unsupplied(field: string, reason: string): Reading {
    return derived(new Unknown([this.#missing(field, reason)]), this.ref);
  }

  #missing(field: string, reason: string): Missing {
    return { attribute: `${this.resource}.${field}`, reason, ref: this.ref };
  }
}

/** How a field is read, and where its reading is kept: a map for each of a hundred thousand entities is much. */
interface FieldPlan {
  readonly place: number;
  readonly inverse: Field["inverse"];
  readonly reader: Reader | undefined;
}

function fieldPlans(table: Concept, supplier: Supplier): ReadonlyMap<string, FieldPlan> {
  const suppliers = plans.get(table) ?? new Map<Supplier, ReadonlyMap<string, FieldPlan>>();
  plans.set(table, suppliers);
  const before = suppliers.get(supplier);
  if (before !== undefined) return before;
  const made = new Map(
    Object.entries(table.fields).map(([field, { inverse, derive }], place) => {
      return [field, { place, inverse, reader: supplier.fields[field] ?? derive }] as const;
    }),
  );
  suppliers.set(supplier, made);
  return made;
}

const plans = new WeakMap<Concept, Map<Supplier, ReadonlyMap<string, FieldPlan>>>();

/** Some of each of some. */
function times(one: Unknown, other: Unknown): Unknown {
  const high = (one.high ?? Number.POSITIVE_INFINITY) * (other.high ?? Number.POSITIVE_INFINITY);
  return new Unknown([...one.missing, ...other.missing], (one.low ?? 0) * (other.low ?? 0), high);
}

const words = {
  terraform: "a Terraform plan",
  cloudformation: "a CloudFormation template",
  kubernetes: "a manifest",
  eksctl: "an eksctl file",
  inventory: "an inventory",
} as const;

/** Something that is named but was not read: a subnet given by its id, a role given by its ARN. */
export class OutsideEntity implements Entity {
  readonly concept: string;
  readonly id: string;
  readonly resource: string;
  readonly ref: Ref;
  readonly count = undefined;
  readonly #identity: string;
  readonly #sensitive: boolean;
  readonly #table: Concept;
  readonly #lookup: Lookup;

  /** What has a name that must not be shown is called by the place that names it. */
  constructor(table: Concept, identity: string, { ref, sensitive }: Named, lookup: Lookup) {
    this.concept = table.name;
    this.id = `${table.name} outside ${identity}`;
    this.resource = sensitive ? placeName(ref) : identity;
    this.ref = ref;
    this.#identity = identity;
    this.#sensitive = sensitive;
    this.#table = table;
    this.#lookup = lookup;
  }

  get(field: string): Value | undefined {
    return this.reading(field)?.value;
  }

  reading(field: string): Reading | undefined {
    const declared = this.#table.fields[field];
    if (declared === undefined) return undefined;
    if (this.#isNamedBy(field)) return derived(this.#identity, this.ref, this.#sensitive);
    return derived(this.#value(field, declared), this.ref);
  }

  #value(field: string, declared: Field): Value {
    if (field === "resource") return this.resource;
    const unread = new Unknown([
      { attribute: `${this.resource}.${field}`, reason: "not in anything that was read", ref: this.ref },
    ]);
    if (declared.inverse === undefined) return unread;
    const { of, by } = declared.inverse;
    return new PartialList(this.#lookup.holders(this, of, by), unread);
  }

  /** An ARN is told by its looks; another name may be any of several identities, unless there is but one. */
  #isNamedBy(field: string): boolean {
    const { identity } = this.#table;
    if (!identity.includes(field)) return false;
    return identity.length === 1 || (field === "arn" && this.#identity.startsWith("arn:"));
  }
}

/** A list that may have further members. */
function opened(list: Value, missing: readonly Missing[]): PartialList {
  const { items, why } = list instanceof PartialList ? list : { items: [list].flat(), why: undefined };
  return new PartialList(items, new Unknown([...(why?.missing ?? []), ...missing]));
}

/** A place as the name of what stands there: `aws_eks_cluster.main.vpc_config[0].subnet_ids[0]`. */
export function placeName({ owner, path }: Ref): string {
  return [owner, showPath(path)].filter((name) => name !== "").join(".");
}

/** A value worked out from others, at the place of what it was worked out for. */
export function derived(value: Value, ref: Ref, sensitive = false): Reading {
  return { value, ref, sensitive, origin: "derived" };
}

/** A group of named values without an identity of its own: a port range, a condition. */
export function record(concept: string, fields: Readonly<Record<string, Value>>): Fields {
  return { concept, get: (field) => (Object.hasOwn(fields, field) ? fields[field] : undefined) };
}

/** Whether a value is an entity of the graph. */
export function isEntity(value: Value | undefined): value is Entity {
  return value instanceof DeclaredEntity || value instanceof OutsideEntity;
}
