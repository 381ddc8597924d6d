import type { Place } from "../base/place.ts";
import type { BaseCommit } from "../source/base-commit.ts";
import { gitIn } from "../source/git.ts";
import { linesIn } from "../source/lines.ts";
import type { Verdict } from "../verdict/finding.ts";
import { type ApiOptions, connect } from "./api.ts";
import { baseCommitOf } from "./base.ts";
import type { GitHubEvent, PullRequestEvent } from "./event.ts";
import type { Inputs } from "./inputs.ts";
import type { Job } from "./job.ts";
import { addedLines } from "./line-map.ts";
import { log } from "./log.ts";
import { commentId } from "./marker.ts";
import type { Clock } from "./patience.ts";
import { patienceOn } from "./publish.ts";
import { keepOffers } from "./review.ts";
import { reviewsOf } from "./review-api.ts";
import { type OfferGround, offers } from "./suggestions.ts";

export interface Offering {
  readonly verdict: Verdict;
  /** A place of the checkout at the commit that the author pushed. */
  readonly place: (place: Place) => Place;
  readonly inputs: Inputs;
  readonly event: GitHubEvent;
  readonly job: Job;
  readonly clock: Clock;
}

/**
 * Offers fixes that apply with a click as review comments, where that is wanted, and says in the log how many are new,
 * or why none could be made: the comment says all of it anyway, and so nothing is lost.
 */
export async function offerFixes({ verdict, place, inputs, event, job, clock }: Offering): Promise<void> {
  if (inputs.reviewComments === "off" || inputs.mode !== "gate" || event.kind !== "pull-request") return;
  const base = baseCommitOf(gitIn(job.workspace), event);
  if (base === undefined) return log("no suggestions: check out with `fetch-depth: 2`");
  const ground = groundOf(base, linesIn(job.workspace), place);
  const offered = await suggest({ verdict, ground, inputs, event, job, clock });
  log(typeof offered === "string" ? `no suggestions: ${offered}` : `new suggestions: ${offered}`);
}

interface Suggesting extends Omit<Offering, "event" | "place"> {
  readonly event: PullRequestEvent;
  readonly ground: OfferGround;
}

/** Answers with how many are new, or why there are none. */
async function suggest({ verdict, ground, inputs, event, job, clock }: Suggesting): Promise<number | string> {
  const [owner, repo] = job.repository?.split("/") ?? [];
  if (owner === undefined || repo === undefined) return "the repository is not known";
  if (event.readOnly) return "the token of a fork cannot write";
  if (inputs.token === "") return "there is no token";
  const patience = patienceOn(clock);
  const options: ApiOptions = {
    ...{ token: inputs.token, apiUrl: job.apiUrl, owner, repo, pullNumber: event.number, patience },
  };
  try {
    const api = await reviewsOf(options, await connect(options));
    const id = commentId(job.workflow, job.job, inputs.commentKey);
    return await keepOffers(api, { id, head: event.headSha, offers: offers(verdict, ground) });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What git and the disk say of the checkout: a line that the change does not touch is never offered to be changed. */
function groundOf(
  { git, commit }: BaseCommit,
  lines: (file: string) => readonly string[] | undefined,
  shown: (place: Place) => Place,
): OfferGround {
  const added = new Map<string, (line: number) => boolean>();
  const addedIn = (file: string) => {
    const known = added.get(file) ?? addedLines(differenceOf(git, commit, file));
    added.set(file, known);
    return known;
  };
  return {
    isChanged: (file, line) => addedIn(file)(line),
    lineOf: (file, line) => lines(file)?.[line - 1],
    shown,
  };
}

function differenceOf(git: BaseCommit["git"], commit: string, file: string): string {
  try {
    const options = [
      "--relative",
      "--no-renames",
      "--no-ext-diff",
      "--no-textconv",
      "--no-color",
      "--unified=0",
    ];
    return git(["diff", ...options, commit, "--", file]);
  } catch {
    return "";
  }
}
