import { Failure, showFailure } from "../base/failure.ts";
import { renderComment } from "../report/comment.ts";
import type { ReadReport } from "../report/read-report.ts";
import type { ReportedRun } from "../report/reported-run.ts";
import { type OpenPull, openPulls, type RepositoryOptions } from "./api.ts";
import type { GitHubEvent, WorkflowRunEvent } from "./event.ts";
import type { Inputs } from "./inputs.ts";
import { type Job, runUrl } from "./job.ts";
import { noComment, noToken, notPublished } from "./notice.ts";
import type { Clock } from "./patience.ts";
import { keepCurrent, type Published, patienceOn } from "./publish.ts";

export interface SecondStage {
  /** What the first stage left. A fork's run may have written it, so that nothing in it is believed. */
  readonly report: ReadReport | Failure;
  readonly inputs: Inputs;
  readonly event: GitHubEvent;
  readonly job: Job;
  readonly clock: Clock;
}

/**
 * Comments what an earlier run found, with a token that the run of a fork's pull request does not get. GitHub's own
 * event says which commit, branch and run it was; the report only says what to tell about it, and is rendered here.
 * Where anything does not fit, nothing is said on the pull request. Never throws, never sets a status.
 */
export async function secondStage(stage: SecondStage): Promise<Published> {
  const { report, inputs, event, job, clock } = stage;
  if (inputs.comment === "off") return { kind: "not-wanted" };
  if (event.kind !== "workflow-run")
    return silent("`mode: publish` is for workflows that start `on: workflow_run`");
  if (event.event !== "pull_request")
    return silent(`the run was started by \`${event.event}\`, not by a pull request`);
  if (report instanceof Failure) return silent(showFailure(report));
  if (report.run.head !== event.headSha) return silent("the report is of another commit than the run");
  const [owner, repo] = job.repository?.split("/") ?? [];
  if (owner === undefined || repo === undefined) return silent("the repository is not known");
  const { token } = inputs;
  if (token === "") return { kind: "not-possible", notice: noToken };
  const repository = { token, apiUrl: job.apiUrl, owner, repo, patience: patienceOn(clock) };
  try {
    const pull = await pullOf(repository, event, report.run);
    if (pull === undefined) return silent("no open pull request stands at the commit that was judged");
    const place = { owner, repo, pullNumber: pull.number, head: event.headSha };
    const { workflow, run, attempt } = event;
    const speaker = { workflow, run, attempt, job: report.run.job ?? "", key: report.run.key ?? "" };
    const means = { token, apiUrl: job.apiUrl, comment: inputs.comment, clock };
    return { kind: await keepCurrent(statementOf(report, event, job, clock), place, speaker, means) };
  } catch (error) {
    return { kind: "not-possible", notice: noComment(error, false) };
  }
}

function silent(why: string): Published {
  return { kind: "not-possible", notice: notPublished(why) };
}

/** The pull request of the run: of its branch and commit, and the one of those that the report is about. */
async function pullOf(
  repository: RepositoryOptions,
  { headRepository, headBranch, headSha }: WorkflowRunEvent,
  { pullRequest }: ReportedRun,
): Promise<OpenPull | undefined> {
  const [owner = ""] = headRepository.split("/");
  const pulls = await openPulls(repository, `${owner}:${headBranch}`);
  return pulls.find(
    (pull) =>
      pull.number === pullRequest &&
      pull.headSha === headSha &&
      pull.headRepository?.toLowerCase() === headRepository.toLowerCase(),
  );
}

function statementOf({ verdict, run }: ReadReport, event: WorkflowRunEvent, job: Job, clock: Clock) {
  const page = runUrl({ ...job, run: event.run });
  const uncommitted = new Set(run.uncommitted);
  const context = {
    serverUrl: job.serverUrl,
    headSha: event.headSha,
    now: new Date(clock.now()).toISOString().slice(0, 10),
    shallow: run.shallow === true,
    isCommitted: (file: string) => !uncommitted.has(file) && isPlain(file),
    ...(job.repository === undefined ? {} : { repository: job.repository }),
    ...(page === undefined ? {} : { runUrl: page }),
  };
  const isFork = event.headRepository.toLowerCase() !== job.repository?.toLowerCase();
  const origin = isFork ? `\n\n${fromFork}` : "";
  const render = (resolved: number) => `${renderComment(verdict, { ...context, resolved })}${origin}`;
  return { verdict, render };
}

const fromFork =
  "<sub>Told by the run of a fork, which can say anything; what counts is the status of its check.</sub>";

/** A path that climbs would lead a link of ours to somewhere else. */
function isPlain(file: string): boolean {
  return file.split("/").every((step) => step !== "" && step !== "." && step !== "..");
}
