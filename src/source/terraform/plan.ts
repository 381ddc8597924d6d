import { Failure } from "../../base/failure.ts";
import type { Declaration } from "../declaration.ts";
import type { FileTree } from "../tree.ts";
import { splitAddress } from "./address.ts";
import type { Background } from "./attribute.ts";
import { type PlanCode, planCode } from "./code.ts";
import { type Module, type PlanConfiguration, rootModule, summarize } from "./configuration.ts";
import { changed, type Declare, listed, ownerOf, read } from "./declare.ts";
import type { JsonObject } from "./document.ts";
import { isNobodys } from "./nobodys.ts";
import { providerOf } from "./provider.ts";
import { type DocumentOptions, readDocument } from "./read-document.ts";
import { localsIn, recovery } from "./recovery.ts";
import { type PlanInstances, planInstances } from "./references.ts";
import type { PlannedResource } from "./resource.ts";
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

/**
 * Reads `terraform show -json` of a plan, or OpenTofu's. Throws `Failure("unreadable")` where the file is cut short, is
 * not JSON, or is not a plan of resources.
 */
export function readPlan(file: string, tree: FileTree, options: DocumentOptions): Plan {
  const document = readDocument(file, tree, options);
  // Nothing that lives on may hold the document: its entries are as large again as what is kept of them.
  const { changes, read: data, others, variables, declares, complete } = document;
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
    isNobodys: (resource, path) => isNobodys(code, resource, path),
    recover: recovery({ code, root, instances, variables, wanted: options.wanted }),
  };
  const add = (entry: JsonObject, declare: Declare): void => {
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

function notAPlan(file: string, keys: ReadonlySet<string>): Failure {
  const isState = keys.has("values") || keys.has("lineage") || keys.has("serial");
  const message = isState
    ? "this is the state of Terraform, not a plan"
    : "this plan has neither `resource_changes` nor `planned_values`";
  const hint =
    "save a plan with `terraform plan -out=tfplan` and write it with `terraform show -json tfplan > plan.json`";
  return new Failure("unreadable", message, { at: { file }, hint });
}
