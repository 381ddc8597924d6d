import { type Choice, choiceKey, type Option } from "../../base/choice.ts";
import type { Json } from "../declaration.ts";
import { isList, isObject, memberOf } from "../plain.ts";
import type { Template } from "./resolved.ts";

/**
 * What a parameter or pseudo parameter that has no value may be: its `AllowedValues`, else what conditions compare it
 * with and anything else. `undefined` where nothing is written about it, or it is assumed already.
 */
export function choiceOf(name: string, template: Template): Choice | undefined {
  const parameter = memberOf(template.parameters, name);
  const values = isSecret(parameter) ? [] : valuesOf(name, parameter, template);
  if (values.length === 0) return undefined;
  const shown = `\`${identity(name, template).name}\``;
  const constants = values.filter((value) => value !== null);
  const choice: Choice = {
    ...identity(name, template),
    roots: [rootOf(name, template)],
    options: values.map((value) => ({
      value,
      says: value === null ? otherwise(shown, constants) : `${shown} is ${quoted(value)}`,
      possible: !mentions(template.rules, name),
    })),
  };
  return template.settled.has(choiceKey(choice)) ? undefined : choice;
}

function valuesOf(name: string, parameter: Json | undefined, template: Template): readonly Option["value"][] {
  const allowed = memberOf(parameter, "AllowedValues");
  if (isList(allowed)) return isListType(parameter) ? [] : [...new Set(allowed.filter(isScalar))];
  const constants = comparedWith(name, template).filter((value) => mayBe(parameter, value));
  return constants.length === 0 ? [] : [...constants, null];
}

/** What is assumed about a parameter; `null` stands for anything that conditions do not compare it with. */
export function assumedOf(name: string, template: Template): Option["value"] | undefined {
  return template.settled.get(choiceKey(identity(name, template)))?.option.value;
}

/** Whether a parameter cannot be this one: by what it is, or because it is assumed to be something else. */
export function isRuledOut(name: string, constant: string, template: Template): boolean {
  if (!mayBe(memberOf(template.parameters, name), constant)) return true;
  const assumed = template.settled.get(choiceKey(identity(name, template)));
  return assumed?.option.value === null && assumed.choice.options.some(({ value }) => value === constant);
}

/** A comparison that comes out the one way or the other, as nothing more can be told about. */
export function comparison(
  pair: readonly Json[],
  condition: { readonly name: string; readonly turned: boolean | undefined },
  template: Template,
): { readonly key: string; readonly choice: Choice } {
  const name = `${template.prefix}${JSON.stringify(pair)}`;
  const title = `\`${template.prefix}${condition.name}\``;
  const says = (equal: boolean) => {
    const does = condition.turned === undefined ? equal : equal !== condition.turned;
    return `${condition.turned === undefined ? `a comparison of ${title}` : title} ${does ? "holds" : "does not hold"}`;
  };
  const roots = [...namesIn(pair)].map((root) => rootOf(root, template));
  const options = [true, false].map((value) => ({
    value,
    says: says(value),
    possible: !roots.some((root) => mentions(template.rules, root.slice(template.prefix.length))),
  }));
  const choice: Choice = { file: template.top, name, roots: [...new Set(roots)], options };
  return { key: choiceKey(choice), choice };
}

/** All that is deployed together is deployed in one region of one account. */
const shared = ["AWS::Region", "AWS::Partition", "AWS::URLSuffix", "AWS::AccountId"];

/** A region has one partition, and that one suffix. */
const regional = shared.slice(0, 3);

function identity(name: string, { top, prefix }: Template) {
  return { file: top, name: shared.includes(name) ? name : `${prefix}${name}` };
}

function rootOf(name: string, template: Template): string {
  return regional.includes(name) ? "AWS::Region" : identity(name, template).name;
}

function otherwise(shown: string, constants: readonly Json[]): string {
  const [only, ...others] = constants.map(quoted);
  return others.length === 0
    ? `${shown} is not ${only ?? ""}`
    : `${shown} is none of ${[only, ...others].join(", ")}`;
}

function quoted(value: Json): string {
  const text = String(value);
  return text === "" ? "empty" : `\`${text.length > 60 ? `${text.slice(0, 59)}…` : text}\``;
}

function comparedWith(name: string, template: Template): readonly string[] {
  template.compared ??= comparisons(template);
  return template.compared.get(name) ?? [];
}

/** The constants that each name is compared with, in the order they are written. */
function comparisons(template: Template): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [side, other] of pairsIn(template.conditions ?? null)) {
    const name = memberOf(side, "Ref");
    const constant = constantOf(other, template);
    if (typeof name !== "string" || constant === undefined) continue;
    const constants = found.get(name) ?? [];
    if (!constants.includes(constant)) found.set(name, [...constants, constant]);
  }
  return found;
}

/** Everything that is compared, with what it is compared with. */
function pairsIn(json: Json): readonly (readonly [Json, Json])[] {
  const pair = memberOf(json, "Fn::Equals");
  const [left, right] = isList(pair) ? pair : [];
  const members = isList(json) ? json : isObject(json) ? Object.values(json) : [];
  const below = members.flatMap(pairsIn);
  return left === undefined || right === undefined ? below : [[left, right], [right, left], ...below];
}

function constantOf(json: Json | undefined, { parameters, given }: Template): string | undefined {
  if (isScalar(json)) return String(json);
  const name = memberOf(json, "Ref");
  const parameter = typeof name === "string" ? memberOf(parameters, name) : undefined;
  const value = memberOf(parameter, "Default");
  const isOwn = typeof name === "string" && !isSecret(parameter) && given(name) === undefined;
  return isOwn && isScalar(value) ? String(value) : undefined;
}

/** Whether a parameter can have a value at all: one that names something of AWS cannot be empty. */
function mayBe(parameter: Json | undefined, value: string): boolean {
  const type = memberOf(parameter, "Type");
  if (value === "" && typeof type === "string" && type.startsWith("AWS::")) return false;
  const [shortest, longest] = [memberOf(parameter, "MinLength"), memberOf(parameter, "MaxLength")];
  return value.length >= Number(shortest ?? 0) && value.length <= Number(longest ?? Number.POSITIVE_INFINITY);
}

/** Every parameter and pseudo parameter that something is made from. */
function namesIn(json: Json, found: Set<string> = new Set()): ReadonlySet<string> {
  if (isList(json)) for (const item of json) namesIn(item, found);
  if (!isObject(json)) return found;
  for (const [key, value] of Object.entries(json)) {
    if (key === "Ref" && typeof value === "string") found.add(value);
    const text = key === "Fn::Sub" ? (isList(value) ? value[0] : value) : undefined;
    if (typeof text === "string")
      for (const [, name] of text.matchAll(/\$\{([^!${}]+)\}/g)) found.add(name ?? "");
    namesIn(value, found);
  }
  return found;
}

/** Rules may forbid values, and what goes together: they are not followed. */
function mentions(rules: Json | undefined, name: string): boolean {
  return rules !== undefined && namesIn(rules).has(name);
}

export function isSecret(parameter: Json | undefined): boolean {
  return [true, "true"].some((value) => value === memberOf(parameter, "NoEcho"));
}

export function isListType(parameter: Json | undefined): boolean {
  const type = memberOf(parameter, "Type");
  return type === "CommaDelimitedList" || (typeof type === "string" && type.startsWith("List<"));
}

function isScalar(json: Json | undefined): json is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof json);
}
