import type { Span } from "../span.ts";

/** An HCL expression, with the stretch of its file that it stands in. */
export type Expression =
  | Literal
  | Template
  | Name
  | Member
  | Splat
  | Call
  | ListExpression
  | ObjectExpression
  | For
  | Conditional
  | Operation
  | Broken;

/** A number, a bool, `null`, or a quoted text without anything to fill in (escapes resolved). */
export interface Literal {
  readonly kind: "literal";
  readonly value: null | boolean | number | string;
  readonly span: Span;
}

/**
 * A quoted text or heredoc with `${}` in it: texts (escapes resolved, `<<-` indentation taken away) and expressions
 * in turn. A single part is the value itself, whatever its type: `"${a}"` is `a`. A `%{ if }` or `%{ for }` directive
 * makes its whole stretch one `Broken` part.
 */
export interface Template {
  readonly kind: "template";
  readonly parts: readonly (string | Expression)[];
  readonly span: Span;
}

/** The first word of a traversal: `var`, `local`, `module`, `data`, `each`, `aws_subnet`, the variable of a `for`. */
export interface Name {
  readonly kind: "name";
  readonly name: string;
  readonly span: Span;
}

/** `of.key` and `of[key]`. A key written as `.name`, `.0`, `[0]` or `["a"]` is plain; `[count.index]` is an expression. */
export interface Member {
  readonly kind: "member";
  readonly of: Expression;
  readonly key: string | number | Expression;
  /** `["name"]` and not `.name`. */
  readonly bracketed: boolean;
  readonly span: Span;
}

/**
 * `of[*].a.b` and `of.*.a.b`: `path` is taken out of every member. `of[*].a[*].b` is the `For` that it means, over an
 * item named `*`.
 */
export interface Splat {
  readonly kind: "splat";
  readonly of: Expression;
  readonly path: readonly (string | number | Expression)[];
  readonly span: Span;
}

export interface Call {
  readonly kind: "call";
  readonly name: string;
  readonly arguments: readonly Expression[];
  /** The last argument is `list...`. */
  readonly spread: boolean;
  readonly span: Span;
}

export interface ListExpression {
  readonly kind: "list";
  readonly items: readonly Expression[];
  readonly span: Span;
}

export interface ObjectExpression {
  readonly kind: "object";
  /** A bare or quoted key is a literal; `(key)` and `"${key}"` are expressions. */
  readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
  readonly span: Span;
}

/** `[for item in in : result if condition]`, `{for key, item in in : keyResult => result...}`. */
export interface For {
  readonly kind: "for";
  readonly key: string | undefined;
  readonly item: string;
  readonly in: Expression;
  /** Set for the form in braces. */
  readonly keyResult: Expression | undefined;
  readonly result: Expression;
  readonly grouped: boolean;
  readonly condition: Expression | undefined;
  readonly span: Span;
}

export interface Conditional {
  readonly kind: "conditional";
  readonly condition: Expression;
  readonly yes: Expression;
  readonly no: Expression;
  readonly span: Span;
}

/** Unary (`!`, `-`) with one operand, binary with two. */
export interface Operation {
  readonly kind: "operation";
  readonly operator: string;
  readonly operands: readonly Expression[];
  readonly span: Span;
}

/** What could not be understood. */
export interface Broken {
  readonly kind: "broken";
  readonly span: Span;
}
