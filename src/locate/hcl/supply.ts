import type { Json } from "../../source/declaration.ts";
import { attributeExpression } from "../../source/hcl/attribute.ts";
import type { FileBlock, Module } from "../../source/hcl/module.ts";
import type { PlanConfiguration } from "../../source/terraform/configuration.ts";
import type { FileTree } from "../../source/tree.ts";
import { isAlike } from "./could-be.ts";
import {
  type Given,
  givenValue,
  type VariableFile,
  type VariableFiles,
  variableFiles,
} from "./variable-files.ts";

/** Where a variable of the root module has its value from. */
export interface Supply {
  readonly declared: FileBlock | undefined;
  /** What gives the value; `undefined` where it is given on the command line or by the environment, or it cannot be told. */
  readonly given: Given | undefined;
  /** What that is, or why there is none. */
  readonly what: string;
}

/**
 * Tells what supplied the variables of a plan. A file counts only where it says what the plan says, and nothing else
 * could have supplied the same: a wrong line is worse than the line where the variable is declared.
 */
export function supplierOf(
  tree: FileTree,
  root: Module | undefined,
  { variables }: PlanConfiguration,
): (name: string) => Supply | undefined {
  let read: VariableFiles | undefined;
  let fitting: readonly VariableFile[] | undefined;
  return (name) => {
    if (root === undefined) return undefined;
    const [declared] = root.blocks("variable", name);
    const planned = variables.get(name);
    const outside = `variable \`${name}\`, given on the command line or by the environment`;
    if (planned === undefined) return { declared, given: undefined, what: outside };
    read ??= variableFiles(tree, root.folder);
    const { loaded, named } = read;
    fitting ??= named.filter((file) => doesFit(file, variables));
    const own = ownSupply(name, root, loaded, planned.value);
    const others = fitting.filter((file) => file.variables.has(name));
    const [other, ...more] = others;
    if (other === undefined) return own ?? { declared, given: undefined, what: outside };
    const isUsed = (file: VariableFile) => isNeeded(file, root, loaded, variables);
    if (more.length === 0 && (own === undefined || isUsed(other))) {
      return { declared, given: other.variables.get(name), what: `\`${baseOf(other.file)}\`` };
    }
    return { declared, given: undefined, what: `variable \`${name}\`, which several files may give` };
  };
}

/** What Terraform finds by itself: the file that wins, else the default. `undefined` where the plan says otherwise. */
function ownSupply(
  name: string,
  root: Module,
  loaded: readonly VariableFile[],
  planned: Json,
): Supply | undefined {
  const [declared] = root.blocks("variable", name);
  const winner = loaded.find(({ variables }) => variables.has(name));
  const given = winner?.variables.get(name) ?? defaultOf(name, root);
  if (given === undefined || !says(given, planned)) return undefined;
  if (winner === undefined) return { declared: undefined, given, what: `default of variable \`${name}\`` };
  return { declared, given, what: `\`${baseOf(winner.file)}\`` };
}

function defaultOf(name: string, root: Module): Given | undefined {
  for (const { source, block } of root.blocks("variable", name)) {
    const value = block.attributes.get("default");
    if (value !== undefined)
      return { source, name: value.name, expression: attributeExpression(source.text, value) };
  }
  return undefined;
}

type Variables = PlanConfiguration["variables"];

/** Whether a file can have been named to Terraform: the plan has every value it gives. */
function doesFit({ variables }: VariableFile, planned: Variables): boolean {
  return [...variables].every(([name, given]) => {
    const value = planned.get(name);
    return value === undefined || says(given, value.value);
  });
}

/** Whether a file was certainly named to Terraform, for it alone gives some value that the plan has. */
function isNeeded(
  { variables }: VariableFile,
  root: Module,
  loaded: readonly VariableFile[],
  planned: Variables,
): boolean {
  return [...variables.keys()].some((name) => {
    const value = planned.get(name);
    return value !== undefined && ownSupply(name, root, loaded, value.value) === undefined;
  });
}

function says(given: Given, planned: Json): boolean {
  const value = givenValue(given);
  return value !== undefined && isAlike(value, planned);
}

function baseOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}
