import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { decodeText } from "./text.ts";

/** Nobody wrote a larger file by hand, and a plan of this size is one line. */
const largest = 4 * 1024 * 1024;

/** The lines of files below a folder, read once each; none where a file cannot be read again or is no author's. */
export function linesIn(folder: string): (file: string) => readonly string[] | undefined {
  const read = new Map<string, readonly string[] | undefined>();
  return (file) => {
    if (!read.has(file)) read.set(file, linesOf(resolve(folder, file), file));
    return read.get(file);
  };
}

function linesOf(path: string, file: string): readonly string[] | undefined {
  try {
    if (statSync(path).size > largest) return undefined;
    return decodeText(readFileSync(path), file).split(/\r\n|\r|\n/);
  } catch {
    return undefined;
  }
}
