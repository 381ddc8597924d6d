import { lineAt, lineStarts } from "../base/lines.ts";
import type { Place } from "../base/place.ts";
import { decodeText } from "./text.ts";
import type { FileTree } from "./tree.ts";

/** Offsets into a text; `end` is the offset after the last character. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A file's text, ready to turn offsets into lines. */
export interface LocatedText {
  readonly file: string;
  readonly text: string;
  place(span: Span): Place;
  /** A line, counted from 1. */
  line(number: number): string;
}

export function locatedText(file: string, text: string): LocatedText {
  const starts = lineStarts(text);
  return {
    file,
    text,
    place: (span) => ({ file, ...positions(text, starts, span) }),
    line: (number) => text.slice(starts[number - 1], starts[number]),
  };
}

/** The text of a file of the tree; `undefined` where it is no text, which costs no more than its places. */
export function readText(tree: FileTree, file: string): LocatedText | undefined {
  try {
    return locatedText(file, decodeText(tree.bytes(file), file));
  } catch {
    return undefined;
  }
}

/** A place covers one line: that of its start. Annotations and code frames both want it so. */
function positions(text: string, starts: readonly number[], span: Span): Omit<Place, "file"> {
  const line = lineAt(starts, span.start);
  const lineStart = starts[line] ?? 0;
  const lineText = text.slice(lineStart, (starts[line + 1] ?? text.length + 1) - 1).trimEnd();
  const end = Math.max(span.start, Math.min(span.end, lineStart + lineText.length));
  return {
    line: line + 1,
    column: span.start - lineStart + 1,
    endLine: line + 1,
    endColumn: end - lineStart + 1,
  };
}
