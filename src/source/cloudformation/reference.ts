import type { Json, Links } from "../declaration.ts";
import { memberOf } from "../plain.ts";
import { assumedOf, choiceOf, isListType, isSecret } from "./choices.ts";
import { type Plain, plain, type Resolved, type Template, type Unresolved, unknown } from "./resolved.ts";

/** What `Ref` of a name comes to. */
export function reference(name: string, template: Template): Resolved {
  if (name === "AWS::NoValue") return { kind: "absent" };
  if (name.startsWith("AWS::")) return settled(name, template) ?? ofDeployment(name, template);
  const parameter = memberOf(template.parameters, name);
  if (parameter !== undefined) return parameterValue(name, parameter, template);
  if (memberOf(template.resources, name) === undefined)
    return unknown("declared nowhere in the template", `${template.prefix}${name}`);
  return created(name, "Ref", template);
}

/** What the place that a stack is deployed to decides. */
function ofDeployment(name: string, template: Template): Unresolved {
  const value = open(name, "known when the stack is deployed", template);
  return isText(name) ? { ...value, spelled: `\${${name}}` } : value;
}

function isText(name: string): boolean {
  return ["AWS::AccountId", "AWS::Partition", "AWS::Region", "AWS::URLSuffix"].includes(name);
}

/** What AWS makes up when it creates a resource. */
export function created(logicalId: string, attribute: string, { prefix }: Template): Unresolved {
  const owner = `${prefix}${logicalId}`;
  const name = attribute === "Ref" ? owner : `${owner}.${attribute}`;
  const links: Links = { targets: [{ owner, path: [attribute] }], exact: true, closed: true };
  return { ...unknown("known after the stack is created", name), links };
}

/** A value as a parameter's type makes of it: a list of what stands between commas, a number. */
export function typed(parameter: Json | undefined, written: Json): Plain {
  if (isListType(parameter) && typeof written === "string") {
    return plain(written === "" ? [] : written.split(",").map((item) => item.trim()));
  }
  const isNumber = memberOf(parameter, "Type") === "Number";
  const number =
    isNumber && typeof written === "string" && written.trim() !== "" ? Number(written) : Number.NaN;
  return plain(Number.isNaN(number) ? written : number);
}

/** A default counts as the value: it is what the stack gets unless someone says otherwise. */
function parameterValue(name: string, parameter: Json, template: Template): Resolved {
  const secret = isSecret(parameter);
  const type = memberOf(parameter, "Type");
  if (typeof type === "string" && type.startsWith("AWS::SSM::")) {
    const shown = `${template.prefix}${name}`;
    return { ...unknown("read from Parameter Store when the stack is deployed", shown), secret };
  }
  const given = template.given(name);
  if (given !== undefined) return secret && "secret" in given ? { ...given, secret } : given;
  const written = memberOf(parameter, "Default");
  if (written !== undefined && written !== null) return { ...typed(parameter, written), secret };
  return settled(name, template) ?? { ...open(name, "a parameter without a default", template), secret };
}

function settled(name: string, template: Template): Resolved | undefined {
  const value = assumedOf(name, template);
  if (value === undefined || value === null) return undefined;
  return typed(memberOf(template.parameters, name), value);
}

function open(name: string, reason: string, template: Template): Unresolved {
  const choice = choiceOf(name, template);
  const shown = name.startsWith("AWS::") ? name : `${template.prefix}${name}`;
  return { ...unknown(reason, shown), choices: choice === undefined ? [] : [choice] };
}
