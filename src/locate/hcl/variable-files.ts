import type { Json } from "../../source/declaration.ts";
import { attributeExpression } from "../../source/hcl/attribute.ts";
import { evaluate } from "../../source/hcl/evaluate.ts";
import { parseJsonExpression } from "../../source/hcl/json-expression.ts";
import { jsonTree, propertiesOf, spanOf } from "../../source/hcl/json-tree.ts";
import { opaque } from "../../source/hcl/result.ts";
import { scanHcl } from "../../source/hcl/scan.ts";
import type { Expression } from "../../source/hcl/syntax.ts";
import { type LocatedText, readText, type Span } from "../../source/span.ts";
import type { FileTree } from "../../source/tree.ts";

/** What a file gives to a variable. */
export interface Given {
  readonly source: LocatedText;
  readonly name: Span;
  readonly expression: Expression;
}

/** A `.tfvars` file. */
export interface VariableFile {
  readonly file: string;
  readonly variables: ReadonlyMap<string, Given>;
}

/** The variable files of a repository: those that Terraform loads by itself, and those that can be named to it. */
export interface VariableFiles {
  /** The one that wins first. */
  readonly loaded: readonly VariableFile[];
  readonly named: readonly VariableFile[];
}

export function variableFiles(tree: FileTree, root: string): VariableFiles {
  const here = tree.list(root).files.filter(isLoaded).sort(byPrecedence);
  const loaded = new Set(here.map((name) => inFolder(root, name)));
  const named = [...filesBelow(tree, "", 0)].filter((file) => !loaded.has(file));
  return {
    loaded: [...loaded].flatMap((file) => readVariables(tree, file)),
    named: named.slice(0, mostNamed).flatMap((file) => readVariables(tree, file)),
  };
}

/** The value that a file gives, as far as it is written plainly: nothing can be referred to there. */
export function givenValue({ expression }: { readonly expression: Expression }): Json | undefined {
  const result = evaluate(expression, { of: () => opaque, file: () => undefined });
  return result.kind === "known" ? result.value : undefined;
}

const deepest = 16;
/** Nobody has more environments. */
const mostNamed = 500;

function isLoaded(name: string): boolean {
  return /^terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/.test(name);
}

/** Terraform reads `terraform.tfvars`, the same as JSON, then the others by name, and the last counts. */
function byPrecedence(a: string, b: string): number {
  return rank(b) - rank(a) || (a < b ? 1 : -1);
}

function rank(name: string): number {
  const place = ["terraform.tfvars", "terraform.tfvars.json"].indexOf(name);
  return place === -1 ? 2 : place;
}

function* filesBelow(tree: FileTree, folder: string, depth: number): Generator<string> {
  const { files, folders } = tree.list(folder);
  for (const name of files) if (/\.tfvars(?:\.json)?$/.test(name)) yield inFolder(folder, name);
  if (depth === deepest) return;
  for (const name of folders) {
    if (!name.startsWith(".") && name !== "node_modules")
      yield* filesBelow(tree, inFolder(folder, name), depth + 1);
  }
}

function inFolder(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

function readVariables(tree: FileTree, file: string): readonly VariableFile[] {
  const source = readText(tree, file);
  if (source === undefined) return [];
  const given = file.endsWith(".json") ? givenInJson(source) : givenInHcl(source);
  return [{ file, variables: new Map(given) }];
}

type Entry = readonly [variable: string, given: Given];

function givenInHcl(source: LocatedText): readonly Entry[] {
  return [...scanHcl(source.text).attributes].map(([key, attribute]) => [
    key,
    { source, name: attribute.name, expression: attributeExpression(source.text, attribute) },
  ]);
}

function givenInJson(source: LocatedText): readonly Entry[] {
  const root = jsonTree(source.text);
  const properties = root === undefined ? [] : propertiesOf(root);
  return properties.map(({ key, value }) => {
    const expression = parseJsonExpression(source.text, spanOf(value));
    return [String(key.value), { source, name: spanOf(key), expression }];
  });
}
