import { OpenMap } from "../base/open-map.ts";
import { EvalError, type Fields, PartialList, Unknown, type Value } from "../base/value.ts";
import type { Entity } from "../graph/graph.ts";

/** What stands for a value that must never be printed. */
export const hidden = "(sensitive)";

const longestText = 120;
const mostItems = 10;

/** A value as a message reads it: lists `a, b`, entities by name, what is not known as `(unknown)`. One line. */
export function show(value: Value): string {
  return shorten(written(value).replace(/\s+/g, " ").trim());
}

/** Whether a value is an entity of the graph, with a place and a name of its own. */
export function isEntity(value: Value | undefined): value is Entity {
  return typeof value === "object" && value !== null && "reading" in value && "resource" in value;
}

function written(value: Value): string {
  if (value === null) return "none";
  if (typeof value !== "object") return String(value);
  if (value instanceof Unknown) return bounded(value);
  if (value instanceof EvalError) return "(cannot be worked out)";
  if (value instanceof PartialList) return partial(value);
  if (isList(value)) return list(value);
  if (isFields(value)) return isEntity(value) ? nameOf(value) : value.concept;
  return list([...value].map(([key, each]) => `${key}=${mayShow(value, key) ? written(each) : hidden}`));
}

/** Whether an entry of a map may be printed. */
export function mayShow(map: ReadonlyMap<string, Value>, key: string): boolean {
  return !(map instanceof OpenMap && map.reading(key).sensitive);
}

/** A number that is not known may still be known to be large or small enough to decide. */
function bounded({ low = 0, high = Number.POSITIVE_INFINITY }: Unknown): string {
  if (low > 0) return high === Number.POSITIVE_INFINITY ? `at least ${low}` : `${low} to ${high}`;
  return high === Number.POSITIVE_INFINITY ? "(unknown)" : `at most ${high}`;
}

/** What is certain, then what may be in it besides. */
function partial({ items, candidates, why, atMost }: PartialList): string {
  const certain = items.length === 0 ? [] : [list(items)];
  const more =
    atMost === 0 ? [] : [candidates === undefined ? written(why) : `perhaps ${list(distinct(candidates))}`];
  return [...certain, ...more].join(", ") || "none";
}

/** Candidates that read alike are named once: it is not known how many of them there are. */
function distinct(values: readonly Value[]): readonly Value[] {
  return [...new Map(values.map((value) => [written(value), value])).values()];
}

function list(values: readonly Value[]): string {
  if (values.length === 0) return "none";
  const shown = values.slice(0, mostItems).map(written).join(", ");
  const more = values.length - mostItems;
  return more > 0 ? `${shown} and ${more} more` : shown;
}

/** Its own name, if it has one that may be shown; else what its author calls it. */
function nameOf(entity: Entity): string {
  const name = entity.reading("name");
  if (name === undefined || typeof name.value !== "string") return entity.resource;
  return name.sensitive ? hidden : name.value;
}

function shorten(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}

function isFields(value: Fields | ReadonlyMap<string, Value>): value is Fields {
  return "concept" in value;
}
