import { writeFileSync } from "node:fs";
import { Failure } from "../base/failure.ts";

export function writeReport(file: string, report: string): void {
  try {
    writeFileSync(file, report);
  } catch (error) {
    throw new Failure("usage", `the report cannot be written to \`${file}\``, { hint: reason(error) });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "its folder does not exist",
  ENOTDIR: "its folder is a file",
  EISDIR: "it is a folder",
  EACCES: "writing there is not permitted",
  EPERM: "writing there is not permitted",
  EROFS: "nothing can be written there",
  ENOSPC: "there is no space left",
};

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return reasons[code ?? ""] ?? error.message;
}
