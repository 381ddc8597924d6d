import { moduleAddress, splitAddress, within } from "./address.ts";
import type { Module } from "./configuration.ts";
import type { PlannedResource } from "./resource.ts";

/** A module as it is planned: one for every key of its call. */
export interface ModuleInstance {
  readonly address: string;
  readonly module: Module;
  readonly parent: ModuleInstance | undefined;
  /** Name and key of the call that made it. */
  readonly call: string;
  readonly key: string;
}

/** Which instances of modules and resources there will be. */
export interface Instances {
  module(address: string): ModuleInstance | undefined;
  child(parent: ModuleInstance, call: string, key: string): ModuleInstance | undefined;
  /** The keys of a module call, as far as wanted resources show them. */
  childKeys(parent: string, call: string): ReadonlySet<string>;
  /** The instances of `aws_subnet.private` in a module instance, by key. */
  resources(module: string, local: string): ReadonlyMap<string, PlannedResource>;
}

export function instancesOf(root: Module | undefined, planned: Iterable<PlannedResource>): Instances {
  const resources = new Map<string, Map<string, PlannedResource>>();
  const calls = new Map<string, Set<string>>();
  const seen = new Set<string>();
  for (const resource of planned) {
    const name = within(resource.module, resource.local);
    const siblings = resources.get(name);
    if (siblings === undefined) resources.set(name, new Map([[resource.key, resource]]));
    else siblings.set(resource.key, resource);
    if (seen.has(resource.module)) continue;
    seen.add(resource.module);
    let parent = "";
    for (const step of splitAddress(resource.module).modules) {
      const call = within(parent, step.name);
      const keys = calls.get(call);
      if (keys === undefined) calls.set(call, new Set([step.key]));
      else keys.add(step.key);
      parent = moduleAddress(parent, step);
    }
  }
  const top = root && { address: "", module: root, parent: undefined, call: "", key: "" };
  const modules = new Map<string, ModuleInstance | undefined>([["", top]]);
  const child = (parent: ModuleInstance, call: string, key: string): ModuleInstance | undefined => {
    const address = moduleAddress(parent.address, { name: call, key });
    if (!modules.has(address)) {
      const module = parent.module.child(call);
      modules.set(address, module && { address, module, parent, call, key });
    }
    return modules.get(address);
  };
  return {
    child,
    childKeys: (parent, call) => calls.get(within(parent, call)) ?? none,
    resources: (module, local) => resources.get(within(module, local)) ?? nothing,
    module: (address) =>
      splitAddress(address).modules.reduce<ModuleInstance | undefined>(
        (parent, step) => parent && child(parent, step.name, step.key),
        top,
      ),
  };
}

const none: ReadonlySet<string> = new Set();
const nothing: ReadonlyMap<string, PlannedResource> = new Map();
