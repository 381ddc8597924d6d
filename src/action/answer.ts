import type { Place } from "../base/place.ts";
import { checkoutOf, placesIn, shownAt } from "../github/checkout.ts";
import { contextOf, headOf, reportedRun } from "../github/context.ts";
import { type Annotation, annotations } from "../report/annotations.ts";
import { renderComment } from "../report/comment.ts";
import type { ReportedRun } from "../report/reported-run.ts";
import { renderSummary } from "../report/summary.ts";
import { terminal } from "../report/terminal.ts";
import { linesIn } from "../source/lines.ts";
import type { Verdict } from "../verdict/finding.ts";
import type { Run } from "./run.ts";

/** The verdict, and the words for it. */
export interface Answer {
  readonly verdict: Verdict;
  /** With its places as they are at the commit that comments and annotations are shown at. */
  readonly shown: Verdict;
  /** A place of the checkout at that commit. */
  readonly place: (place: Place) => Place;
  readonly reported: ReportedRun;
  readonly text: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  /** The comment, with how many findings are resolved. */
  readonly render: (resolved: number) => string;
}

/** The words for a verdict on the checkout. What they point at is the commit the author pushed, not the merge of it. */
export function answered(verdict: Verdict, { job, event, today, warnings }: Run, commentKey = ""): Answer {
  const files = placesIn(verdict).map(({ file }) => file);
  const head = event.kind === "pull-request" ? event.headSha : undefined;
  const checkout = checkoutOf(job.workspace, files, head);
  const shown = shownAt(checkout, verdict);
  const context = contextOf(job, headOf(event, job), checkout, today);
  return {
    verdict,
    shown,
    place: checkout.place,
    reported: reportedRun(job, event, commentKey, checkout, shown),
    text: terminal(verdict, { ...look, now: today, lines: linesIn(job.workspace) }),
    summary: renderSummary(shown, context),
    annotations: annotations(shown, warnings),
    render: (resolved) => renderComment(shown, { ...context, resolved }),
  };
}

/** Of the log. */
export const look = { colour: true, width: 110 } as const;
