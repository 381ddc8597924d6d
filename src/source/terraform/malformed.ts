import type { Json } from "../declaration.ts";
import { isList, isObject } from "../plain.ts";

/**
 * What is wrong with parts of a plan; `undefined` where nothing is. Terraform never writes any of it, but what is
 * passed over is not judged, and a plan may have been edited or cut by other tools.
 */
export function malformedList(json: Json | undefined, name: string): string | undefined {
  return json === undefined || json === null || isList(json) ? undefined : `${name} is not a list`;
}

/** An entry of `resource_changes` whose type is wanted. */
export function malformedChange(entry: Json): string | undefined {
  if (!isObject(entry)) return "an entry of `resource_changes` is not an object";
  const { address, type, change } = entry;
  if (typeof address !== "string" || typeof type !== "string") return undefined; // said where they are read
  if (!isObject(change)) return `\`${address}\` has no \`change\``;
  if (!isObject(change.after ?? {})) return `\`change.after\` of \`${address}\` is not an object`;
  const wrong = ["after_unknown", "after_sensitive"].find((mark) => !isMark(change[mark]));
  return wrong === undefined ? undefined : `\`change.${wrong}\` of \`${address}\` marks nothing`;
}

/** The whole of `planned_values`: modules in modules. */
export function malformedValues(values: Json): string | undefined {
  const modules: Json[] = [isObject(values) ? (values.root_module ?? {}) : values];
  for (let module = modules.pop(); module !== undefined; module = modules.pop()) {
    if (!isObject(module)) return "a module of `planned_values` is not an object";
    const { resources, child_modules: children } = module;
    const wrong = malformedList(resources, "`resources`") ?? malformedList(children, "`child_modules`");
    if (wrong !== undefined) return `${wrong} in a module of \`planned_values\``;
    if (isList(children)) modules.push(...children);
  }
  return undefined;
}

/** A resource of `planned_values` whose type is wanted. */
export function malformedResource(resource: Json): string | undefined {
  if (!isObject(resource)) return "a resource of `planned_values` is not an object";
  return isObject(resource.values) ? undefined : `\`${String(resource.address)}\` has no \`values\``;
}

function isMark(json: Json | undefined): boolean {
  return json === undefined || typeof json === "boolean" || typeof json === "object";
}
