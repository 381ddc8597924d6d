import type { Annotation } from "../report/annotations.ts";
import { renderComment } from "../report/comment.ts";
import { isClean, told } from "../report/headline.ts";
import type { ReportContext } from "../report/markdown.ts";
import type { Verdict } from "../verdict/finding.ts";
import { connect } from "./api.ts";
import { type CommentOutcome, keepComment } from "./comment.ts";
import type { GitHubEvent } from "./event.ts";
import type { Inputs } from "./inputs.ts";
import type { Job } from "./job.ts";
import { commentId } from "./marker.ts";
import { forkNotice, noComment, noToken } from "./notice.ts";
import type { Clock } from "./patience.ts";

export interface Publication {
  readonly verdict: Verdict;
  readonly inputs: Inputs;
  readonly event: GitHubEvent;
  readonly job: Job;
  readonly context: ReportContext;
  readonly clock: Clock;
}

/** What became of the comment: one of `CommentOutcome`, not wanted, or not possible, with what to tell about it. */
export type Published =
  | { readonly kind: CommentOutcome | "not-wanted" }
  | { readonly kind: "not-possible"; readonly notice: Annotation };

/** Brings the comment up to date, where there is a pull request. Whatever happens, it never throws. */
export async function publish(publication: Publication): Promise<Published> {
  const { verdict, inputs, event, job } = publication;
  const [owner, repo] = job.repository?.split("/") ?? [];
  if (event.kind !== "pull-request" || inputs.comment === "off") return { kind: "not-wanted" };
  if (owner === undefined || repo === undefined) return { kind: "not-wanted" };
  const speaks = !isClean(verdict);
  const always = inputs.comment === "always";
  if (event.readOnly) {
    return speaks || always ? { kind: "not-possible", notice: forkNotice } : { kind: "unneeded" };
  }
  if (inputs.token === "") return { kind: "not-possible", notice: noToken };
  try {
    return {
      kind: await keep(publication, { owner, repo, pullNumber: event.number, headSha: event.headSha }),
    };
  } catch (error) {
    return { kind: "not-possible", notice: noComment(error, event.fork) };
  }
}

interface Target {
  readonly owner: string;
  readonly repo: string;
  readonly pullNumber: number;
  readonly headSha: string;
}

async function keep(
  { verdict, inputs, job, context, clock }: Publication,
  target: Target,
): Promise<CommentOutcome> {
  const patience = { clock, deadline: clock.now() + longestConversation, perRequest: longestRequest };
  const { owner, repo, pullNumber } = target;
  const api = await connect({ token: inputs.token, apiUrl: job.apiUrl, owner, repo, pullNumber, patience });
  return keepComment(
    api,
    {
      id: commentId(job.workflow, job.job, inputs.commentKey),
      head: target.headSha,
      run: job.run,
      attempt: job.attempt,
      speaks: !isClean(verdict),
      findings: findings(verdict),
      always: inputs.comment === "always",
      render: (resolved) => renderComment(verdict, { ...context, resolved }),
    },
    clock,
  );
}

/** In milliseconds. The verdict is known by now, and nobody waits longer for a comment. */
const longestConversation = 60_000;
const longestRequest = 10_000;

function findings(verdict: Verdict): number {
  const { blocking, warnings, unresolved } = told(verdict);
  return blocking.length + warnings.length + unresolved.length;
}
