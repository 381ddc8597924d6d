/** The line of the old text that a line of the new one was; `undefined` where it was none. Lines count from 1. */
export type LineMap = (line: number) => number | undefined;

/** Reads the difference of two texts, as `git diff --unified=0` writes it: the lines between its hunks are the same. */
export function lineMap(difference: string): LineMap {
  const hunks = difference.split("\n").flatMap((line) => hunkOf(line) ?? []);
  return (line) => {
    let moved = 0;
    for (const { start, end, oldEnd } of hunks) {
      if (line < start) break;
      if (line < end) return undefined;
      moved = oldEnd - end;
    }
    return line + moved;
  };
}

/** Which lines of the new text are not in the old one. */
export function addedLines(difference: string): (line: number) => boolean {
  const hunks = difference.split("\n").flatMap((line) => hunkOf(line) ?? []);
  return (line) => hunks.some(({ start, end }) => line >= start && line < end);
}

/** Lines `start` to before `end` of the new text are not in the old one, which goes on at `oldEnd`. */
interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly oldEnd: number;
}

/** `@@ -3,2 +3 @@`. A side without lines names the line before; every line of the texts has a sign in front of it. */
function hunkOf(line: string): Hunk | undefined {
  const found = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
  if (found === null) return undefined;
  const [, oldStart, oldCount = "1", newStart, newCount = "1"] = found;
  const start = Number(newStart) + (newCount === "0" ? 1 : 0);
  const oldEnd = Number(oldStart) + (oldCount === "0" ? 1 : Number(oldCount));
  return { start, end: start + Number(newCount), oldEnd };
}
