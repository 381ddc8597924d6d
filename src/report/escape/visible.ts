/**
 * The text with every character that a reader cannot see, or that changes the order of what is seen, written
 * as `\u{202e}`: control characters, line and paragraph separators, bidi and zero-width characters, lone
 * surrogates. Line feeds and tabs stay.
 */
export function visible(text: string): string {
  return text.replace(hidden, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The text on one line, shortened: every run of white space becomes one space. */
export function oneLine(text: string, most: number = Number.POSITIVE_INFINITY): string {
  const line = text.replace(/\s+/g, " ").trim();
  // Nothing is shorter for being visible, so that what is beyond does not have to be looked at.
  return shorten(visible(line.slice(0, most + 1)), most);
}

/** At most so many characters, the last of which is `…` when something was cut. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

// What is default-ignorable, the runner's culture-sensitive search skips over: `#<soft hyphen>#[` is `##[` to it.
const hidden = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
