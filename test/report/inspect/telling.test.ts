import { describe, expect, it } from "vitest";
import { PartialList, Unknown, type Value } from "../../../src/base/value.ts";
import { vocabulary } from "../../../src/graph/words.ts";
import { tellingLines } from "../../../src/report/inspect/telling.ts";
import { spelled } from "../../../src/report/inspect/values.ts";
import { painter } from "../../../src/report/paint.ts";

const place = () => ({ file: "main.tf", line: 3 });
const page = { vocabulary, place, width: 60, paint: painter(false) };
const whole = { given: [], isIdle: false, children: [], more: 0 };
const ref = { format: "terraform", file: "plan.json", owner: "a", document: 0, path: [] } as const;
const open = new Unknown([{ attribute: "a.b", reason: "known after apply", ref }]);

describe("a value is spelled", () => {
  it.each<[Value | undefined, string]>([
    [null, "null"],
    ["a\nb", '"a\\nb"'],
    [[1, [true]], "[1, [true]]"],
    [new Map([["k", "v"]]), '{"k": "v"}'],
    [open, "unknown"],
    [new Unknown([], 2, 5), "unknown, 2 to 5"],
    [new PartialList([1], open), "[1, perhaps others]"],
    [new PartialList([1], open, { atLeast: 1, candidates: [2, 3] }), "[1, at least 1 more of 2, 3]"],
    [Array.from({ length: 25 }, () => 0), `[${"0, ".repeat(20)}and 5 more]`],
    [undefined, "(sensitive)"],
  ])("%#", (value, text) => {
    expect(spelled(value, vocabulary)).toBe(text);
  });
});

describe("a tree", () => {
  it("sets each part in below what it is a part of, and says once why something is not known", () => {
    const part = { text: "self.size", value: open, ...whole };
    const lines = tellingLines(
      {
        ...whole,
        text: "self.size > 2 || self.size < 1",
        value: open,
        children: [
          { ...whole, text: "self.size > 2", value: open, children: [part] },
          { ...whole, text: "self.size < 1", value: open, children: [part] },
        ],
        more: 1,
      },
      page,
    );
    expect(lines).toEqual([
      "self.size > 2 || self.size < 1  → unknown",
      "├─ self.size > 2  → unknown",
      "│  └─ self.size  → unknown",
      "│        `a.b` is known after apply (main.tf:3)",
      "├─ self.size < 1  → unknown",
      "│  └─ self.size  → unknown",
      "└─ and 1 more",
    ]);
  });

  it("names the members, and cuts what is longer than a line", () => {
    const given = [{ name: "s", value: "subnet-1" }, { name: "secret" }];
    const [line = ""] = tellingLines({ ...whole, text: "x".repeat(90), value: "y".repeat(90), given }, page);
    expect(line).toMatch(/^s = "subnet-1": secret = … {2}→ "y+…$/);
    expect(line.length).toBeLessThanOrEqual(60);
  });

  it("cannot be written over by what it shows", () => {
    const [line = ""] = tellingLines({ ...whole, text: "a\u001b[2J\nb", value: "\u202e" }, page);
    expect(line).toBe('a\\u{1b}[2J b  → "\\u{202e}"');
  });
});
