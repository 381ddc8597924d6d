import type { Failure } from "../base/failure.ts";
import type { Verdict } from "../verdict/finding.ts";
import { firstLines, type Section, within } from "./budget.ts";
import { code, prose, text } from "./escape/markdown.ts";
import { beforeSection, resolvedSection, waiverSections } from "./excused-markdown.ts";
import { findingSection, openSection } from "./findings-markdown.ts";
import { count, headline, told } from "./headline.ts";
import { pictureSection } from "./picture-markdown.ts";
import { placeLink, type Repository } from "./place-link.ts";
import { policyChangeParts } from "./policy-change-markdown.ts";

/** What a report needs to know of where it is shown. Without it there are no links, and all else is the same. */
export interface ReportContext extends Repository {
  /** The page of the run, where the job summary is. */
  readonly runUrl?: string;
  /** Whether places are without lines, because the commit they are shown at is not in the checkout. */
  readonly shallow?: boolean;
  /** How many findings the comment reported before it became clean. */
  readonly resolved?: number;
  /** The day, `YYYY-MM-DD`: waivers that end soon are told of. */
  readonly now?: string;
}

/** The verdict, and what is to be known before anything else: that policy changes, what it was compared with, what was not judged. */
export function opening(verdict: Verdict, context: ReportContext): string {
  return [
    title(verdict),
    ...policyChangeParts(verdict, context),
    ...comparisonLine(verdict),
    ...notes(verdict, context),
  ].join("\n\n");
}

/**
 * Everything there is to tell: why there is no verdict, what blocks and warns, worst first, what it looks like, what
 * was there before, what is put right, what could not be resolved, and what is waived. `most` lines are said of what
 * nobody has to do anything about.
 */
export function sections(verdict: Verdict, context: ReportContext, most: number): readonly Section[] {
  const { blocking, warnings, unresolved } = told(verdict);
  return [
    failureSection(verdict.failures, context),
    findingSection("Blocking", blocking, context),
    findingSection("Warnings", warnings, context),
    pictureSection(verdict),
    beforeSection(verdict, context, most),
    resolvedSection(verdict, most),
    openSection("Unresolved", unresolved, context),
    ...waiverSections(verdict, context, most),
  ].filter(({ groups }) => groups.some(({ items }) => items.length > 0));
}

/** The sections in so many bytes, cut as `within` says. */
export function body(
  verdict: Verdict,
  context: ReportContext,
  limits: { readonly bytes: number; readonly lines: number },
  more: (dropped: number) => string,
): string {
  return within(limits.bytes, sections(verdict, context, limits.lines), more);
}

/** Why there are no lines, where there are none. */
export function shallowness({ shallow }: ReportContext): readonly string[] {
  return shallow === true ? ["no lines: check out with `fetch-depth: 2`"] : [];
}

function title(verdict: Verdict): string {
  const icon = { pass: "✅", blocked: "❌", unjudged: "❗" }[verdict.conclusion];
  return `### ${icon} EKS policy gate: ${text(headline(verdict))}`;
}

/** `Compared with main: 2 new, 3 resolved, 12 from before, 1 waived`. */
function comparisonLine(verdict: Verdict): readonly string[] {
  const { blocking, warnings, unresolved, before, waived } = told(verdict);
  const { comparison } = verdict;
  if (comparison === undefined) return [];
  const resolved = comparison.resolved.filter(({ enforcement }) => enforcement !== "audit");
  const news = blocking.length + warnings.length + unresolved.length;
  const parts = [
    news === 0 ? "nothing new" : `**${news} new**`,
    ...(resolved.length === 0 ? [] : [`**${resolved.length} resolved** 🎉`]),
    ...(before.length === 0 ? [] : [`${before.length} from before`]),
    ...(waived.length === 0 ? [] : [`${waived.length} waived`]),
  ];
  return [`Compared with ${code(comparison.base, 100)}: ${parts.join(" · ")}`];
}

/** They stand above everything, which must not be pushed out by them. */
const mostNotes = 20;
const notesBytes = 12_000;

/** What was given and not judged, a line each. */
function notes({ notes }: Verdict, context: ReportContext): readonly string[] {
  const lines = notes.slice(0, mostNotes).map(({ at, message, hint }) => {
    const where = at === undefined ? "" : `${placeLink(at, context)}: `;
    return `⚠️ ${where}${prose(message, 1_000)}; ${prose(hint, 500)}.`;
  });
  const shown = firstLines(lines, notesBytes);
  const left = notes.length - shown.length;
  const rest = left === 0 ? [] : [`⚠️ and ${count(left, "other")}, in the JSON report`];
  return notes.length === 0 ? [] : [[...shown, ...rest].join("<br>")];
}

function failureSection(failures: readonly Failure[], context: ReportContext): Section {
  const items = failures.map((failure) => {
    const at = failure.at === undefined ? "" : `${placeLink(failure.at, context)}: `;
    const hint = failure.hint === undefined ? "" : `<br>${prose(failure.hint)}`;
    return { text: `- ${at}${prose(failure.message)}${hint}`, findings: 1 };
  });
  return { heading: "Why there is no verdict", groups: [{ head: "", items, foot: "" }] };
}
