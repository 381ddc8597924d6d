import type { ReportContext } from "../report/markdown.ts";
import type { ReportedRun } from "../report/reported-run.ts";
import type { Verdict } from "../verdict/finding.ts";
import { type Checkout, placesIn } from "./checkout.ts";
import type { GitHubEvent } from "./event.ts";
import { type Job, runUrl } from "./job.ts";

/** The commit that is spoken about: the author's own, where there is one. */
export function headOf(event: GitHubEvent, job: Job): string | undefined {
  return event.kind === "pull-request" || event.kind === "merge-group" ? (event.headSha ?? job.sha) : job.sha;
}

/** Where reports of this run are shown. */
export function contextOf(
  job: Job,
  headSha: string | undefined,
  { isCommitted, shallow }: Pick<Checkout, "isCommitted" | "shallow">,
  now: string,
): ReportContext {
  const page = runUrl(job);
  return {
    serverUrl: job.serverUrl,
    isCommitted,
    shallow,
    now,
    ...(job.repository === undefined ? {} : { repository: job.repository }),
    ...(headSha === undefined ? {} : { headSha }),
    ...(page === undefined ? {} : { runUrl: page }),
  };
}

/** What the JSON report says of the run that wrote it. `verdict` has its places as they are shown. */
export function reportedRun(
  job: Job,
  event: GitHubEvent,
  key: string,
  { isCommitted, shallow }: Pick<Checkout, "isCommitted" | "shallow">,
  verdict: Verdict,
): ReportedRun {
  const head = headOf(event, job);
  const files = new Set(placesIn(verdict).map(({ file }) => file));
  const uncommitted = [...files].filter((file) => !isCommitted(file)).sort();
  return {
    ...(head === undefined ? {} : { head }),
    ...(job.repository === undefined ? {} : { repository: job.repository }),
    ...(event.kind === "pull-request" ? { pullRequest: event.number } : {}),
    event: job.event,
    workflow: job.workflow,
    job: job.job,
    key,
    ...(uncommitted.length === 0 ? {} : { uncommitted }),
    ...(shallow ? { shallow } : {}),
  };
}
