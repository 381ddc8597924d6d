import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mutants } from "../../src/expr/mutants.ts";
import { parse } from "../../src/expr/parse.ts";
import { write } from "../../src/expr/write.ts";

function changed(text: string): readonly string[] {
  return mutants(text).map((mutant) => mutant.text);
}

describe("the small changes of an expression", () => {
  it("move a limit one way, and the boundary the other", () => {
    expect(changed("size(zones) >= 2")).toEqual(["size(zones) > 2", "size(zones) >= 1"]);
    expect(changed("size(zones) < 2")).toEqual(["size(zones) <= 2", "size(zones) < 1"]);
    expect(changed("count <= params.limit")).toEqual(["count < params.limit", "count <= params.limit + 1"]);
    expect(changed("params.limit > count")).toEqual(["params.limit >= count", "params.limit - 1 > count"]);
  });

  it("take an equality for its opposite, and a number for its neighbours", () => {
    expect(changed('kind == "managed"')).toEqual(['kind != "managed"']);
    expect(changed("size(zones) != 0")).toEqual([
      "size(zones) != 1",
      "size(zones) != -1",
      "size(zones) == 0",
    ]);
    expect(changed("rule.ports.contains(22)")).toEqual(["rule.ports.contains(23)"]);
  });

  it("turn membership and denial around", () => {
    expect(changed("x in list")).toEqual(["!(x in list)"]);
    expect(changed("!wide")).toEqual(["wide"]);
  });

  it("take one quantifier for the other, and a list for what is filtered of it", () => {
    expect(changed("rules.all(r, r.open)")).toEqual(["rules.exists(r, r.open)"]);
    expect(changed("size(rules.filter(r, r.open))")).toEqual(["size(rules)"]);
    expect(changed("rules.map(r, r.open, r.port)")).toEqual(["rules.map(r, r.port)"]);
  });

  it("leave out each condition of a chain, and say which", () => {
    const left = mutants("a && b && c").filter(({ now }) => now === undefined);
    expect(left.map(({ text, was }) => [text, was])).toEqual([
      ["b && c", "a"],
      ["a && c", "b"],
      ["a && b", "c"],
    ]);
    expect(changed("a || b")).toEqual(["b", "a"]);
  });

  it("leave out no more than once what another one would tell", () => {
    expect(changed('kind == "managed" && !wide')).toEqual(["!wide", 'kind == "managed"']);
    expect(changed("!wide ? a : b")).toEqual(["a", "b"]);
  });

  it("take one branch for the whole", () => {
    expect(changed("a ? b : c")).toEqual(["b", "c"]);
  });

  it("are none of what cannot be read", () => {
    expect(mutants("a &&")).toEqual([]);
  });
});

describe("an expression that is written again", () => {
  const written = [
    "a - (b - c)",
    "a && (b && c) || !(d == e)",
    "(a ? b : c) ? d : e ? f : g",
    "-(-1) + -x * (2 + 3.0) % 4",
    "(-1).x",
    "(a || b).c[d ? 1 : 2].e('it\\'s \"x\"')",
    "cel.bind(a, 1, a + a) in [1, 2.5e30, -0, null, true]",
    "{'a': 1}['a']",
    "labels.transformList(k, v, k != v, v).map(x, x > 1, x).filter(y, has(y.z))",
    "rules.exists_one(r, r.open) == rules.all(i, r, i > 0)",
  ];

  it.each(written)("is the same one: %s", (text) => {
    const { tree } = parse(text);
    const again = tree === undefined ? "" : write(tree);
    expect(shape(parse(again).tree)).toBe(shape(tree));
  });

  it("has no parentheses that it does not need", () => {
    const { tree } = parse("((a) && (b.c)) && (size((d)) > (1))");
    expect(tree && write(tree)).toBe("a && b.c && size(d) > 1");
  });

  it("is the same one in every policy that comes with the gate", () => {
    const { policies } = JSON.parse(readFileSync("dist/policies.json", "utf8"));
    const texts = JSON.stringify(policies).match(/"text":"(?:[^"\\]|\\.)*"/g) ?? [];
    expect(texts.length).toBeGreaterThan(1000);
    for (const found of texts) {
      const { tree } = parse(JSON.parse(`{${found}}`).text);
      expect(tree && shape(parse(write(tree)).tree)).toBe(shape(tree));
    }
  });
});

/** A tree without the places of its nodes. */
function shape(tree: unknown): string {
  const places = ["start", "end", "fieldSpan", "functionSpan"];
  return JSON.stringify(tree, (key, value) => (places.includes(key) ? undefined : value));
}
