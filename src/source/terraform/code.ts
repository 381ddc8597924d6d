import type { Declaration } from "../declaration.ts";
import { parseAddress } from "../hcl/address.ts";
import { type FileBlock, type Module as Files, moduleReader, plainString } from "../hcl/module.ts";
import { rootModule as rootFolder } from "../hcl/root.ts";
import { readText } from "../span.ts";
import type { FileTree } from "../tree.ts";
import type { Module } from "./configuration.ts";
import { below, type Installed, installedModules } from "./installed.ts";

/** The author's own `.tf` files of one plan, as far as they are here. */
export interface PlanCode {
  /** A module by the names of the calls that lead to it; the root for none. */
  module(path: readonly string[]): CodeModule;
  /** A module's folder as seen from the root module's: `modules/eks`. */
  folder(path: readonly string[]): string | undefined;
  /** The text of a file, by its path from the root module's folder. */
  file(path: string): string | undefined;
}

export interface CodeModule {
  /** Its files; `undefined` where they are not here, or are not those that were planned. */
  readonly files: Files | undefined;
  /** Why there are no files. */
  readonly lacking: "not here" | "not what was planned" | undefined;
  /** The block that calls it; `undefined` for the root and where its parent's files are not here. */
  readonly call: FileBlock | undefined;
  /** Whether the files declare exactly what the plan says this module declares: then they can be read for values. */
  readonly agrees: boolean;
}

/**
 * Finds the code a plan was made from. A plan does not say where it is: see `hcl/root.ts`. A module is entered where
 * its source is a folder of the repository, or where `terraform init` noted where it put it; in both cases the source
 * must be the one in the plan. `git::` sources of the same repository are never looked up in the working tree: what
 * is pinned is not what lies there.
 */
export function planCode(
  file: string,
  root: Module | undefined,
  declarations: readonly Declaration[],
  tree: FileTree,
): PlanCode {
  const filesIn = moduleReader(tree);
  let top: CodeModule | undefined;
  let installed: ReadonlyMap<string, Installed> | undefined;
  const known = new Map<string, CodeModule>();
  const topModule = (): CodeModule => {
    const planned = declarations.filter(({ change }) => change !== "delete");
    const addresses = planned.flatMap(({ owner }) => parseAddress(owner) ?? []);
    const files = rootFolder({ file, addresses, declarations: planned }, tree, filesIn);
    return moduleOf(files, files === undefined ? "not here" : undefined, undefined, root);
  };
  const rootCode = (): CodeModule => {
    top ??= topModule();
    return top;
  };
  const child = (path: readonly string[]): CodeModule => {
    const parent = module(path.slice(0, -1));
    const config = configOf(root, path);
    const call = parent.files?.blocks("module", path.at(-1) ?? "")[0];
    const planned = config?.call?.source;
    const written = call && plainString(call.source.text, call.block.attributes.get("source"));
    const isStale = typeof planned === "string" && written !== undefined && planned !== written;
    if (isStale) return moduleOf(undefined, "not what was planned", call, config);
    const folder = folderOf(path, typeof planned === "string" ? planned : written, parent);
    const files = folder === undefined ? undefined : filesIn(folder);
    return moduleOf(files, files === undefined ? "not here" : undefined, call, config);
  };
  const folderOf = (
    path: readonly string[],
    source: string | undefined,
    parent: CodeModule,
  ): string | undefined => {
    if (source === undefined) return undefined;
    if (isLocal(source)) return parent.files && below(parent.files.folder, source);
    const folder = rootCode().files?.folder;
    installed ??= folder === undefined ? new Map() : installedModules(tree, folder);
    const found = installed.get(path.join("."));
    return found !== undefined && sameSource(found.source, source) ? found.folder : undefined;
  };
  const module = (path: readonly string[]): CodeModule => {
    if (path.length === 0) return rootCode();
    const name = path.join(".");
    const made = known.get(name) ?? child(path);
    known.set(name, made);
    return made;
  };
  const topFolder = () => rootCode().files?.folder;
  return {
    module,
    folder: (path) => {
      const [top, folder] = [topFolder(), module(path).files?.folder];
      return top === undefined || folder === undefined ? undefined : seenFrom(top, folder);
    },
    file: (path) => {
      const top = topFolder();
      const file = top === undefined ? undefined : below(top, path);
      return file === undefined ? undefined : textOf(tree, file);
    },
  };
}

function moduleOf(
  files: Files | undefined,
  lacking: CodeModule["lacking"],
  call: FileBlock | undefined,
  config: Module | undefined,
): CodeModule {
  let agrees: boolean | undefined;
  return {
    files,
    lacking,
    call,
    get agrees() {
      agrees ??= files !== undefined && config !== undefined && declaresTheSame(files, config);
      return agrees;
    },
  };
}

function configOf(root: Module | undefined, path: readonly string[]): Module | undefined {
  return path.reduce<Module | undefined>((parent, name) => parent?.child(name), root);
}

/** Resources, data sources, calls, variables and outputs, each by its name. */
function declaresTheSame(files: Files, config: Module): boolean {
  const written = new Set(files.declared);
  return written.size === config.declared.length && config.declared.every((name) => written.has(name));
}

function isLocal(source: string): boolean {
  return /^\.\.?(?:\/|$)/.test(source);
}

/** Sources of a registry are noted with the registry's host in front. */
function sameSource(installed: string, planned: string): boolean {
  return installed === planned || installed.endsWith(`/${planned}`);
}

function seenFrom(top: string, folder: string): string | undefined {
  if (top === "") return folder;
  return folder.startsWith(`${top}/`) ? folder.slice(top.length + 1) : undefined;
}

/** Only what is listed is there: a path that code makes up is opened only where it is a file of the tree. */
function textOf(tree: FileTree, file: string): string | undefined {
  const slash = file.lastIndexOf("/");
  const name = file.slice(slash + 1);
  return tree.list(slash === -1 ? "" : file.slice(0, slash)).files.includes(name)
    ? readText(tree, file)?.text
    : undefined;
}
