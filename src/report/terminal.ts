import type { Failure } from "../base/failure.ts";
import type { Note } from "../base/note.ts";
import { showPlace } from "../base/place.ts";
import type { LocatedFinding, Verdict } from "../verdict/finding.ts";
import { advice } from "./advice.ts";
import { answer, closingCounts } from "./closing.ts";
import { columnsOf, wrapped } from "./columns.ts";
import { printable } from "./escape/log.ts";
import { oneLine } from "./escape/visible.ts";
import { codeFrame, type FrameLine, mayShowCode } from "./frame.ts";
import { grouped } from "./grouped.ts";
import { count } from "./headline.ts";
import { type OpenCause, type OpenKind, type OpenUnknown, openQuestions, unknownOf } from "./open.ts";
import { type Paint, painter } from "./paint.ts";
import { policyChangeLines, quotaLines, waiverLines } from "./terminal-outlook.ts";
import { are, firstSentence, listed } from "./words.ts";

export interface TerminalOptions {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** The lines of a file of the author's, for the code frames. */
  readonly lines: (file: string) => readonly string[] | undefined;
  /** Show only what blocks, and the answer. */
  readonly quiet?: boolean;
  /** The day, `YYYY-MM-DD`: waivers that end soon are told of. */
  readonly now?: string;
}

/**
 * The verdict as people read it in a terminal: what could not be read first, then the findings by file, worst first,
 * then the counts, and on the last line the answer. Findings that are only counted (`audit`) or excused are not listed.
 * Nothing in a name or a file can move the cursor, colour the output, reorder its letters or command the runner of a job.
 */
export function terminal(verdict: Verdict, options: TerminalOptions): string {
  const page: Page = { ...options, width: Math.max(40, options.width), paint: painter(options.colour) };
  const listable = options.quiet === true ? ["deny"] : ["deny", "warn"];
  const listed = verdict.findings.filter(
    ({ enforcement, excuse }) => listable.includes(enforcement) && excuse === undefined,
  );
  const [open, shown] = [listed.filter(isOpen), listed.filter((finding) => !isOpen(finding))];
  const sections = [
    ...policyChangeLines(verdict, page.paint),
    ...verdict.failures.map((failure) => failureSection(failure, page)),
    ...grouped(shown, ({ place }) => place.file).map(([, findings]) => fileSection(findings, page)),
    ...(open.length === 0 ? [] : [openSection(open, page)]),
    ...verdict.notes.map((note) => noteSection(note, page)),
    ...(options.quiet === true ? [] : [...quotaLines(verdict, page), ...waiverLines(verdict, page)]),
    ...(options.quiet === true ? [] : [closingCounts(verdict).map((line) => page.paint(line, "dim"))]),
    [answer(verdict, page.paint)],
  ];
  return printable(sections.map((section) => section.join("\n")).join("\n\n"));
}

/** What blocks stands with what else blocks, also where it is only not known. */
function isOpen({ outcome, enforcement }: LocatedFinding): boolean {
  return outcome === "unresolved" && enforcement !== "deny";
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

function noteSection({ at, message, hint }: Note, page: Page): readonly string[] {
  const where = at === undefined ? "" : `${showPlace(at)}: `;
  return paragraph(page.paint("note: ", "yellow", "bold"), `${where}${message}; ${hint}`, page);
}

function fileSection(findings: readonly LocatedFinding[], page: Page): readonly string[] {
  const alike = grouped(findings, ({ policy, outcome }) => `${policy.id} ${outcome}`);
  return [
    page.paint(oneLine(findings[0]?.place.file ?? ""), "underline"),
    ...withoutDoubleBlanks(alike.flatMap(([, group]) => alikeLines(group, page))),
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
    ...trailLines(finding, page),
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

const mostSteps = 6;

/** The places that a value passes, its cause being the last; and what has to be known of them. */
function trailLines({ trail, note }: LocatedFinding, page: Page): readonly string[] {
  const places = trail.map(({ place }) => showPlace(place));
  const half = mostSteps / 2;
  const left = places.length - mostSteps;
  const shown = left <= 0 ? places : [...places.slice(0, half), `${left} more`, ...places.slice(-half)];
  return [
    ...(shown.length === 0 ? [] : paragraph(page.paint("from: ", "cyan"), shown.join(" <- "), page)),
    ...(note === undefined ? [] : paragraph(page.paint("note: ", "cyan"), note, page)),
  ];
}

/** Only what blocks although it is not known: other questions stand in a section of their own. */
function missingLines({ missing }: LocatedFinding, page: Page): readonly string[] {
  if (missing.length === 0) return [];
  const [first] = missing;
  const waits = paragraph(page.paint("to decide this: ", "cyan"), unknownsText(missing.map(unknownOf)), page);
  return first === undefined
    ? waits
    : [...waits, ...paragraph(page.paint("help: ", "cyan"), advice(first), page)];
}

const mostNamed = 3;
const mostReasons = 10;

function unknownsText(unknowns: readonly OpenUnknown[]): string {
  const byReason = grouped(unknowns, ({ reason }) => reason);
  const reasons = byReason.slice(0, mostReasons).map(([reason, some]) => {
    const names = some.slice(0, mostNamed).map(({ name }) => name);
    const more = some.length > mostNamed ? [`${some.length - mostNamed} more`] : [];
    return `${listed([...names, ...more])} ${are(some.length, reason)}`;
  });
  const left = byReason.slice(mostReasons).reduce((sum, [, some]) => sum + some.length, 0);
  return [...reasons, ...(left > 0 ? [`and ${left} more for other reasons`] : [])].join("; ");
}

/** Open questions by what would settle them: each cause once, with what it decides. */
function openSection(findings: readonly LocatedFinding[], page: Page): readonly string[] {
  const kinds = openQuestions(findings).map((kind) => openKind(kind, page));
  const title = page.paint(count(findings.length, "open question"), "underline");
  return [title, ...kinds.flatMap((kind) => ["", ...kind])];
}

const mostCauses = 6;

function openKind({ advice, causes }: OpenKind, page: Page): readonly string[] {
  const inFull = causes.length === mostCauses + 1 ? causes : causes.slice(0, mostCauses);
  const rest = causes.slice(inFull.length).flatMap((cause) => cause.findings);
  return [
    ...inFull.flatMap((cause) => openCause(cause, page)),
    ...(rest.length === 0 ? [] : [`  and ${count(rest.length, "more question")} of this kind`]),
    ...(advice === "" ? [] : paragraph(page.paint("help: ", "cyan"), advice, page)),
  ];
}

function openCause({ unknowns, place, findings }: OpenCause, page: Page): readonly string[] {
  const what = unknowns.length === 0 ? (findings[0]?.message ?? "") : unknownsText(unknowns);
  return [
    ...paragraph("", what, page),
    ...(place === undefined ? [] : [`    ${page.paint(`at ${oneLine(showPlace(place))}`, "dim")}`]),
    ...grouped(findings, ({ policy }) => policy.id).flatMap(([, same]) => decided(same, page)),
  ];
}

/** What one policy asks that is not known: of whom. */
function decided(findings: readonly LocatedFinding[], page: Page): readonly string[] {
  const [first] = findings;
  if (first === undefined) return [];
  const names = [...new Set(findings.map(({ resource }) => oneLine(resource)))];
  const more = names.length > 2 ? [`${names.length - 1} more`] : names.slice(1);
  const mark = page.paint(`! ${first.severity}`, "yellow", "bold");
  const whom = page.paint(listed([...names.slice(0, 1), ...more]), "cyan");
  return [`    ${mark}  ${first.policy.id}  ${whom}`];
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
