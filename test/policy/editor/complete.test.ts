import { describe, expect, it } from "vitest";
import { complete } from "../../../src/policy/editor/complete.ts";
import { file, world, written } from "./written.ts";

/** What is proposed at the cursor, in order. */
function proposed(lines: string): readonly string[] {
  const { text, at } = written(lines);
  return complete(file, text, at, world)?.items.map(({ label }) => label) ?? [];
}

describe("completion", () => {
  it("offers the concepts that can be selected", () => {
    expect(proposed("select: |")).toEqual(["Group", "Rule"]);
    expect(proposed("select: Gr|")).toEqual(["Group", "Rule"]);
  });

  it("offers what can be named where an expression begins", () => {
    const names = proposed(
      "params: { least: { type: int, default: 2, doc: fewest } }\nlet: { few: self.size < params.least }\nassert: |",
    );
    expect(names.slice(0, 5)).toEqual(["self", "params", "facts", "now", "few"]);
    expect(names).toEqual(expect.arrayContaining(["size", "has", "cel.bind", "sets"]));
  });

  it.each([
    ["of what is asked", "assert: self.|"],
    ["of another of its concept", "assert: self.parent.|size > 2"],
    ["in the middle of an expression", "assert: self.wide && self.| && true"],
    ["in a call that is not closed", "assert: size(self.rules) > 0 && self.rules.exists(r, self.|"],
    ["in a message whose brace is not closed", 'message: "group {self.|"'],
    ["in a message that is not closed at all", 'message: "group {self.|'],
    ["in a list", "assert: self.name in [self.|]"],
  ])("offers the fields %s", (_, lines) => {
    expect(proposed(lines)).toEqual(["name", "size", "wide", "owner", "zones", "rules", "parent"]);
  });

  it("knows what macros and `each` name", () => {
    expect(proposed("assert: self.rules.all(r, r.|)")).toEqual(["port", "open"]);
    expect(proposed("assert: self.rules.all(rule, rul|)")[0]).toBe("rule");
    expect(proposed("each: self.rules as rule\nassert: rule.|")).toEqual(["port", "open"]);
  });

  it("offers the parameters and the facts", () => {
    expect(
      proposed("params: { least: { type: int, default: 2, doc: fewest } }\nassert: self.size > params.|"),
    ).toEqual(["least"]);
    expect(proposed("assert: self.size > facts.|")).toEqual(["limits", "versions"]);
  });

  it("offers what can be asked of lists and texts, each with how it is written", () => {
    const lists = proposed("assert: self.zones.|");
    expect(lists).toEqual(expect.arrayContaining(["all", "exists", "distinct"]));
    expect(lists).not.toContain("startsWith");
    expect(proposed("assert: self.name.|")).toEqual(expect.arrayContaining(["startsWith", "contains"]));
    expect(proposed("assert: sets.|")).toEqual(expect.arrayContaining(["contains", "intersects"]));
    const { text, at } = written("assert: self.|");
    expect(complete(file, text, at, world)?.items[1]).toEqual({
      label: "size",
      kind: "field",
      detail: "int",
      doc: "Its size. From Terraform.",
    });
  });

  it("takes the whole word that is being written", () => {
    const { text, at } = written("assert: self.si|ze > 2");
    const found = complete(file, text, at, world);
    expect(text.slice(found?.start, found?.end)).toBe("size");
  });

  it.each([
    ["in a text", 'assert: self.name == "sel|"'],
    ["in what is no expression", "title: self.|"],
    ["in a number", "assert: self.size > 1|"],
  ])("offers nothing %s", (_, lines) => {
    expect(proposed(lines)).toEqual([]);
  });
});
