import { describe, expect, it } from "vitest";
import { member, plain, readYaml } from "../../src/policy/yaml.ts";

function mistakes(text: string): readonly string[] {
  return readYaml("p.yaml", text, ["!ref"]).mistakes.map(
    ({ at, message }) => `${at.line}:${at.column} ${message}`,
  );
}

/** The text in the file at the place of a part of the value of `a`, and the place. */
function partOf(text: string, start: number, end: number): { readonly text: string; readonly place: string } {
  const { source, root } = readYaml("p.yaml", text);
  const node = member(root, "a");
  if (node?.kind !== "scalar") throw new Error("`a` is not a scalar");
  const place = source.placeIn(node, node.text, start, end);
  const line = text.split("\n")[(place.line ?? 1) - 1] ?? "";
  const from = (place.column ?? 1) - 1;
  const to = place.endLine === place.line ? (place.endColumn ?? 1) - 1 : undefined;
  return { text: line.slice(from, to), place: `${place.line}:${place.column}` };
}

describe("a document", () => {
  it("is read with the core schema of YAML 1.2: `yes` and dates are text", () => {
    const { root } = readYaml("p.yaml", "a: yes\nb: 12\nc: 2026-01-01\nd: true\ne:\nf: '12'\ng: [1.5, ~]\n");
    expect(root === undefined ? root : plain(root)).toEqual({
      a: "yes",
      b: 12,
      c: "2026-01-01",
      d: true,
      e: null,
      f: "12",
      g: [1.5, null],
    });
  });

  it("keeps the tags that are allowed", () => {
    const { root } = readYaml("p.yaml", "a: !ref x.y\n", ["!ref"]);
    expect(member(root, "a")).toMatchObject({ tag: "!ref", text: "x.y" });
  });

  it("that is not YAML is one mistake at the place where reading stopped", () => {
    expect(mistakes("a: 1\nb: c: d\n")).toEqual([
      "2:5 not valid YAML: bad indentation of a mapping entry; text with `: ` in it must be quoted",
    ]);
  });

  it("must quote an expression that begins with an exclamation mark", () => {
    expect(mistakes("assert: !self.open\n")).toEqual([
      "1:9 `!self.open` is a YAML tag, which means nothing here; an expression that begins with `!` must be quoted",
    ]);
    expect(mistakes('assert: !has("x")\n')).toEqual([
      expect.stringContaining("an expression that begins with `!` must be quoted"),
    ]);
  });

  it("refuses a key that is written twice, anchors, aliases and a second document", () => {
    expect(mistakes("a: 1\nb: &x 2\na: *x\n---\nc: 1\n")).toEqual([
      "1:1 2 documents in one file; write one per file",
      "2:4 anchors are not part of policy files; write the value out",
      "3:4 aliases are not part of policy files; write the value out",
      "3:1 `a` is written twice",
    ]);
  });
});

describe("a part of a scalar is found where it is written", () => {
  it.each([
    ["plain", "a: self.x >= 1\n", 5, 6, "x", "1:9"],
    ["double quoted with escapes", 'a: "\\"q\\" == self.x"\n', 12, 13, "x", "1:19"],
    ["single quoted with a quote", "a: '''q'' == self.x'\n", 12, 13, "x", "1:19"],
    ["literal block", "a: |\n  self.a &&\n    self.x\n", 17, 18, "x", "3:10"],
    ["folded block", "a: >-\n  self.a &&\n  self.x\n", 15, 16, "x", "3:8"],
    ["plain over two lines", "a: self.a &&\n  self.x\n", 15, 16, "x", "2:8"],
  ])("%s", (_, text, start, end, part, place) => {
    expect(partOf(text, start, end)).toEqual({ text: part, place });
  });
});
