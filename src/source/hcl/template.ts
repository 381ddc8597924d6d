import type { Span } from "../span.ts";
import { type Fill, type Piece, templateOf } from "./pieces.ts";
import type { Expression } from "./syntax.ts";
import { type Cursor, match } from "./tokens.ts";

/** Reads the expression inside of `${` and `}`, and neither of them. */
type ReadFilled = () => Expression;

/** Reads `"..."`. Without its closing quote it is broken up to the end of the line. */
export function quoted(cursor: Cursor, filled: ReadFilled): Expression {
  const start = cursor.next;
  const pieces: Piece[] = [];
  cursor.at = start + 1;
  for (;;) {
    const text = textOf(cursor, () => taken(cursor, inQuotes) ?? doubled(cursor) ?? escaped(cursor));
    if (text !== "") pieces.push(text);
    const here = cursor.text[cursor.at];
    if (here === undefined || here === "\n") return { kind: "broken", span: cursor.span(start) };
    if (here === '"') {
      cursor.at++;
      return templateOf(pieces, false, cursor.span(start));
    }
    pieces.push(here === "\\" ? badEscape(cursor) : fill(cursor, filled));
  }
}

export function isHeredoc(cursor: Cursor): boolean {
  return match(heredocStart, cursor.text, cursor.next) !== undefined;
}

/** Reads `<<EOT` and `<<-EOT`. Without the line that closes it, it is broken up to the end of the text. */
export function heredoc(cursor: Cursor, filled: ReadFilled): Expression {
  const start = cursor.next;
  const opening = match(heredocStart, cursor.text, start) ?? "";
  const indented = opening.startsWith("<<-");
  const marker = opening.slice(indented ? 3 : 2).trim();
  const pieces: Piece[] = [];
  cursor.at = start + opening.length;
  for (let lineStarts = true; cursor.at < cursor.text.length; ) {
    const end = lineStarts ? closingEnd(cursor, marker) : undefined;
    if (end !== undefined) {
      cursor.at = end;
      return templateOf(pieces, indented, cursor.span(start));
    }
    const piece = linePiece(cursor, filled);
    lineStarts = typeof piece === "string" && piece.endsWith("\n");
    pieces.push(piece);
  }
  return { kind: "broken", span: cursor.span(start) };
}

/** Reads all there is as a template without quotes around it, in which a backslash is a backslash. */
export function bareTemplate(cursor: Cursor, span: Span, filled: ReadFilled): Expression {
  const pieces: Piece[] = [];
  while (cursor.at < cursor.text.length) pieces.push(linePiece(cursor, filled));
  return templateOf(pieces, false, span);
}

const heredocStart = /<<-?[\p{ID_Start}_][\p{ID_Continue}-]*[ \t]*\r?\n/uy;
const inQuotes = /[^"\\$%\n]+/y;
const inLine = /[^$%\n]+/y;
const signs = /\$+|%+/y;
const escape = /\\(?:[nrt"\\]|u[\da-fA-F]{4}|U[\da-fA-F]{8})/y;

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

/** The end of the marker, if the line that starts here holds nothing else. */
function closingEnd(cursor: Cursor, marker: string): number | undefined {
  const end = cursor.text.indexOf("\n", cursor.at);
  const line = cursor.text.slice(cursor.at, end === -1 ? undefined : end).trimEnd();
  return line.trimStart() === marker ? cursor.at + line.length : undefined;
}

/** A text up to the end of its line or to what is filled in; or what is filled in. */
function linePiece(cursor: Cursor, filled: ReadFilled): Piece {
  const text = textOf(cursor, () => taken(cursor, inLine) ?? doubled(cursor));
  if (cursor.text[cursor.at] === "\n") {
    cursor.at++;
    return `${text}\n`;
  }
  return text === "" ? fill(cursor, filled) : text;
}

function textOf(cursor: Cursor, more: () => string | undefined): string {
  let text = "";
  while (cursor.at < cursor.text.length) {
    const part = more();
    if (part === undefined) break;
    text += part;
  }
  return text;
}

function taken(cursor: Cursor, pattern: RegExp): string | undefined {
  const text = match(pattern, cursor.text, cursor.at);
  cursor.at += text?.length ?? 0;
  return text;
}

/** Signs that start nothing: `$`, and `$${`, which stands for `${`. */
function doubled(cursor: Cursor): string | undefined {
  const run = match(signs, cursor.text, cursor.at);
  if (run === undefined) return undefined;
  const brace = cursor.text[cursor.at + run.length] === "{";
  if (brace && run.length === 1) return undefined;
  cursor.at += run.length + (brace ? 1 : 0);
  return brace ? `${run.slice(1)}{` : run;
}

function escaped(cursor: Cursor): string | undefined {
  const written = match(escape, cursor.text, cursor.at);
  if (written === undefined) return undefined;
  const text = written.length > 2 ? character(Number.parseInt(written.slice(2), 16)) : written.slice(1);
  if (text !== undefined) cursor.at += written.length;
  return text === undefined ? undefined : (simpleEscapes.get(text) ?? text);
}

/** `undefined` for what Unicode has no character for. */
function character(code: number): string | undefined {
  const exists = code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff);
  return exists ? String.fromCodePoint(code) : undefined;
}

function badEscape(cursor: Cursor): Fill {
  const start = cursor.at++;
  return {
    expression: { kind: "broken", span: cursor.span(start) },
    directive: undefined,
    eatsBefore: false,
    eatsAfter: false,
  };
}

function fill(cursor: Cursor, filled: ReadFilled): Fill {
  const start = cursor.at;
  const isDirective = cursor.text[start] === "%";
  const eatsBefore = cursor.text[start + 2] === "~";
  cursor.at = start + (eatsBefore ? 3 : 2);
  return cursor.within(false, () => {
    const directive = isDirective ? (cursor.word ?? "") : undefined;
    const expression = isDirective ? undefined : filled();
    let closer = closing(cursor);
    const asWritten = closer !== undefined;
    for (; closer === undefined && !cursor.done; closer = closing(cursor)) cursor.takeStretch();
    const span = cursor.span(start);
    const read = asWritten ? expression : undefined;
    return {
      expression: read ?? { kind: "broken", span },
      directive,
      eatsBefore,
      eatsAfter: closer === "~}",
    };
  });
}

function closing(cursor: Cursor): string | undefined {
  return ["}", "~}"].find((closer) => cursor.take(closer));
}
