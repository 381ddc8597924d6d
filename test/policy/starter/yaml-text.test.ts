import fc from "fast-check";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { Tagged, type Written, yamlLines } from "../../../src/policy/starter/yaml-text.ts";

const text = (value: Written, open?: number) => yamlLines(value, open).join("\n");

describe("a value that is written as YAML", () => {
  it("reads as the same value, whatever it is", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const again: unknown = load(text(value as Written));
        expect(JSON.stringify(again)).toBe(JSON.stringify(value));
      }),
      { numRuns: 500 },
    );
  });

  it("stands on one line where it fits, and is open where that is asked", () => {
    const value = {
      Resources: { A: { Type: "AWS::EC2::Subnet", Properties: { Zone: new Tagged("!Ref Z") } } },
    };
    expect(text(value)).toBe(
      "{ Resources: { A: { Type: AWS::EC2::Subnet, Properties: { Zone: !Ref Z } } } }",
    );
    expect(text(value, 2)).toBe("Resources:\n  A: { Type: AWS::EC2::Subnet, Properties: { Zone: !Ref Z } }");
  });

  it("shows a text of several lines as it is", () => {
    expect(text({ script: "one\ntwo\n", list: [{ a: "x\n y" }] })).toBe(
      "script: |\n  one\n  two\nlist:\n  - a: |-\n      x\n       y",
    );
  });

  it("quotes what would mean something else", () => {
    expect(text(["yes", "1.30", "10.0.0.0/16", "a: b", "arn:aws:iam::1:role/x", ""])).toBe(
      '["yes", "1.30", "10.0.0.0/16", "a: b", arn:aws:iam::1:role/x, ""]',
    );
  });
});
