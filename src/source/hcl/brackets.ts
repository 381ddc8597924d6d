import type { Broken, Expression, ObjectExpression } from "./syntax.ts";
import type { Cursor } from "./tokens.ts";

/** Reads what stands inside of brackets. */
export interface Reader {
  readonly cursor: Cursor;
  expression(): Expression;
  /** An expression, broken where anything else stands before one of these symbols or a closing bracket. */
  element(ends: readonly string[]): Expression;
}

/** `[a, b]` and `[for ...]`. */
export function list(reader: Reader, start: number): Expression {
  const { cursor } = reader;
  cursor.take("[");
  return cursor.within(false, () => {
    if (cursor.word === "for") return forExpression(reader, start, "]");
    const items: Expression[] = [];
    while (!cursor.closing("]")) {
      items.push(reader.element([","]));
      if (!cursor.take(",")) break;
    }
    return cursor.take("]") ? { kind: "list", items, span: cursor.span(start) } : broken(cursor, start);
  });
}

/** `{ a = b }` and `{for ...}`. */
export function object(reader: Reader, start: number): Expression {
  const { cursor } = reader;
  cursor.take("{");
  const isFor = cursor.within(false, () => cursor.word === "for");
  if (isFor) return cursor.within(false, () => forExpression(reader, start, "}"));
  return cursor.within(true, () => {
    const entries: Entry[] = [];
    for (let more = true; more; ) {
      while (cursor.take("\n"));
      if (cursor.closing("}")) break;
      entries.push(entry(reader));
      more = cursor.take(",") || cursor.symbol === "\n";
    }
    return cursor.take("}") ? { kind: "object", entries, span: cursor.span(start) } : broken(cursor, start);
  });
}

type Entry = ObjectExpression["entries"][number];

function entry(reader: Reader): Entry {
  const { cursor } = reader;
  const start = cursor.next;
  const bare = cursor.word !== undefined;
  const written = reader.element(["=", ":", ",", "\n"]);
  if (cursor.take("=") || cursor.take(":")) {
    return { key: objectKey(written, bare), value: reader.element([",", "\n"]) };
  }
  const neither = broken(cursor, start);
  return { key: neither, value: neither };
}

/** A bare word is a text, even `null`; a number or bool is turned into one, as every key is. */
function objectKey(key: Expression, bare: boolean): Expression {
  const { span } = key;
  if (key.kind === "name") return bare ? { kind: "literal", value: key.name, span } : key;
  if (key.kind !== "literal" || (key.value === null && !bare)) return key;
  return { kind: "literal", value: String(key.value), span };
}

/** What follows the bracket of a `for`, up to the one that closes it. */
function forExpression(reader: Reader, start: number, close: "]" | "}"): Expression {
  const { cursor } = reader;
  cursor.takeWord();
  const first = cursor.takeWord();
  const second = cursor.take(",") ? cursor.takeWord() : undefined;
  const item = second ?? first;
  if (item === undefined || cursor.takeWord() !== "in") return brokenFor(cursor, start, close);
  const collection = reader.expression();
  if (!cursor.take(":")) return brokenFor(cursor, start, close);
  const keyResult = close === "}" ? reader.expression() : undefined;
  if (keyResult !== undefined && !cursor.take("=>")) return brokenFor(cursor, start, close);
  const result = reader.expression();
  const grouped = keyResult !== undefined && cursor.take("...");
  const condition = cursor.word === "if" ? forCondition(reader) : undefined;
  if (!cursor.take(close)) return brokenFor(cursor, start, close);
  const key = second === undefined ? undefined : first;
  const span = cursor.span(start);
  return { kind: "for", key, item, in: collection, keyResult, result, grouped, condition, span };
}

function forCondition(reader: Reader): Expression {
  reader.cursor.takeWord();
  return reader.expression();
}

function brokenFor(cursor: Cursor, start: number, close: string): Broken {
  cursor.skipTo([]);
  cursor.take(close);
  return broken(cursor, start);
}

function broken(cursor: Cursor, start: number): Broken {
  return { kind: "broken", span: cursor.span(start) };
}
