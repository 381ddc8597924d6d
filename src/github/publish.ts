import type { Annotation } from "../report/annotations.ts";
import { isClean, told } from "../report/headline.ts";
import type { Verdict } from "../verdict/finding.ts";
import { connect } from "./api.ts";
import { type CommentOutcome, keepComment } from "./comment.ts";
import type { GitHubEvent } from "./event.ts";
import type { Inputs } from "./inputs.ts";
import type { Job } from "./job.ts";
import { annotate, log } from "./log.ts";
import { commentId } from "./marker.ts";
import { forkNotice, noComment, noToken } from "./notice.ts";
import type { Clock } from "./patience.ts";

/** What is said. */
export interface Statement {
  readonly verdict: Verdict;
  /** The comment's text; for a clean verdict, with how many findings are resolved. */
  readonly render: (resolved: number) => string;
}

export interface Publication extends Statement {
  readonly inputs: Inputs;
  readonly event: GitHubEvent;
  readonly job: Job;
  readonly clock: Clock;
}

/** What became of the comment: one of `CommentOutcome`, not wanted, or not possible, with what to tell about it. */
export type Published =
  | { readonly kind: CommentOutcome | "not-wanted" }
  | { readonly kind: "not-possible"; readonly notice: Annotation };

/** Brings the comment up to date, where there is a pull request. Whatever happens, it never throws. */
export async function publish(publication: Publication): Promise<Published> {
  const { verdict, inputs, event, job, clock } = publication;
  const [owner, repo] = job.repository?.split("/") ?? [];
  if (event.kind !== "pull-request" || inputs.comment === "off") return { kind: "not-wanted" };
  if (owner === undefined || repo === undefined) return { kind: "not-wanted" };
  if (event.readOnly) {
    const isSilent = isClean(verdict) && inputs.comment !== "always";
    return isSilent ? { kind: "unneeded" } : { kind: "not-possible", notice: forkNotice };
  }
  if (inputs.token === "") return { kind: "not-possible", notice: noToken };
  try {
    const place = { owner, repo, pullNumber: event.number, head: event.headSha };
    const speaker = { ...job, key: inputs.commentKey };
    return { kind: await keepCurrent(publication, place, speaker, { ...inputs, ...job, clock }) };
  } catch (error) {
    return { kind: "not-possible", notice: noComment(error, event.fork) };
  }
}

/** Says in the log what became of the comment. */
export function logPublished(published: Published, event: GitHubEvent): void {
  if (event.kind === "other" && event.problem !== undefined) log(`no comment: ${event.problem}`);
  if (published.kind === "not-possible") annotate(published.notice);
  else if (published.kind !== "not-wanted") log(`comment ${published.kind}`);
}

/** The pull request that is spoken to, at the commit that is spoken about. */
export interface CommentPlace {
  readonly owner: string;
  readonly repo: string;
  readonly pullNumber: number;
  readonly head: string;
}

/** The run that speaks: its comment is told by the first three, and what is newer by the others. */
export interface Speaker extends Pick<Job, "workflow" | "job" | "run" | "attempt"> {
  readonly key: string;
}

export interface Means extends Pick<Inputs, "token" | "comment">, Pick<Job, "apiUrl"> {
  readonly clock: Clock;
}

/** Brings the comment of a run up to date. Throws what the requests throw. */
export async function keepCurrent(
  { verdict, render }: Statement,
  { head, ...place }: CommentPlace,
  { workflow, job, key, run, attempt }: Speaker,
  { token, apiUrl, comment, clock }: Means,
): Promise<CommentOutcome> {
  const api = await connect({ token, apiUrl, ...place, patience: patienceOn(clock) });
  const id = commentId(workflow, job, key);
  const always = comment === "always";
  const speaks = !isClean(verdict);
  const request = { id, head, run, attempt, speaks, always, findings: findings(verdict), render };
  return keepComment(api, request, clock);
}

/** The verdict is known by now, and nobody waits longer for a comment than a minute. */
export function patienceOn(clock: Clock) {
  return { clock, deadline: clock.now() + 60_000, perRequest: 10_000 };
}

function findings(verdict: Verdict): number {
  const { blocking, warnings, unresolved } = told(verdict);
  return blocking.length + warnings.length + unresolved.length;
}
