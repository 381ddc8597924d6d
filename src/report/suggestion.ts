import type { Place } from "../base/place.ts";
import type { Suggestion } from "../verdict/finding.ts";

/**
 * A line with another value in place of the literal that a place marks; `undefined` where what stands there is no
 * literal of the value's kind, for then it is not what has to be changed, or not so. What is around it stays, and so
 * do its quotes.
 */
export function suggestedLine(line: string, place: Place, value: Suggestion): string | undefined {
  const { column, endColumn, line: first, endLine = first } = place;
  if (column === undefined || endColumn === undefined || first !== endLine) return undefined;
  const marked = line.slice(column - 1, endColumn - 1);
  const literal = marked.trim();
  const isName = !/\.ya?ml$/.test(place.file) && /^[A-Za-z_]/.test(literal) && typeof value === "string";
  const written = isName ? undefined : writtenLike(literal, value);
  if (written === undefined || written === literal) return undefined;
  const start = column - 1 + marked.indexOf(literal);
  return line.slice(0, start) + written + line.slice(start + literal.length);
}

function writtenLike(literal: string, value: Suggestion): string | undefined {
  const [, quote = "", inside = ""] = /^(["']?)(.*)\1$/s.exec(literal) ?? [];
  if (typeof value === "boolean")
    return /^(?:true|false)$/.test(inside) ? `${quote}${value}${quote}` : undefined;
  if (typeof value === "number") return /^-?\d+$/.test(inside) ? `${quote}${value}${quote}` : undefined;
  if (typeof value === "string")
    return isPlainText(inside) && isPlainText(value) ? text(literal, value) : undefined;
  const items = /^\[(.*)\]$/s.exec(literal)?.[1]?.split(",") ?? [""];
  const isWhole = items.every((item) => /^\s*(["'])[^"'$\\]*\1\s*$/.test(item));
  return isWhole && value.every(isPlainText) ? `[${value.map((item) => `"${item}"`).join(", ")}]` : undefined;
}

/** A version in YAML needs its quotes: 1.30 is the number 1.3. */
function text(literal: string, value: string): string {
  const [quote = ""] = /^["']/.exec(literal) ?? [];
  const isWord = /^[A-Za-z][\w-]*$/.test(value) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(value);
  const around = quote === "" && !isWord ? '"' : quote;
  return `${around}${value}${around}`;
}

/** Nothing that a format reads as anything but itself. */
function isPlainText(value: string): boolean {
  return /^[\w./:-]+$/.test(value);
}
