import { statSync } from "node:fs";
import { Failure } from "../base/failure.ts";

/** What the file system refuses is a failure of the file, said in words. */
export function opened<Result>(file: string, open: () => Result): Result {
  try {
    return open();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Failure("unreadable", `it cannot be opened: ${reasons[code] ?? code.toLowerCase()}`, {
      at: { file },
      hint: "make it readable, or leave it out with `exclude`",
    });
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "it is no longer there",
  EISDIR: "it is a folder",
  ENAMETOOLONG: "its name is too long",
  ENOTDIR: "there is a file where its folder should be",
  ELOOP: "its links go round in circles",
  ERR_FS_FILE_TOO_LARGE: "it is too large to be read at once",
};

/** What there is of a name, links followed; `undefined` where there is nothing. */
export function statOf(full: string) {
  return statSync(full, { throwIfNoEntry: false });
}
