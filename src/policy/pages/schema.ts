import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";
import { rawExamples } from "../../graph/raw/raw-select.ts";
import type { TypeDeclaration, Vocabulary } from "../../graph/vocabulary.ts";
import { configurationShape, policyShape, waiversShape } from "../shape.ts";
import { type KeyWords, keyWords } from "./key-words.ts";

/** The JSON Schemas of the files that people write, by the file of `policies/` that each is: editors check and complete by them. */
export function schemaPages(vocabulary: Vocabulary): Readonly<Record<string, string>> {
  const concepts = vocabulary.types.filter(({ selectable, formats }) => selectable && formats.length > 0);
  const policy = asSchema(policyShape);
  return {
    "policy.schema.json": schemaPage("A policy of eks-policy-gate", keyWords.policy, {
      ...policy,
      properties: { ...policy.properties, select: conceptSchema(concepts) },
    }),
    "configuration.schema.json": schemaPage("A configuration of eks-policy-gate", keyWords.configuration, {
      ...asSchema(configurationShape),
      type: ["object", "null"],
    }),
    "waivers.schema.json": schemaPage("Waivers of eks-policy-gate", keyWords.waivers, {
      ...asSchema(waiversShape),
      type: ["array", "null"],
    }),
  };
}

function schemaPage(title: string, words: Readonly<Record<string, KeyWords>>, schema: JsonSchema): string {
  const found = described(schema, "", words);
  const page = { $schema: "http://json-schema.org/draft-07/schema#", title, ...found };
  return `${JSON.stringify(page, undefined, 2)}\n`;
}

/** What a shape says, without what only a whole document has. */
function asSchema(shape: v.GenericSchema): JsonSchema {
  const {
    $schema,
    $defs = {},
    ...schema
  } = toJsonSchema(shape, {
    overrideSchema: ({ valibotSchema, jsonSchema }) => {
      if (isLazy(valibotSchema)) return anyOf(branches(valibotSchema));
      if (valibotSchema.type === "custom") return customSchema(valibotSchema) ?? {};
      return valibotSchema.type === "object" ? { ...jsonSchema, additionalProperties: false } : undefined;
    },
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === "check" ? { ...jsonSchema, pattern: "\\S" } : undefined,
  });
  return inlined(schema, $defs) as JsonSchema;
}

/** What a lazy shape may be becomes a definition that others refer to. None of ours holds itself. */
function inlined(node: unknown, definitions: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(node)) return node.map((each) => inlined(each, definitions));
  if (typeof node !== "object" || node === null) return node;
  const ref = "$ref" in node ? /^#\/\$defs\/(.+)$/.exec(String(node.$ref))?.[1] : undefined;
  if (ref !== undefined) return inlined(definitions[ref], definitions);
  return Object.fromEntries(Object.entries(node).map(([key, member]) => [key, inlined(member, definitions)]));
}

type Lazy = v.LazySchema<v.GenericSchema>;

function isLazy(schema: { readonly type: string }): schema is Lazy {
  return schema.type === "lazy";
}

/** A lazy shape chooses by what is written; these are the kinds of things that can be. */
function branches({ getter }: Lazy): readonly JsonSchema[] {
  const chosen = ["", {}, []].map((given) => getter(given));
  const accepting = chosen.filter((shape) => shape.type !== "custom" || customSchema(shape) !== undefined);
  return [...new Set(accepting)].map(asSchema);
}

function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
  const [only, ...others] = [...new Map(schemas.map((each) => [JSON.stringify(each), each])).values()];
  return only === undefined || others.length > 0 ? { anyOf: [...(only ? [only] : []), ...others] } : only;
}

/** What is checked by hand, told by something that only it accepts; `undefined` for what refuses everything. */
function customSchema(shape: v.GenericSchema): JsonSchema | undefined {
  return checkedByHand.find(({ accepted }) => v.is(shape, accepted))?.schema;
}

const checkedByHand: readonly { readonly accepted: object; readonly schema: JsonSchema }[] = [
  {
    accepted: { from: "2027-01-15", deny: null },
    schema: {
      type: "object",
      properties: {
        from: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
        deny: { type: "null" },
        warn: { type: "null" },
      },
      required: ["from"],
      minProperties: 2,
      maxProperties: 2,
      additionalProperties: false,
    },
  },
  {
    accepted: { github: "owner/repository@ref" },
    schema: {
      type: "object",
      properties: { github: { type: "string" }, npm: { type: "string" } },
      minProperties: 1,
      maxProperties: 1,
      additionalProperties: false,
    },
  },
];

function conceptSchema(concepts: readonly TypeDeclaration[]): JsonSchema {
  const named = { enum: concepts.map(({ name }) => name), enumDescriptions: concepts.map(({ doc }) => doc) };
  return {
    type: "string",
    anyOf: [named, { pattern: "^(terraform|cloudformation|manifest)\\.", examples: [...rawExamples] }],
  } as JsonSchema;
}

/** The schema with what each key is for; `*` stands for a name that the author chooses. A key without words throws. */
function described(schema: JsonSchema, path: string, words: Readonly<Record<string, KeyWords>>): JsonSchema {
  const below = (inner: JsonSchema, step: string) =>
    described(inner, path === "" ? step : `${path}.${step}`, words);
  const { properties, additionalProperties, items, anyOf: choices } = schema;
  return {
    ...schema,
    ...(choices === undefined ? {} : { anyOf: choices.map((each) => described(asJson(each), path, words)) }),
    ...(properties === undefined ? {} : { properties: keysOf(properties, path, words) }),
    ...(isSchema(additionalProperties) ? { additionalProperties: below(additionalProperties, "*") } : {}),
    ...(isSchema(items) ? { items: described(items, path, words) } : {}),
  };
}

function keysOf(
  properties: NonNullable<JsonSchema["properties"]>,
  path: string,
  words: Readonly<Record<string, KeyWords>>,
): NonNullable<JsonSchema["properties"]> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, property]) => {
      const name = path === "" ? key : `${path}.${key}`;
      const said = words[name];
      if (said === undefined) throw new Error(`nothing is said of \`${name}\` in key-words.ts`);
      const { doc, ...more } = said;
      return [key, { description: doc, ...described(asJson(property), name, words), ...more } as JsonSchema];
    }),
  );
}

function isSchema(given: JsonSchema["items"] | JsonSchema["additionalProperties"]): given is JsonSchema {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}

function asJson(given: JsonSchema | boolean): JsonSchema {
  return typeof given === "object" ? given : {};
}
