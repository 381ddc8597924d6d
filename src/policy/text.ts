import { lineAt, lineStarts } from "../base/lines.ts";
import type { Place } from "../base/place.ts";

/** The text of a file, and the way from offsets in it to places a person can open. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
  place(start: number, end?: number): Place;
  /** The place of a part of a scalar, given by offsets in its decoded value. */
  placeIn(scalar: Span, value: string, start: number, end: number): Place;
  /** The offset in a scalar's decoded value of what is written at an offset of the file; `undefined` outside of it. */
  offsetIn(scalar: Span, value: string, at: number): number | undefined;
}

/** Where something is written: offsets in the file. */
interface Span {
  readonly start: number;
  readonly end: number;
}

export function sourceText(file: string, text: string): SourceText {
  let starts: readonly number[] | undefined;
  const position = (offset: number) => {
    starts ??= lineStarts(text);
    const line = lineAt(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
  const place = (start: number, end?: number): Place => {
    const from = position(start);
    if (end === undefined || end <= start) return { file, ...from };
    const to = position(end);
    return { file, ...from, endLine: to.line, endColumn: to.column };
  };
  return {
    file,
    text,
    place,
    placeIn: (scalar, value, start, end) => {
      const offsets = align(text, scalar, value);
      const from = offsets?.[start];
      if (from === undefined) return place(scalar.start, scalar.end);
      const last = offsets?.[Math.max(start, end - 1)] ?? from;
      return place(from, Math.max(from, last) + 1);
    },
    offsetIn: (scalar, value, at) => {
      if (at < scalar.start || at > scalar.end) return undefined;
      const offsets = align(text, scalar, value) ?? [];
      const after = offsets.findIndex((offset) => offset > at);
      return after === -1 ? (offsets.length === 0 ? undefined : value.length) : Math.max(0, after - 1);
    },
  };
}

/**
 * For each character of a scalar's value (and its end) the offset it is written at; `undefined` where the two do
 * not line up. Exact for every style but for the number of blanks that folding swallowed.
 */
function align(text: string, span: Span, value: string): readonly number[] | undefined {
  const quote = text[span.start - 1];
  const offsets: number[] = [];
  let at = skipBlanks(text, span.start, span.end);
  for (let index = 0; index < value.length; index++) {
    const wanted = value[index] ?? "";
    const width = isBlank(wanted)
      ? blanks(text, at, span.end, value[index + 1])
      : written(text, at, wanted, quote);
    if (width === undefined || at + width > span.end) return undefined;
    offsets.push(at);
    at += width;
  }
  offsets.push(at);
  return offsets;
}

/** One blank of a value stands for all that are written, when it is the last of its run. */
function blanks(text: string, at: number, end: number, following: string | undefined): number {
  const run = skipBlanks(text, at, end) - at;
  if (following === undefined) return run;
  return isBlank(following) ? Math.min(run, 1) : run;
}

/** How many characters at an offset stand for `wanted`; `undefined` where they stand for something else. */
function written(text: string, at: number, wanted: string, quote: string | undefined): number | undefined {
  const first = text[at];
  if (quote === '"' && first === "\\") return text[at + 1] === wanted ? 2 : undefined;
  if (first !== wanted) return undefined;
  return quote === "'" && wanted === "'" ? 2 : 1;
}

function skipBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text[at] ?? "")) at++;
  return at;
}

function isBlank(character: string): boolean {
  return character === " " || character === "\n" || character === "\t" || character === "\r";
}
