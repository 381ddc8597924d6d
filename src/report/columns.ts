/** How many columns of a terminal a text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text)
    columns += narrow.test(character) ? 1 : zero.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}

/**
 * The part of a text between two columns; `…` stands where something was cut off. What is kept stays in its column,
 * also where a wide letter is cut in half.
 */
export function cropped(text: string, from: number, to: number): string {
  const first = from > 0 ? from + 1 : 0;
  const last = columnsOf(text) > to ? to - 1 : to;
  let column = 0;
  let part = "";
  for (const character of text) {
    const next = column + columnsOf(character);
    if (column >= first && next <= last)
      part += part === "" ? " ".repeat(column - first) + character : character;
    column = next;
  }
  return `${from > 0 ? "…" : ""}${part}${last < to ? "…" : ""}`;
}

/** Breaks a text into lines at its spaces. A word that is longer than a line stays whole, so that it can be copied. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
}

const narrow = /^[ -~]$/;
const zero = /^(?:\p{Mn}|\p{Me}|\u200C|\u200D)$/u;
const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F680}-\u{1FAFF}\u{20000}-\u{3FFFD}]$/u;
