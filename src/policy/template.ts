/** A part of a message: plain text, or an expression and where in the message it begins. */
export type Part = string | { readonly text: string; readonly start: number };

/** A message template that cannot be read, and where it breaks. */
export interface TemplateProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Splits `{name} spans {size(zones)} zones` into text and expressions. `{{` and `}}` stand for braces; braces and
 * quotes inside a hole belong to its expression.
 */
export function parseTemplate(template: string): {
  readonly parts: readonly Part[];
  readonly problems: readonly TemplateProblem[];
} {
  const parts: Part[] = [];
  const problems: TemplateProblem[] = [];
  let text = "";
  let at = 0;
  while (at < template.length) {
    const character = template[at] ?? "";
    if ((character === "{" || character === "}") && template[at + 1] === character) {
      text += character;
      at += 2;
    } else if (character === "{") {
      const end = closing(template, at + 1);
      if (end === undefined) {
        problems.push({
          message: "`{` is never closed; write `{{` for a brace",
          start: at,
          end: template.length,
        });
        break;
      }
      if (text !== "") parts.push(text);
      text = "";
      parts.push(trimmed(template, at + 1, end));
      at = end + 1;
    } else {
      if (character === "}") {
        problems.push({ message: "`}` closes nothing; write `}}` for a brace", start: at, end: at + 1 });
      }
      text += character;
      at++;
    }
  }
  if (text !== "") parts.push(text);
  return { parts, problems };
}

function closing(template: string, from: number): number | undefined {
  let depth = 0;
  let quote: string | undefined;
  for (let at = from; at < template.length; at++) {
    const character = template[at];
    if (quote !== undefined) {
      if (character === "\\") at++;
      else if (character === quote) quote = undefined;
    } else if (character === '"' || character === "'") quote = character;
    else if (character === "{") depth++;
    else if (character === "}" && depth-- === 0) return at;
  }
  return undefined;
}

function trimmed(template: string, start: number, end: number): Part {
  const text = template.slice(start, end);
  return { text: text.trim(), start: start + (text.length - text.trimStart().length) };
}
