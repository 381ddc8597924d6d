import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { Failure } from "./base/failure.ts";
import { type ReadReport, reportIn } from "./report/read-report.ts";
import { beginningOf } from "./source/beginning.ts";

/** The JSON files of a folder, or the one file that is named, relative to `root` as it is. Throws `Failure` where there is none. */
export function jsonFiles(path: string, root = "."): readonly string[] {
  const there = resolve(root, path);
  if (!existsSync(there)) {
    throw new Failure("usage", `\`${path}\` does not exist`, { hint: "name files or folders that exist" });
  }
  if (!statSync(there).isDirectory()) return [path];
  const entries = readdirSync(there, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".json"));
  return names.map(({ name }) => join(path, name)).toSorted();
}

/**
 * The reports that a path stands for, where it is one, or a folder of nothing else: a repository may hold one that a
 * run wrote into it.
 */
export function savedReports(path: string, root = "."): readonly string[] | undefined {
  const files = jsonFiles(path, root);
  const there = resolve(root, path);
  const isFolder = statSync(there).isDirectory();
  const others = isFolder
    ? readdirSync(there).filter((name) => !name.startsWith(".")).length - files.length
    : 0;
  return files.length > 0 && others === 0 && files.every((file) => looksLikeReport(resolve(root, file)))
    ? files
    : undefined;
}

/** Whether a file begins as reports do: that it is one is only known when it is read. */
function looksLikeReport(file: string): boolean {
  try {
    const start = new TextDecoder().decode(beginningOf(file, 200));
    return /^\s*\{\s*"schemaVersion":\s*\d+,\s*"conclusion":/.test(start);
  } catch {
    return false;
  }
}

/** The report of a file, relative to `root`, or why it cannot be read. */
export function openReport(file: string, root = "."): ReadReport | Failure {
  return reportIn(file, (most) => beginningOf(resolve(root, file), most));
}
