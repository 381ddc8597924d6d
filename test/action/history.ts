import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Git in a folder, by an author of its own. */
export function gitOf(folder: string) {
  const author = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
  return (...args: readonly string[]) =>
    execFileSync("git", [...author, ...args], { cwd: folder, encoding: "utf8", stdio: "pipe" }).trim();
}

/**
 * What `actions/checkout` leaves for a pull request: everything that stands in the folder is the base, the change is a
 * commit of the author's, and the checkout is a merge of both. Answers with the author's commit.
 */
export function pullRequestOf(folder: string, change: Readonly<Record<string, string | undefined>>): string {
  const git = gitOf(folder);
  git("init", "-q", "-b", "main");
  git("add", "--all");
  git("commit", "-q", "--allow-empty", "-m", "base");
  git("switch", "-q", "-c", "feature");
  for (const [file, text] of Object.entries(change)) {
    if (text === undefined) rmSync(join(folder, file));
    else writeFileSync(join(folder, file), text);
  }
  git("add", "--all");
  git("commit", "-q", "--allow-empty", "-m", "change");
  const head = git("rev-parse", "HEAD");
  git("switch", "-q", "main");
  git("merge", "-q", "--no-ff", "-m", "merge", "feature");
  return head;
}
