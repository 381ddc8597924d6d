import { execFileSync } from "node:child_process";

/**
 * Tells which of these files are part of the checked-out commit. A plan that an earlier step wrote is none of them,
 * and a link to it would lead nowhere. Where git cannot tell (a checkout without it, or of another user), all are.
 */
export function committed(folder: string, files: readonly string[]): (file: string) => boolean {
  const asked = [...new Set(files)].slice(0, mostAsked);
  if (asked.length === 0) return () => true;
  try {
    const listed = execFileSync("git", ["--literal-pathspecs", "ls-files", "-z", "--", ...asked], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      timeout: 5_000,
    });
    const known = new Set(listed.split("\0"));
    return (file) => known.has(file);
  } catch {
    return () => true;
  }
}

/** Command lines have an end; no comment shows places in more files than this. */
const mostAsked = 500;
