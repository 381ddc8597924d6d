import type { Declaration } from "../../source/declaration.ts";
import type { FileBlock } from "../../source/hcl/module.ts";
import type { Planned } from "../../source/sources.ts";
import type { LocatedText } from "../../source/span.ts";
import { type ModuleStep, moduleAddress } from "../../source/terraform/address.ts";
import type { CodeModule } from "../../source/terraform/code.ts";
import type { Module, PlanConfiguration } from "../../source/terraform/configuration.ts";
import type { FileTree } from "../../source/tree.ts";
import { type Supplies, suppliesOf } from "./supply.ts";

/** What is known of one plan where its findings are placed. */
export interface PlanView {
  readonly configuration: PlanConfiguration;
  readonly declarations: ReadonlyMap<string, Declaration>;
  /** What gave the variables of the root module their values. */
  readonly supplies: Supplies;
  /** An instance of a module, by the calls that lead to it. */
  module(steps: readonly ModuleStep[]): ModuleInstance;
}

/** A module as it is planned: several instances share their files, and differ in the arguments of the call. */
export interface ModuleInstance {
  readonly address: string;
  readonly name: string;
  /** The instance's key, as a value: `"a"` or `0`; `undefined` for the only one. */
  readonly key: string | number | undefined;
  readonly code: CodeModule;
  /** What the plan says was written. */
  readonly config: Module | undefined;
  readonly parent: ModuleInstance | undefined;
  child(step: ModuleStep): ModuleInstance;
}

export function planView(
  { root, code, configuration }: Planned,
  declared: readonly Declaration[],
  tree: FileTree,
): PlanView {
  const modules = new Map<string, ModuleInstance>();
  const moduleOf = (
    path: readonly string[],
    address: string,
    step: ModuleStep,
    config: Module | undefined,
    parent: ModuleInstance | undefined,
  ): ModuleInstance => {
    const made: ModuleInstance = {
      address,
      name: step.name,
      key: keyOf(step.key),
      code: code.module(path),
      config,
      parent,
      child: (below) => {
        const name = moduleAddress(address, below);
        return (
          modules.get(name) ?? moduleOf([...path, below.name], name, below, config?.child(below.name), made)
        );
      },
    };
    modules.set(address, made);
    return made;
  };
  const top = moduleOf([], "", { name: "", key: "" }, root, undefined);
  const summary = configuration();
  return {
    configuration: summary,
    supplies: suppliesOf(tree, top.code.files, summary),
    declarations: new Map(declared.map((declaration) => [declaration.owner, declaration])),
    module: (steps) => steps.reduce((parent, step) => parent.child(step), top),
  };
}

/** `[0]` and `["a.b"]` as values. */
export function keyOf(written: string): string | number | undefined {
  const key = written.slice(1, -1);
  if (key === "") return undefined;
  if (!key.startsWith('"')) return Number(key);
  try {
    const text: unknown = JSON.parse(key);
    return typeof text === "string" ? text.replace(/([$%])\1\{/g, "$1{") : undefined;
  } catch {
    return undefined;
  }
}

/** The blocks that call a module, in its parent's files; those of override files first. */
export function callsOf(module: ModuleInstance): readonly FileBlock[] {
  return module.parent?.code.files?.blocks("module", module.name) ?? [];
}

/** Whether a file was written by whoever wrote the plan's code, and not put there by `terraform init`. */
export function isAuthors({ file }: LocatedText): boolean {
  return !/(?:^|\/)\.terr(?:aform|agrunt-cache)\//.test(file);
}
