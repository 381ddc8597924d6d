import { EvalError, type Fields, PartialList, Unknown, type Value } from "../../src/base/value.ts";
import type { Entity, Graph } from "../../src/graph/graph.ts";

/**
 * Whether what is said with blanks holds of what is there without them. An unknown says nothing but its bounds; a
 * partial list says what is in it and how much more may be; everything else says what it is, and all of it.
 */
export function allows(blanked: Value, full: Value): boolean {
  if (blanked instanceof EvalError) return true;
  if (blanked instanceof Unknown) return withinBounds(blanked, full);
  if (blanked instanceof PartialList) return allowsList(blanked, full);
  if (full instanceof PartialList || full instanceof Unknown || full instanceof EvalError) return false;
  if (isList(blanked)) {
    return isList(full) && full.length === blanked.length && assign([...blanked], [...full], () => false);
  }
  if (typeof blanked !== "object" || blanked === null) return blanked === full;
  if (typeof full !== "object" || full === null || isList(full)) return false;
  if (isEntity(blanked)) return isEntity(full) && nameOf(blanked) === nameOf(full);
  if (isFields(blanked)) return isFields(full) && !isEntity(full) && allowsRecord(blanked, full);
  if (isFields(full) || blanked.size !== full.size) return false;
  return [...blanked].every(([key, value]) => full.has(key) && allows(value, full.get(key) ?? null));
}

/** What is the same of a thing before and after: where it stands, not what it is called. */
export function nameOf(entity: Entity): string {
  if (!("part" in entity)) return entity.id;
  const { part } = entity as Entity & { readonly part: { readonly key: string } };
  return `${declaredBy(entity)} ${part.key}`.trimEnd();
}

/** The declaration that an entity is, or is a part of. */
export function declaredBy({ concept, ref }: Entity): string {
  const { file, document, owner, format } = ref;
  const declared = format === "terraform" || format === "cloudformation" ? owner : String(document);
  return [concept, file, declared].join(" ");
}

/** All fields of a concept but the author's name for it, which is made of values. */
export function fieldsOf(graph: Graph, concept: string): readonly string[] {
  const fields = graph.vocabulary.types.find(({ name }) => name === concept)?.fields ?? [];
  return fields.map(({ name }) => name).filter((name) => name !== "resource");
}

function withinBounds({ low, high }: Unknown, full: Value): boolean {
  if (full instanceof Unknown) {
    return (low ?? -Infinity) <= (full.low ?? -Infinity) && (full.high ?? Infinity) <= (high ?? Infinity);
  }
  return typeof full !== "number" || ((low ?? full) <= full && full <= (high ?? full));
}

function allowsList(blanked: PartialList, full: Value): boolean {
  const isMore = (value: Value) =>
    blanked.candidates === undefined || blanked.candidates.some((candidate) => allows(candidate, value));
  if (isList(full)) {
    const further = full.length - blanked.items.length;
    const fits = blanked.atLeast <= further && further <= blanked.atMost;
    return fits && assign([...blanked.items], [...full], isMore);
  }
  if (!(full instanceof PartialList)) return false;
  const certain = full.items.length - blanked.items.length;
  const fits = blanked.atLeast <= certain + full.atLeast && certain + full.atMost <= blanked.atMost;
  return fits && assign([...blanked.items], [...full.items], isMore);
}

/** Whether every wanted member can have a member of its own, and what is left over is allowed. */
function assign(
  wanted: readonly Value[],
  there: readonly Value[],
  isMore: (value: Value) => boolean,
): boolean {
  const [first, ...others] = wanted;
  if (first === undefined) return there.every(isMore);
  return there.some(
    (value, index) =>
      allows(first, value) &&
      assign(
        others,
        there.filter((_, each) => each !== index),
        isMore,
      ),
  );
}

function allowsRecord(blanked: Fields, full: Fields): boolean {
  return recordFields.every((field) => {
    const [said, is] = [blanked.get(field), full.get(field)];
    return said === undefined || (is !== undefined && allows(said, is));
  });
}

/** The fields of everything that is a group of values and no entity. */
const recordFields = [
  ...["first", "last", "all"],
  ...["namespace", "labels"],
  ...["operator", "key", "values", "about", "binding", "wildcards"],
  ...["name", "literal", "credential", "secret"],
  ...["kind", "path", "claim", "driver", "value", "effect"],
  ...["topologyKey", "whenUnsatisfiable", "maxSkew", "minDomains", "selectsItself"],
];

export function isEntity(value: Value | undefined): value is Entity {
  return typeof value === "object" && value !== null && "reading" in value;
}

function isFields(value: object): value is Fields {
  return "concept" in value;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
