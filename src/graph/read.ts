import { type Path, showPath } from "../base/place.ts";
import { type Missing, Unknown, type Value } from "../base/value.ts";
import type { Attribute } from "../source/declaration.ts";
import type { Reader } from "./concept.ts";
import { derived, record } from "./entity.ts";
import type { Reading } from "./graph.ts";

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
    const pairs = attribute.items().flatMap((pair) => {
      const { json } = pair.get("Key");
      return typeof json === "string" ? [[json, scalarValue(pair.get("Value"), asText)] as const] : [];
    });
    return written(new Map(pairs), attribute);
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
    const members = attribute.items().map((root) => {
      const read = ([name, reader]: readonly [string, Reader]) => [name, reader({ ...from, root }).value] as const;
      return record(concept, Object.fromEntries(Object.entries(fields).map(read)));
    });
    return written(members, attribute);
  };
}

/** Worked out from other fields of the entity. */
export function computed(compute: (get: (field: string) => Value) => Value): Reader {
  return ({ entity, root }) => derived(compute((field) => entity.get(field) ?? null), root.ref);
}

/** A value read from an attribute, with its place; `default` where nothing is written. */
export function written(value: Value, attribute: Attribute): Reading {
  const unwritten = attribute.state === "absent" || attribute.json === null;
  return { value, ref: attribute.ref, sensitive: attribute.sensitive, origin: unwritten ? "default" : "written" };
}

/** The unknown that an unknown attribute stands for. */
export function unknownOf(attribute: Attribute): Unknown {
  return new Unknown(attribute.missing === undefined ? [] : [attribute.missing]);
}

/** The members of a list of texts, each known or not. */
export function textList(attribute: Attribute): Value {
  if (attribute.state === "absent") return [];
  if (attribute.state === "unknown") return unknownOf(attribute);
  if (!Array.isArray(attribute.json) && attribute.items().length === 0) {
    if (attribute.json === undefined || typeof attribute.json !== "object") return [scalarValue(attribute, asText)];
  }
  return attribute.items().map((item) => scalarValue(item, asText));
}

function textMap(attribute: Attribute): Value {
  if (attribute.state === "unknown") return unknownOf(attribute);
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
  return value ?? new Unknown([mistyped(attribute, convert)]);
}

/** Turns a plain value into one of the wanted kind; `undefined` when it is not of that kind. */
export type Convert = (json: NonNullable<Attribute["json"]>) => Value | undefined;

export const asText: Convert = (json) =>
  typeof json === "string" ? json : typeof json === "number" || typeof json === "boolean" ? String(json) : undefined;

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

function mistyped(attribute: Attribute, convert: Convert): Missing {
  const { ref } = attribute;
  return { attribute: `${ref.owner}.${showPath(ref.path)}`, reason: `not ${wanted.get(convert) ?? "of its type"}`, ref };
}

