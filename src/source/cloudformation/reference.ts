import type { Json, Links } from "../declaration.ts";
import { memberOf } from "../plain.ts";
import { plain, type Resolved, type Template, type Unresolved, unknown } from "./resolved.ts";

/** What `Ref` of a name comes to. */
export function reference(name: string, template: Template): Resolved {
  if (name === "AWS::NoValue") return { kind: "absent" };
  if (name.startsWith("AWS::")) return unknown("known when the stack is deployed", name);
  const parameter = memberOf(template.parameters, name);
  if (parameter !== undefined) return parameterValue(name, parameter);
  if (memberOf(template.resources, name) === undefined)
    return unknown("declared nowhere in the template", name);
  return created(name, "Ref");
}

/** A default counts as the value: it is what the stack gets unless someone says otherwise. */
function parameterValue(name: string, parameter: Json): Resolved {
  const secret = [true, "true"].some((value) => value === memberOf(parameter, "NoEcho"));
  const type = memberOf(parameter, "Type");
  const written = memberOf(parameter, "Default");
  if (typeof type === "string" && type.startsWith("AWS::SSM::")) {
    return { ...unknown("read from Parameter Store when the stack is deployed", name), secret };
  }
  if (written === undefined || written === null) {
    return { ...unknown("a parameter without a default", name), secret };
  }
  const isListType = type === "CommaDelimitedList" || (typeof type === "string" && type.startsWith("List<"));
  if (isListType && typeof written === "string") {
    return { ...plain(written === "" ? [] : written.split(",").map((item) => item.trim())), secret };
  }
  const number =
    type === "Number" && typeof written === "string" && written.trim() !== "" ? Number(written) : Number.NaN;
  return { ...plain(Number.isNaN(number) ? written : number), secret };
}

/** What AWS makes up when it creates a resource. */
export function created(owner: string, attribute: string): Unresolved {
  const name = attribute === "Ref" ? owner : `${owner}.${attribute}`;
  const links: Links = { targets: [{ owner, path: [attribute] }], exact: true, closed: true };
  return { ...unknown("known after the stack is created", name), links };
}
