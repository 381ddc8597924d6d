/** A comment that waives: what it says behind its marker, and the line of what it stands beside. */
export interface Comment {
  readonly text: string;
  /** Its own line and column, counted from 1. */
  readonly line: number;
  readonly column: number;
  /** The line it ends, or else the one below it; `undefined` where nothing is there. */
  readonly beside: number | undefined;
}

export type Syntax = "hcl" | "yaml";

/** What every waiver beside the code begins with. */
export const marker = "eks-policy-gate:ignore";

/** Several comments may stand above one line, and nobody writes more of them. */
const mostAbove = 20;

/** The comments of a file that begin with the marker. Comments of HCL that end with a sign of their own are none. */
export function waivingComments(text: string, syntax: Syntax): readonly Comment[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index): readonly Comment[] => {
    if (!line.includes(marker)) return [];
    const start = commentStart(line, syntax);
    if (start === -1) return [];
    const said = afterMarker(line.slice(start));
    if (said === undefined) return [];
    const isAlone = line.slice(0, start).trim() === "";
    const beside = isAlone ? nextLine(lines, index, syntax) : index + 1;
    return [{ text: said, line: index + 1, column: start + 1, beside }];
  });
}

/** What stands behind the marker; other words with the same beginning are no marker. */
function afterMarker(comment: string): string | undefined {
  const said = comment.replace(/^(?:#+|\/\/+)/, "").trim();
  if (!said.startsWith(marker)) return undefined;
  const rest = said.slice(marker.length);
  return rest === "" || /^\s/.test(rest) ? rest.trim() : undefined;
}

/** The first line below a comment that is none, counted from 1. A blank line separates. */
function nextLine(lines: readonly string[], index: number, syntax: Syntax): number | undefined {
  for (let below = index + 1; below <= index + mostAbove; below++) {
    const line = lines[below]?.trim() ?? "";
    if (line === "") return undefined;
    if (!line.startsWith("#") && !(syntax === "hcl" && line.startsWith("//"))) return below + 1;
  }
  return undefined;
}

/** Where the comment of a line begins, outside of quotes; -1 where there is none. */
function commentStart(line: string, syntax: Syntax): number {
  let quote = "";
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? "";
    const before = line[at - 1] ?? " ";
    if (quote !== "") {
      if (character === "\\" && quote === '"') at++;
      else if (character === quote) quote = "";
    } else if (opensQuote(character, before, syntax)) quote = character;
    else if (opensComment(character, before, line[at + 1], syntax)) return at;
  }
  return -1;
}

/** Within a word of YAML a quote is a character like others. */
function opensQuote(character: string, before: string, syntax: Syntax): boolean {
  if (syntax === "hcl") return character === '"';
  return (character === '"' || character === "'") && /[\s[{(,:]/.test(before);
}

function opensComment(character: string, before: string, after: string | undefined, syntax: Syntax): boolean {
  if (syntax === "yaml") return character === "#" && /\s/.test(before);
  return character === "#" || (character === "/" && after === "/");
}
