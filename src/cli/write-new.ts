import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Failure } from "../base/failure.ts";

/** Writes a file that is not there yet, with its folders. Answers whether it did: what is there is never touched. */
export function writeNew(root: string, file: string, text: string): boolean {
  try {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), text, { flag: "wx" });
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EEXIST") return false;
    throw new Failure("usage", `\`${file}\` cannot be written`, {
      hint: reasons[String(code)] ?? String(code),
    });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOTDIR: "there is a file where its folder should be",
  EACCES: "writing there is not permitted",
  EPERM: "writing there is not permitted",
  EROFS: "nothing can be written there",
  ENOSPC: "there is no space left",
};
