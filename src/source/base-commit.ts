import { Failure } from "../base/failure.ts";
import { type Git, gitIn, lineOf } from "./git.ts";

/** What a change is compared with. */
export interface BaseCommit {
  readonly git: Git;
  /** The whole id of the commit. */
  readonly commit: string;
  /** What people call it. */
  readonly name: string;
}

/**
 * The commit where what is checked out left a branch: what came there since is no part of the change. Throws `Failure`
 * where there is none.
 */
export function commitNamed(root: string, ref: string): BaseCommit {
  const git = gitIn(root);
  const meant = lineOf(git, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  if (meant === "") {
    throw new Failure("usage", `there is no commit \`${ref}\` to compare with`, {
      hint: "name a branch, a tag or a commit of the repository that the current folder is in",
    });
  }
  const commit = lineOf(git, ["merge-base", meant, "HEAD"]);
  if (commit !== "") return { git, commit, name: ref };
  throw new Failure("usage", `\`${ref}\` has nothing in common with what is checked out`, {
    hint: "fetch the whole history, or name another commit",
  });
}
