import { children } from "./children.ts";
import type { Expression, For, Member } from "./syntax.ts";

/**
 * What an expression refers to, in the words and the order of `references` in a plan's `configuration`, each once and
 * in its longest form: `var.x["y"]`, `aws_subnet.a[0].id`, `each.value.ids`. A splat, a computed index and a
 * parenthesis end one.
 *
 * Terraform may list others: more where a part is `Broken`, as what stands in a `%{}` is; `a.b` for `a.b[(0)]`, an
 * index in parentheses. Types and `ignore_changes` have references here at most, and none in a plan. And a plan tells
 * the references of an attribute, or of a map or list in it, as a whole.
 */
export function referencesIn(expression: Expression): readonly string[] {
  const found = new Set<string>();
  collect(expression, new Set(), found);
  return [...found];
}

function collect(expression: Expression, bound: ReadonlySet<string>, found: Set<string>): void {
  if (expression.kind === "for") collectFor(expression, bound, found);
  else if (expression.kind === "member") collectMember(expression, bound, found);
  else for (const child of children(expression)) collect(child, bound, found);
}

function collectMember(expression: Member, bound: ReadonlySet<string>, found: Set<string>): void {
  const { root, steps } = traversal(expression);
  if (root.kind !== "name") collect(root, bound, found);
  else if (!bound.has(root.name)) found.add(reference(root.name, steps));
  for (const { key } of steps) if (typeof key === "object") collect(key, bound, found);
}

/** The names that it binds are known in all but what it goes through. */
function collectFor(expression: For, bound: ReadonlySet<string>, found: Set<string>): void {
  const { key, item, in: collection, keyResult, result, condition } = expression;
  collect(collection, bound, found);
  const inner = new Set([...bound, item, ...(key === undefined ? [] : [key])]);
  for (const part of [keyResult, result, condition]) if (part !== undefined) collect(part, inner, found);
}

function traversal(expression: Member): { readonly root: Expression; readonly steps: readonly Member[] } {
  const steps: Member[] = [];
  let root: Expression = expression;
  for (; root.kind === "member"; root = root.of) steps.push(root);
  return { root, steps: steps.reverse() };
}

function reference(root: string, steps: readonly Member[]): string {
  let text = root;
  for (const { of, key, bracketed, span } of steps) {
    const parenthesized = of.span.start !== span.start;
    if (typeof key === "object" || parenthesized) break;
    if (typeof key === "number") text += `[${key}]`;
    else text += bracketed ? `[${JSON.stringify(key)}]` : `.${key}`;
  }
  return text.startsWith("resource.") ? text.slice("resource.".length) : text;
}
