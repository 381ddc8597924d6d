import { type Checked, check } from "../../expr/check.ts";
import { libraryOf } from "../../expr/library.ts";
import { parse } from "../../expr/parse.ts";
import { type CollectNode, type Node, operands, type QuantifierNode, type Span } from "../../expr/syntax.ts";
import { dyn, present, type Type } from "../../expr/type.ts";
import type { Site } from "../expressions.ts";

/** What somebody points at in an expression. */
export type Pointed = Span &
  (
    | { readonly kind: "variable"; readonly name: string; readonly type: Type }
    /** A name that a macro binds, in the expression itself. */
    | { readonly kind: "bound"; readonly name: string; readonly type: Type }
    | { readonly kind: "field"; readonly of: Type; readonly name: string; readonly type: Type }
    | { readonly kind: "function"; readonly name: string; readonly signatures: readonly Signature[] }
    | { readonly kind: "macro"; readonly name: string }
  );

export interface Signature {
  readonly signature: string;
  readonly doc: string;
}

/** A name in scope at a node. */
export interface Bound {
  readonly name: string;
  readonly type: Type;
}

/** A tree with the nodes from its root to one of them. */
export interface Trail {
  readonly checked: Checked;
  /** The innermost last. */
  readonly nodes: readonly Node[];
}

/** Reads an expression and follows it to the innermost node at an offset; `undefined` where it cannot be read. */
export function trailTo(
  { text, environment }: Pick<Site, "text" | "environment">,
  offset: number,
): Trail | undefined {
  const { tree } = parse(text);
  if (tree === undefined) return undefined;
  const checked = check(tree, text, libraryOf(environment));
  const nodes: Node[] = [];
  for (let at: Node | undefined = isIn(tree, offset) ? tree : undefined; at !== undefined; ) {
    nodes.push(at);
    at = children(at).find((child) => isIn(child, offset));
  }
  return { checked, nodes };
}

/** What stands at an offset of an expression, if it has a meaning of its own. */
export function pointedAt(site: Pick<Site, "text" | "environment">, offset: number): Pointed | undefined {
  const trail = trailTo(site, offset);
  const node = trail?.nodes.at(-1);
  if (trail === undefined || node === undefined) return undefined;
  const { types, calls } = trail.checked;
  switch (node.kind) {
    case "name": {
      const bound = scopeOf(trail).find(({ name }) => name === node.name);
      const { start, end } = node;
      if (bound !== undefined) return { kind: "bound", ...bound, start, end };
      return { kind: "variable", name: node.name, type: types.get(node) ?? dyn, start, end };
    }
    case "select": {
      if (!isIn(node.fieldSpan, offset)) return undefined;
      const of = present(types.get(node.object) ?? dyn);
      return { kind: "field", of, name: node.field, type: types.get(node) ?? dyn, ...node.fieldSpan };
    }
    case "call": {
      if (!isIn(node.functionSpan, offset)) return undefined;
      const signatures = (calls.get(node)?.overloads ?? []).map(({ declaration }) => declaration);
      return { kind: "function", name: node.function, signatures, ...node.functionSpan };
    }
    case "quantifier":
    case "collect":
      return macroAt(node, site.text, offset);
    case "has":
      return { kind: "macro", name: "has", start: node.start, end: node.start + "has".length };
    default:
      return undefined;
  }
}

/** The names that macros bind around the innermost node, innermost first. */
export function scopeOf({ checked: { types }, nodes }: Trail): readonly Bound[] {
  const found: Bound[] = [];
  for (const [index, node] of nodes.entries()) {
    const next = nodes[index + 1];
    if (node.kind === "bind" && next !== node.value) {
      found.unshift({ name: node.name, type: types.get(node.value) ?? dyn });
    }
    if ((node.kind === "quantifier" || node.kind === "collect") && next !== node.list) {
      found.unshift(...membersOf(node, present(types.get(node.list) ?? dyn)));
    }
  }
  return found;
}

function membersOf({ names: [first, second] }: QuantifierNode | CollectNode, list: Type): readonly Bound[] {
  const member = list.kind === "list" || list.kind === "map" ? list.of : dyn;
  const key: Type = { kind: list.kind === "map" ? "string" : "int" };
  if (first === undefined) return [];
  if (second === undefined) return [{ name: first.name, type: list.kind === "map" ? key : member }];
  return [
    { name: second.name, type: member },
    { name: first.name, type: key },
  ];
}

function macroAt(node: QuantifierNode | CollectNode, text: string, offset: number): Pointed | undefined {
  const after = /^\s*\)*\s*\.\s*/.exec(text.slice(node.list.end))?.[0] ?? "";
  const start = node.list.end + after.length;
  const name = /^\w+/.exec(text.slice(start))?.[0];
  if (name === undefined || offset < start || offset > start + name.length) return undefined;
  return { kind: "macro", name, start, end: start + name.length };
}

function children(node: Node): readonly Node[] {
  if (node.kind === "has") return [node.select];
  if (node.kind === "quantifier" || node.kind === "collect") return [...operands(node), ...node.names];
  return operands(node);
}

function isIn({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
