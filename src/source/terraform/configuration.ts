import type { Json } from "../declaration.ts";
import { isList, isObject, memberOf } from "../plain.ts";
import type { JsonObject } from "./document.ts";

/** A module as it was written: once, however many instances it has. */
export interface Module {
  /** Names of the calls that lead to it; empty for the root. */
  readonly path: readonly string[];
  /** The call in its parent; `undefined` for the root. */
  readonly call: JsonObject | undefined;
  readonly json: JsonObject;
  /** The configuration of `aws_subnet.private` or `data.aws_vpc.main`. */
  resource(local: string): JsonObject | undefined;
  child(name: string): Module | undefined;
  /** The expression of an output. */
  output(name: string): Json | undefined;
  readonly outputs: readonly string[];
  /** What it declares: `resource.aws_subnet.a`, `data.aws_vpc.b`, `module.c`, `variable.d`, `output.e`. */
  readonly declared: readonly string[];
}

/** What of a plan's configuration helps to find a resource in its author's files. */
export interface PlanConfiguration {
  readonly modules: readonly PlanModule[];
  /** Values of the root module's variables in this plan. */
  readonly variables: ReadonlyMap<string, { readonly value: Json; readonly sensitive: boolean }>;
}

export interface PlanModule {
  readonly path: readonly string[];
  /** As written in the call; `undefined` for the root. */
  readonly source: string | undefined;
  readonly version: string | undefined;
  /** Arguments of the call. */
  readonly arguments: readonly string[];
  /** `aws_subnet.private`, `data.aws_vpc.main`. */
  readonly resources: readonly string[];
}

/** The root module; `undefined` for a plan without configuration. */
export function rootModule(configuration: Json | undefined): Module | undefined {
  const root = memberOf(configuration, "root_module");
  return isObject(root) ? moduleOf(root, [], undefined) : undefined;
}

export function summarize(root: Module | undefined, variables: Json | undefined): PlanConfiguration {
  const modules: PlanModule[] = [];
  const visit = (module: Module): void => {
    modules.push({
      path: module.path,
      source: textOf(module.call?.source),
      version: textOf(module.call?.version_constraint),
      arguments: keysOf(module.call?.expressions),
      resources: resourcesOf(module.json).map(localName),
    });
    for (const name of keysOf(module.json.module_calls)) {
      const child = module.child(name);
      if (child !== undefined) visit(child);
    }
  };
  if (root !== undefined) visit(root);
  const values = keysOf(variables).map((name) => {
    const sensitive = memberOf(memberOf(root?.json.variables, name), "sensitive") === true;
    return [name, { value: memberOf(memberOf(variables, name), "value") ?? null, sensitive }] as const;
  });
  return { modules, variables: new Map(values) };
}

function moduleOf(json: JsonObject, path: readonly string[], call: JsonObject | undefined): Module {
  let resources: ReadonlyMap<string, JsonObject> | undefined;
  const children = new Map<string, Module | undefined>();
  const child = (name: string): Module | undefined => {
    const childCall = memberOf(json.module_calls, name);
    const body = memberOf(childCall, "module");
    return isObject(childCall) && isObject(body) ? moduleOf(body, [...path, name], childCall) : undefined;
  };
  return {
    path,
    call,
    json,
    outputs: keysOf(json.outputs),
    get declared() {
      return [
        ...resourcesOf(json).map(
          ({ mode, type, name }) => `${mode === "data" ? "data" : "resource"}.${type}.${name}`,
        ),
        ...keysOf(json.module_calls).map((name) => `module.${name}`),
        ...keysOf(json.variables).map((name) => `variable.${name}`),
        ...keysOf(json.outputs).map((name) => `output.${name}`),
      ];
    },
    resource: (local) => {
      resources ??= new Map(resourcesOf(json).map((resource) => [localName(resource), resource]));
      return resources.get(local);
    },
    child: (name) => {
      if (!children.has(name)) children.set(name, child(name));
      return children.get(name);
    },
    output: (name) => memberOf(memberOf(json.outputs, name), "expression"),
  };
}

function resourcesOf(module: JsonObject): readonly JsonObject[] {
  return isList(module.resources) ? module.resources.filter(isObject) : [];
}

function localName(resource: JsonObject): string {
  return `${resource.mode === "data" ? "data." : ""}${resource.type}.${resource.name}`;
}

function keysOf(json: Json | undefined): readonly string[] {
  return isObject(json) ? Object.keys(json) : [];
}

function textOf(json: Json | undefined): string | undefined {
  return typeof json === "string" ? json : undefined;
}
