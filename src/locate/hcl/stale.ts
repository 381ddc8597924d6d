import type { ModuleInstance } from "./plan-view.ts";

/** Whether the files on the way to a module are others than those that were planned, as far as that can be told. */
export function isStale(module: ModuleInstance): boolean {
  for (let here: ModuleInstance | undefined = module; here !== undefined; here = here.parent) {
    const { files, lacking, agrees } = here.code;
    if (lacking === "not what was planned") return true;
    if (files !== undefined && here.config !== undefined && !agrees) return true;
  }
  return false;
}
