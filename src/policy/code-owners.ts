import { matchesGlob } from "../base/glob.ts";
import type { PolicyText } from "./load.ts";

/** Where GitHub looks for it; the first that is there counts. */
export const codeOwnersFiles: readonly string[] = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

/** Who GitHub asks to review a file, by the last line that means it, in lower case; nobody where none does. */
export type CodeOwners = (file: string) => readonly string[];

export function readCodeOwners({ text }: Pick<PolicyText, "text">): CodeOwners {
  const lines = text.split(/\r\n|\r|\n/).flatMap((line) => entryOf(line) ?? []);
  return (file) => lines.findLast(({ globs }) => globs.some((glob) => matchesGlob(glob, file)))?.owners ?? [];
}

interface Line {
  readonly globs: readonly string[];
  readonly owners: readonly string[];
}

/** GitHub passes over what gitignore has and it has not: negations, ranges, and a pattern that begins with `#`. */
function entryOf(line: string): Line | undefined {
  const [pattern = "", ...rest] = wordsOf(line);
  if (pattern === "" || pattern.startsWith("!") || /[[\]]/.test(pattern) || pattern.startsWith("\\#")) {
    return undefined;
  }
  return { globs: globsOf(pattern), owners: rest.map((owner) => owner.toLowerCase()) };
}

/** Words apart by blanks; a blank in a path stands behind a backslash, and `#` begins a comment. */
function wordsOf(line: string): readonly string[] {
  const words: string[] = [];
  let word = "";
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? "";
    if (character === "#" && word === "") break;
    if (character === "\\" && line[at + 1] === " ") word += line[++at];
    else if (/\s/.test(character)) {
      if (word !== "") words.push(word);
      word = "";
    } else word += character;
  }
  return word === "" ? words : [...words, word];
}

/** A folder stands for all that is in it, but for what `folder/*` leaves out: what lies deeper. */
function globsOf(pattern: string): readonly string[] {
  const isFolder = pattern.endsWith("/");
  const bare = isFolder ? pattern.slice(0, -1) : pattern;
  const path = bare.includes("/") ? bare.replace(/^\//, "") : `**/${bare}`;
  if (isFolder) return [`${path}/**/*`];
  return bare.endsWith("/*") ? [path] : [path, `${path}/**/*`];
}
