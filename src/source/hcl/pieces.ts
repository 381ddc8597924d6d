import type { Span } from "../span.ts";
import type { Expression } from "./syntax.ts";

/** A text within one line, its line end included; or what stands in `${}` or `%{}`. */
export type Piece = string | Fill;

export interface Fill {
  /** A directive is not understood: all of `%{ if x }` is broken. */
  readonly expression: Expression;
  /** The first word of a directive. */
  readonly directive: string | undefined;
  /** `${~`: takes away the blanks before it. */
  readonly eatsBefore: boolean;
  /** `~}` */
  readonly eatsAfter: boolean;
}

/** Makes an expression of the pieces of a template, in the order in which Terraform does it. */
export function templateOf(pieces: readonly Piece[], indented: boolean, span: Span): Expression {
  const eaten = withoutEaten(pieces);
  const parts = joined(withoutDirectives(indented ? withoutIndentation(eaten) : eaten));
  const [only = "", ...others] = parts;
  if (others.length > 0 || typeof only !== "string") return { kind: "template", parts, span };
  return { kind: "literal", value: only, span };
}

const blanksBefore = /^\p{White_Space}+/u;

function withoutEaten(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, at) => {
    if (typeof piece !== "string") return piece;
    const before = pieces[at - 1];
    const after = pieces[at + 1];
    const eatenStart = typeof before === "object" && before.eatsAfter;
    const eatenEnd = typeof after === "object" && after.eatsBefore;
    const rest = eatenStart ? piece.replace(blanksBefore, "") : piece;
    return eatenEnd ? rest.trimEnd() : rest;
  });
}

/** Takes from every line that is not blank as many blanks as the least indented one has. */
function withoutIndentation(pieces: readonly Piece[]): readonly Piece[] {
  const lines = pieces.map((piece, at) => {
    const before = pieces[at - 1] ?? "\n";
    return typeof before === "string" && before.endsWith("\n") && !isBlankLine(piece);
  });
  let least = Number.POSITIVE_INFINITY;
  for (const [at, piece] of pieces.entries()) if (lines[at]) least = Math.min(least, indentation(piece));
  return pieces.map((piece, at) => (lines[at] && typeof piece === "string" ? piece.slice(least) : piece));
}

function isBlankLine(piece: Piece): boolean {
  return typeof piece === "string" && piece.endsWith("\n") && indentation(piece) === piece.length;
}

function indentation(piece: Piece): number {
  return typeof piece === "string" ? (blanksBefore.exec(piece)?.[0].length ?? 0) : 0;
}

/** From the first word of a directive to its last, all is one broken part. */
function withoutDirectives(pieces: readonly Piece[]): readonly (string | Expression)[] {
  const parts: (string | Expression)[] = [];
  let depth = 0;
  let start = 0;
  let end = 0;
  for (const piece of pieces) {
    const directive = typeof piece === "string" ? undefined : piece.directive;
    const { span } = typeof piece === "string" ? { span: undefined } : piece.expression;
    if (depth === 0) start = span?.start ?? start;
    end = span?.end ?? end;
    const inside = depth > 0;
    depth = Math.max(0, depth + (nesting.get(directive) ?? 0));
    if (depth > 0) continue;
    if (inside || directive !== undefined) parts.push({ kind: "broken", span: { start, end } });
    else parts.push(typeof piece === "string" ? piece : piece.expression);
  }
  if (depth > 0) parts.push({ kind: "broken", span: { start, end } });
  return parts;
}

const nesting: ReadonlyMap<string | undefined, number> = new Map([
  ["if", 1],
  ["for", 1],
  ["endif", -1],
  ["endfor", -1],
]);

function joined(parts: readonly (string | Expression)[]): readonly (string | Expression)[] {
  const texts: (string | Expression)[] = [];
  for (const part of parts) {
    const last = texts.at(-1);
    if (typeof part === "string" && typeof last === "string") texts[texts.length - 1] = last + part;
    else texts.push(part);
  }
  return texts.map((part) => (typeof part === "string" ? part.normalize("NFC") : part));
}
