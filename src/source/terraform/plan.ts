import { Failure } from "../../base/failure.ts";
import type { Change, Declaration, Json } from "../declaration.ts";
import { isTooDeep, nestedTooDeeply } from "../depth.ts";
import { findMistake } from "../json/mistake.ts";
import { jsonPieces, positionInPieces } from "../json/pieces.ts";
import { splitJson } from "../json/split.ts";
import { isList, isObject } from "../plain.ts";
import { decodeText, positionOf, withoutCommandLine } from "../text.ts";
import type { FileTree } from "../tree.ts";
import { splitAddress } from "./address.ts";
import { type Background, plannedAttribute } from "./attribute.ts";
import { type PlanCode, planCode } from "./code.ts";
import { type Module, type PlanConfiguration, rootModule, summarize } from "./configuration.ts";
import { documentOf, documentParts, type JsonObject, mayRepeatKeys, type PlanDocument } from "./document.ts";
import { providerOf } from "./provider.ts";
import { localsIn, recovery } from "./recovery.ts";
import { type PlanInstances, planInstances } from "./references.ts";
import { type PlannedResource, placeOf } from "./resource.ts";
import { type Written, writtenBody } from "./written.ts";
/** What a plan says will be, and what of its configuration helps to find it in its author's files. */
export interface Plan {
  /** Planned resources in the plan's order, then data sources that were read while planning. */
  readonly declarations: readonly Declaration[];
  /** How many resources the plan has, of wanted types or not. */
  readonly declares: number;
  /** Whether it is of everything the configuration has: not after `-target`, nor where resources were put off. */
  readonly complete: boolean;
  readonly configuration: () => PlanConfiguration;
  /** The root module as it was written; `undefined` for a plan without configuration. */
  readonly root: Module | undefined;
  /** The author's files, as far as they are here. */
  readonly code: PlanCode;
}

export interface PlanOptions {
  /** Whether resources of a type are needed; others are counted and dropped while reading. */
  readonly wanted: (type: string) => boolean;
  /** Size in bytes where it is known already. */
  readonly fileSize?: number;
}

/** Above this the plan is read piece by piece, and only what is wanted is parsed. */
const large = 4 * 2 ** 20;

/**
 * Reads `terraform show -json` of a plan, or OpenTofu's. Throws `Failure("unreadable")` where the file is cut short, is
 * not JSON, or is not a plan of resources.
 */
export function readPlan(file: string, tree: FileTree, options: PlanOptions): Plan {
  const size = options.fileSize ?? tree.size(file);
  const document =
    size > large ? readLarge(file, tree, options.wanted) : readSmall(file, tree, options.wanted);
  // Nothing that lives on may hold the document: its entries are as large again as what is kept of them.
  const { changes, read: data, others, variables, declares, complete } = document;
  if (document.wrong !== undefined) throw unsound(document.wrong, file);
  refuseUnfinished(document, file);
  // A plan that only refreshes lists no changes: what will be is what it lists as values.
  const entries = document.planned ?? changes;
  if (entries === undefined) throw notAPlan(file, document.keys);
  const root = rootModule(document.configuration);
  const planned: PlannedResource[] = [];
  const declarations: Declaration[] = [];
  const code = planCode(file, root, declarations, tree);
  let made: PlanInstances | undefined;
  const instances = () => {
    made ??= planInstances({
      root,
      planned: () => planned,
      wanted: options.wanted,
      others,
      variables,
      locals: localsIn(code),
    });
    return made;
  };
  const background: Background = {
    written: writtenIn(root),
    provider: (resource) => providerOf(root, resource),
    follow: (from, references) => instances().follow(from, references),
    recover: recovery({ code, root, instances, variables, wanted: options.wanted }),
  };
  const add = (entry: JsonObject, declare: typeof changed): void => {
    const declaration = declare(file, entry, background, planned);
    if (declaration !== undefined) declarations.push(declaration);
  };
  const declare = document.planned === undefined ? changed : listed;
  for (const entry of entries) add(entry, declare);
  const owners = new Set(declarations.map((declaration) => declaration.owner));
  for (const entry of data) if (!owners.has(ownerOf(file, entry))) add(entry, read);
  return {
    declarations,
    declares,
    complete: complete !== false,
    configuration: () => summarize(root, variables),
    root,
    code,
  };
}

function readSmall(file: string, tree: FileTree, wanted: (type: string) => boolean): PlanDocument {
  const text = decodeText(tree.bytes(file), file);
  const json = withoutCommandLine(text);
  let plan: Json;
  try {
    plan = JSON.parse(json);
  } catch (error) {
    const mistake = findMistake(json);
    if (mistake === undefined) throw error;
    const before = json === text ? 0 : text.indexOf("\n") + 1;
    throw notJson(mistake.message, mistake.cut, { file, ...positionOf(text, before + mistake.offset) });
  }
  if (isTooDeep(plan)) throw unsound(nestedTooDeeply, file);
  return mayRepeatKeys(json) ? readLarge(file, tree, wanted) : documentOf(plan, wanted);
}

function readLarge(file: string, tree: FileTree, wanted: (type: string) => boolean): PlanDocument {
  const document = readParts(file, tree, wanted, false);
  // A plan without changes is rare: only then is the file read again for the planned values.
  if (document.declares > 0) return document;
  if (document.changes === undefined && document.keys.has("resource_changes")) {
    throw unsound("`resource_changes` is not a list", file);
  }
  return readParts(file, tree, wanted, true);
}

function readParts(
  file: string,
  tree: FileTree,
  wanted: (type: string) => boolean,
  planned: boolean,
): PlanDocument {
  const { selection, document } = documentParts(wanted, planned);
  const mistake = splitJson(jsonPieces(tree.chunks(file)).pieces, selection, { trailer: true });
  if (mistake === undefined) return document;
  const at = { file, ...positionInPieces(jsonPieces(tree.chunks(file)), mistake.offset) };
  throw notJson(mistake.message, mistake.cut, at);
}

/** An older gate and a newer plan, or a plan that Terraform gave up on: parts of it would be passed over silently. */
function refuseUnfinished({ version, errored }: PlanDocument, file: string): void {
  const major = typeof version === "string" ? Number(/^\d+/.exec(version)?.[0]) : 0;
  if (!(major <= newestFormat)) {
    const hint = `the gate reads formats 0 and ${newestFormat}; use a newer version of the gate`;
    const message = `this plan has a format that the gate does not know, \`${String(version)}\``;
    throw new Failure("unreadable", message, { at: { file }, hint });
  }
  if (errored === true) {
    const hint = "see what `terraform plan` says, and plan again";
    throw new Failure("unreadable", "planning ended with an error, so that this plan is not complete", {
      at: { file },
      hint,
    });
  }
}

/** The major version of `format_version`: others may mean something else by the same keys. */
const newestFormat = 1;

/** An entry of `resource_changes`. What a deposed object leaves behind is no part of what will be. */
function changed(
  file: string,
  entry: JsonObject,
  background: Background,
  planned: PlannedResource[],
): Declaration | undefined {
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
}

/** A resource of `planned_values`, in plans that have no changes: what is unknown is left out there. */
function listed(
  file: string,
  entry: JsonObject,
  background: Background,
  planned: PlannedResource[],
): Declaration {
  const resource = resourceOf(file, entry, {
    after: entry.values,
    unknown: undefined,
    secret: entry.sensitive_values,
  });
  planned.push(resource);
  return declarationOf(resource, "declared", background, undefined);
}

/** A data source that was read while planning: all of it is known. */
function read(
  file: string,
  entry: JsonObject,
  background: Background,
  planned: PlannedResource[],
): Declaration {
  const resource = resourceOf(file, entry, {
    after: entry.values,
    unknown: {},
    secret: entry.sensitive_values,
  });
  planned.push(resource);
  return declarationOf(resource, "none", background, undefined);
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

function ownerOf(file: string, entry: JsonObject): string {
  if (typeof entry.address === "string" && typeof entry.type === "string") return entry.address;
  throw new Failure("unreadable", "a resource of this plan has no `address` or no `type`", {
    at: { file },
    hint: again,
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

/** Where a resource's configuration stands; the same for all of its instances. */
function writtenIn(root: Module | undefined): (resource: PlannedResource) => Written {
  const found = new Map<string, Map<string, Written>>();
  return ({ module, local }) => {
    if (root === undefined) return undefined;
    const inModule = found.get(module) ?? new Map<string, Written>();
    if (inModule.size === 0) found.set(module, inModule);
    if (!inModule.has(local)) inModule.set(local, writtenOf(root, module, local));
    return inModule.get(local);
  };
}

function writtenOf(root: Module, module: string, local: string): Written {
  const path = splitAddress(module).modules;
  const at = path.reduce<Module | undefined>((parent, { name }) => parent?.child(name), root);
  const resource = at?.resource(local);
  return resource === undefined ? undefined : writtenBody(resource.expressions);
}

const again = "write the plan again with `terraform show -json <plan file> > plan.json`";

function notJson(message: string, cut: boolean, at: { file: string; line: number; column: number }): Failure {
  if (cut) {
    const hint = `${again}; the step that wrote it may have been stopped`;
    return new Failure("unreadable", `this plan is cut short: ${message}`, { at, hint });
  }
  return new Failure("unreadable", `this plan is not valid JSON: ${message}`, { at, hint: again });
}

function unsound(what: string, file: string): Failure {
  return new Failure("unreadable", `this plan cannot be understood: ${what}`, { at: { file }, hint: again });
}

function notAPlan(file: string, keys: ReadonlySet<string>): Failure {
  const isState = keys.has("values") || keys.has("lineage") || keys.has("serial");
  const message = isState
    ? "this is the state of Terraform, not a plan"
    : "this plan has neither `resource_changes` nor `planned_values`";
  const hint =
    "save a plan with `terraform plan -out=tfplan` and write it with `terraform show -json tfplan > plan.json`";
  return new Failure("unreadable", message, { at: { file }, hint });
}
