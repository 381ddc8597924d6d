import { Failure } from "../../base/failure.ts";
import type { Place } from "../../base/place.ts";
import { didYouMean } from "../../base/suggest.ts";
import type { Json } from "../declaration.ts";
import { isList, isObject, memberOf } from "../plain.ts";
import type { ParameterText } from "../sources.ts";
import { positionOf } from "../text.ts";
import { loadYaml } from "../yaml/load.ts";
import { isSecret } from "./choices.ts";
import { typed } from "./reference.ts";
import { plain, type Resolved, unknown } from "./resolved.ts";

/** The values that a file gives to the parameters of one template, or of all that declare them. */
export interface ParameterFile {
  readonly file: string;
  readonly template: string | undefined;
  readonly values: readonly ParameterValue[];
}

interface ParameterValue {
  readonly name: string;
  /** `undefined` where the stack keeps the value it has. */
  readonly value: Json | undefined;
  readonly at: Place;
}

/**
 * Reads what the AWS CLI takes (`[{ "ParameterKey": ..., "ParameterValue": ... }]`, `["Key=Value"]`), what CodePipeline
 * takes (`{ "Parameters": { ... } }`), a plain map, as JSON or YAML, or `Key=Value` lines.
 */
export function readParameters({ file, text, template }: ParameterText): ParameterFile {
  const values = pairsOf(text, file).map(([name, value]) => ({
    name,
    value,
    at: { file, ...placeOf(name, text) },
  }));
  return { file, template, values };
}

/** What files say about the parameters of a template; of two that say something the later counts. */
export function givenBy(files: readonly ParameterFile[], template: string) {
  const meant = files.filter((each) => each.template === undefined || each.template === template);
  const values = new Map(
    meant.flatMap((each) => each.values.map(({ name, value }) => [name, value] as const)),
  );
  return (name: string, parameter: Json): Resolved | undefined => {
    if (!values.has(name)) return undefined;
    const value = values.get(name);
    if (value === undefined) return unknown("what the stack already has", name);
    return isList(value) ? plain(value) : typed(parameter, value);
  };
}

/** What is wrong with values: nothing declares them, or they are not allowed. `templates` has the parameters of each. */
export function mistakesIn(
  files: readonly ParameterFile[],
  templates: ReadonlyMap<string, Json | undefined>,
): readonly Failure[] {
  return files.flatMap(({ file, template, values }) => {
    if (template !== undefined && !templates.has(template)) {
      const hint = `it is no template that was read by itself${didYouMean(template, [...templates.keys()])}`;
      return [
        new Failure("usage", `there is no template \`${template}\` for these parameters`, {
          at: { file },
          hint,
        }),
      ];
    }
    const meant = template === undefined ? [...templates.values()] : [templates.get(template)];
    return values.flatMap((value) => mistakeIn(value, meant) ?? []);
  });
}

function mistakeIn(
  { name, value, at }: ParameterValue,
  templates: readonly (Json | undefined)[],
): Failure | undefined {
  const declared = templates
    .map((parameters) => memberOf(parameters, name))
    .filter((found) => found !== undefined);
  if (declared.length === 0) {
    const names = templates.flatMap((parameters) => Object.keys(parameters ?? {}));
    const hint = `remove it, or name the template's own parameter${didYouMean(name, names)}`;
    return new Failure("usage", `no template has a parameter \`${name}\``, { at, hint });
  }
  for (const parameter of declared) {
    const allowed = memberOf(parameter, "AllowedValues");
    if (value === undefined || !isList(allowed)) continue;
    const { json } = isList(value) ? { json: value } : typed(parameter, value);
    const texts = allowed.map(String);
    const wrong = (isList(json) ? json : [json]).map(String).find((each) => !texts.includes(each));
    if (wrong !== undefined) {
      const hint = `it may be ${texts.map((each) => `\`${each}\``).join(", ")}`;
      const shown = isSecret(parameter) ? "the value" : `\`${wrong}\``;
      return new Failure("usage", `${shown} is not allowed for parameter \`${name}\``, { at, hint });
    }
  }
  return undefined;
}

type Pair = readonly [name: string, value: Json | undefined];

function pairsOf(text: string, file: string): readonly Pair[] {
  const lines = text.split(/\r?\n/).filter((line) => !/^\s*(#|$)/.test(line));
  if (lines.length > 0 && lines.every((line) => /^\s*[A-Za-z0-9]+\s*=/.test(line))) return lines.map(pairOf);
  const [root = null] = loadYaml(text, file, "strict");
  const whole = memberOf(root, "Parameters") ?? root;
  if (isObject(whole))
    return Object.entries(whole).map(([name, value]) => [name, valueOf(value, name, file)]);
  if (isList(whole)) return whole.map((item) => itemOf(item, file));
  throw shapeless(file);
}

function itemOf(item: Json, file: string): Pair {
  if (typeof item === "string" && item.includes("=")) return pairOf(item);
  const name = memberOf(item, "ParameterKey");
  if (typeof name !== "string") throw shapeless(file);
  const value = memberOf(item, "ParameterValue");
  return [name, value === undefined ? undefined : valueOf(value, name, file)];
}

function pairOf(line: string): Pair {
  const [name = "", ...rest] = line.split("=");
  const value = rest.join("=").trim();
  const [, , quoted] = /^(["'])(.*)\1$/.exec(value) ?? [];
  return [name.trim(), quoted ?? value];
}

function valueOf(value: Json, name: string, file: string): Json {
  const members = isList(value) ? value : [value];
  if (members.every((each) => ["string", "number", "boolean"].includes(typeof each))) {
    return isList(value) ? value.map(String) : String(value);
  }
  throw new Failure("usage", `the value of parameter \`${name}\` is no text`, {
    at: { file },
    hint: "write a text, or a list of texts for a list",
  });
}

function shapeless(file: string): Failure {
  return new Failure("usage", "these are no parameters", {
    at: { file },
    hint: 'write [{ "ParameterKey": "Size", "ParameterValue": "3" }], or Size=3 lines',
  });
}

/** Where a name stands first as a word of its own. */
function placeOf(name: string, text: string): { readonly line: number; readonly column: number } {
  const isWord = (character: string | undefined) => character !== undefined && /[A-Za-z0-9]/.test(character);
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (!isWord(text[at - 1]) && !isWord(text[at + name.length])) return positionOf(text, at);
  }
  return { line: 1, column: 1 };
}
