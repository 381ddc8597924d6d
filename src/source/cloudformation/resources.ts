import { Failure } from "../../base/failure.ts";
import type { Path, Ref } from "../../base/place.ts";
import { type Missing, Unknown } from "../../base/value.ts";
import { type Declaration, type Json, standing } from "../declaration.ts";
import { isList, isObject, memberOf } from "../plain.ts";
import { templateAttribute, unknownAttribute } from "./attribute.ts";
import { conditionHolds } from "./intrinsics.ts";
import { isLoop, type OpenLoop } from "./loops.ts";
import type { Template, Unresolved } from "./resolved.ts";
import { unroll } from "./template.ts";

/** A resource of a template that is there, or may be. */
export interface Resource {
  readonly logicalId: string;
  readonly written: Json;
  readonly type: string;
  /** Leads to it from the root of the template. */
  readonly at: Path;
  /** How many there are, where that is not exactly one. */
  readonly count: Unknown | undefined;
  /** Why it is not known what it is: it stands in a loop that cannot be written out. */
  readonly loop?: Unresolved;
}

/**
 * The resources of a template but those whose condition does not hold. `count` is of the template itself, which may
 * be included under a condition.
 */
export function resourcesOf(root: Json, template: Template, count: Unknown | undefined): readonly Resource[] {
  const { entries, open } = unroll(memberOf(root, "Resources"), template);
  const written = entries.flatMap(({ key, value, at }): readonly Resource[] => {
    const resource = {
      logicalId: key,
      written: value,
      type: typeOf(value, key, template),
      at: ["Resources", ...at],
    };
    const missing = doubtOf(value, resource.at, key, template);
    if (missing === "not there") return [];
    return [
      { ...resource, count: missing === undefined ? count : perhaps([missing, ...(count?.missing ?? [])]) },
    ];
  });
  return [...written, ...open.flatMap((loop) => repeated(loop, template, count))];
}

export function declarationOf(resource: Resource, template: Template): Declaration {
  const { logicalId, written, type, at, count, loop } = resource;
  const ref = refOf(logicalId, [...at, "Properties"], template);
  const root =
    loop === undefined
      ? templateAttribute(ref, propertiesOf(written, logicalId, template), template)
      : unknownAttribute(ref, reasonOf(loop), loop.choices);
  return { ...standing(type, template.file, root), ...(count === undefined ? {} : { count }) };
}

/** What stands in the way of saying that a resource is there. */
function doubtOf(
  resource: Json,
  at: Path,
  logicalId: string,
  template: Template,
): Missing | "not there" | undefined {
  const condition = memberOf(resource, "Condition");
  if (typeof condition !== "string") return undefined;
  const decided = conditionHolds(condition, template);
  if (typeof decided === "boolean") return decided ? undefined : "not there";
  return {
    attribute: `${template.prefix}${logicalId}`,
    reason: `decided by condition \`${condition}\``,
    ref: refOf(logicalId, [...at, "Condition"], template),
    ...(decided.choices.length === 0 ? {} : { choices: decided.choices }),
  };
}

/** What a loop makes of something that is not known is named, and nothing more is said about it. */
function repeated(
  { body, at, why }: OpenLoop,
  template: Template,
  count: Unknown | undefined,
): readonly Resource[] {
  if (!isObject(body)) {
    throw new Failure("unreadable", "this template has an `Fn::ForEach` that repeats nothing", {
      at: { file: template.file },
    });
  }
  return Object.entries(body).flatMap(([logicalId, written]): readonly Resource[] => {
    const path = [...at, logicalId];
    if (isLoop(logicalId)) {
      const inner = isList(written) ? (written[2] ?? null) : null;
      return repeated({ body: inner, at: [...path, 2], why }, template, count);
    }
    const type = typeOf(written, logicalId, template);
    const whole: Path = ["Resources", ...path];
    const ref = refOf(logicalId, [...whole, "Properties"], template);
    const missing = { attribute: ref.owner, reason: reasonOf(why), ref, choices: why.choices };
    const any = new Unknown([missing, ...(count?.missing ?? [])], 0, Number.POSITIVE_INFINITY);
    return [{ logicalId, written, type, at: whole, count: any, loop: why }];
  });
}

function reasonOf({ attribute, reason }: Unresolved): string {
  const over = attribute === undefined ? `what is ${reason}` : `\`${attribute}\`, which is ${reason}`;
  return `repeated by \`Fn::ForEach\` over ${over}`;
}

function propertiesOf(resource: Json, logicalId: string, { file }: Template): Json | undefined {
  const properties = memberOf(resource, "Properties");
  const misspelt = Object.keys(isObject(resource) ? resource : {}).find((key) => /^properties$/i.test(key));
  if (!isObject(properties ?? {}) || (properties === undefined && misspelt !== undefined)) {
    const message = `the \`${misspelt}\` of resource \`${logicalId}\` are no map named \`Properties\``;
    throw new Failure("unreadable", message, { at: { file } });
  }
  return properties;
}

/** A type that a tool puts in before deployment (`!Rain::Module`) is called by the function that stands for it. */
function typeOf(resource: Json, logicalId: string, { file }: Template): string {
  const written = memberOf(resource, "Type");
  const type = isObject(written) ? Object.keys(written)[0] : written;
  if (typeof type === "string") return type;
  throw new Failure("unreadable", `resource \`${logicalId}\` has no \`Type\``, { at: { file } });
}

function refOf(logicalId: string, path: Path, { file, prefix }: Template): Ref {
  return { format: "cloudformation", file, owner: `${prefix}${logicalId}`, document: 0, path };
}

function perhaps(missing: readonly Missing[]): Unknown {
  return new Unknown(missing, 0, 1);
}
