import { type LocatedText, readText } from "../span.ts";
import type { FileTree } from "../tree.ts";
import { scanJson } from "./json-body.ts";
import { type Attribute, type Block, scanHcl } from "./scan.ts";

/** A folder of `.tf` and `.tf.json` files, read as one module. */
export interface Module {
  readonly folder: string;
  /** The blocks of a type with exactly these labels; those of override files first, as Terraform lets them win. */
  blocks(type: string, ...labels: readonly string[]): readonly FileBlock[];
  /** What it declares, each once: `resource.aws_subnet.a`, `data.aws_vpc.b`, `module.c`, `variable.d`, `output.e`. */
  readonly declared: readonly string[];
  /** The expression of a local value. */
  local(name: string): { readonly source: LocatedText; readonly value: Attribute } | undefined;
}

/** A block and the file it is written in. */
export interface FileBlock {
  readonly source: LocatedText;
  readonly block: Block;
}

/** Reads modules by folder, each once. A folder without `.tf` files is no module. */
export function moduleReader(tree: FileTree): (folder: string) => Module | undefined {
  const read = new Map<string, Module | undefined>();
  return (folder) => {
    if (!read.has(folder)) read.set(folder, readModule(tree, folder));
    return read.get(folder);
  };
}

function readModule(tree: FileTree, folder: string): Module | undefined {
  const names = tree.list(folder).files.filter((name) => /\.(?:tf|tofu)(?:\.json)?$/.test(name));
  if (names.length === 0) return undefined;
  const index = new Map<string, FileBlock[]>();
  for (const name of [...names.filter(isOverride), ...names.filter((name) => !isOverride(name))]) {
    const source = readText(tree, folder === "" ? name : `${folder}/${name}`);
    if (source === undefined) continue;
    const { blocks } = name.endsWith(".json") ? scanJson(source.text) : scanHcl(source.text);
    for (const block of blocks) {
      const key = keyOf(block.type, block.labels);
      const same = index.get(key);
      if (same === undefined) index.set(key, [{ source, block }]);
      else same.push({ source, block });
    }
  }
  const blocks = (type: string, ...labels: readonly string[]) => index.get(keyOf(type, labels)) ?? [];
  return {
    folder,
    blocks,
    get declared() {
      return [...index.values()].flatMap(([first]) => (first === undefined ? [] : nameOf(first.block)));
    },
    local: (name) => {
      for (const { source, block } of blocks("locals")) {
        const value = block.attributes.get(name);
        if (value !== undefined) return { source, value };
      }
      return undefined;
    },
  };
}

function nameOf({ type, labels }: Block): readonly string[] {
  return ["resource", "data", "module", "variable", "output"].includes(type)
    ? [[type, ...labels].join(".")]
    : [];
}

function isOverride(name: string): boolean {
  return /^(?:.*_)?override\.(?:tf|tofu)(?:\.json)?$/.test(name);
}

function keyOf(type: string, labels: readonly string[]): string {
  return JSON.stringify([type, ...labels]);
}

/** A quoted text without anything to fill in. */
export function plainString(text: string, attribute: Attribute | undefined): string | undefined {
  if (attribute === undefined) return undefined;
  return /^"([^"\\$%]*)"$/.exec(text.slice(attribute.value.start, attribute.value.end))?.[1];
}
