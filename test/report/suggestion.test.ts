import { describe, expect, it } from "vitest";
import { suggestedLine } from "../../src/report/suggestion.ts";
import type { Suggestion } from "../../src/verdict/finding.ts";

/** The line with what stands between the bars replaced. */
function suggested(marked: string, value: Suggestion, file = "main.yaml"): string | undefined {
  const [before = "", literal = "", after = ""] = marked.split("|");
  const column = before.length + 1;
  const place = { file, line: 3, column, endLine: 3, endColumn: column + literal.length };
  return suggestedLine(`${before}${literal}${after}`, place, value);
}

describe("a suggestion", () => {
  it.each<[string, Suggestion, string]>([
    ["  encrypted = |false| # later", true, "  encrypted = true # later"],
    ['  encrypted: |"false"|', true, '  encrypted: "true"'],
    ["  replicas: |1|", 2, "  replicas: 2"],
    ['  http_tokens = |"optional"|', "required", '  http_tokens = "required"'],
    ["  version: |'1.29'|", "1.30", "  version: '1.30'"],
    ["  type: |instance|", "ip", "  type: ip"],
    ["  version: |1.29|", "1.30", '  version: "1.30"'],
    ['  cidrs = |["0.0.0.0/0"]|', ["10.0.0.0/8"], '  cidrs = ["10.0.0.0/8"]'],
    ['  cidrs: |["0.0.0.0/0", "::/0"]|', ["10.0.0.0/8", "fd00::/8"], '  cidrs: ["10.0.0.0/8", "fd00::/8"]'],
  ])("in %s of %j", (marked, value, line) => {
    expect(suggested(marked, value)).toBe(line);
  });

  it.each<[string, Suggestion]>([
    ["  encrypted = |var.encrypted|", true],
    ['  encrypted = |"${var.encrypted}"|', true],
    ["  |resource| web {", true],
    ["  replicas: |{{ .Values.replicas }}|", 2],
    ["  version: |local.version|", 3],
    ['  cidrs = |[var.office, "0.0.0.0/0"]|', ["10.0.0.0/8"]],
    ["  encrypted = |true|", true],
    ['  name = |"a b"|', "c"],
    ["  name: |web|", 'x"\n  evil: true'],
  ])("is not made for %s and %j", (marked, value) => {
    expect(suggested(marked, value)).toBeUndefined();
  });

  it("is not made where a word is a name and no text", () => {
    expect(suggested("  http_tokens = |local.tokens|", "required", "main.tf")).toBeUndefined();
    expect(suggested('  http_tokens = |"optional"|', "required", "main.tf")).toBe(
      '  http_tokens = "required"',
    );
  });

  it("is not made over several lines, nor where the columns are not known", () => {
    expect(suggestedLine("a = false", { file: "x", line: 1 }, true)).toBeUndefined();
    const place = { file: "x", line: 1, column: 5, endLine: 2, endColumn: 3 };
    expect(suggestedLine("a = false", place, true)).toBeUndefined();
  });
});
