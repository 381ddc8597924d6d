import { describe, expect, it } from "vitest";
import { load, mistakesIn, policyText } from "./world.ts";

describe("a policy file", () => {
  it("that is right becomes a policy, its id the file's name and its family the folder", async () => {
    const { policies, mistakes } = await load({
      "team/sizes/group-too-small.yaml": policyText(`
title: A group is too small
severity: low
enforcement: deny
select: Group
when: self.wide
params:
  least: { type: int, fact: limits.groups.value, doc: the smallest group }
let:
  enough: self.size >= params.least
assert: enough
message: "group {self.name} has {self.size}, {{not}} {params.least}"
at: self.size
sources: [somewhere]
`),
    });
    expect(mistakes).toEqual([]);
    expect(policies).toMatchObject([
      {
        id: "group-too-small",
        family: "sizes",
        file: "team/sizes/group-too-small.yaml",
        title: "A group is too small",
        severity: "low",
        enforcement: "deny",
        unresolved: "warn",
        select: "Group",
        when: { text: "self.wide" },
        let: [{ name: "enough" }],
        parameters: [{ name: "least", type: "int", default: 3, doc: "the smallest group" }],
        why: "Small groups fall over.",
        sources: ["somewhere"],
      },
    ]);
    expect(policies[0]?.params.get("least")).toBe(3);
    expect(policies[0]?.message.map((part) => (typeof part === "string" ? part : `<${part.text}>`))).toEqual([
      "group ",
      "<self.name>",
      " has ",
      "<self.size>",
      ", {not} ",
      "<params.least>",
    ]);
    expect(policies[0]?.cases.map(({ expected }) => expected)).toEqual([
      "violated",
      "satisfied",
      "unresolved",
    ]);
  });

  it("warns, and only counts what it cannot tell where it only counts violations", async () => {
    const { policies } = await load({
      "f/a.yaml": policyText(""),
      "f/b.yaml": policyText("enforcement: audit"),
      "f/c.yaml": policyText("enforcement: audit\nunresolved: deny"),
    });
    expect(policies.map(({ enforcement, unresolved }) => [enforcement, unresolved])).toEqual([
      ["warn", "warn"],
      ["audit", "audit"],
      ["audit", "deny"],
    ]);
  });

  it("with five mistakes reports five, each where it is", async () => {
    const text = `title: A group is too small
severity: hgih
select: Grop
params:
  least: { type: int, default: two, doc: the smallest group }
assert: self.size >= params.least
mesage: "group {self.name}"
message: group is too small
why: Small groups fall over.
fix: Make it larger.
cases:
  - { violated: one, kubernetes: x }
  - { satisfied: two, kubernetes: x }
  - { unresolved: not known, kubernetes: x }
`;
    expect(await mistakesIn(text)).toEqual([
      "2:11 `severity` must be critical, high, medium or low, not `hgih`; did you mean `high`?",
      "3:9 there is no concept `Grop`; did you mean `Group`?",
      "5:32 `default` must be a whole number",
      "7:1 unknown key `mesage`; did you mean `message`?",
      "8:10 the message names nothing; put what it is about in braces, like `{self.name}`",
    ]);
  });

  it("is told the place of a mistake inside an expression, however it is quoted", async () => {
    const wrong = (lines: string) => mistakesIn(policyText(lines));
    expect(await wrong("assert: self.sise >= 2")).toEqual([
      expect.stringMatching(/^1:14 .*sise.*did you mean `size`/),
    ]);
    expect(await wrong('assert: "self.sise >= 2"')).toEqual([expect.stringMatching(/^1:15 .*sise/)]);
    expect(await wrong("assert: |\n  self.wide &&\n    self.sise >= 2")).toEqual([
      expect.stringMatching(/^3:10 .*sise/),
    ]);
    expect(await wrong("assert: >-\n  self.wide &&\n  self.sise >= 2")).toEqual([
      expect.stringMatching(/^3:8 .*sise/),
    ]);
    expect(await wrong('message: "group {self.name} has { self.sise }"')).toEqual([
      expect.stringMatching(/^1:40 .*sise/),
    ]);
    expect(await wrong("each: self.ruels as rule\nassert: rule.open")).toEqual([
      expect.stringMatching(/^1:12 .*ruels.*did you mean `rules`/),
    ]);
    expect(await wrong("each: self.rules as rule\nassert: rule.opn")).toEqual([
      expect.stringMatching(/^2:14 .*opn/),
    ]);
    expect(await wrong("let:\n  n: self.sise\nassert: n > 1")).toEqual([
      expect.stringMatching(/^2:11 .*sise/),
    ]);
  });

  it("tells several mistakes of several expressions at once", async () => {
    const text = policyText("when: self.wyde\nassert: self.sise >= 2 && self.nam == 'x'\nat: self.zone");
    const places = (await mistakesIn(text)).map((mistake) => mistake.split(" ")[0]);
    expect(places).toEqual(["1:12", "2:14", "2:32", "3:10"]);
  });

  it.each([
    ["a part that is never used", "let:\n  n: self.size", "2:3 `n` is never used"],
    [
      "a parameter that is never used",
      "params:\n  least: { type: int, default: 2, doc: x }",
      "2:3 the parameter `least` is never used",
    ],
    ["an element that is never used", "each: self.rules as rule", "1:21 `rule` is never used"],
    [
      "a name that means something else",
      "let: { now: self.size }\nassert: now > 1",
      "1:8 `now` already means",
    ],
    [
      "a concept that no format supplies",
      "select: Ghost\nassert: self.name == 'x'",
      "1:9 no input format supplies `Ghost`",
    ],
    [
      "a type that is no concept",
      "select: Tag",
      "1:9 `Tag` is a part of other concepts and cannot be selected",
    ],
    ["an assertion that is not true or false", "assert: self.size", "1:9 "],
    [
      "an `each` that is no list",
      "each: self.size as n\nassert: n > 1",
      "1:7 `each` needs a list, and this is int",
    ],
    ["an `each` without a name", "each: self.rules", "1:7 `each` reads `<list> as <name>`"],
    ["an `at` that is no field", "at: self.size + 1", "1:5 `at` must be a field of what is judged"],
    ["an `at` outside what is judged", "at: facts.limits", "1:5 `at` must be a field of what is judged"],
    [
      "an enforcement that does not exist",
      "enforcement: block",
      "1:14 `enforcement` must be deny, warn, audit or off",
    ],
    ["a message with a hole that is not closed", 'message: "group {self.name"', "1:17 `{` is never closed"],
    ["a brace that closes nothing", 'message: "{self.name} }"', "1:23 `}` closes nothing"],
    ["a pattern with lookahead", `assert: self.name.matches("(?=a)b")`, "1:"],
    [
      "a fact that does not exist",
      "params:\n  n: { type: int, fact: limits.grups.value, doc: x }\nassert: params.n > 1",
      "2:32 `facts.limits` has no field `grups`; did you mean `groups`?",
    ],
    [
      "a fact of another type",
      "params:\n  n: { type: string, fact: limits.groups.value, doc: x }\nassert: params.n == 'x'",
      "2:28 `fact` must be text",
    ],
    [
      "a parameter without a value",
      "params:\n  n: { type: int, doc: x }\nassert: params.n > 1",
      "2:3 `n` needs a `default` or a `fact`, and one only",
    ],
  ])("with %s is a mistake", async (_, lines, expected) => {
    const mistakes = await mistakesIn(policyText(lines));
    expect(mistakes, mistakes.join("\n")).toHaveLength(1);
    expect(mistakes[0]).toContain(expected);
  });

  it("that lacks what a policy must have is told all of it", async () => {
    const missing = (await mistakesIn("title: Nothing else\n")).map((mistake) =>
      mistake.replace(/^1:1 /, ""),
    );
    expect(missing).toEqual(
      ["severity", "select", "assert", "message", "why", "fix", "cases"].map(
        (key) => `\`${key}\` is missing`,
      ),
    );
  });

  it("must be proved: a violated, a satisfied and an unresolved case", async () => {
    expect(await mistakesIn(policyText("cases:\n  - { violated: one, kubernetes: x }"))).toEqual([
      "2:3 there is no case that is satisfied; write one",
      "2:3 there is no case that is unresolved; write one",
    ]);
  });

  it("must have a name in kebab case that no other has", async () => {
    expect(await mistakesIn(policyText(""), "policies/sizes/GroupTooSmall.yaml")).toEqual([
      "1:0 the file's name is the policy's id and must read like `group-too-small.yaml`",
    ]);
    const { mistakes } = await load({ "a/x.yaml": policyText(""), "b/x.yaml": policyText("") });
    expect(mistakes).toEqual([
      { at: { file: "b/x.yaml", line: 1 }, message: "`x` is already the id of `a/x.yaml`" },
    ]);
  });

  it("that is empty or not YAML is one mistake", async () => {
    expect(await mistakesIn("# later\n")).toEqual(["1:0 a policy file is a map that begins with `title:`"]);
    expect(await mistakesIn("title: a: b\n")).toHaveLength(1);
  });

  it("does not hide the mistakes of others", async () => {
    const { policies, mistakes } = await load({
      "f/a.yaml": policyText("severity: no"),
      "f/b.yaml": policyText(""),
      "f/c.yaml": policyText("enforcement: no"),
    });
    expect(mistakes.map(({ at }) => at.file)).toEqual(["f/a.yaml", "f/c.yaml"]);
    expect(policies.map(({ id }) => id)).toEqual(["b"]);
  });
});
