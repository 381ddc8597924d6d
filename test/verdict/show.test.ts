import { describe, expect, it } from "vitest";
import { EvalError, PartialList, Unknown, type Value } from "../../src/base/value.ts";
import { show } from "../../src/verdict/show.ts";
import { entity, unknown } from "../policy/world.ts";

describe("a value in a message", () => {
  it.each<[string, Value, string]>([
    ["text is itself", "eu-west-1a", "eu-west-1a"],
    ["a number is plain", 1234567, "1234567"],
    ["nothing is none", null, "none"],
    ["a list is read out", ["a", "b"], "a, b"],
    ["an empty list is none", [], "none"],
    ["what is not known says so", unknown("g", "size"), "(unknown)"],
    ["a number that is not known shows its bounds", new Unknown([], 0, 1), "at most 1"],
    ["a number that is not known shows the least it is", new Unknown([], 3), "at least 3"],
    [
      "a list known in part shows what may be in it",
      new PartialList(["a"], unknown("g", "zones"), { atMost: 1, candidates: ["b"] }),
      "a, perhaps b",
    ],
    ["a list known in part says so", new PartialList(["a"], unknown("g", "zones")), "a, (unknown)"],
    ["an error is not told in a message", new EvalError("index 7"), "(cannot be worked out)"],
    ["a map is read out", new Map([["app", "web"]]), "app=web"],
    ["an entity is called by its name", entity("Group", "aws_group.a", { name: "workers" }), "workers"],
    [
      "an entity whose name is not known by what its author calls it",
      entity("Group", "aws_group.a", {}),
      "aws_group.a",
    ],
    ["a secret name is not told", entity("Group", "aws_group.a", { name: "x" }, ["name"]), "(sensitive)"],
    ["several lines become one", "a\n  b", "a b"],
    [
      "many members are counted",
      Array.from({ length: 13 }, (_, index) => index),
      "0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 3 more",
    ],
  ])("%s", (_, value, text) => {
    expect(show(value)).toBe(text);
  });

  it("is cut where it is too long to read", () => {
    expect(show("x".repeat(5000))).toHaveLength(120);
    expect(show("x".repeat(5000))).toMatch(/x…$/);
  });
});
