import type { Failure } from "../base/failure.ts";
import { showPlace } from "../base/place.ts";
import type { LocatedFinding, Verdict } from "../verdict/finding.ts";
import { answer, closingCounts } from "./closing.ts";
import { columnsOf, wrapped } from "./columns.ts";
import { oneLine } from "./escape/visible.ts";
import { codeFrame, type FrameLine, mayShowCode } from "./frame.ts";
import { type Paint, painter } from "./paint.ts";
import { firstSentence, listed } from "./words.ts";

export interface TerminalOptions {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** The lines of a file of the author's, for the code frames. */
  readonly lines: (file: string) => readonly string[] | undefined;
  /** Show only what blocks, and the answer. */
  readonly quiet?: boolean;
}

/**
 * The verdict as people read it in a terminal: what could not be read first, then the findings by file, worst first,
 * then the counts, and on the last line the answer. Findings that are only counted (`audit`) are not listed.
 * Nothing in a name or a file can move the cursor, colour the output or reorder its letters.
 */
export function terminal(verdict: Verdict, options: TerminalOptions): string {
  const page: Page = { ...options, width: Math.max(40, options.width), paint: painter(options.colour) };
  const listable = options.quiet === true ? ["deny"] : ["deny", "warn"];
  const shown = verdict.findings.filter(({ enforcement }) => listable.includes(enforcement));
  const sections = [
    ...verdict.failures.map((failure) => failureSection(failure, page)),
    ...grouped(shown, ({ place }) => place.file).map((findings) => fileSection(findings, page)),
    ...(options.quiet === true ? [] : [closingCounts(verdict).map((line) => page.paint(line, "dim"))]),
    [answer(verdict, page.paint)],
  ];
  return `${sections.map((section) => section.join("\n")).join("\n\n")}\n`;
}

interface Page extends TerminalOptions {
  readonly paint: Paint;
}

function failureSection(failure: Failure, page: Page): readonly string[] {
  const { at, message, hint } = failure;
  return [
    ...(at === undefined ? [] : [page.paint(oneLine(showPlace(at)), "underline")]),
    ...paragraph(page.paint("error: ", "red", "bold"), message, page),
    ...(hint === undefined ? [] : paragraph(page.paint("help: ", "cyan"), hint, page)),
  ];
}

/** Groups in the order their first member comes, so that what is worst first stays so. */
function grouped(findings: readonly LocatedFinding[], by: (finding: LocatedFinding) => string) {
  const groups = new Map<string, LocatedFinding[]>();
  for (const finding of findings) {
    const key = by(finding);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

function fileSection(findings: readonly LocatedFinding[], page: Page): readonly string[] {
  const alike = grouped(findings, ({ policy, outcome }) => `${policy.id} ${outcome}`);
  return [
    page.paint(oneLine(findings[0]?.place.file ?? ""), "underline"),
    ...withoutDoubleBlanks(alike.flatMap((group) => alikeLines(group, page))),
  ];
}

function withoutDoubleBlanks(lines: readonly string[]): readonly string[] {
  return lines.filter((line, index) => line !== "" || (lines[index + 1] ?? "") !== "");
}

/** Beyond these, findings of one policy in one file say nothing new. */
const mostInFull = 3;

function alikeLines(findings: readonly LocatedFinding[], page: Page): readonly string[] {
  const inFull = findings.length === mostInFull + 1 ? findings : findings.slice(0, mostInFull);
  const rest = findings.slice(inFull.length);
  const fix = findings[0]?.outcome === "violated" ? firstSentence(findings[0].policy.fix) : "";
  return [
    ...inFull.flatMap((finding) => ["", ...findingLines(finding, page)]),
    ...(rest.length === 0 ? [] : ["", ...folded(rest, page)]),
    ...(fix === "" ? [] : paragraph(page.paint("fix: ", "green"), fix, page)),
  ];
}

function findingLines(finding: LocatedFinding, page: Page): readonly string[] {
  return [
    headline(finding, page),
    ...paragraph("", finding.message, page),
    ...frameLines(finding, page),
    ...missingLines(finding, page),
  ];
}

function headline(finding: LocatedFinding, page: Page): string {
  const { policy, resource, severity, outcome, enforcement } = finding;
  const [mark, colour] = enforcement === "deny" ? (["✗", "red"] as const) : (["!", "yellow"] as const);
  const position = positionOf(finding);
  return [
    ...(position === "" ? [] : [page.paint(position, "dim")]),
    page.paint(`${mark} ${severity}${outcome === "unresolved" ? ", unresolved" : ""}`, colour, "bold"),
    policy.id,
    page.paint(oneLine(resource), "cyan"),
  ]
    .map((part) => `  ${part}`)
    .join("");
}

function positionOf({ place: { line, column } }: LocatedFinding): string {
  if (line === undefined) return "";
  return column === undefined ? `${line}` : `${line}:${column}`;
}

function frameLines(finding: LocatedFinding, page: Page): readonly string[] {
  const lines = mayShowCode(finding) ? page.lines(finding.place.file) : undefined;
  if (lines === undefined) return [];
  const gutter = String((finding.place.line ?? 0) + 1).length + 4;
  const frame = codeFrame(lines, finding.place, { context: 1, width: page.width - gutter - 3 });
  return frame.length === 0
    ? []
    : ["", ...frame.flatMap((line) => numbered(line, gutter, finding, page)), ""];
}

function numbered(line: FrameLine, gutter: number, finding: LocatedFinding, page: Page): readonly string[] {
  const { number, text, mark } = line;
  const numbers = page.paint(`${String(number).padStart(gutter)} │`, "dim");
  if (mark === undefined) return [`${numbers} ${page.paint(text, "dim")}`.trimEnd()];
  const colour = finding.enforcement === "deny" ? "red" : "yellow";
  const under = page.paint("^".repeat(mark.length), colour, "bold");
  return [
    `${numbers} ${text}`,
    `${page.paint(`${" ".repeat(gutter)} │`, "dim")} ${" ".repeat(mark.start)}${under}`,
  ];
}

const mostNamed = 3;

function missingLines({ missing }: LocatedFinding, page: Page): readonly string[] {
  if (missing.length === 0) return [];
  const reasons = [...new Set(missing.map(({ reason }) => reason))].map((reason) => {
    const names = missing.filter((one) => one.reason === reason).map(({ attribute }) => attribute);
    const more = names.length > mostNamed ? [`${names.length - mostNamed} more`] : [];
    return `${listed([...names.slice(0, mostNamed), ...more])} ${names.length === 1 ? "is" : "are"} ${reason}`;
  });
  return paragraph(page.paint("to decide this: ", "cyan"), reasons.join("; "), page);
}

const mostFolded = 5;

function folded(findings: readonly LocatedFinding[], page: Page): readonly string[] {
  const named = findings.length === mostFolded + 1 ? findings : findings.slice(0, mostFolded);
  const positions = named.map(positionOf);
  const widest = Math.max(...positions.map((position) => position.length));
  const others = findings.length - named.length;
  return [
    `  ${page.paint(`${findings.length} more of ${findings[0]?.policy.id}`, "bold")}`,
    ...named.map(({ resource }, index) => {
      const position = (positions[index] ?? "").padStart(widest);
      return `    ${page.paint(position, "dim")}${widest === 0 ? "" : "  "}${page.paint(oneLine(resource), "cyan")}`;
    }),
    ...(others === 0 ? [] : [`    and ${others} others`]),
  ];
}

/** A text of others behind a word of ours, wrapped and set in. */
function paragraph(label: string, text: string, page: Page): readonly string[] {
  const indent = "  ";
  const bare = label.replace(/\u001B\[[\d;]*m/g, "");
  const room = page.width - indent.length;
  const lines = wrapped(`${"x".repeat(columnsOf(bare))}${oneLine(text)}`, room);
  return lines.map((line, index) => `${indent}${index === 0 ? `${label}${line.slice(bare.length)}` : line}`);
}
