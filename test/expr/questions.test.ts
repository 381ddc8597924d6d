import { describe, expect, it } from "vitest";
import { constantAnswer } from "../../src/expr/constant.ts";
import { decisions } from "../../src/expr/decisions.ts";
import { measured } from "../../src/expr/measured.ts";
import { pathsRead } from "../../src/expr/reads.ts";

describe("what a condition answers whatever it is asked about", () => {
  it.each<[string, boolean | undefined]>([
    ["true", true],
    ["a || true", true],
    ["a && b && false", false],
    ["a.b || !a.b", true],
    ["!(a) && b && (a)", false],
    ["!(a || !a)", false],
    ["a ? true : b || !b", true],
    ["true ? a : true", undefined],
    ["list.all(x, true)", true],
    ["list.exists(x, false)", false],
    ["list.all(x, false)", undefined],
    ["list.exists(x, true)", undefined],
    ["a || !b", undefined],
    ["a && b", undefined],
    ["a", undefined],
    ["a &&", undefined],
  ])("of %s is %s", (text, answer) => {
    expect(constantAnswer(text)).toBe(answer);
  });
});

describe("what an expression reads", () => {
  it("is told as far as fields are followed", () => {
    expect(pathsRead("self.cluster.name == zones[0].name && has(self.owner)")).toEqual([
      "self.cluster.name",
      "zones",
      "self.owner",
    ]);
    expect(pathsRead("size(self.rules.filter(r, r.port > params.limit))")).toEqual([
      "self.rules",
      "r.port",
      "params.limit",
    ]);
  });
});

describe("what an expression measures", () => {
  it("is what it holds against a limit or a list", () => {
    expect(measured("size(zones) >= 2 && self.kind in ['a', 'b']")).toEqual(["size(zones)", "self.kind"]);
    expect(measured("params.limit > self.count")).toEqual(["self.count"]);
  });

  it("is not what it only looks for", () => {
    expect(measured("size(zones) > 0 && self.a in self.b && self.c == 'd'")).toEqual([]);
  });
});

describe("what the answer of an expression turns on", () => {
  const of = (text: string) => decisions(text, true).map((decision) => [decision.kind, decision.text]);

  it("are the sides of a chain, without their negation", () => {
    expect(of("a && !b || c")).toEqual([
      ["condition", "a"],
      ["condition", "b"],
      ["condition", "c"],
    ]);
  });

  it("are what is chosen by and between, and what is asked of members", () => {
    expect(of("rules.all(r, r.open) ? x : y.filter(z, z > 1)")).toEqual([
      ["condition", "rules.all(r, r.open)"],
      ["condition", "r.open"],
      ["branch", "x"],
      ["branch", "y.filter(z, z > 1)"],
      ["condition", "z > 1"],
    ]);
  });

  it("is the whole where it has no parts", () => {
    expect(of("size(zones) >= 2")).toEqual([["condition", "size(zones) >= 2"]]);
    expect(decisions("size(zones)", false)).toEqual([]);
  });
});
