import { EvalError, type Fields, PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Vocabulary } from "../../graph/vocabulary.ts";
import { hidden, isEntity, mayShow } from "../../verdict/show.ts";
import { count } from "../headline.ts";

const mostMembers = 20;

/**
 * A value as authors write it in an expression: `"text"`, `[1, 2]`, `null`; things by what their author calls them.
 * `undefined` stands for what must not be shown.
 */
export function spelled(value: Value | undefined, vocabulary: Vocabulary): string {
  if (value === undefined) return hidden;
  if (value === null || typeof value === "boolean" || typeof value === "number") return String(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (value instanceof Unknown) return `unknown${bounds(value)}`;
  if (value instanceof EvalError) return `error: ${value.message}`;
  if (value instanceof PartialList) return partial(value, vocabulary);
  if (isList(value)) return `[${members(value, vocabulary).join(", ")}]`;
  if (isFields(value)) return isEntity(value) ? value.resource : record(value, vocabulary);
  const entries = [...value].map(([key, member]) => {
    const shown = mayShow(value, key) ? member : undefined;
    return `${JSON.stringify(key)}: ${spelled(shown, vocabulary)}`;
  });
  return `{${entries.join(", ")}}`;
}

/** The members of a record by name; nothing for what only functions look into. */
export function recordFields(
  fields: Fields,
  vocabulary: Vocabulary,
): readonly (readonly [name: string, value: Value])[] {
  const type = vocabulary.types.find(({ name }) => name === fields.concept);
  return (type?.fields ?? []).flatMap(({ name }) => {
    const value = fields.get(name);
    return value === undefined ? [] : [[name, value] as const];
  });
}

function record(fields: Fields, vocabulary: Vocabulary): string {
  const parts = recordFields(fields, vocabulary).map(
    ([name, value]) => `${name}: ${spelled(value, vocabulary)}`,
  );
  if (parts.length > 0) return `{${parts.join(", ")}}`;
  const own = String(fields);
  return own.startsWith("[object") ? fields.concept : own;
}

function bounds({ low = 0, high = Number.POSITIVE_INFINITY }: Unknown): string {
  if (high !== Number.POSITIVE_INFINITY) return low > 0 ? `, ${low} to ${high}` : `, at most ${high}`;
  return low > 0 ? `, at least ${low}` : "";
}

function partial({ items, candidates, atLeast, atMost }: PartialList, vocabulary: Vocabulary): string {
  const more = atMost === Number.POSITIVE_INFINITY ? "others" : count(atMost, "other");
  const sure = atLeast > 0 ? `at least ${atLeast} more` : `perhaps ${more}`;
  const of = candidates === undefined ? "" : ` of ${members(candidates, vocabulary).join(", ")}`;
  return `[${[...members(items, vocabulary), `${sure}${of}`].join(", ")}]`;
}

function members(values: readonly Value[], vocabulary: Vocabulary): readonly string[] {
  const shown = values.slice(0, mostMembers).map((value) => spelled(value, vocabulary));
  const more = values.length - mostMembers;
  return more > 0 ? [...shown, `and ${more} more`] : shown;
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}

function isFields(value: Fields | ReadonlyMap<string, Value>): value is Fields {
  return "concept" in value;
}
