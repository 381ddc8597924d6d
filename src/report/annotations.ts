import type { Failure } from "../base/failure.ts";
import type { Note } from "../base/note.ts";
import type { Place } from "../base/place.ts";
import type { LocatedFinding, Verdict } from "../verdict/finding.ts";
import { advice } from "./advice.ts";
import { oneLine, shorten, visible } from "./escape/visible.ts";
import { count, headline, told } from "./headline.ts";
import { effect } from "./policy-change.ts";
import { waiverNews } from "./waivers.ts";

/** What GitHub shows beside a line of the pull request. Plain text; nothing in it needs escaping but by the command. */
export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
  /** Absent where it is about the run as a whole. */
  readonly place?: AnnotationPlace;
}

/** Lines only with a file, columns only within one line: anything else the runner drops. */
export interface AnnotationPlace {
  readonly file: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly endColumn?: number;
}

/** The runner shows so many of each level in a step and drops the rest without a word. */
const annotationsPerLevel = 10;

/**
 * The annotations of a run, in the order they must be printed: the verdict first, so that it is never among the
 * dropped, then `also`, then why there is no verdict, then the findings that count, worst first. Ten of each level; the
 * verdict says how many findings are left out. One notice is kept free for what may happen afterwards.
 */
export function annotations(verdict: Verdict, also: readonly Annotation[] = []): readonly Annotation[] {
  const { blocking, warnings, unresolved } = told(verdict);
  const level = verdict.conclusion === "pass" ? "notice" : "error";
  const room = { error: annotationsPerLevel, warning: annotationsPerLevel, notice: annotationsPerLevel - 1 };
  room[level] -= 1;
  for (const one of also) room[one.level] -= 1;

  const errors = [
    ...verdict.failures.map(ofFailure),
    ...blocking.map((finding) => ofFinding(finding, "error")),
  ];
  const doubts = [
    ...ofPolicyChange(verdict),
    ...verdict.notes.map(ofNote),
    ...ofWaivers(verdict),
    ...[...warnings, ...unresolved].map((finding) => ofFinding(finding, "warning")),
  ];
  const shown = [...errors.slice(0, room.error), ...doubts.slice(0, room.warning)];
  const leftOut = errors.length + doubts.length - shown.length;
  return [ofVerdict(verdict, level, leftOut), ...also, ...shown];
}

function ofVerdict(verdict: Verdict, level: "error" | "notice", leftOut: number): Annotation {
  const rest =
    leftOut === 0
      ? ""
      : ` ${count(leftOut, "more annotation")} would not fit; the job summary has everything.`;
  return { level, title: "EKS policy gate", message: `${upper(headline(verdict))}.${rest}` };
}

function ofFailure(failure: Failure): Annotation {
  const hint = failure.hint === undefined ? "" : `\n\n${failure.hint}`;
  return {
    level: "error",
    title: "EKS policy gate could not judge",
    message: message(`${failure.message}${hint}`),
    ...(failure.at === undefined ? {} : { place: place(failure.at) }),
  };
}

function ofNote(note: Note): Annotation {
  return {
    level: "warning",
    title: "EKS policy gate: not all was judged",
    message: message(`${note.message}\n\n${note.hint}`),
    ...(note.at === undefined ? {} : { place: place(note.at) }),
  };
}

function ofPolicyChange({ policyChange }: Verdict): readonly Annotation[] {
  if (policyChange === undefined) return [];
  const said = `${effect(policyChange)}. It was judged by the policies of its base.`;
  return [{ level: "warning", title: "This pull request changes policy", message: message(upper(said)) }];
}

/** Those that excuse nothing although somebody counts on them. */
function ofWaivers(verdict: Verdict): readonly Annotation[] {
  return waiverNews(verdict, undefined)
    .filter(({ kind }) => kind === "refused" || kind === "expired")
    .map(({ sentence, at }) => ({
      level: "warning",
      title: "EKS policy gate: a waiver does not count",
      message: message(`${upper(sentence)}.`),
      place: place(at),
    }));
}

function upper(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}

function ofFinding(finding: LocatedFinding, level: "error" | "warning"): Annotation {
  const { policy, severity, outcome, resource, missing } = finding;
  const [first] = missing;
  const names = [...new Set(missing.map((one) => `${one.attribute} is ${one.reason}`))].slice(0, 5);
  const parts = [
    finding.message.includes(resource) ? finding.message : `${oneLine(resource)}: ${finding.message}`,
    ...(names.length > 0 ? [`Not known: ${names.join("; ")}.`] : []),
    ...(first === undefined ? [] : [advice(first)]),
    ...(finding.note === undefined ? [] : [`Note: ${finding.note}.`]),
    ...(policy.fix.trim() === "" || outcome === "unresolved" ? [] : [`Fix: ${policy.fix.trim()}`]),
    `Policy: ${policy.id}`,
  ];
  const doubt = outcome === "unresolved" ? "Unresolved: " : "";
  return {
    level,
    title: shorten(oneLine(`${doubt}${policy.title} (${severity})`), mostTitle),
    message: message(parts.join("\n\n")),
    place: place(finding.place),
  };
}

function place({ file, line, endLine, column, endColumn }: Place): AnnotationPlace {
  const path = visible(file);
  if (line === undefined) return { file: path };
  if (endLine !== undefined && endLine > line) return { file: path, line, endLine };
  if (column === undefined) return { file: path, line, endLine: line };
  if (endColumn === undefined || endColumn < column) return { file: path, line, endLine: line, column };
  return { file: path, line, endLine: line, column, endColumn };
}

/** The runner cuts at 4,096 characters, wherever that is. */
const mostMessage = 4_000;
const mostTitle = 255;

function message(content: string): string {
  return shorten(visible(content.trim()), mostMessage);
}
