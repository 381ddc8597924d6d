import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../base/failure.ts";
import { type ReadReport, reportIn } from "../report/read-report.ts";
import { beginningOf } from "../source/beginning.ts";

/** The JSON files of a folder, or the one file that is named. Throws `Failure` where there is none. */
export function jsonFiles(path: string): readonly string[] {
  if (!existsSync(path)) {
    throw new Failure("usage", `\`${path}\` does not exist`, { hint: "name files or folders that exist" });
  }
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((file) => file.endsWith(".json"));
  return names.toSorted().map((file) => join(path, file));
}

/** Whether a file begins as reports do: that it is one is only known when it is read. */
export function looksLikeReport(file: string): boolean {
  const start = new TextDecoder().decode(beginningOf(file, 200));
  return /^\s*\{\s*"schemaVersion":\s*\d+,\s*"conclusion":/.test(start);
}

export function openReport(file: string): ReadReport | Failure {
  return reportIn(file, (most) => beginningOf(file, most));
}
