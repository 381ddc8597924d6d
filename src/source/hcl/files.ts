import { parseTemplate } from "./parse.ts";
import { entriesOf, failed, known, type Names, type Result } from "./result.ts";
import type { Call, Expression } from "./syntax.ts";

/** `file` and `templatefile`; `undefined` for every other call, and where the file is not at hand. */
export function fromFile(
  { name, arguments: [written, variables] }: Call,
  names: Names,
  evaluate: (expression: Expression, names: Names) => Result,
): Result | undefined {
  if ((name !== "file" && name !== "templatefile") || written === undefined) return undefined;
  const path = evaluate(written, names);
  const text = path.kind === "known" && typeof path.value === "string" ? names.file(path.value) : undefined;
  if (text === undefined) return undefined;
  if (name === "file") return known(text);
  const given = variables && entriesOf(evaluate(variables, names));
  if (given === undefined) return undefined;
  const span = { start: 0, end: text.length };
  const template = parseTemplate(text, span, (offset) => offset);
  return evaluate(template, { ...names, of: (variable) => given.get(variable) ?? failed });
}
