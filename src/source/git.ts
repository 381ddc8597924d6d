import { execFileSync } from "node:child_process";

/** Asks git in a folder. Paths are relative to that folder; throws where git does not answer. */
export interface Git {
  (args: readonly string[]): string;
  /** The content of files at a commit, by file; those that are not there are left out. */
  readonly contents: (commit: string, files: readonly string[]) => ReadonlyMap<string, Uint8Array>;
}

/** How long an answer may take, in milliseconds, and how many bytes it may have. */
export interface GitLimits {
  readonly timeout: number;
  readonly maxBuffer: number;
}

const ample: GitLimits = { timeout: 60_000, maxBuffer: 2 ** 30 };

/** Git in a folder. What the repository configures to be run for a difference is not run. */
export function gitIn(folder: string, limits: GitLimits = ample): Git {
  const settings = { cwd: folder, ...limits };
  const ask = (args: readonly string[]) =>
    execFileSync("git", ["--literal-pathspecs", ...args], {
      ...settings,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  const contents = (commit: string, files: readonly string[]) => {
    // A name with a line feed would be two questions.
    const asked = files.filter((file) => !file.includes("\n"));
    if (asked.length === 0) return new Map<string, Uint8Array>();
    const answer = execFileSync("git", ["cat-file", "--batch"], {
      ...settings,
      input: asked.map((file) => `${commit}:./${file}\n`).join(""),
      stdio: ["pipe", "pipe", "ignore"],
    });
    return answers(answer, asked);
  };
  return Object.assign(ask, { contents });
}

/** What git says in one line; empty where it does not answer. */
export function lineOf(git: Git, args: readonly string[]): string {
  try {
    return git(args).trim();
  } catch {
    return "";
  }
}

/** Each answer is a line of its own, `<id> blob <size>`, and then so many bytes. */
function answers(answer: Buffer, asked: readonly string[]): ReadonlyMap<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  let at = 0;
  for (const file of asked) {
    const end = answer.indexOf(10, at);
    const [, kind, size] = /^[\da-f]+ (\w+) (\d+)$/.exec(answer.toString("utf8", at, end)) ?? [];
    at = end + 1;
    if (kind === undefined) continue;
    const start = at;
    at += Number(size) + 1;
    if (kind === "blob") found.set(file, answer.subarray(start, at - 1));
  }
  return found;
}
