import type * as v from "valibot";
import { didYouMean } from "../base/suggest.ts";
import type { Mistake } from "./policy.ts";
import type { SourceText } from "./text.ts";
import { entry, type Node } from "./yaml.ts";

/** A mistake of shape, said about the node that is wrong or, where something is missing, about its parent. */
export function shapeMistakes(
  source: SourceText,
  root: Node,
  issues: readonly v.BaseIssue<unknown>[] | undefined,
): readonly Mistake[] {
  return (issues ?? []).map((issue) => mistakeOf(source, root, issue));
}

/** The keys of a map that are none of `known`. */
export function unknownKeys(
  source: SourceText,
  node: Node | undefined,
  known: readonly string[],
): readonly Mistake[] {
  if (node?.kind !== "map") return [];
  return node.entries
    .filter(({ key }) => !known.includes(key.text))
    .map(({ key }) => ({
      at: source.place(key.start, key.end),
      message: `unknown key \`${key.text}\`${didYouMean(key.text, known) || `; known: ${known.join(", ")}`}`,
    }));
}

type Issue = v.BaseIssue<unknown>;

function mistakeOf(source: SourceText, root: Node, issue: Issue): Mistake {
  const path = (issue.path ?? []).map((step) => String(step.key));
  const { node, owner, missing } = follow(root, path);
  if (missing !== undefined) {
    const where = owner === undefined ? "" : ` in \`${owner}\``;
    return { at: source.place(node.start), message: `\`${missing}\` is missing${where}` };
  }
  const name = owner === undefined ? "the file" : `\`${owner}\``;
  const end = node.kind === "scalar" ? node.end : undefined;
  return { at: source.place(node.start, end), message: `${name} ${said(issue, node)}` };
}

/** The node a path leads to, what it is called, and the key that is not there if the path breaks off. */
function follow(
  root: Node,
  path: readonly string[],
): { readonly node: Node; readonly owner: string | undefined; readonly missing: string | undefined } {
  let node = root;
  let owner: string | undefined;
  for (const step of path) {
    const next = node.kind === "list" ? node.items[Number(step)] : entry(node, step)?.value;
    if (next === undefined) return { node, owner, missing: step };
    if (node.kind === "map") owner = step;
    node = next;
  }
  return { node, owner, missing: undefined };
}

function said(issue: Issue, node: Node): string {
  if (issue.kind === "validation") return issue.message;
  if (issue.type === "picklist")
    return `must be ${choices(issue.expected)}, not ${shown(node)}${meant(issue, node)}`;
  if (issue.message !== "" && !issue.message.startsWith("Invalid")) return issue.message;
  return `must be ${kindName(issue.type)}, not ${shown(node)}`;
}

function choices(expected: string | null): string {
  return words(expected)
    .join(", ")
    .replace(/, ([^,]*)$/, " or $1");
}

function meant(issue: Issue, node: Node): string {
  return node.kind === "scalar" ? didYouMean(node.text, words(issue.expected)) : "";
}

function words(expected: string | null): readonly string[] {
  return [...(expected ?? "").matchAll(/"([^"]*)"/g)].map(([, word]) => word ?? "");
}

function kindName(type: string): string {
  switch (type) {
    case "string":
      return "text";
    case "number":
      return "a number";
    case "boolean":
      return "true or false";
    case "array":
      return "a list";
    case "strict_object":
    case "object":
    case "record":
      return "a map";
    default:
      return "something else";
  }
}

function shown(node: Node): string {
  switch (node.kind) {
    case "scalar":
      return node.text === "" && node.value === null ? "empty" : `\`${node.text}\``;
    case "list":
      return "a list";
    case "map":
      return "a map";
  }
}
