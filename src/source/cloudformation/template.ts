import { Failure } from "../../base/failure.ts";
import type { Unknown } from "../../base/value.ts";
import type { Json } from "../declaration.ts";
import { isList, isObject, memberOf } from "../plain.ts";
import { resolve } from "./intrinsics.ts";
import { anAllowance, type Expanded, expandLoops, isLoop } from "./loops.ts";
import type { Template } from "./resolved.ts";

/** What a template is read with: by whoever includes it, or runs the gate, and what is assumed. */
export interface Given extends Pick<Template, "file" | "prefix" | "top" | "given" | "settled"> {
  /** How often it is there, where that is not exactly once. */
  readonly count: Unknown | undefined;
}

/** Throws `Failure("unreadable")` where there are no resources to read. */
export function templateOf(root: Json, { count: _, ...given }: Given): Template {
  const { file } = given;
  const resources = memberOf(root, "Resources");
  if (!isObject(resources)) {
    throw new Failure("unreadable", "this template has no `Resources`", {
      at: { file },
      hint: "a template declares its resources in a map named `Resources`",
    });
  }
  for (const section of [root, resources]) {
    if (memberOf(section, "Fn::Transform") !== undefined) throw includes(file);
  }
  const written: Template = {
    ...given,
    parameters: memberOf(root, "Parameters"),
    mappings: memberOf(root, "Mappings"),
    rules: memberOf(root, "Rules"),
    conditions: memberOf(root, "Conditions"),
    outputs: memberOf(root, "Outputs"),
    resources,
    stacks: new Map(),
    decided: new Map(),
    told: new Map(),
  };
  const { conditions, outputs } = written;
  return {
    ...written,
    conditions: writtenOut(conditions, written),
    outputs: writtenOut(outputs, written),
    resources: writtenOut(resources, written),
  };
}

/** A section of a template with its loops written out. Throws where they make too much. */
export function unroll(section: Json | undefined, template: Template): Expanded {
  if (!isObject(section)) return { entries: [], open: [] };
  const expanded = expandLoops(section, (json) => resolve(json, template), anAllowance());
  if (expanded !== "too many") return expanded;
  throw new Failure("unreadable", "the `Fn::ForEach` of this template repeat too much", {
    at: { file: template.file },
    hint: "CloudFormation takes 500 resources a template; repeat for fewer, or split the template",
  });
}

/** Whether a document is a template: it says so, or has resources of CloudFormation's types. */
export function isTemplate(root: Json | undefined): boolean {
  if (!isObject(root)) return false;
  if (Object.hasOwn(root, "AWSTemplateFormatVersion")) return true;
  const resources = memberOf(root, "Resources");
  return (
    isObject(resources) &&
    Object.entries(resources).some(([key, value]) => isLoop(key) || isResourceType(memberOf(value, "Type")))
  );
}

function isResourceType(type: Json | undefined): type is string {
  return typeof type === "string" && /^(AWS|Alexa|Custom|\w+::\w+)::/.test(type);
}

/** What processes a template before it is deployed, and may change anything in it; AWS's own add nothing for EKS. */
export function macrosOf(root: Json): readonly string[] {
  const written = memberOf(root, "Transform") ?? [];
  return (isList(written) ? written : [written])
    .map((transform) => (typeof transform === "string" ? transform : memberOf(transform, "Name")))
    .filter((name) => typeof name === "string")
    .filter((name) => !name.startsWith("AWS::") || name === "AWS::Include");
}

function writtenOut(section: Json | undefined, template: Template): Json | undefined {
  if (!isObject(section) || !Object.keys(section).some(isLoop)) return section;
  return Object.fromEntries(unroll(section, template).entries.map(({ key, value }) => [key, value]));
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
