import { splitAddress } from "./address.ts";
import type { Module } from "./configuration.ts";
import type { PlannedResource } from "./resource.ts";

/** Which configuration of its provider makes a resource: `aws`, `aws.west`; `undefined` where the plan does not say. */
export function providerOf(
  root: Module | undefined,
  { module, local }: Pick<PlannedResource, "module" | "local">,
): string | undefined {
  const { modules } = splitAddress(module);
  const at = modules.reduce<Module | undefined>((parent, { name }) => parent?.child(name), root);
  const key = at?.resource(local)?.provider_config_key;
  return typeof key === "string" ? key : undefined;
}
