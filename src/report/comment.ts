import type { Verdict } from "../verdict/finding.ts";
import { link } from "./escape/markdown.ts";
import { count, isClean, scope, told } from "./headline.ts";
import { bytes, notes, type ReportContext, sections, shallowness, title, within } from "./markdown.ts";

/** GitHub refuses larger comments, and nobody reads longer ones. In bytes of UTF-8, the marker included. */
export const commentBytes = 60_000;

/** What the hidden first line, by which the comment is found again, may take of it. */
export const markerBytes = 320;

/**
 * The comment on the pull request, in Markdown: the verdict in one line, then what there is to do, worst first.
 * Whole findings are left out where they do not fit, and counted. The same verdict gives the same bytes.
 */
export function renderComment(verdict: Verdict, context: ReportContext): string {
  const head = [title(verdict), ...notes(verdict, context)].join("\n\n");
  const foot = footer(verdict, context);
  if (isClean(verdict)) return [head, ...resolved(context), foot].join("\n\n");
  const room = commentBytes - markerBytes - bytes(head) - bytes(foot) - 8;
  return [head, within(room, sections(verdict, context), (dropped) => more(dropped, context)), foot].join(
    "\n\n",
  );
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
  return `**${count(dropped, "more finding")}** ${dropped === 1 ? "is" : "are"} in ${where}.`;
}
