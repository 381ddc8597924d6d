import type { Place } from "../../base/place.ts";
import type { Telling } from "../../base/telling.ts";
import { EvalError, type Fields, PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Entity, Graph } from "../../graph/graph.ts";
import { hidden, isEntity, mayShow } from "../../verdict/show.ts";
import { printableJson } from "../escape/json.ts";
import { facetsOf, missingIn, placed, type Showing } from "./facets.ts";
import { recordFields } from "./values.ts";

/** What was read, by concept: every entity with its place, for programs. */
export function overviewJson(graph: Graph, showing: Showing): string {
  const concepts = graph.vocabulary.types.flatMap(({ name }) => {
    const entities = graph.entities(name);
    if (entities.length === 0) return [];
    return [{ concept: name, count: entities.length, entities: entities.map((one) => nameOf(one, showing)) }];
  });
  return written({ concepts });
}

/** Entities with their fields. */
export function entitiesJson(concept: string, entities: readonly Entity[], showing: Showing): string {
  return written({
    concept,
    entities: entities.map((one) => ({ ...nameOf(one, showing), fields: fieldsOf(one, showing) })),
  });
}

/** What an expression answers, with the tree of its parts. */
export function answersJson(
  expression: string,
  type: string,
  answers: readonly { readonly self: Entity | undefined; readonly telling: Telling }[],
  showing: Showing,
): string {
  return written({
    expression,
    type,
    answers: answers.map(({ self, telling }) => ({
      ...(self === undefined ? {} : nameOf(self, showing)),
      ...tellingPart(telling, showing),
    })),
  });
}

function written(content: object): string {
  return printableJson({ schemaVersion: 1, ...content });
}

function nameOf(entity: Entity, { place }: Showing) {
  const at = place(entity.ref);
  return { resource: entity.resource, file: entity.ref.file, ...placePart(at) };
}

function fieldsOf(entity: Entity, showing: Showing) {
  const fields = facetsOf(entity, showing).map((facet) => {
    const { field, state, value, place, missing } = facet;
    const shown = value === undefined ? hidden : valuePart(value, showing);
    const why = missing.length === 0 ? {} : { missing };
    return [field.name, { type: field.type, state, value: shown, ...placePart(place), ...why }] as const;
  });
  return Object.fromEntries(fields);
}

function tellingPart({ text, value, given, isIdle, children, more }: Telling, showing: Showing): object {
  const shown = (one: Value | undefined) => (one === undefined ? hidden : valuePart(one, showing));
  return {
    text,
    value: shown(value),
    ...(given.length === 0
      ? {}
      : { given: Object.fromEntries(given.map((each) => [each.name, shown(each.value)])) }),
    ...(isIdle ? { idle: true } : {}),
    ...(children.length === 0 ? {} : { parts: children.map((child) => tellingPart(child, showing)) }),
    ...(more === 0 ? {} : { more }),
  };
}

/** Values as JSON has them; things by concept and name, what is not known by what it waits for. */
function valuePart(value: Value, showing: Showing): unknown {
  if (value === null || typeof value !== "object") return value;
  const waits = () => missingIn(value).map((one) => placed(one, showing.place));
  if (value instanceof Unknown) return { unknown: waits() };
  if (value instanceof EvalError) return { error: value.message };
  const list = (values: readonly Value[]) => values.map((member) => valuePart(member, showing));
  if (value instanceof PartialList) {
    const { items, candidates } = value;
    return { items: list(items), ...(candidates ? { perhaps: list(candidates) } : {}), unknown: waits() };
  }
  if (isList(value)) return list(value);
  if (value instanceof Map) {
    const part = (key: string, member: Value) => (mayShow(value, key) ? valuePart(member, showing) : hidden);
    return Object.fromEntries([...value].map(([key, member]) => [key, part(key, member)]));
  }
  if (isEntity(value)) return { concept: value.concept, resource: value.resource };
  return isFields(value) ? recordPart(value, showing) : null;
}

function recordPart(fields: Fields, showing: Showing) {
  const parts = recordFields(fields, showing.vocabulary);
  if (parts.length === 0) return String(fields).startsWith("[object") ? fields.concept : String(fields);
  return Object.fromEntries(parts.map(([name, value]) => [name, valuePart(value, showing)]));
}

function placePart(place: Place | undefined) {
  return place === undefined ? {} : { place: { ...place } };
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}

function isFields(value: object): value is Fields {
  return "concept" in value;
}
