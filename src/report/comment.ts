import type { Verdict } from "../verdict/finding.ts";
import { bytes } from "./budget.ts";
import { link } from "./escape/markdown.ts";
import { count, isClean, scope, told } from "./headline.ts";
import { body, opening, type ReportContext, shallowness } from "./markdown.ts";

/** GitHub refuses larger comments, and nobody reads longer ones. In bytes of UTF-8, the marker included. */
export const commentBytes = 60_000;

/** What the hidden first line, by which the comment is found again, may take of it. */
export const markerBytes = 320;

/** So many lines are said of what was there before, is resolved or is waived. */
const mostLines = 50;

/**
 * The comment on the pull request, in Markdown: the verdict in one line, then what there is to do, worst first, then
 * what nobody has to do anything about, folded. Whole findings are left out where they do not fit, and counted. The
 * same verdict gives the same bytes.
 */
export function renderComment(verdict: Verdict, context: ReportContext): string {
  const head = [opening(verdict, context), ...(isClean(verdict) ? resolved(context) : [])].join("\n\n");
  const foot = footer(verdict, context);
  const room = commentBytes - markerBytes - bytes(head) - bytes(foot) - 8;
  const content = body(verdict, context, { bytes: room, lines: mostLines }, (dropped) =>
    more(dropped, context),
  );
  return [head, content, foot].filter((part) => part !== "").join("\n\n");
}

function resolved({ resolved: number }: ReportContext): readonly string[] {
  if (number === undefined || number === 0) return [];
  return [
    number === 1
      ? "The finding reported here is resolved."
      : `All ${number} findings reported here are resolved.`,
  ];
}

function footer(verdict: Verdict, context: ReportContext): string {
  const { audited } = told(verdict);
  const parts = [
    scope(verdict),
    ...(audited > 0 ? [`${count(audited, "finding")} under audit, only counted`] : []),
    ...shallowness(context),
    ...(context.runUrl === undefined ? [] : [link("job summary", context.runUrl)]),
  ];
  return `<sub>${parts.join(" · ")}</sub>`;
}

function more(dropped: number, { runUrl }: ReportContext): string {
  const where = runUrl === undefined ? "the job summary" : `the ${link("job summary", runUrl)}`;
  if (dropped === 0) return `There is more in ${where}.`;
  return `**${count(dropped, "more finding")}** ${dropped === 1 ? "is" : "are"} in ${where}.`;
}
