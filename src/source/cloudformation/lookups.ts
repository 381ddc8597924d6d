import type { Json } from "../declaration.ts";
import { isList, isObject, memberOf } from "../plain.ts";
import type { Around } from "./around.ts";
import { jsonWithHoles } from "./json-text.ts";
import { created } from "./reference.ts";
import {
  across,
  among,
  badArgument,
  behind,
  madeFrom,
  plain,
  type Resolved,
  type Template,
  type Unresolved,
  unknown,
} from "./resolved.ts";

export function getAttribute(argument: Json, around: Around): Resolved {
  const { template } = around;
  const [logicalId, ...attribute] =
    typeof argument === "string" ? splitOnce(argument) : isList(argument) ? argument : [];
  const name = attribute.length === 1 ? around.textOf(attribute[0] ?? null) : undefined;
  if (typeof logicalId !== "string" || name === undefined) return badArgument("Fn::GetAtt");
  const owner = `${template.prefix}${logicalId}`;
  if (typeof name !== "string") return { ...name, links: among([{ owner, path: [] }]) };
  const resource = memberOf(template.resources, logicalId);
  if (resource === undefined) return unknown("declared nowhere in the template", `${owner}.${name}`);
  return (
    carriedJson(resource, name, around) ??
    property(resource, name, around) ??
    output(logicalId, resource, name, around) ??
    created(logicalId, name, template)
  );
}

/** CDK writes objects whose keys are computed as JSON text in a resource of its own. */
function carriedJson(resource: Json, attribute: string, around: Around): Resolved | undefined {
  if (attribute !== "Value" || memberOf(resource, "Type") !== "Custom::AWSCDKCfnJson") return undefined;
  const written = memberOf(memberOf(resource, "Properties"), "Value");
  const object = written === undefined ? undefined : jsonWithHoles(written, around.known);
  return object === undefined ? undefined : plain(object);
}

/** What a resource tells is what was written, where it was. */
function property(resource: Json, attribute: string, around: Around): Resolved | undefined {
  const type = memberOf(resource, "Type");
  if (typeof type !== "string" || sameAsProperty[type]?.includes(attribute) !== true) return undefined;
  const written = memberOf(memberOf(resource, "Properties"), attribute);
  const resolved = written === undefined ? undefined : around.resolve(written);
  return resolved?.kind === "plain" ? resolved : undefined;
}

const sameAsProperty: Readonly<Record<string, readonly string[]>> = {
  "AWS::EC2::VPC": ["CidrBlock"],
  "AWS::EC2::Subnet": ["AvailabilityZone", "CidrBlock"],
};

/** What another template tells. */
function output(logicalId: string, resource: Json, attribute: string, around: Around): Resolved | undefined {
  const { template } = around;
  if (!attribute.startsWith("Outputs.")) return undefined;
  const owner = `${template.prefix}${logicalId}`;
  const child = template.stacks.get(logicalId);
  if (child === undefined) {
    const isStack = stackTypes.includes(String(memberOf(resource, "Type")));
    const reason = `told by stack \`${owner}\`, whose template is not in anything that was read`;
    return isStack ? unknown(reason, `${owner}.${attribute}`) : undefined;
  }
  const name = attribute.slice("Outputs.".length);
  const kept = child.told.get(name);
  if (kept !== undefined) return kept;
  child.told.set(name, unknown("defined in terms of itself", `${owner}.${attribute}`));
  const written = memberOf(memberOf(child.outputs, name), "Value");
  const told =
    written === undefined
      ? unknown(`no output of \`${child.file}\``, `${owner}.${attribute}`)
      : across(around.at(child).resolve(written), child);
  child.told.set(name, told);
  return told;
}

/** What includes another template. */
export const stackTypes: readonly string[] = ["AWS::CloudFormation::Stack", "AWS::Serverless::Application"];

export function findInMap(argument: Json, around: Around): Resolved {
  const { mappings } = around.template;
  const keys = isList(argument) ? argument.slice(0, 3).map((key) => around.textOf(key)) : [];
  const [map, first, second] = keys;
  const otherwise = memberOf(memberOf(argument, 3), "DefaultValue");
  if (typeof map === "string" && typeof first === "string" && typeof second === "string") {
    const found = memberOf(memberOf(memberOf(mappings, map), first), second);
    if (found !== undefined) return plain(found);
    return otherwise === undefined
      ? unknown(`not in the mapping \`${map}\``)
      : behind(["Fn::FindInMap", 3, "DefaultValue"], around.resolve(otherwise));
  }
  const unknowns = keys.filter((key) => typeof key === "object");
  if (keys.length < 3 || keys.includes(undefined)) return badArgument("Fn::FindInMap");
  const alike = otherwise === undefined && everyEntryAlike(map, first, second, around.template);
  return alike || madeFrom(unknowns);
}

type Key = string | Unresolved | undefined;

/** Where a mapping says the same under every key that is possible, the key need not be known. */
function everyEntryAlike(map: Key, first: Key, second: Key, { mappings }: Template): Resolved | undefined {
  const table = typeof map === "string" ? memberOf(mappings, map) : undefined;
  const rows =
    typeof first === "string" ? [memberOf(table, first)] : isObject(table) ? Object.values(table) : [];
  const cells = rows.flatMap((row) => {
    if (typeof second === "string") return [memberOf(row, second)];
    return isObject(row) ? Object.values(row) : [];
  });
  const [cell, ...others] = cells;
  const isAlike =
    cell !== undefined && others.every((other) => JSON.stringify(cell) === JSON.stringify(other));
  return isAlike ? plain(cell) : undefined;
}

function splitOnce(text: string): readonly string[] {
  const dot = text.indexOf(".");
  return dot === -1 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}
