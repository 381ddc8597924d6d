import { contextOf, headOf, reportedRun } from "../github/context.ts";
import type { Inputs } from "../github/inputs.ts";
import { annotations } from "../report/annotations.ts";
import { renderComment } from "../report/comment.ts";
import { joined } from "../report/joined.ts";
import { renderSummary } from "../report/summary.ts";
import { terminal } from "../report/terminal.ts";
import { openReport } from "../saved-reports.ts";
import { type Answer, look } from "./answer.ts";
import type { Run } from "./run.ts";

/**
 * `mode: merge`: the reports of other jobs as one. Their places are those of the commit already, and the jobs that
 * wrote them have annotated them.
 */
export function merged({ reports, commentKey }: Inputs, { job, event, today, warnings }: Run): Answer {
  const parts = reports.map((file) => ({ file, report: openReport(file, job.workspace) }));
  const { verdict, run } = joined(parts, headOf(event, job));
  const uncommitted = new Set(run.uncommitted);
  const checkout = { isCommitted: (file: string) => !uncommitted.has(file), shallow: run.shallow === true };
  const context = contextOf(job, headOf(event, job), checkout, today);
  return {
    verdict,
    shown: verdict,
    place: (place) => place,
    reported: reportedRun(job, event, commentKey, checkout, verdict),
    text: terminal(verdict, { ...look, now: today, lines: () => undefined }),
    summary: renderSummary(verdict, context),
    annotations: annotations(verdict, warnings).filter(({ place }) => place === undefined),
    render: (resolved) => renderComment(verdict, { ...context, resolved }),
  };
}
