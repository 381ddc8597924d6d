import type { Path } from "../base/place.ts";
import type { Span } from "../source/span.ts";

/** One node of a YAML or JSON document, read only as far as a path leads. */
export interface Node {
  readonly span: Span;
  /** Its short-form tag without the `!`: `If`, `Sub`. */
  readonly tag: string | undefined;
  entry(key: string): Entry | undefined;
  item(index: number): Node | undefined;
}

export interface Entry {
  readonly key: Span;
  readonly value: Node;
}

/** Where the value at a path is written, or else the nearest thing above it that is written. */
export function spanAt(root: Node, path: Path, text: string): Span {
  let here = root;
  let entryHere: Entry | undefined;
  for (const step of path) {
    if (isFunctionOf(here, step)) continue;
    const entry = typeof step === "string" ? here.entry(step) : undefined;
    const next = entry?.value ?? (typeof step === "number" ? here.item(step) : undefined);
    if (next === undefined) break;
    entryHere = entry;
    here = next;
  }
  if (entryHere !== undefined) return keyOrValue(entryHere.key, entryHere.value.span, text);
  return here === root ? startOf(root) : here.span;
}

/** `!If [..]` is one node where `Fn::If: [..]` is two. */
function isFunctionOf(node: Node, step: string | number): boolean {
  return typeof step === "string" && node.tag !== undefined && step.replace(/^Fn::/, "") === node.tag;
}

/** A value that begins or ends on another line than its key is shown by its key: that is the line a person looks for. */
export function keyOrValue(key: Span, value: Span, text: string): Span {
  const empty = value.start === value.end;
  return empty || text.slice(key.start, value.end).includes("\n") ? key : value;
}

/** A whole document is shown by the line that says what it is. */
function startOf(root: Node): Span {
  return root.entry("kind")?.value.span ?? root.span;
}
