import { describe, expect, it } from "vitest";
import { parseTemplate } from "../../src/policy/template.ts";

function parts(template: string) {
  return parseTemplate(template).parts.map((part) =>
    typeof part === "string" ? part : [part.text, part.start],
  );
}

describe("a message template", () => {
  it("has holes, which know where they begin", () => {
    expect(parts("a {self.x} b { y }")).toEqual(["a ", ["self.x", 3], " b ", ["y", 15]]);
  });

  it("writes a brace as two", () => {
    expect(parts("{{a}} {x}")).toEqual(["{a} ", ["x", 7]]);
  });

  it("lets an expression have braces and quotes of its own", () => {
    expect(parts(`{{"a": 1}} {({"a": 1})["a"]} {"}"}`)).toEqual([
      '{"a": 1} ',
      [`({"a": 1})["a"]`, 12],
      " ",
      ['"}"', 30],
    ]);
  });

  it("says where it breaks", () => {
    expect(parseTemplate("a {b").problems).toEqual([
      { message: "`{` is never closed; write `{{` for a brace", start: 2, end: 4 },
    ]);
    expect(parseTemplate("a } b").problems.map(({ start }) => start)).toEqual([2]);
  });
});
