import type { Json, Links } from "../declaration.ts";
import { isList, isObject, memberOf } from "../plain.ts";
import { holds } from "./conditions.ts";
import { jsonWithHoles, type Known, patternOf } from "./json-text.ts";
import { created, reference } from "./reference.ts";
import {
  among,
  badArgument,
  behind,
  dynamicReference,
  madeFrom,
  plain,
  type Resolved,
  type Template,
  together,
  type Unresolved,
  unknown,
} from "./resolved.ts";

const deepest = 60;

const ownRegion = "${AWS::Region}";

/** Evaluates a value as far as its template alone allows. Only the outermost functions: members are left as written. */
export function resolve(json: Json, template: Template, depth = 0): Resolved {
  if (typeof json === "string") return json.includes("{{resolve:") ? dynamicReference(json) : plain(json);
  if (!isObject(json)) return plain(json);
  const keys = Object.keys(json);
  const name = keys.find((key) => key === "Ref" || key.startsWith("Fn::"));
  if (name === undefined || (name === "Ref" && keys.length > 1)) return plain(json);
  if (keys.length > 1) return unknown(`made by \`${name}\`, which the gate does not evaluate`);
  if (depth > deepest) return unknown("made of functions that are nested too deeply");
  const evaluate = functions[name];
  const argument = json[name] ?? null;
  if (evaluate === undefined) return unknown(`made by \`${name}\`, which the gate does not evaluate`);
  return evaluate(argument, { template, depth: depth + 1 });
}

/** A value without functions in it, or `undefined` where some of it is not known. Absent members are left out. */
export function wholeOf(json: Json, template: Template): Json | undefined {
  const resolved = resolve(json, template);
  if (resolved.kind !== "plain") return undefined;
  if (isList(resolved.json)) {
    const items = resolved.json.filter((item) => resolve(item, template).kind !== "absent");
    const wholes = items.map((item) => wholeOf(item, template));
    return wholes.every((whole) => whole !== undefined) ? wholes : undefined;
  }
  if (!isObject(resolved.json)) return resolved.json;
  const entries: [string, Json][] = [];
  for (const [key, value] of Object.entries(resolved.json)) {
    if (value === null || resolve(value, template).kind === "absent") continue;
    const whole = wholeOf(value, template);
    if (whole === undefined) return undefined;
    entries.push([key, whole]);
  }
  return Object.fromEntries(entries);
}

interface Around {
  readonly template: Template;
  readonly depth: number;
}

type Evaluate = (argument: Json, around: Around) => Resolved;

const functions: Readonly<Record<string, Evaluate | undefined>> = {
  Ref: (name, around) => (typeof name === "string" ? reference(name, around.template) : badArgument("Ref")),
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
  "Fn::Cidr": () => unknown("computed by `Fn::Cidr`"),
  "Fn::Length": length,
  "Fn::ToJsonString": toJsonString,
};

function getAttribute(argument: Json, around: Around): Resolved {
  const [owner, ...attribute] =
    typeof argument === "string" ? splitOnce(argument) : isList(argument) ? argument : [];
  const name = attribute.length === 1 ? textOf(attribute[0] ?? null, around) : undefined;
  if (typeof owner !== "string" || name === undefined) return badArgument("Fn::GetAtt");
  if (typeof name !== "string") return { ...name, links: among([{ owner, path: [] }]) };
  const resource = memberOf(around.template.resources, owner);
  if (resource === undefined) return unknown("declared nowhere in the template", `${owner}.${name}`);
  return carriedJson(resource, name, around) ?? created(owner, name);
}

/** CDK writes objects whose keys are computed as JSON text in a resource of its own. */
function carriedJson(resource: Json, attribute: string, around: Around): Resolved | undefined {
  if (attribute !== "Value" || memberOf(resource, "Type") !== "Custom::AWSCDKCfnJson") return undefined;
  const written = memberOf(memberOf(resource, "Properties"), "Value");
  const object = written === undefined ? undefined : jsonWithHoles(written, knownIn(around.template));
  return object === undefined ? undefined : plain(object);
}

function substitute(argument: Json, around: Around): Resolved {
  const pattern = patternOf({ "Fn::Sub": argument });
  if (pattern === undefined) return badArgument("Fn::Sub");
  const parts: (string | Unresolved)[] = [];
  let end = 0;
  for (let start = 0; ; ) {
    start = pattern.text.indexOf("${", end);
    const close = start === -1 ? -1 : pattern.text.indexOf("}", start);
    if (close === -1) break;
    const name = pattern.text.slice(start + 2, close).trim();
    parts.push(pattern.text.slice(end, start));
    if (name.startsWith("!")) parts.push(`\${${name.slice(1)}}`);
    else
      parts.push(textOf(memberOf(pattern.variables, name) ?? named(name), around) ?? badArgument("Fn::Sub"));
    end = close + 1;
  }
  parts.push(pattern.text.slice(end));
  return together(parts, "");
}

function named(name: string): Json {
  return name.includes(".") ? { "Fn::GetAtt": name } : { Ref: name };
}

function join(argument: Json, around: Around): Resolved {
  const [delimiter, list] = isList(argument) ? argument : [];
  if (typeof delimiter !== "string" || list === undefined) return badArgument("Fn::Join");
  const resolved = resolve(list, around.template, around.depth);
  if (resolved.kind === "unknown") return madeFrom([resolved]);
  if (resolved.kind !== "plain" || !isList(resolved.json)) return badArgument("Fn::Join");
  const items = resolved.json.filter(
    (item) => resolve(item, around.template, around.depth).kind !== "absent",
  );
  return together(
    items.map((item) => textOf(item, around) ?? badArgument("Fn::Join")),
    delimiter,
  );
}

function select(argument: Json, around: Around): Resolved {
  const [wanted, list] = isList(argument) ? argument : [];
  if (wanted === undefined || list === undefined) return badArgument("Fn::Select");
  const index = textOf(wanted, around);
  if (index === undefined) return badArgument("Fn::Select");
  if (typeof index !== "string") return madeFrom([index]);
  const resolved = resolve(list, around.template, around.depth);
  switch (resolved.kind) {
    case "unknown":
      return { ...madeFrom([resolved]), links: { ...resolved.links, exact: false } };
    case "zones":
      return plain(`${resolved.region}[${Number(index)}]`);
    case "absent":
      return badArgument("Fn::Select");
    case "plain":
      return memberAt(resolved, Number(index), around);
  }
}

function memberAt(list: Resolved & { readonly kind: "plain" }, index: number, around: Around): Resolved {
  const item = memberOf(list.json, index);
  if (item === undefined) return badArgument("Fn::Select");
  return behind(["Fn::Select", 1, ...list.at, index], resolve(item, around.template, around.depth));
}

function split(argument: Json, around: Around): Resolved {
  const [delimiter, source] = isList(argument) ? argument : [];
  if (typeof delimiter !== "string" || source === undefined) return badArgument("Fn::Split");
  const joined = isObject(source) ? source["Fn::Join"] : undefined;
  if (isList(joined) && joined[0] === delimiter && joined[1] !== undefined) {
    return behind(["Fn::Split", 1, "Fn::Join", 1], resolve(joined[1], around.template, around.depth));
  }
  const text = textOf(source, around);
  if (text === undefined) return badArgument("Fn::Split");
  return typeof text === "string" ? plain(text.split(delimiter)) : madeFrom([text]);
}

function findInMap(argument: Json, around: Around): Resolved {
  const [map, first, second] = isList(argument) ? argument.slice(0, 3).map((key) => textOf(key, around)) : [];
  const missing = [map, first, second].filter((key) => typeof key !== "string");
  if (typeof map === "string" && typeof first === "string" && typeof second === "string") {
    const found = memberOf(memberOf(memberOf(around.template.mappings, map), first), second);
    if (found !== undefined) return plain(found);
    const otherwise = memberOf(memberOf(argument, 3), "DefaultValue");
    return otherwise === undefined
      ? unknown(`not in the mapping \`${map}\``)
      : behind(["Fn::FindInMap", 3, "DefaultValue"], resolve(otherwise, around.template, around.depth));
  }
  const unknowns = missing.filter((key) => key !== undefined);
  if (unknowns.length < missing.length) return badArgument("Fn::FindInMap");
  const alike = memberOf(argument, 3) === undefined && everyEntryAlike(map, first, second, around.template);
  return alike || madeFrom(unknowns);
}

type Key = string | Unresolved | undefined;

/** Where a mapping says the same under every key that is possible, the key need not be known. */
function everyEntryAlike(map: Key, first: Key, second: Key, template: Template): Resolved | undefined {
  const table = typeof map === "string" ? memberOf(template.mappings, map) : undefined;
  const rows =
    typeof first === "string" ? [memberOf(table, first)] : isObject(table) ? Object.values(table) : [];
  const cells = rows.flatMap((row) => {
    if (typeof second === "string") return [memberOf(row, second)];
    return isObject(row) ? Object.values(row) : [];
  });
  const [cell, ...others] = cells;
  return cell !== undefined && others.every((other) => sameJson(cell, other)) ? plain(cell) : undefined;
}

function zonesOf(argument: Json, around: Around): Resolved {
  if (argument === "" || argument === null || memberOf(argument, "Ref") === "AWS::Region") {
    return { kind: "zones", region: ownRegion };
  }
  const region = textOf(argument, around);
  if (region === undefined) return badArgument("Fn::GetAZs");
  return typeof region === "string"
    ? { kind: "zones", region: region === "" ? ownRegion : region }
    : madeFrom([region]);
}

function choose(argument: Json, around: Around): Resolved {
  const [condition, yes, no] = isList(argument) ? argument : [];
  if (typeof condition !== "string" || yes === undefined || no === undefined) return badArgument("Fn::If");
  const decided = holds(condition, around.template, (side) => {
    const text = textOf(side, around);
    return typeof text === "string" ? text : undefined;
  });
  const branches = [yes, no].map((branch, index) =>
    behind(["Fn::If", index + 1], resolve(branch, around.template, around.depth)),
  );
  const [taken, left] = decided === false ? [branches[1], branches[0]] : branches;
  if (taken === undefined || left === undefined) return badArgument("Fn::If");
  if (decided !== undefined || sameJson(yes, no)) return taken;
  return {
    ...unknown(`decided by condition \`${condition}\``),
    links: either(taken, left, around.template),
    secret: [taken, left].some((branch) => "secret" in branch && branch.secret),
    optional: [taken, left].some(
      (branch) => branch.kind === "absent" || (branch.kind === "unknown" && branch.optional),
    ),
  };
}

/** What the one or the other refers to. */
function either(one: Resolved, other: Resolved, template: Template): Links {
  const links = [one, other]
    .filter((branch) => branch.kind !== "absent")
    .map((branch) => linksOf(branch, template));
  const closed = links.every((branch) => branch.closed && branch.targets.length > 0);
  return { ...among(links.flatMap((branch) => branch.targets)), closed };
}

/** The outermost value of a function where it is known. */
export function knownIn(template: Template): Known {
  return (json) => {
    const resolved = resolve(json, template);
    return resolved.kind === "plain" ? resolved.json : undefined;
  };
}

/** What a resolved value refers to: its own reference, or those of a list's members. */
export function linksOf(resolved: Resolved, template: Template): Links {
  if (resolved.kind === "unknown") return resolved.links;
  if (resolved.kind !== "plain" || !isList(resolved.json)) return { targets: [], exact: true, closed: true };
  const members = resolved.json
    .map((item) => resolve(item, template))
    .filter((item) => item.kind !== "absent")
    .map((item) => (item.kind === "unknown" ? item : undefined));
  const certain = members.filter((item) => item !== undefined && !item.optional && item.links.exact);
  const optional = members.some((item) => item?.optional === true || item?.links.exact === false);
  return {
    targets: (optional ? certain : members).flatMap((item) => item?.links.targets ?? []),
    exact: true,
    closed: members.every(
      (item) => item !== undefined && !item.optional && item.links.exact && item.links.closed,
    ),
  };
}

function base64(argument: Json, around: Around): Resolved {
  const text = textOf(argument, around);
  if (text === undefined) return badArgument("Fn::Base64");
  return typeof text === "string" ? plain(Buffer.from(text, "utf8").toString("base64")) : madeFrom([text]);
}

function length(argument: Json, around: Around): Resolved {
  const list = wholeOf(argument, around.template);
  return isList(list) ? plain(list.length) : unknown("the length of a list that is not known");
}

function toJsonString(argument: Json, around: Around): Resolved {
  const whole = wholeOf(argument, around.template);
  return whole === undefined ? unknown("made from values that are not known") : plain(JSON.stringify(whole));
}

/** The text of a scalar, what stands in its way, or `undefined` where it is no scalar. */
function textOf(json: Json, around: Around): string | Unresolved | undefined {
  const resolved = resolve(json, around.template, around.depth);
  if (resolved.kind === "unknown") return resolved;
  if (resolved.kind !== "plain") return undefined;
  const value = resolved.json;
  if (resolved.secret) return { ...unknown("a secret"), secret: true };
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : undefined;
}

function splitOnce(text: string): readonly string[] {
  const dot = text.indexOf(".");
  return dot === -1 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}

function sameJson(one: Json, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
