import { visible } from "./visible.ts";

/**
 * Text that can be printed to the log of a job without being obeyed. The runner reads every line of both
 * streams for commands: `::name ...::` where it is the first thing on the line, `##[name]` anywhere.
 * Colours are lost with every other control character, unless `colours` says that ours may stay.
 */
export function escapeLog(text: string, options: { readonly colours?: boolean } = {}): string {
  return text
    .split("\n")
    .map((line) => escapeLine(line, options.colours ?? false))
    .join("\n");
}

/** What is said on a terminal, which may be the log of a job: with our colours, and a line feed at its end. */
export function printable(text: string): string {
  return `${escapeLog(text, { colours: true })}\n`;
}

function escapeLine(line: string, colours: boolean): string {
  const shown = colours ? visibleBetweenColours(line) : visible(line);
  const harmless = shown.replace(/##\[/g, "##\\[");
  return isCommand(harmless) ? harmless.replace("::", "\\::") : harmless;
}

/** Only what sets a colour survives, never what moves the cursor or clears the screen. */
function visibleBetweenColours(line: string): string {
  return line
    .split(colour)
    .map((part, index) => (index % 2 === 1 ? part : visible(part)))
    .join("");
}

function isCommand(line: string): boolean {
  return line.replaceAll(colour, "").trimStart().startsWith("::");
}

const colour = /(\u001b\[[0-9;]*m)/g;
