import { Failure } from "../../base/failure.ts";
import type { Path, Ref } from "../../base/place.ts";
import { type Declaration, type Json, standing } from "../declaration.ts";
import { isList, isObject, memberOf } from "../plain.ts";
import { templateAttribute, unknownAttribute } from "./attribute.ts";
import type { Template } from "./resolved.ts";

/**
 * One declaration per resource of a template, whatever its `Condition`: a condition decides whether it is created,
 * and it must be right when it is. Throws `Failure("unreadable")` where there are no resources to read.
 */
export function readTemplate(root: Json, file: string): readonly Declaration[] {
  const resources = memberOf(root, "Resources");
  if (!isObject(resources)) {
    throw new Failure("unreadable", "this template has no `Resources`", {
      at: { file },
      hint: "a template declares its resources in a map named `Resources`",
    });
  }
  const template: Template = {
    parameters: memberOf(root, "Parameters"),
    mappings: memberOf(root, "Mappings"),
    conditions: memberOf(root, "Conditions"),
    resources,
    decided: new Map(),
  };
  for (const section of [root, resources]) {
    if (memberOf(section, "Fn::Transform") !== undefined) throw includes(file);
  }
  return Object.entries(resources).flatMap(([owner, resource]) =>
    owner.startsWith("Fn::ForEach::")
      ? repeatedResources(resource, ["Resources", owner], file)
      : declared(owner, resource, template, file),
  );
}

/** Whether a document is a template: it says so, or has resources of CloudFormation's types. */
export function isTemplate(root: Json | undefined): boolean {
  if (!isObject(root)) return false;
  if (Object.hasOwn(root, "AWSTemplateFormatVersion")) return true;
  const resources = memberOf(root, "Resources");
  return (
    isObject(resources) &&
    Object.values(resources).some((resource) => isResourceType(memberOf(resource, "Type")))
  );
}

function isResourceType(type: Json | undefined): type is string {
  return typeof type === "string" && /^(AWS|Alexa|Custom|\w+::\w+)::/.test(type);
}

function declared(owner: string, resource: Json, template: Template, file: string): readonly Declaration[] {
  const type = typeOf(resource);
  if (type === undefined) {
    throw new Failure("unreadable", `resource \`${owner}\` has no \`Type\``, { at: { file } });
  }
  const properties = memberOf(resource, "Properties");
  const misspelt = Object.keys(isObject(resource) ? resource : {}).find((key) => /^properties$/i.test(key));
  if (!isObject(properties ?? {}) || (properties === undefined && misspelt !== undefined)) {
    const message = `the \`${misspelt}\` of resource \`${owner}\` are no map named \`Properties\``;
    throw new Failure("unreadable", message, { at: { file } });
  }
  const ref: Ref = {
    format: "cloudformation",
    file,
    owner,
    document: 0,
    path: ["Resources", owner, "Properties"],
  };
  const root = templateAttribute(ref, memberOf(resource, "Properties"), template);
  return [standing(type, file, root)];
}

/** A type that a tool puts in before deployment (`!Rain::Module`) is called by the function that stands for it. */
function typeOf(resource: Json): string | undefined {
  const type = memberOf(resource, "Type");
  return isObject(type) ? Object.keys(type)[0] : typeof type === "string" ? type : undefined;
}

/** Resources that come from elsewhere would be passed over. */
function includes(file: string): Failure {
  return new Failure(
    "unreadable",
    "this template includes resources with `Fn::Transform`, which are not in it",
    {
      at: { file },
      hint: "let the gate read the processed template: `aws cloudformation get-template --template-stage Processed`",
    },
  );
}

/** What `Fn::ForEach` makes is named, and nothing more is said about it. */
function repeatedResources(loop: Json, path: Path, file: string): readonly Declaration[] {
  const body = isList(loop) ? loop[2] : undefined;
  if (!isObject(body)) {
    throw new Failure("unreadable", "this template has an `Fn::ForEach` that repeats nothing", {
      at: { file },
    });
  }
  return Object.entries(body).flatMap(([owner, resource]) => {
    if (owner.startsWith("Fn::ForEach::")) return repeatedResources(resource, [...path, 2, owner], file);
    const type = typeOf(resource);
    if (type === undefined) {
      throw new Failure("unreadable", `resource \`${owner}\` has no \`Type\``, { at: { file } });
    }
    const at: Path = [...path, 2, owner, "Properties"];
    const root = unknownAttribute(
      { format: "cloudformation", file, owner, document: 0, path: at },
      "repeated by `Fn::ForEach`, which the gate does not expand",
    );
    return [standing(type, file, root)];
  });
}
