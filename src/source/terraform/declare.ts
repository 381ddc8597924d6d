import { Failure } from "../../base/failure.ts";
import type { Change, Declaration, Json } from "../declaration.ts";
import { isList, isObject } from "../plain.ts";
import { type Background, plannedAttribute } from "./attribute.ts";
import type { JsonObject } from "./document.ts";
import { planAgain } from "./read-document.ts";
import { type PlannedResource, placeOf } from "./resource.ts";

/** Makes a declaration of an entry of a plan, if it is one, and notes among `planned` what there will be. */
export type Declare = (
  file: string,
  entry: JsonObject,
  background: Background,
  planned: PlannedResource[],
) => Declaration | undefined;

/** An entry of `resource_changes`. What a deposed object leaves behind is no part of what will be. */
export const changed: Declare = (file, entry, background, planned) => {
  if (typeof entry.deposed === "string") return undefined;
  const change = isObject(entry.change) ? entry.change : {};
  const kind = changeOf(change);
  const gone = kind === "delete";
  const resource = resourceOf(file, entry, {
    after: gone ? undefined : change.after,
    unknown: gone ? {} : change.after_unknown,
    secret: change.after_sensitive,
  });
  if (!gone) planned.push(resource);
  const { before } = change;
  const was = { ...resource, after: before, unknown: {}, secret: change.before_sensitive };
  return declarationOf(resource, kind, background, isObject(before) ? was : undefined);
};

/** A resource of `planned_values`, in plans that have no changes: what is unknown is left out there. */
export const listed: Declare = (file, entry, background, planned) => {
  const resource = valued(file, entry, undefined);
  planned.push(resource);
  return declarationOf(resource, "declared", background, undefined);
};

/** A data source that was read while planning: all of it is known. */
export const read: Declare = (file, entry, background, planned) => {
  const resource = valued(file, entry, {});
  planned.push(resource);
  return declarationOf(resource, "none", background, undefined);
};

function valued(file: string, entry: JsonObject, unknown: Json | undefined): PlannedResource {
  return resourceOf(file, entry, { after: entry.values, unknown, secret: entry.sensitive_values });
}

function declarationOf(
  resource: PlannedResource,
  change: Change,
  background: Background,
  was: PlannedResource | undefined,
): Declaration {
  const { file, owner, type, mode } = resource;
  const root = plannedAttribute(resource, background);
  const before = was && plannedAttribute(was, past);
  return {
    format: "terraform",
    type,
    owner,
    file,
    mode,
    change,
    root,
    before,
    get provider() {
      return background.provider(resource);
    },
  };
}

/** What was is written nowhere any more. */
const past: Background = {
  recover: () => undefined,
  isNobodys: () => false,
  provider: () => undefined,
  written: () => ({ constant_value: null }),
  follow: () => ({ targets: [], closed: true, settled: true, plain: false, texts: [] }),
};

function resourceOf(
  file: string,
  entry: JsonObject,
  state: {
    readonly after: Json | undefined;
    readonly unknown: Json | undefined;
    readonly secret: Json | undefined;
  },
): PlannedResource {
  const owner = ownerOf(file, entry);
  const mode = entry.mode === "data" ? "data" : "managed";
  const type = typeof entry.type === "string" ? entry.type : "";
  return { file, owner, type, mode, ...state, ...placeOf(entry, owner) };
}

export function ownerOf(file: string, entry: JsonObject): string {
  if (typeof entry.address === "string" && typeof entry.type === "string") return entry.address;
  throw new Failure("unreadable", "a resource of this plan has no `address` or no `type`", {
    at: { file },
    hint: planAgain,
  });
}

function changeOf(change: JsonObject): Change {
  const actions = new Set(isList(change.actions) ? change.actions : []);
  const ends = actions.has("delete") || actions.has("forget");
  if (actions.has("create")) return ends ? "replace" : "create";
  if (ends) return "delete";
  if (actions.has("update")) return "update";
  if (actions.has("read")) return "read";
  if (actions.has("no-op")) return "none";
  return change.after === null ? "delete" : change.before === null ? "create" : "update";
}
