import {
  CORE_SCHEMA,
  defineMappingTag,
  defineScalarTag,
  defineSequenceTag,
  mergeTag,
  NOT_RESOLVED,
  type Schema,
} from "js-yaml";
import type { Json } from "../declaration.ts";

/**
 * Plain scalars as kubectl, eksctl and CloudFormation read them: YAML 1.2 with the booleans, leading-zero
 * octals, underscores and merge keys of 1.1, and without its sexagesimals and dates
 * (`Version: 2012-10-17` is text).
 */
export const manifestSchema: Schema = CORE_SCHEMA.withTags(booleans(), integers(), mergeTag, binary());

/** The same, with CloudFormation's short forms: `!Sub x` is `{ "Fn::Sub": "x" }`. */
export const templateSchema: Schema = manifestSchema.withTags(shortForms());

function booleans() {
  const words = new Map<string, boolean>();
  for (const word of ["true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y"])
    words.set(word, true);
  for (const word of ["false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N"])
    words.set(word, false);
  return defineScalarTag("tag:yaml.org,2002:bool", {
    implicit: true,
    implicitFirstChars: [..."tTyYoOfFnN"],
    resolve: (text) => words.get(text) ?? NOT_RESOLVED,
    identify: () => false,
  });
}

function integers() {
  const integer = /^[-+]?(?:0|[1-9][0-9_]*|0o?[0-7_]+|0x[0-9a-fA-F_]+|0b[01_]+)$/;
  return defineScalarTag("tag:yaml.org,2002:int", {
    implicit: true,
    implicitFirstChars: [..."-+0123456789"],
    identify: () => false,
    resolve: (text) => {
      if (!integer.test(text)) return NOT_RESOLVED;
      const digits = text.replace(/^[-+]|_/g, "").replace(/^0o?(?=[0-7]+$)/, "0o");
      const value = Number(digits === "0o" ? "0" : digits);
      if (Number.isNaN(value)) return NOT_RESOLVED;
      return text.startsWith("-") && value !== 0 ? -value : value;
    },
  });
}

function binary() {
  return defineScalarTag("tag:yaml.org,2002:binary", { resolve: (text) => text, identify: () => false });
}

/**
 * One tag for every `!Name`. A tag that CloudFormation does not know (`!Rain::Embed`) becomes
 * `{ "Fn::Rain::Embed": ... }`: a function nobody can evaluate, so an unknown value with a name.
 */
function shortForms() {
  const identify = () => false;
  const matchByTagPrefix = true;
  return [
    defineScalarTag<Json>("!", {
      matchByTagPrefix,
      identify,
      resolve: (text, _, tag) => (tag === "!" ? text : call(tag, tag === "!GetAtt" ? splitOnce(text) : text)),
    }),
    defineSequenceTag<{ readonly tag: string; readonly items: Json[] }, Json>("!", {
      matchByTagPrefix,
      identify,
      create: (tag) => ({ tag, items: [] }),
      addItem: (list, item) => {
        list.items.push(item as Json);
      },
      finalize: (list) => call(list.tag, list.items),
    }),
    defineMappingTag<{ readonly tag: string; readonly entries: Map<string, Json> }, Json>("!", {
      matchByTagPrefix,
      identify,
      create: (tag) => ({ tag, entries: new Map() }),
      addPair: (map, key, value) => {
        map.entries.set(String(key), value as Json);
        return "";
      },
      has: (map, key) => map.entries.has(String(key)),
      keys: () => [],
      get: () => undefined,
      finalize: (map) => call(map.tag, Object.fromEntries(map.entries)),
    }),
  ];
}

function call(tag: string, argument: Json): Json {
  const name = tag.slice(1);
  return { [name === "Ref" || name === "Condition" ? name : `Fn::${name}`]: argument };
}

function splitOnce(text: string): Json {
  const dot = text.indexOf(".");
  return dot === -1 ? text : [text.slice(0, dot), text.slice(dot + 1)];
}
