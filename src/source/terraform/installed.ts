import type { FileTree } from "../tree.ts";

/** A module that `terraform init` put beside the code. */
export interface Installed {
  /** As it was resolved: `registry.terraform.io/terraform-aws-modules/eks/aws`, `./modules/a`, `git::...`. */
  readonly source: string;
  /** The version that was chosen; only modules of a registry have one. */
  readonly version: string | undefined;
  /** Relative to the root of the scan. */
  readonly folder: string;
}

/**
 * The modules that `terraform init` noted in `.terraform/modules/modules.json` below a root module, by the names of
 * the calls that lead to them, with dots between: `eks.node_group`. Empty where it did not run, or noted nonsense.
 */
export function installedModules(tree: FileTree, root: string): ReadonlyMap<string, Installed> {
  const modules = new Map<string, Installed>();
  for (const entry of entriesOf(tree, beside(root, ".terraform/modules/modules.json"))) {
    const { Key: key, Source: source, Version: version, Dir: dir } = entry;
    if (typeof key !== "string" || typeof source !== "string" || typeof dir !== "string") continue;
    const folder = below(root, dir);
    if (folder === undefined || key === "") continue;
    modules.set(key, { source, version: typeof version === "string" ? version : undefined, folder });
  }
  return modules;
}

function entriesOf(tree: FileTree, file: string): readonly Readonly<Record<string, unknown>>[] {
  if (!tree.list(file.slice(0, file.lastIndexOf("/"))).files.includes("modules.json")) return [];
  try {
    const manifest: unknown = JSON.parse(new TextDecoder().decode(tree.bytes(file)));
    return isRecord(manifest) && Array.isArray(manifest.Modules) ? manifest.Modules.filter(isRecord) : [];
  } catch {
    return [];
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function beside(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

/** `undefined` for a folder outside of the root of the scan: what is not scanned is not opened either. */
export function below(folder: string, relative: string): string | undefined {
  if (/^(?:[\\/]|[A-Za-z]:)/.test(relative)) return undefined;
  const steps = folder === "" ? [] : folder.split("/");
  for (const step of relative.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if ((steps.pop() ?? "..") === "..") return undefined;
  }
  return steps.join("/");
}
