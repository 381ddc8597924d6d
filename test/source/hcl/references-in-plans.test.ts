import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { attributeExpression } from "../../../src/source/hcl/attribute.ts";
import { type FileBlock, type Module, moduleReader, plainString } from "../../../src/source/hcl/module.ts";
import { referencesIn } from "../../../src/source/hcl/references.ts";
import { writtenReferences } from "../../../src/source/terraform/address.ts";
import { below } from "../../../src/source/terraform/installed.ts";
import { memoryTree } from "../../../src/source/tree.ts";

const root = new URL("../../../", import.meta.url);
const files = ["test/fixtures", "examples"].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).map(
    (file) => `${folder}/${file}`,
  ),
);
const contents = files
  .filter((file) => /\.tf$/.test(file))
  .map((file) => [file, readFileSync(new URL(file, root))] as const);
const moduleIn = moduleReader(memoryTree(Object.fromEntries(contents)));
const configurations = files
  .filter((file) => file.endsWith("/plan.json") && moduleIn(folderOf(file)) !== undefined)
  .map((file) => [file, JSON.parse(readFileSync(new URL(file, root), "utf8")).configuration] as const)
  .filter(([, configuration]) => configuration !== undefined);

/** What is compared of a plan's `configuration`. */
interface ConfiguredModule {
  readonly resources?: readonly (Configured & {
    readonly mode: "managed" | "data";
    readonly type: string;
    readonly name: string;
  })[];
  readonly module_calls?: Readonly<Record<string, Configured & { readonly module?: ConfiguredModule }>>;
  readonly outputs?: Readonly<Record<string, { readonly expression: Listed }>>;
}

interface Configured {
  readonly expressions?: Readonly<Record<string, Listed | readonly unknown[]>>;
  readonly count_expression?: Listed;
  readonly for_each_expression?: Listed;
}

interface Listed {
  readonly references?: readonly string[];
}

test.each(configurations)(
  "%s lists the references that are read from the files beside it",
  (file, configuration) => {
    const compared = compareModule(moduleIn(folderOf(file)), configuration.root_module);
    expect(compared).toBeGreaterThan(0);
  },
);

function compareModule(module: Module | undefined, configured: ConfiguredModule): number {
  if (module === undefined) return 0;
  let compared = 0;
  for (const { mode, type, name, ...rest } of configured.resources ?? []) {
    compared += compareBlocks(module.blocks(mode === "data" ? "data" : "resource", type, name), rest);
  }
  for (const [name, { expression }] of Object.entries(configured.outputs ?? {})) {
    compared += compareBlocks(module.blocks("output", name), { expressions: { value: expression } });
  }
  for (const [name, call] of Object.entries(configured.module_calls ?? {})) {
    const blocks = module.blocks("module", name);
    compared += compareBlocks(blocks, call);
    const [block] = blocks;
    const source = block && plainString(block.source.text, block.block.attributes.get("source"));
    const folder = source?.startsWith(".") ? below(module.folder, source) : undefined;
    if (folder !== undefined && call.module !== undefined) {
      compared += compareModule(moduleIn(folder), call.module);
    }
  }
  return compared;
}

/** Blocks that an override file changes are left out. */
function compareBlocks(blocks: readonly FileBlock[], configured: Configured): number {
  const [only, ...others] = blocks;
  if (only === undefined || others.length > 0) return 0;
  const { source, block } = only;
  const expressions = {
    ...configured.expressions,
    count: configured.count_expression,
    for_each: configured.for_each_expression,
  };
  let compared = 0;
  for (const [name, listed] of Object.entries(expressions)) {
    const attribute = block.attributes.get(name);
    if (attribute === undefined || listed === undefined || !("references" in listed)) continue;
    const read = referencesIn(attributeExpression(source.text, attribute));
    const where = `${source.file}: ${[...block.labels, name].join(".")}`;
    expect(read, where).toEqual([...new Set(writtenReferences(listed.references ?? []))]);
    compared++;
  }
  return compared;
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/"));
}
