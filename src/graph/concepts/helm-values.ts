import { Failure } from "../../base/failure.ts";
import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute, Json } from "../../source/declaration.ts";
import { isList, isObject } from "../../source/plain.ts";
import { loadYaml } from "../../source/yaml/load.ts";
import type { Reader } from "../concept.ts";
import { asText, notA, scalarValue, unknownOf, written } from "../read.ts";

/**
 * The values that a `helm_release` gives its chart: its texts one over the other, and what is set over them. As long
 * as one of them is not known none is, for it may say anything. What the chart itself says is not among them.
 */
export const helmValues: Reader = ({ root }) => {
  const texts = root.get("values");
  const secret = root.get("set_sensitive");
  const value = merged(texts, [
    ...settings(root.get("set")),
    ...settings(root.get("set_list")),
    ...settings(secret),
  ]);
  return { ...written(value, texts), sensitive: texts.sensitive || secret.items().length > 0 };
};

/** One value that is set, or the reason why it cannot be told which. */
type Setting = { readonly path: readonly Step[]; readonly value: Value } | Unknown;

type Step = string | number;

function merged(texts: Attribute, set: readonly Setting[]): Value {
  const open = texts.state === "unknown" ? [unknownOf(texts)] : [];
  const parsed = texts.items().map(parseText);
  const unknowns = [...open, ...parsed, ...set].filter((each) => each instanceof Unknown);
  if (unknowns.length > 0) return new Unknown(unknowns.flatMap(({ missing }) => missing));
  const base = parsed.reduce<Value>(over, new Map());
  return set.reduce<Value>(
    (values, each) => (each instanceof Unknown ? values : put(values, each.path, each.value)),
    base,
  );
}

function parseText(text: Attribute): Value {
  if (text.state === "absent") return new Map();
  if (typeof text.json !== "string") return unknownOf(text);
  try {
    const [document = null] = loadYaml(text.json, text.ref.file, "manifest");
    return document === null ? new Map() : isObject(document) ? valueOf(document) : notA("a map", text);
  } catch (error) {
    if (error instanceof Failure) return notA("valid YAML", text);
    throw error;
  }
}

function valueOf(json: Json): Value {
  if (isList(json)) return json.map(valueOf);
  if (!isObject(json)) return json;
  return new Map(Object.entries(json).map(([key, value]) => [key, valueOf(value)]));
}

/** A map over a map has the keys of both. */
function over(below: Value, above: Value): Value {
  if (!(below instanceof Map) || !(above instanceof Map)) return above;
  const both = new Map<string, Value>(below);
  for (const [key, value] of above) both.set(key, both.has(key) ? over(both.get(key) ?? null, value) : value);
  return both;
}

function put(values: Value, [step, ...rest]: readonly Step[], value: Value): Value {
  if (step === undefined || values instanceof Unknown) return step === undefined ? value : values;
  if (typeof step === "number") {
    const list: Value[] = Array.isArray(values) ? [...values] : [];
    while (list.length <= step) list.push(null);
    list[step] = put(list[step] ?? null, rest, value);
    return list;
  }
  const map = new Map<string, Value>(values instanceof Map ? values : []);
  return map.set(step, put(map.get(step) ?? null, rest, value));
}

function settings(blocks: Attribute): readonly Setting[] {
  if (blocks.state === "unknown") return [unknownOf(blocks)];
  return blocks.items().map((block) => {
    const [name, value, type] = ["name", "value", "type"].map((field) => block.get(field));
    if (name === undefined || value === undefined) return unknownOf(block);
    const path = typeof name.json === "string" ? pathOf(name.json) : undefined;
    if (path === undefined) return notA("a path of names", name);
    if (value.state === "unknown") return { path, value: unknownOf(value) };
    if (isList(value.json)) return { path, value: value.items().map((item) => scalarValue(item, asText)) };
    return typed(path, value, type?.json);
  });
}

/** A text is what it looks like, as on Helm's command line, unless it is said to be a text. */
function typed(path: readonly Step[], value: Attribute, type: Json | undefined): Setting {
  const text = scalarValue(value, asText);
  if (typeof text !== "string" || type === "literal") return { path, value: text };
  const list = /^\{(.*)\}$/s.exec(text)?.[1];
  const items = list === undefined ? undefined : unescaped(list, ",");
  const convert = type === "string" ? (item: string) => item : literal;
  if (items !== undefined) return { path, value: list === "" ? [] : items.map(convert) };
  const [only = "", ...others] = unescaped(text, ",");
  return others.length === 0 ? { path, value: convert(only) } : notA("a single value", value);
}

function literal(text: string): Value {
  if (text === "true" || text === "false") return text === "true";
  if (text === "null") return null;
  return /^(0|-?[1-9]\d{0,15})$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : text;
}

/** Above this Helm's lists are no lists that anybody writes. */
const mostItems = 1000;

/** `a.b[0].c\.d` as steps. */
function pathOf(name: string): readonly Step[] | undefined {
  const steps: Step[] = [];
  for (const part of unescaped(name, ".")) {
    const match = /^([^[\]]*)((?:\[\d+\])*)$/.exec(part);
    if (match === null) return undefined;
    if (match[1] === "" || match[1] === undefined) return undefined;
    steps.push(match[1]);
    for (const index of (match[2] ?? "").match(/\d+/g) ?? []) steps.push(Number(index));
  }
  return steps.every((step) => typeof step === "string" || step < mostItems) ? steps : undefined;
}

/** The parts between separators that no backslash stands before. */
function unescaped(text: string, separator: string): readonly string[] {
  const parts = [""];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? "";
    if (letter === separator) parts.push("");
    else parts[parts.length - 1] += letter === "\\" ? (text[++at] ?? "") : letter;
  }
  return parts;
}
