import type { Place } from "../base/place.ts";
import type { LocatedFinding } from "../verdict/finding.ts";
import { columnsOf, cropped } from "./columns.ts";
import { visible } from "./escape/visible.ts";

/** A line of the author's file as it is shown; `mark` counts columns of the terminal. */
export interface FrameLine {
  readonly number: number;
  readonly text: string;
  readonly mark: { readonly start: number; readonly length: number } | undefined;
}

/**
 * The lines around a place, fit to be printed, without the indentation they share, cropped so that the marked part
 * is in sight. Empty where the place has no line or the file has changed since.
 */
export function codeFrame(
  lines: readonly string[],
  place: Place,
  { context, width }: { readonly context: number; readonly width: number },
): readonly FrameLine[] {
  const { line, column = 1, endColumn = column + 1 } = place;
  const marked = line === undefined ? undefined : lines[line - 1];
  if (line === undefined || marked === undefined || concealed(lines, line - 1) !== marked) return [];

  const [first, last] = surroundings(lines, line - 1, context);
  const indent = sharedIndent(lines.slice(first, last + 1));
  const end = endColumn > column ? endColumn : column + 1;
  const start = columnsOf(visibleLine(marked.slice(indent, column - 1)));
  const length = Math.max(1, columnsOf(visibleLine(marked.slice(Math.max(indent, column - 1), end - 1))));
  const from = start + Math.min(length, width) > width ? Math.max(0, start - 4) : 0;
  const mark = { start: start - from, length: Math.max(1, Math.min(length, width - (start - from))) };

  return lines.slice(first, last + 1).map((_, index) => ({
    number: first + index + 1,
    text: cropped(visibleLine(concealed(lines, first + index).slice(indent)).trimEnd(), from, from + width),
    mark: first + index === line - 1 ? mark : undefined,
  }));
}

/** Whether the lines around a finding may be printed: never those of a Secret, nor what led to a sensitive value. */
export function mayShowCode(finding: LocatedFinding): boolean {
  if (finding.secret === true) return false;
  const secret = finding.refs.some(
    ({ format, owner }) => format === "kubernetes" && owner.split("/").includes("Secret"),
  );
  return !secret && finding.concept !== "Secret" && !finding.message.includes("(sensitive)");
}

/**
 * A line without what stands behind a name that promises a secret: `password = ...`. In a list of variables the name
 * may stand on the line before its value.
 */
function concealed(lines: readonly string[], at: number): string {
  const line = lines[at] ?? "";
  const named = secretName.exec(line);
  if (named !== null) return `${line.slice(0, named.index + named[0].length)}…`;
  const isValue = /^[ \t{-]*["']?value["']?[ \t]*[:=]/i.exec(line);
  return isValue !== null && secretName.test(lines[at - 1] ?? "") ? `${isValue[0]} …` : line;
}

/** `Master_Password`, `apiKey`, `github-token`; neither `secretName` nor `token_ttl`, which say where or how long. */
const secretName =
  /(?:passw(?:or)?d|passphrase|secret|token|(?:api|access|private|signing)[_-]?key|credentials?)(?:[_-]?(?:string|value|hash|id))?["']?(?=\s*[:=,}]|\s*$)/i;

/** As many lines as asked, but not beyond the document: the next one may be a Secret. Blank lines at the rim go. */
function surroundings(
  lines: readonly string[],
  at: number,
  context: number,
): readonly [first: number, last: number] {
  let first = at;
  while (first > 0 && at - first < context && !isSeparator(lines[first - 1])) first--;
  let last = at;
  while (last < lines.length - 1 && last - at < context && !isSeparator(lines[last + 1])) last++;
  while (first < at && isBlank(lines[first])) first++;
  while (last > at && isBlank(lines[last])) last--;
  return [first, last];
}

/** A tab stands for two columns; a line feed cannot be in a line, and does not become one. */
function visibleLine(line: string): string {
  return visible(line.replace(/\r$/, "").replaceAll("\t", "  ").replaceAll("\n", " "));
}

function isSeparator(line: string | undefined): boolean {
  return line !== undefined && /^(?:---|\.\.\.)(?:\s|$)/.test(line);
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === "";
}

function sharedIndent(lines: readonly string[]): number {
  const indents = lines.filter((line) => !isBlank(line)).map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  return Math.min(...indents);
}
