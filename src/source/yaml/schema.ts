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
import { truth, wholeNumber } from "./scalar.ts";

let plain: Schema | undefined;
let withShortForms: Schema | undefined;

/** The schema of a manifest or of a template: made when it is first needed, because most files never need it. */
export function schemaOf(kind: "manifest" | "template"): Schema {
  plain ??= manifestSchema();
  if (kind === "manifest") return plain;
  withShortForms ??= plain.withTags(shortForms());
  return withShortForms;
}

/**
 * Plain scalars as kubectl, eksctl and CloudFormation read them: YAML 1.2 with the booleans, leading-zero
 * octals, underscores and merge keys of 1.1, and without its sexagesimals and dates
 * (`Version: 2012-10-17` is text).
 */
function manifestSchema(): Schema {
  return CORE_SCHEMA.withTags(booleans(), integers(), mergeTag, binary());
}

function booleans() {
  return defineScalarTag("tag:yaml.org,2002:bool", {
    implicit: true,
    implicitFirstChars: [..."tTyYoOfFnN"],
    resolve: (text) => truth(text) ?? NOT_RESOLVED,
    identify: () => false,
  });
}

function integers() {
  return defineScalarTag("tag:yaml.org,2002:int", {
    implicit: true,
    implicitFirstChars: [..."-+0123456789"],
    identify: () => false,
    resolve: (text) => wholeNumber(text) ?? NOT_RESOLVED,
  });
}

function binary() {
  return defineScalarTag("tag:yaml.org,2002:binary", { resolve: (text) => text, identify: () => false });
}

/**
 * CloudFormation's short forms: `!Sub x` is `{ "Fn::Sub": "x" }`. One tag for every `!Name`: one that CloudFormation
 * does not know (`!Rain::Embed`) becomes `{ "Fn::Rain::Embed": ... }`, a function nobody can evaluate, so an unknown
 * value with a name.
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
