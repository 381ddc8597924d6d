import type { Node } from "./syntax.ts";

/** `params.limit` for `params.limit` and `params["limit"]`, where `params` is a variable. */
export function variablePath(node: Node, isVariable: (name: string) => boolean): string | undefined {
  if (node.kind === "name") return isVariable(node.name) ? node.name : undefined;
  const step =
    node.kind === "select" ? node.field : node.kind === "index" ? literalKey(node.index) : undefined;
  if (step === undefined || (node.kind !== "select" && node.kind !== "index")) return undefined;
  const before = variablePath(node.object, isVariable);
  return before === undefined ? undefined : `${before}.${step}`;
}

/** The key that is written out: `limit` of `params["limit"]`. */
export function literalKey(node: Node): string | undefined {
  return node.kind === "literal" && typeof node.value === "string" ? node.value : undefined;
}
