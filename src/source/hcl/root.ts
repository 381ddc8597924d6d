import type { Declaration } from "../declaration.ts";
import type { FileTree } from "../tree.ts";
import { type Address, parseAddress } from "./address.ts";
import { agreement } from "./agreement.ts";
import type { Module } from "./module.ts";

/** What a plan says its root module declares. */
export interface RootContents {
  readonly file: string;
  readonly addresses: readonly Address[];
  readonly declarations: readonly Declaration[];
}

/**
 * The module a plan was made from. A plan does not say: it is the one that declares what the plan's root declares.
 * The plan's own folder comes first, then the folders above it, then any other. Where several folders fit equally
 * well and nothing tells them apart, none is chosen: a line in the wrong environment is worse than no line.
 */
export function rootModule(
  contents: RootContents,
  tree: FileTree,
  moduleIn: (folder: string) => Module | undefined,
): Module | undefined {
  const wanted = rootBlocks(contents.addresses);
  const near = foldersAbove(contents.file).flatMap((folder) => moduleIn(folder) ?? []);
  const complete = near.find((module) => declared(module, wanted) === wanted.length);
  if (complete !== undefined) return complete;

  const scored = [...folders(tree, "", 0)]
    .flatMap((folder) => moduleIn(folder) ?? [])
    .map((module) => ({ module, score: declared(module, wanted) }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  if (best * 2 <= wanted.length) return undefined;
  const fitting = scored.filter(({ score }) => score === best).map(({ module }) => module);
  return near.find((module) => fitting.includes(module)) ?? tellApart(fitting, contents);
}

type Wanted = readonly [type: string, ...labels: string[]];

function rootBlocks(addresses: readonly Address[]): readonly Wanted[] {
  const wanted = new Map<string, Wanted>();
  for (const { modules, mode, type, name } of addresses) {
    const [call] = modules;
    const block: Wanted = call === undefined ? [mode, type, name] : ["module", call];
    wanted.set(JSON.stringify(block), block);
  }
  return [...wanted.values()];
}

function declared(module: Module, wanted: readonly Wanted[]): number {
  return wanted.filter(([type, ...labels]) => module.blocks(type, ...labels).length > 0).length;
}

function tellApart(fitting: readonly Module[], contents: RootContents): Module | undefined {
  if (fitting.length <= 1) return fitting[0];
  const words = new Set(contents.file.split(/[^\p{L}\p{N}]+/u));
  const named = (module: Module) => module.folder.split("/").filter((name) => words.has(name)).length;
  return onlyBest(fitting, named) ?? onlyBest(fitting, (module) => -contradictions(module, contents));
}

function onlyBest(modules: readonly Module[], rank: (module: Module) => number): Module | undefined {
  const ranked = modules.map((module) => ({ module, rank: rank(module) }));
  const best = Math.max(...ranked.map((candidate) => candidate.rank));
  const [first, ...others] = ranked.filter((candidate) => candidate.rank === best);
  return others.length === 0 ? first?.module : undefined;
}

function contradictions(module: Module, contents: RootContents): number {
  let count = 0;
  for (const declaration of contents.declarations) {
    const address = parseAddress(declaration.owner);
    if (address === undefined || address.modules.length > 0) continue;
    for (const { source, block } of module.blocks(address.mode, address.type, address.name)) {
      count += agreement(source.text, block, declaration.root).contradicted;
    }
  }
  return count;
}

function foldersAbove(file: string): readonly string[] {
  const steps = file.split("/").slice(0, -1);
  return [...steps.keys(), steps.length].reverse().map((length) => steps.slice(0, length).join("/"));
}

const deepest = 16;

function* folders(tree: FileTree, folder: string, depth: number): Generator<string> {
  yield folder;
  if (depth === deepest) return;
  for (const name of tree.list(folder).folders) {
    if (name.startsWith(".") || name === "node_modules") continue;
    yield* folders(tree, folder === "" ? name : `${folder}/${name}`, depth + 1);
  }
}
