import type { BaseCommit } from "../source/base-commit.ts";
import { type Git, lineOf } from "../source/git.ts";
import type { GitHubEvent, MergeGroupEvent, PullRequestEvent } from "./event.ts";

/**
 * What the change of an event is compared with, as far as the checkout has it. A `pull_request` run checks out a merge
 * of the author's commit, and the other side of that merge is what its base is today; any other checkout is compared
 * with the commit where it left its base.
 */
export function baseCommitOf(git: Git, event: GitHubEvent): BaseCommit | undefined {
  if (event.kind === "other" || event.kind === "workflow-run") return undefined;
  const name = baseName(event);
  const [, first, second] = lineOf(git, ["rev-list", "--parents", "-n", "1", "HEAD"]).split(" ");
  if (first !== undefined && second !== undefined && second === event.headSha) {
    return { git, commit: first, name };
  }
  const { baseSha } = event;
  if (baseSha === undefined || !/^[\da-f]{40,64}$/.test(baseSha)) return undefined;
  const commit = lineOf(git, ["merge-base", baseSha, "HEAD"]);
  return commit === "" ? undefined : { git, commit, name };
}

/** What people call it: the branch, or else the beginning of the commit's id. */
export function baseName(event: PullRequestEvent | MergeGroupEvent): string {
  return event.baseRef ?? event.baseSha?.slice(0, 7) ?? "the base";
}
