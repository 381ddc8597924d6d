import type { Path, Ref } from "../base/place.ts";
import { PartialList, Unknown, type Value } from "../base/value.ts";
import type { Attribute, Link } from "../source/declaration.ts";
import type { Lookup, Reader } from "./concept.ts";
import { derived, isEntity } from "./entity.ts";
import type { Entity } from "./graph.ts";
import { OneOf } from "./one-of.ts";
import { notA, unknownOf, written } from "./read.ts";

/** The entity that an attribute refers to: by reference where it is computed, by id, name or ARN where it is known. */
export function one(concept: string, ...path: Path): Reader {
  return ({ root, lookup }) => {
    const attribute = root.get(...path);
    return written(resolveOne(attribute, concept, lookup), attribute);
  };
}

/** The entities that a list refers to. Not written is the empty list. */
export function many(concept: string, ...path: Path): Reader {
  return ({ root, lookup }) => {
    const attribute = root.get(...path);
    return written(resolveMany(attribute, concept, lookup), attribute);
  };
}

/** The entities that a list of every member of an outer list refers to. */
export function manyInEach(concept: string, outer: Path, ...inner: Path): Reader {
  return ({ root, lookup }) => {
    const list = root.get(...outer);
    if (list.state === "unknown") return written(unknownOf(list), list);
    const lists = list.items().map((item) => item.get(...inner));
    const values = lists.map((attribute) => resolveMany(attribute, concept, lookup));
    return written(values.reduce(concat, []), lists[0] ?? list);
  };
}

/** Several lists as one. */
export function together(first: Reader, ...rest: readonly Reader[]): Reader {
  return (from) => {
    const readings = [first, ...rest].map((reader) => reader(from));
    const told = readings.find((reading) => !(Array.isArray(reading.value) && reading.value.length === 0));
    return { ...(told ?? first(from)), value: readings.map((reading) => reading.value).reduce(concat, []) };
  };
}

/** The entity of another concept that the same declaration is: the cluster around a node group of an eksctl file. */
export function around(concept: string): Reader {
  return ({ root, declaration, lookup }) => derived(lookup.entityOf(declaration, concept) ?? null, root.ref);
}

export function resolveOne(attribute: Attribute, concept: string, lookup: Lookup): Value {
  if (attribute.state === "absent") return null;
  const { json, ref, state } = attribute;
  if (json === null) return null;
  if (state === "known" && (json === undefined || typeof json === "object" || typeof json === "boolean")) {
    return notA("a name", attribute);
  }
  if (typeof json === "string" || typeof json === "number")
    return lookup.named(concept, String(json), attribute);
  const { targets, exact, closed } = attribute.links;
  const [only] = targets;
  if (exact && closed && targets.length === 1 && only !== undefined) {
    return entityAt(only, concept, ref, lookup) ?? unknownOf(attribute);
  }
  const { entities, complete } = candidatesOf([attribute], concept, lookup);
  const { missing } = unknownOf(attribute);
  return complete && entities.length > 0 ? new OneOf(missing, entities) : unknownOf(attribute);
}

export function resolveMany(attribute: Attribute, concept: string, lookup: Lookup): Value {
  if (attribute.state === "absent") return [];
  if (attribute.state === "unknown") return linked(attribute, concept, lookup);
  const items = attribute.items();
  if (items.length === 0 && (typeof attribute.json === "string" || typeof attribute.json === "number")) {
    return [resolveOne(attribute, concept, lookup)];
  }
  if (items.length === 0 && !Array.isArray(attribute.json)) return notA("a list", attribute);
  return items.some((item) => item.state === "unknown" && !item.links.exact)
    ? partlyLinked(items, attribute, concept, lookup)
    : distinct(items.map((item) => resolveOne(item, concept, lookup)).filter((member) => member !== null));
}

/** What is meant twice is there once: what Terraform makes a set of is not always written as one. */
function distinct(members: readonly Value[]): readonly Value[] {
  return members.filter((member, index) => !isEntity(member) || members.indexOf(member) === index);
}

/** A list that is computed as a whole: what its expression refers to are its members, or bound them. */
function linked(attribute: Attribute, concept: string, lookup: Lookup): Value {
  const { exact } = attribute.links;
  const { entities, complete } = candidatesOf([attribute], concept, lookup);
  if (entities.length === 0) return unknownOf(attribute);
  if (exact && complete) return entities;
  const why = unknownOf(attribute);
  if (exact) return new PartialList(entities, why);
  return complete
    ? new PartialList([], why, { atMost: entities.length, candidates: entities })
    : new PartialList([], why);
}

/** A list whose length is known while some members are only known to be among what the expression refers to. */
function partlyLinked(
  items: readonly Attribute[],
  attribute: Attribute,
  concept: string,
  lookup: Lookup,
): Value {
  const loose = items.filter((item) => item.state === "unknown" && !item.links.exact);
  const firm = items
    .filter((item) => !loose.includes(item))
    .map((item) => resolveOne(item, concept, lookup))
    .filter((member) => member !== null);
  const why = new Unknown(loose.flatMap((item) => (item.missing === undefined ? [] : [item.missing])));
  const bounds = { atMost: loose.length, atLeast: loose.length };
  const owners = loose.some((item) => item.links.targets.length > 0) ? loose : [attribute];
  const { entities: candidates, complete } = candidatesOf(owners, concept, lookup);
  return new PartialList(firm, why, complete && candidates.length > 0 ? { ...bounds, candidates } : bounds);
}

/** What attributes may mean: what they refer to, and what is written out where they lead. `complete`: nothing else. */
function candidatesOf(attributes: readonly Attribute[], concept: string, lookup: Lookup) {
  const all = attributes.flatMap((attribute) => {
    const { targets, texts = [] } = attribute.links;
    const spelling = lookup.spelling(concept);
    return [
      ...targets.map((link) => entityAt(link, concept, attribute.ref, lookup)),
      ...texts
        .filter((text) => spelling?.test(text) ?? true)
        .map((text) => (spelling === undefined ? undefined : namedBy(text, concept, attribute, lookup))),
    ];
  });
  const entities = [...new Set(all.filter((entity) => entity !== undefined))];
  const closed = attributes.every(({ links }) => links.closed);
  return { entities, complete: closed && !all.includes(undefined) };
}

function namedBy(text: string, concept: string, attribute: Attribute, lookup: Lookup): Entity | undefined {
  const named = lookup.named(concept, text, attribute);
  return named instanceof Unknown ? undefined : named;
}

function entityAt(link: Link, concept: string, from: Ref, lookup: Lookup): Entity | undefined {
  const declaration = lookup.target(from.file, link);
  const entity = declaration === undefined ? undefined : lookup.entityOf(declaration, concept);
  const { meantBy } = entity?.part ?? {};
  return meantBy === undefined || link.path.some((step) => meantBy.includes(String(step)))
    ? entity
    : undefined;
}

/** Lists one after the other. One that is not known still makes a list: what it is part of is no less. */
export function joined(lists: readonly Value[]): Value {
  return lists.map((list) => (list instanceof Unknown ? new PartialList([], list) : list)).reduce(concat, []);
}

/** Two lists one after the other, whichever part of them is unknown. */
export function concat(left: Value, right: Value): Value {
  if (Array.isArray(left) && left.length === 0) return asList(right);
  if (Array.isArray(right) && right.length === 0) return asList(left);
  if (Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
  const [a, b] = [partial(left), partial(right)];
  const why = new Unknown([...a.why.missing, ...b.why.missing]);
  const open = [a, b].some((list) => list.atMost > 0 && list.candidates === undefined);
  const candidates = [...(a.candidates ?? []), ...(b.candidates ?? [])];
  return new PartialList([...a.items, ...b.items], why, {
    atMost: a.atMost + b.atMost,
    atLeast: a.atLeast + b.atLeast,
    ...(open ? {} : { candidates }),
  });
}

/** Of an unknown, only that it is a list. */
function asList(value: Value): Value {
  return value instanceof Unknown ? partial(value) : value;
}

function partial(value: Value): PartialList {
  if (value instanceof PartialList) return value;
  if (value instanceof Unknown) return new PartialList([], value);
  return new PartialList(Array.isArray(value) ? value : [value], new Unknown([]), { atMost: 0 });
}
