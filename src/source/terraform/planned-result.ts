import type { Path } from "../../base/place.ts";
import type { Json } from "../declaration.ts";
import { known, listOf, objectOf, type Result } from "../hcl/result.ts";
import { isList, isObject, memberOf } from "../plain.ts";
import { hasMark, type PlannedResource } from "./resource.ts";

/** An instance of a resource as expressions see it: its attributes as planned, each known or to be known. */
export function plannedResult(resource: PlannedResource): Result {
  return {
    kind: "scope",
    member: (name) =>
      attributeResult(resource, [name], memberOf(resource.after, name), marks(resource, name)),
    links: () => ({
      targets: [{ owner: resource.owner, path: [] }],
      closed: true,
      texts: [],
      secret: hasMark(resource.secret),
    }),
  };
}

interface Marks {
  /** `undefined` where the plan leaves out what is unknown instead of marking it. */
  readonly unknown: Json | undefined;
  readonly isMarked: boolean;
  readonly secret: Json | undefined;
}

function marks({ unknown, secret }: PlannedResource, name: string): Marks {
  return {
    unknown: memberOf(unknown, name),
    isMarked: unknown !== undefined,
    secret: secret === true ? true : memberOf(secret, name),
  };
}

function attributeResult(resource: PlannedResource, path: Path, value: Json | undefined, of: Marks): Result {
  const secret = hasMark(of.secret);
  if (of.unknown === true || (value === undefined && !of.isMarked))
    return { kind: "attribute", link: { owner: resource.owner, path }, secret };
  if (!hasMark(of.unknown)) return known(value ?? null, secret);
  const below = (step: string | number) =>
    attributeResult(resource, [...path, step], memberOf(value, step), {
      unknown: memberOf(of.unknown, step),
      isMarked: of.isMarked,
      secret: of.secret === true ? true : memberOf(of.secret, step),
    });
  if (isList(value)) return listOf(value.map((_, index) => below(index)));
  const names = new Set([...keysOf(value), ...keysOf(of.unknown)]);
  return objectOf(new Map([...names].map((name) => [name, below(name)] as const)));
}

function keysOf(json: Json | undefined): readonly string[] {
  return isObject(json) ? Object.keys(json) : [];
}
