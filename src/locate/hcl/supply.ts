import type { Json } from "../../source/declaration.ts";
import { attributeExpression } from "../../source/hcl/attribute.ts";
import type { FileBlock, Module } from "../../source/hcl/module.ts";
import type { PlanConfiguration } from "../../source/terraform/configuration.ts";
import type { FileTree } from "../../source/tree.ts";
import { isAlike } from "./could-be.ts";
import { type Given, givenValue, type VariableFile, variableFiles } from "./variable-files.ts";

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
export function suppliesOf(
  tree: FileTree,
  root: Module | undefined,
  { variables }: PlanConfiguration,
): Supplies {
  let run: Run | undefined;
  return {
    of: (name) => {
      if (root === undefined) return undefined;
      run ??= runOf(tree, root, variables);
      return supply(name, run);
    },
    holdsSecret: (file) => run !== undefined && holdsSecret(file, run),
  };
}

export interface Supplies {
  of(name: string): Supply | undefined;
  /** Whether a file gives a value to a variable that is sensitive, beside the one that is looked for. */
  holdsSecret(file: string): boolean;
}

/** What a plan was made with. */
interface Run {
  readonly root: Module;
  readonly variables: Variables;
  /** The files that Terraform loads by itself; the one that wins first. */
  readonly loaded: readonly VariableFile[];
  /** The files that may have been named to it, for the plan has every value they give. */
  readonly fitting: readonly VariableFile[];
}

type Variables = PlanConfiguration["variables"];

function runOf(tree: FileTree, root: Module, variables: Variables): Run {
  const { loaded, named } = variableFiles(tree, root.folder);
  return { root, variables, loaded, fitting: named.filter((file) => doesFit(file, variables)) };
}

function holdsSecret(name: string, { loaded, fitting, variables }: Run): boolean {
  const found = [...loaded, ...fitting].find(({ file }) => file === name);
  return found !== undefined && [...found.variables.keys()].some((one) => variables.get(one)?.sensitive);
}

function supply(name: string, run: Run): Supply {
  const [declared] = run.root.blocks("variable", name);
  const own = ownSupply(name, run);
  const [other, ...more] = run.fitting.filter(({ variables }) => variables.has(name));
  if (other === undefined) return own ?? { declared, given: undefined, what: fromOutside(name, run) };
  if (more.length === 0 && (own === undefined || isNeeded(other, run))) {
    return { declared, given: other.variables.get(name), what: `\`${baseOf(other.file)}\`` };
  }
  return { declared, given: undefined, what: `variable \`${name}\`, which several files may give` };
}

function fromOutside(name: string, { loaded }: Run): string {
  const winner = loaded.find(({ variables }) => variables.has(name));
  return winner === undefined
    ? `variable \`${name}\`, given on the command line or by the environment`
    : `variable \`${name}\`, for which \`${baseOf(winner.file)}\` has another value`;
}

/** What Terraform finds by itself: the file that wins, else the default. `undefined` where the plan says otherwise. */
function ownSupply(name: string, { root, loaded, variables }: Run): Supply | undefined {
  const planned = variables.get(name);
  const winner = loaded.find((file) => file.variables.has(name));
  const given = winner?.variables.get(name) ?? defaultOf(name, root);
  if (planned === undefined || given === undefined || !says(given, planned.value)) return undefined;
  if (winner === undefined) return { declared: undefined, given, what: `default of variable \`${name}\`` };
  const [declared] = root.blocks("variable", name);
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

/** Whether a file can have been named to Terraform: the plan has every value it gives. */
function doesFit({ variables }: VariableFile, planned: Variables): boolean {
  return [...variables].every(([name, given]) => {
    const value = planned.get(name);
    return value === undefined || says(given, value.value);
  });
}

/** Whether a file was certainly named to Terraform, for it alone gives some value that the plan has. */
function isNeeded(file: VariableFile, run: Run): boolean {
  return [...file.variables.keys()].some(
    (name) => run.variables.has(name) && ownSupply(name, run) === undefined,
  );
}

function says(given: Given, planned: Json): boolean {
  const value = givenValue(given);
  return value !== undefined && isAlike(value, planned);
}

function baseOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}
