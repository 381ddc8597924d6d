import type { Path } from "../base/place.ts";
import { PartialList, Unknown, type Value } from "../base/value.ts";
import type { Attribute } from "../source/declaration.ts";
import type { Reader } from "./concept.ts";
import { derived, record } from "./entity.ts";
import type { Reading } from "./graph.ts";
import { missingOf } from "./several.ts";

/** A text. Numbers and booleans are taken as they are written: account ids and versions are often unquoted. */
export const text = (...path: Path): Reader => scalar(path, asText);

/** A whole number; also one written as text, as templates do. */
export const number = (...path: Path): Reader => scalar(path, asNumber);

/** True or false; also written as text, as templates do. */
export const flag = (...path: Path): Reader => scalar(path, asFlag);

/** A list of texts; a single text is a list of one. Not written is the empty list. */
export function texts(...path: Path): Reader {
  return ({ root }) => {
    const attribute = root.get(...path);
    return written(textList(attribute), attribute);
  };
}

/** A map of texts. Not written is the empty map. */
export function dictionary(...path: Path): Reader {
  return ({ root }) => {
    const attribute = root.get(...path);
    return written(textMap(attribute), attribute);
  };
}

/** A map of texts written as a list of `{ Key, Value }`, as CloudFormation writes labels and tags. */
export function keyedPairs(...path: Path): Reader {
  return ({ root }) => {
    const attribute = root.get(...path);
    if (attribute.state === "unknown") return written(unknownOf(attribute), attribute);
    const pairs = attribute.items().map((pair) => [pair.get("Key"), pair.get("Value")] as const);
    // A pair whose key is not known may be any entry.
    const unnamed = pairs.find(([key]) => typeof key.json !== "string");
    if (unnamed !== undefined) return written(new Unknown([missingOf(unnamed[0])]), attribute);
    const entries = pairs.map(([key, value]) => [String(key.json), scalarValue(value, asText)] as const);
    return written(isShapeless(attribute) ? notA("a list", attribute) : new Map(entries), attribute);
  };
}

/** The platform's own value where nothing is written. */
export function orDefault(reader: Reader, value: Value): Reader {
  return (from) => {
    const reading = reader(from);
    return reading.origin === "default" ? { ...reading, value } : reading;
  };
}

/** The first of several that is written. */
export function firstOf(first: Reader, ...rest: readonly Reader[]): Reader {
  return (from) => {
    const reading = first(from);
    const [next, ...others] = rest;
    return next !== undefined && reading.origin === "default" ? firstOf(next, ...others)(from) : reading;
  };
}

/** The same for everything the supplier supplies. */
export function always(value: Value): Reader {
  return ({ root }) => derived(value, root.ref);
}

/** A list of groups of values, such as nested blocks. Not written is the empty list. */
export function records(concept: string, fields: Readonly<Record<string, Reader>>, ...path: Path): Reader {
  return (from) => {
    const attribute = from.root.get(...path);
    if (attribute.state === "unknown") return written(unknownOf(attribute), attribute);
    if (isShapeless(attribute)) return written(notA("a list", attribute), attribute);
    const items = attribute.items().filter(({ state }) => state !== "absent");
    const members = items
      .filter(({ state }) => state === "known")
      .map((root) => {
        const read = ([name, reader]: readonly [string, Reader]) =>
          [name, reader({ ...from, root }).value] as const;
        return record(concept, Object.fromEntries(Object.entries(fields).map(read)));
      });
    const unknown = items.filter(({ state }) => state === "unknown");
    if (unknown.length === 0) return written(members, attribute);
    // A group that is not known as a whole may turn out to be none, or several.
    return written(new PartialList(members, new Unknown(unknown.map(missingOf))), attribute);
  };
}

/** Worked out from other fields of the entity. */
export function computed(compute: (get: (field: string) => Value) => Value): Reader {
  return ({ entity, root }) =>
    derived(
      compute((field) => entity.get(field) ?? null),
      root.ref,
    );
}

/** A value read from an attribute, with its place; `default` where nothing is written. */
export function written(value: Value, attribute: Attribute): Reading {
  const unwritten = attribute.state === "absent" || attribute.json === null;
  return {
    value,
    ref: attribute.ref,
    sensitive: attribute.sensitive,
    origin: unwritten ? "default" : "written",
  };
}

/** The unknown that an unknown attribute stands for. */
export function unknownOf(attribute: Attribute): Unknown {
  return new Unknown([missingOf(attribute)]);
}

/** A value that is written as something else than is wanted there. */
export function notA(wanted: string, attribute: Attribute): Unknown {
  return new Unknown([{ ...missingOf(attribute), reason: `not ${wanted}` }]);
}

/** Whether it is written and has no members although it is not an empty list or map: a text where a list belongs. */
export function isShapeless(attribute: Attribute): boolean {
  const { state, json } = attribute;
  return state === "known" && json !== undefined && typeof json !== "object";
}

/** The members of a list of texts, each known or not. */
export function textList(attribute: Attribute): Value {
  if (attribute.state === "absent") return [];
  if (attribute.state === "unknown") return unknownOf(attribute);
  if (!Array.isArray(attribute.json) && attribute.items().length === 0) {
    const isOne = attribute.json !== undefined && typeof attribute.json !== "object";
    return isOne ? [scalarValue(attribute, asText)] : notA("a list", attribute);
  }
  return attribute.items().map((item) => scalarValue(item, asText));
}

function textMap(attribute: Attribute): Value {
  if (attribute.state === "unknown") return unknownOf(attribute);
  if (isShapeless(attribute)) return notA("a map", attribute);
  return new Map(attribute.entries().map(([name, value]) => [name, scalarValue(value, asText)]));
}

function scalar(path: Path, convert: Convert): Reader {
  return ({ root }) => {
    const attribute = root.get(...path);
    return written(scalarValue(attribute, convert), attribute);
  };
}

/** A scalar of an attribute: its value, `null` when absent, an unknown when it is one or is not of its type. */
export function scalarValue(attribute: Attribute, convert: Convert): Value {
  if (attribute.state === "absent") return null;
  if (attribute.state === "unknown") return unknownOf(attribute);
  const { json } = attribute;
  if (json === null) return null;
  const value = json === undefined ? undefined : convert(json);
  return value ?? notA(wanted.get(convert) ?? "of its type", attribute);
}

/** Turns a plain value into one of the wanted kind; `undefined` when it is not of that kind. */
export type Convert = (json: NonNullable<Attribute["json"]>) => Value | undefined;

export const asText: Convert = (json) =>
  typeof json === "string"
    ? json
    : typeof json === "number" || typeof json === "boolean"
      ? String(json)
      : undefined;

export const asNumber: Convert = (json) => {
  if (typeof json === "number") return json;
  return typeof json === "string" && /^-?\d+$/.test(json.trim()) ? Number(json) : undefined;
};

export const asFlag: Convert = (json) => {
  if (typeof json === "boolean") return json;
  if (typeof json !== "string") return undefined;
  const lower = json.toLowerCase();
  return lower === "true" ? true : lower === "false" ? false : undefined;
};

const wanted = new Map<Convert, string>([
  [asText, "text"],
  [asNumber, "a number"],
  [asFlag, "true or false"],
]);
