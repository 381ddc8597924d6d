import { describe, expect, it } from "vitest";
import { definition } from "../../../src/policy/editor/definition.ts";
import { readDocument } from "../../../src/policy/editor/document.ts";
import { hover } from "../../../src/policy/editor/hover.ts";
import { file, world, written } from "./written.ts";

function at<Result>(
  lines: string,
  ask: (document: NonNullable<ReturnType<typeof readDocument>>, at: number) => Result,
) {
  const { text, at } = written(lines);
  const document = readDocument(file, text, world);
  return document === undefined ? undefined : ask(document, at);
}

const params = "params: { least: { type: int, default: 2, doc: fewest } }";

describe("hovering", () => {
  it.each<[string, string, readonly string[]]>([
    ["a field", "assert: self.si|ze > 2", ["Group.size: int", "Its size.", "From Terraform"]],
    ["a field of a field", "assert: self.parent.na|me > 2", ["Group.name: string"]],
    ["a field where something else is wrong", "assert: self.si|ze > 2 && self.nothing", ["Group.size: int"]],
    ["a field in a folded text", "assert: >\n  self.wide &&\n  self.si|ze > 2", ["Group.size: int"]],
    ["a field in a message", 'message: "group {self.na|me}"', ["Group.name: string"]],
    ["what is asked", "assert: se|lf.size > 2", ["self: Group", "A group."]],
    ["a concept", "select: Gr|oup", ["Group", "A group."]],
    [
      "a parameter",
      `${params}\nassert: self.size > params.le|ast`,
      ["params.least: int", "fewest", "By default `2`"],
    ],
    ["a part", "let: { few: self.size < 2 }\nassert: fe|w", ["few = self.size < 2", "`bool`"]],
    ["the name of a macro", "assert: self.rules.al|l(r, r.open)", ["all(x, condition)", "every member"]],
    ["a name that a macro binds", "assert: self.rules.all(r, r|.open)", ["r: Rule", "A rule."]],
    ["a function", "assert: si|ze(self.zones) > 2", ["size(list<A>): int", "How many"]],
    ["a method", 'assert: self.name.starts|With("a")', ["startsWith(string): bool"]],
    ["a fact", "assert: self.size < facts.lim|its.groups.value", ["facts.limits"]],
  ])("%s says what it is", (_, lines, says) => {
    const said = at(lines, hover) ?? "";
    for (const part of says) expect(said).toContain(part);
  });

  it.each([
    ["a title", "title: A gro|up"],
    ["a number", "assert: self.size > 2|0"],
    ["what cannot be read", "assert: self.si|ze > ("],
  ])("%s says nothing", (_, lines) => {
    expect(at(lines, hover)).toBeUndefined();
  });
});

describe("going to the definition", () => {
  const to = (lines: string) => {
    const { text } = written(lines);
    const found = at(lines, definition);
    return found?.kind === "here" ? text.slice(found.start, found.end) : found;
  };

  it("of a parameter leads to where it is declared", () => {
    expect(to(`${params}\nassert: self.size > params.le|ast`)).toBe("least");
  });

  it("of a part leads to the part, and of the element to `each`", () => {
    expect(to("let: { few: self.size < 2 }\nassert: f|ew")).toBe("few");
    expect(to("each: self.rules as rule\nassert: ru|le.open")).toBe("each");
  });

  it("of a field, a concept and what is asked leads to the vocabulary", () => {
    expect(to("assert: self.parent.si|ze > 2")).toEqual({ kind: "word", concept: "Group", field: "size" });
    expect(to("select: Gro|up")).toEqual({ kind: "word", concept: "Group", field: undefined });
    expect(to("assert: se|lf.size > 2")).toEqual({ kind: "word", concept: "Group", field: undefined });
  });

  it("of a function leads nowhere", () => {
    expect(to("assert: si|ze(self.zones) > 1")).toBeUndefined();
  });
});
