import type { Json } from "../declaration.ts";
import type { Selection } from "../json/split.ts";
import { isList, isObject, memberOf } from "../plain.ts";
import { withoutKeys } from "./address.ts";
import { malformedChange, malformedList, malformedResource, malformedValues } from "./malformed.ts";

export type JsonObject = { readonly [key: string]: Json };

/** The parts of a plan that are read: whatever is larger and not wanted is never built. */
export interface PlanDocument {
  /** Entries of `resource_changes` of wanted types; `undefined` where the plan has no such list. */
  readonly changes: readonly JsonObject[] | undefined;
  /** What there is of unwanted types. */
  readonly others: Others;
  /** Data sources of wanted types that were read while planning. */
  readonly read: readonly JsonObject[];
  /** Resources of wanted types in `planned_values`; `undefined` where that is missing, or there are changes. */
  readonly planned: readonly JsonObject[] | undefined;
  readonly configuration: Json | undefined;
  readonly variables: Json | undefined;
  /** How many resources there are, wanted or not. */
  readonly declares: number;
  /** What cannot be understood in it, where something cannot. */
  readonly wrong: string | undefined;
  readonly version: Json | undefined;
  /** Whether planning ended with an error. */
  readonly errored: Json | undefined;
  /** `false` where the plan leaves something out; newer versions of Terraform say so. */
  readonly complete: Json | undefined;
  /** The keys at the top. */
  readonly keys: ReadonlySet<string>;
}

/** Resources that were dropped: addresses without any keys, so that there are no more than the configuration has. */
export interface Others {
  readonly present: ReadonlySet<string>;
  /** Data sources that are read only while the plan is applied. */
  readonly deferred: ReadonlySet<string>;
}

/** Picks the parts out of a plan that was parsed as a whole. */
export function documentOf(plan: Json, wanted: (type: string) => boolean): PlanDocument {
  const parts = new Parts(wanted);
  const top = isObject(plan) ? plan : {};
  for (const key of Object.keys(top)) parts.keys.add(key);
  parts.configuration = top.configuration;
  parts.variables = top.variables;
  parts.version = top.format_version;
  parts.errored = top.errored;
  parts.complete = top.complete;
  const { resource_changes: changes, deferred_changes: deferred } = top;
  parts.refuse(malformedList(changes, "`resource_changes`") ?? malformedList(deferred, "`deferred_changes`"));
  if (isList(changes)) parts.changes = [];
  const later = isList(deferred) ? deferred.map((each) => memberOf(each, "resource_change") ?? null) : [];
  for (const entry of [...(isList(changes) ? changes : []), ...later]) {
    parts.declares++;
    parts.addChange(entry);
  }
  eachResource(valuesOf(top.prior_state), (resource) => parts.addRead(resource));
  if (parts.declares === 0 && top.planned_values !== undefined && top.planned_values !== null) {
    parts.planned = [];
    parts.refuse(malformedValues(top.planned_values));
    eachResource(top.planned_values, (resource) => {
      parts.declares++;
      parts.addPlanned(resource);
    });
  }
  return parts;
}

/** Whether one of the keys that are read may stand twice: a cheap look at the text, which may be wrong in saying so. */
export function mayRepeatKeys(text: string): boolean {
  const keys = ["resource_changes", "deferred_changes", "planned_values", "prior_state", "configuration"];
  return keys.some((key) => text.indexOf(`"${key}"`) !== text.lastIndexOf(`"${key}"`));
}

/** The same out of a plan that is read piece by piece: what to select, and the document once everything was read. */
export function documentParts(
  wanted: (type: string) => boolean,
  planned: boolean,
): { readonly selection: Selection; readonly document: PlanDocument } {
  const parts = new Parts(wanted);
  const compact = compactor();
  const change: Selection = {
    kind: "value",
    wanted: (head) => {
      parts.declares++;
      return parts.isWorthParsing(head, "managed");
    },
    take: (entry) => parts.addChange(compact(entry)),
  };
  const changes: Selection = {
    kind: "items",
    open: () => {
      parts.changes ??= [];
    },
    of: change,
  };
  const deferred: Selection = { kind: "items", of: { kind: "members", of: { resource_change: change } } };
  const read = resourcesIn({
    kind: "value",
    wanted: (head) => headOf(head).mode !== "managed" && parts.isWorthParsing(head, "data"),
    take: (resource) => parts.addRead(resource),
  });
  const values = resourcesIn(
    {
      kind: "value",
      wanted: (head) => {
        parts.declares++;
        return parts.isWorthParsing(head, "managed");
      },
      take: (resource) => parts.addPlanned(resource),
    },
    () => {
      parts.planned ??= [];
    },
  );
  const selection: Selection = {
    kind: "members",
    seen: (key) => parts.see(key),
    of: {
      resource_changes: planned ? undefined : changes,
      deferred_changes: planned ? undefined : deferred,
      format_version: {
        kind: "value",
        take: (value) => {
          parts.version = value;
        },
      },
      errored: {
        kind: "value",
        take: (value) => {
          parts.errored = value;
        },
      },
      complete: {
        kind: "value",
        take: (value) => {
          parts.complete = value;
        },
      },
      planned_values: planned ? values : undefined,
      prior_state: { kind: "members", of: { values: read } },
      configuration: {
        kind: "value",
        take: (value) => {
          parts.configuration = value;
        },
      },
      variables: {
        kind: "value",
        take: (value) => {
          parts.variables = value;
        },
      },
    },
  };
  return { selection, document: parts };
}

/**
 * Keeps of a change what is read later. Instances of a resource have the same marks and modules: these are kept once,
 * which halves the memory that a plan of a gigabyte takes.
 */
function compactor(): (entry: Json) => Json {
  const marks = new Map<string, Json>();
  const once = (mark: Json): Json => {
    const text = JSON.stringify(mark);
    const known = marks.get(text);
    if (known === undefined) marks.set(text, mark);
    return known ?? mark;
  };
  const pick = (from: JsonObject, values: readonly string[], shared: readonly string[]): JsonObject => {
    const kept: Record<string, Json> = {};
    for (const key of values) if (from[key] !== undefined) kept[key] = from[key];
    for (const key of shared) if (from[key] !== undefined) kept[key] = once(from[key]);
    return kept;
  };
  return (entry) => {
    if (!isObject(entry) || !isObject(entry.change)) return entry;
    return { ...pick(entry, entryKeys, sharedKeys), change: pick(entry.change, valueKeys, markKeys) };
  };
}

const entryKeys = ["address", "deposed"];
const sharedKeys = ["module_address", "mode", "type"];
const valueKeys = ["before", "after"];
const markKeys = ["actions", "after_unknown", "after_sensitive", "before_sensitive"];

/** A class, because both ways of reading fill it bit by bit. */
class Parts implements PlanDocument {
  changes: JsonObject[] | undefined;
  planned: JsonObject[] | undefined;
  configuration: Json | undefined;
  variables: Json | undefined;
  version: Json | undefined;
  errored: Json | undefined;
  complete: Json | undefined;
  wrong: string | undefined;
  declares = 0;
  readonly read: JsonObject[] = [];
  readonly others = { present: new Set<string>(), deferred: new Set<string>() };
  readonly keys = new Set<string>();
  readonly #wanted: (type: string) => boolean;

  constructor(wanted: (type: string) => boolean) {
    this.#wanted = wanted;
  }

  addChange(entry: Json): void {
    if (!isObject(entry)) this.refuse(malformedChange(entry));
    else if (this.#isWanted(entry)) {
      this.refuse(malformedChange(entry));
      this.changes ??= [];
      this.changes.push(entry);
    } else this.#addOther(entry.address, entry.mode === "data");
  }

  addRead(resource: Json): void {
    if (!isObject(resource) || resource.mode !== "data") return;
    if (this.#isWanted(resource)) this.read.push(resource);
    else this.#addOther(resource.address, false);
  }

  addPlanned(resource: Json): void {
    if (!isObject(resource)) this.refuse(malformedResource(resource));
    else if (this.#isWanted(resource)) {
      this.refuse(malformedResource(resource));
      this.planned?.push(resource);
    } else this.#addOther(resource.address, false);
  }

  /** A key that stands twice is read by everybody in a way of their own: as its last, its first, or as both. */
  see(key: string): void {
    if (this.keys.has(key)) this.refuse(`\`${key}\` is there twice`);
    this.keys.add(key);
  }

  /** Keeps the first thing that is wrong. */
  refuse(what: string | undefined): void {
    this.wrong ??= what;
  }

  /** Whether an entry of this mode must be parsed; notes it where its first bytes say enough. */
  isWorthParsing(head: Buffer, mode: "managed" | "data"): boolean {
    const found = headOf(head);
    if (found.type === undefined || found.address === undefined || this.#wanted(found.type)) return true;
    if (found.mode !== mode) return true;
    this.#addOther(found.address, false);
    return false;
  }

  #addOther(address: Json | undefined, deferred: boolean): void {
    if (typeof address !== "string") return;
    const name = withoutKeys(address);
    this.others.present.add(name);
    if (deferred) this.others.deferred.add(name);
  }

  #isWanted(entry: JsonObject): boolean {
    return typeof entry.type !== "string" || this.#wanted(entry.type);
  }
}

function valuesOf(state: Json | undefined): Json | undefined {
  return isObject(state) ? state.values : undefined;
}

/** Every resource of `planned_values` or of a state's `values`, however deep its module. */
function eachResource(values: Json | undefined, visit: (resource: Json) => void): void {
  if (!isObject(values)) return;
  const modules: Json[] = values.root_module === undefined ? [] : [values.root_module];
  for (let module = modules.pop(); module !== undefined; module = modules.pop()) {
    if (!isObject(module)) continue;
    if (isList(module.resources)) module.resources.forEach(visit);
    if (isList(module.child_modules)) modules.push(...[...module.child_modules].reverse());
  }
}

/** The same as a selection. */
function resourcesIn(resource: Selection, open?: () => void): Selection {
  const of: Record<string, Selection> = { resources: { kind: "items", of: resource } };
  const module: Selection = { kind: "members", of };
  of.child_modules = { kind: "items", of: module };
  return { kind: "members", of: { root_module: module }, seen: () => open?.() };
}

interface Head {
  readonly address: string | undefined;
  readonly type: string | undefined;
  readonly mode: string | undefined;
}

/**
 * What an entry is, found in its first bytes before the first nested object: the keys mean the entry itself only
 * there. Inside a string the quotes would be escaped, so a match is a key.
 */
function headOf(head: Buffer): Head {
  const nested = head.indexOf("{", 1);
  const text = head.toString("utf8", 0, nested === -1 ? head.length : nested);
  const address = addressKey.exec(text)?.[1];
  return {
    address: address?.replace(/\\(["\\/])/g, "$1"),
    type: typeKey.exec(text)?.[1],
    mode: modeKey.exec(text)?.[1],
  };
}

const addressKey = /"address"\s*:\s*"((?:[^"\\]|\\["\\/])*)"/;
const typeKey = /"type"\s*:\s*"([\w-]+)"/;
const modeKey = /"mode"\s*:\s*"(managed|data)"/;
