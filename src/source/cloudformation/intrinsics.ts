import type { Json, Links } from "../declaration.ts";
import { isList, isObject } from "../plain.ts";
import type { Around, Evaluate } from "./around.ts";
import { holds } from "./conditions.ts";
import { cidr, length, select, zonesOf } from "./lists.ts";
import { findInMap, getAttribute } from "./lookups.ts";
import { anAllowance, expandLoops, isLoop } from "./loops.ts";
import { reference } from "./reference.ts";
import {
  among,
  badArgument,
  behind,
  type Decision,
  dynamicReference,
  plain,
  type Resolved,
  type Template,
  type Unresolved,
  unknown,
} from "./resolved.ts";
import { base64, join, split, substitute, toJsonString } from "./texts.ts";

const deepest = 60;

/** Evaluates a value as far as its template alone allows. Only the outermost functions: members are left as written. */
export function resolve(json: Json, template: Template, depth = 0): Resolved {
  if (typeof json === "string") return json.includes("{{resolve:") ? dynamicReference(json) : plain(json);
  if (!isObject(json)) return plain(json);
  const keys = Object.keys(json);
  if (keys.some(isLoop)) return repeated(json, around(template, depth));
  const name = keys.find((key) => key === "Ref" || key.startsWith("Fn::"));
  if (name === undefined || (name === "Ref" && keys.length > 1)) return plain(json);
  if (keys.length > 1) return unknown(`made by \`${name}\`, which the gate does not evaluate`);
  if (depth > deepest) return unknown("made of functions that are nested too deeply");
  const evaluate = functions[name];
  if (evaluate === undefined) return unknown(`made by \`${name}\`, which the gate does not evaluate`);
  return evaluate(json[name] ?? null, around(template, depth + 1));
}

/** A value without functions in it, or `undefined` where some of it is not known. Absent members are left out. */
export function wholeOf(json: Json, template: Template): Json | undefined {
  const resolved = resolve(json, template);
  if (resolved.kind !== "plain") return undefined;
  const within = resolved.within ?? template;
  if (isList(resolved.json)) {
    const items = resolved.json.filter((item) => resolve(item, within).kind !== "absent");
    const wholes = items.map((item) => wholeOf(item, within));
    return wholes.every((whole) => whole !== undefined) ? wholes : undefined;
  }
  if (!isObject(resolved.json)) return resolved.json;
  const entries: [string, Json][] = [];
  for (const [key, value] of Object.entries(resolved.json)) {
    if (value === null || resolve(value, within).kind === "absent") continue;
    const whole = wholeOf(value, within);
    if (whole === undefined) return undefined;
    entries.push([key, whole]);
  }
  return Object.fromEntries(entries);
}

/** What a resolved value refers to: its own reference, or those of a list's members. */
export function linksOf(resolved: Resolved, template: Template): Links {
  if (resolved.kind === "unknown") return resolved.links;
  if (resolved.kind !== "plain" || !isList(resolved.json)) return { targets: [], exact: true, closed: true };
  const within = resolved.within ?? template;
  const members = resolved.json
    .map((item) => resolve(item, within))
    .filter((item) => item.kind !== "absent")
    .map((item) => (item.kind === "unknown" ? item : undefined));
  const certain = members.filter((item) => item !== undefined && !item.optional && item.links.exact);
  const optional = members.some((item) => item?.optional === true || item?.links.exact === false);
  const targets = (optional ? certain : members).flatMap((item) => item?.links.targets ?? []);
  return {
    targets:
      within === template ? targets : targets.map((link) => ({ ...link, file: link.file ?? within.file })),
    exact: true,
    closed: members.every(
      (item) => item !== undefined && !item.optional && item.links.exact && item.links.closed,
    ),
  };
}

/** Whether a condition of a template holds, or what that depends on. */
export function conditionHolds(condition: string, template: Template): Decision {
  return holds(condition, template, (json) => textOf(json, template, 0));
}

/** What a template's functions are evaluated in. */
export function around(template: Template, depth = 0): Around {
  return {
    template,
    resolve: (json) => resolve(json, template, depth),
    textOf: (json) => textOf(json, template, depth),
    wholeOf: (json) => wholeOf(json, template),
    known: (json) => {
      const resolved = resolve(json, template);
      return resolved.kind === "plain" ? resolved.json : undefined;
    },
    at: (other) => around(other, depth),
    behind: ({ within }) => around(within ?? template, depth),
  };
}

const functions: Readonly<Record<string, Evaluate | undefined>> = {
  Ref: (name, { template }) => (typeof name === "string" ? reference(name, template) : badArgument("Ref")),
  "Fn::GetAtt": getAttribute,
  "Fn::Sub": substitute,
  "Fn::Join": join,
  "Fn::Select": select,
  "Fn::Split": split,
  "Fn::FindInMap": findInMap,
  "Fn::GetAZs": zonesOf,
  "Fn::If": choose,
  "Fn::Base64": base64,
  "Fn::ImportValue": () => unknown("imported from another stack"),
  "Fn::Cidr": cidr,
  "Fn::Length": length,
  "Fn::ToJsonString": toJsonString,
};

function choose(argument: Json, { template, resolve: each }: Around): Resolved {
  const [condition, yes, no] = isList(argument) ? argument : [];
  if (typeof condition !== "string" || yes === undefined || no === undefined) return badArgument("Fn::If");
  const decided = conditionHolds(condition, template);
  if (decided === true) return behind(["Fn::If", 1], each(yes));
  if (decided === false) return behind(["Fn::If", 2], each(no));
  const branches = [yes, no].map((branch, index) => behind(["Fn::If", index + 1], each(branch)));
  const [first] = branches;
  if (first !== undefined && JSON.stringify(yes) === JSON.stringify(no)) return first;
  return {
    ...unknown(`decided by condition \`${condition}\``),
    links: either(branches, template),
    secret: branches.some((branch) => "secret" in branch && branch.secret),
    optional: branches.some(
      (branch) => branch.kind === "absent" || (branch.kind === "unknown" && branch.optional),
    ),
    choices: decided.choices,
  };
}

/** What the one or the other refers to. */
function either(branches: readonly Resolved[], template: Template): Links {
  const links = branches
    .filter((branch) => branch.kind !== "absent")
    .map((branch) => linksOf(branch, template));
  const closed = links.every((branch) => branch.closed && branch.targets.length > 0);
  return { ...among(links.flatMap((branch) => branch.targets)), closed };
}

/** A map of which loops make some entries. */
function repeated(map: { readonly [key: string]: Json }, { resolve: each }: Around): Resolved {
  const expanded = expandLoops(map, each, anAllowance());
  if (expanded === "too many") return unknown("made by `Fn::ForEach`, which repeats too much");
  const [open] = expanded.open;
  if (open === undefined)
    return plain(Object.fromEntries(expanded.entries.map(({ key, value }) => [key, value])));
  return {
    ...open.why,
    attribute: undefined,
    reason: `repeated by \`Fn::ForEach\` over what is ${open.why.reason}`,
  };
}

function textOf(json: Json, template: Template, depth: number): string | Unresolved | undefined {
  const resolved = resolve(json, template, depth);
  if (resolved.kind === "unknown") return resolved;
  if (resolved.kind !== "plain") return undefined;
  const value = resolved.json;
  if (resolved.secret) return { ...unknown("a secret"), secret: true };
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
}
