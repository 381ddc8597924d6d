import type { RE2JS } from "re2js";
import { EvalError, type Value } from "../../base/value.ts";
import type { FunctionDeclaration } from "../signature.ts";

/** Patterns of RE2: they take time in proportion to the text, whatever the pattern is. */
export const patternFunctions: readonly FunctionDeclaration[] = [
  {
    signature: "string.matches(string): bool",
    doc: "Whether the pattern (RE2 syntax) is found anywhere in the text; anchor it with `^` and `$`.",
    engine: "regex",
    call: matches,
  },
  {
    signature: "matches(string, string): bool",
    doc: "Whether the pattern (RE2 syntax) is found anywhere in the text; anchor it with `^` and `$`.",
    engine: "regex",
    call: matches,
  },
  {
    signature: "string.find(string): string",
    doc: "The first part of the text that the pattern matches; an empty string where there is none.",
    engine: "regex",
    call: find,
  },
];

let engine: typeof RE2JS | undefined;

/** Has to be awaited once before an expression that needs it is evaluated. */
export async function loadRegexEngine(): Promise<void> {
  engine ??= (await import("re2js")).RE2JS;
}

/** What is wrong with a pattern. Its syntax can be judged in full only when the engine is loaded. */
export function patternProblem(pattern: string): string | undefined {
  if (/\(\?(?:=|!|<=|<!)/.test(withoutEscapes(pattern))) {
    return "patterns look neither ahead nor behind (`(?=`, `(?!`, `(?<=`, `(?<!`)";
  }
  if (/\\(?:[1-9]|k<)/.test(pattern.replaceAll("\\\\", "")))
    return "patterns do not refer back to a group (`\\1`, `\\k<name>`)";
  const compiled = engine === undefined ? undefined : compile(pattern);
  return compiled instanceof EvalError ? compiled.message : undefined;
}

function matches(text: string, pattern: string): Value {
  const compiled = compile(pattern);
  return compiled instanceof EvalError ? compiled : compiled.test(text);
}

function find(text: string, pattern: string): Value {
  const compiled = compile(pattern);
  if (compiled instanceof EvalError) return compiled;
  const matcher = compiled.matcher(text);
  return matcher.find() ? (matcher.group() ?? "") : "";
}

const compiled = new Map<string, RE2JS | EvalError>();

function compile(pattern: string): RE2JS | EvalError {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (engine === undefined) return new EvalError("the regular expressions were not loaded");
  const fresh = tryCompile(engine, pattern);
  if (compiled.size >= 1_024) compiled.clear();
  compiled.set(pattern, fresh);
  return fresh;
}

function tryCompile(re2: typeof RE2JS, pattern: string): RE2JS | EvalError {
  try {
    return re2.compile(pattern);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : "";
    return new EvalError(`${JSON.stringify(pattern)} is not a pattern${reason === "" ? "" : `: ${reason}`}`);
  }
}

function withoutEscapes(pattern: string): string {
  return pattern.replace(/\\[\s\S]/g, "").replace(/\[[^\]]*\]/g, "");
}
