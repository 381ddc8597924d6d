import { describe, expect, it } from "vitest";
import { EvalError, PartialList, Unknown, type Value } from "../../src/base/value.ts";
import type { Entity } from "../../src/graph/graph.ts";
import type { LoadedPolicy } from "../../src/policy/file.ts";
import type { Finding, Outcome } from "../../src/verdict/finding.ts";
import { judge, outcomeOf } from "../../src/verdict/judge.ts";
import { entity, facts, graphOf, load, policyText, ref, unknown } from "../policy/world.ts";

async function policy(lines: string): Promise<LoadedPolicy> {
  const { policies, mistakes } = await load({ "policies/sizes/group-too-small.yaml": policyText(lines) });
  const [first] = policies;
  if (first === undefined) throw new Error(mistakes.map(({ message }) => message).join("\n"));
  return first;
}

async function judged(lines: string, ...entities: readonly Entity[]) {
  const given = { facts: facts.value, now: "2026-11-22" };
  const { findings, tally } = judge(graphOf(...entities), [await policy(lines)], given);
  const [counts] = tally;
  if (counts === undefined) throw new Error("every policy has a tally");
  return { findings, counts };
}

async function only(lines: string, ...entities: readonly Entity[]): Promise<Finding> {
  const { findings } = await judged(lines, ...entities);
  expect(findings).toHaveLength(1);
  const [first] = findings;
  if (first === undefined) throw new Error("there is no finding");
  return first;
}

const maybe = new Unknown([{ attribute: "a.b", reason: "known after apply" }]);
const broken = new EvalError("division by zero");

describe("what `when` and `assert` make together", () => {
  it.each<[Value, Value, Outcome]>([
    [true, true, "satisfied"],
    [true, false, "violated"],
    [true, maybe, "unresolved"],
    [true, broken, "unresolved"],
    [false, true, "not-applicable"],
    [false, false, "not-applicable"],
    [false, maybe, "not-applicable"],
    [false, broken, "not-applicable"],
    [maybe, true, "satisfied"],
    [maybe, false, "unresolved"],
    [maybe, maybe, "unresolved"],
    [maybe, broken, "unresolved"],
    [broken, true, "unresolved"],
    [broken, false, "unresolved"],
    [broken, maybe, "unresolved"],
    [broken, broken, "unresolved"],
  ])("%o and %o is %s", (applies, asserted, outcome) => {
    expect(outcomeOf(applies, asserted)).toBe(outcome);
  });

  it("is what every way of filling in the unknowns makes, wherever it is decided", () => {
    const values: readonly Value[] = [true, false, maybe];
    const fillings = (value: Value): readonly Value[] => (value === maybe ? [true, false] : [value]);
    const reported = (outcome: Outcome) => outcome === "violated";
    for (const applies of values) {
      for (const asserted of values) {
        const filled = fillings(applies).flatMap((when) =>
          fillings(asserted).map((assert) => outcomeOf(when, assert)),
        );
        const outcome = outcomeOf(applies, asserted);
        if (outcome === "unresolved") expect(new Set(filled.map(reported)).size).toBe(2);
        else expect(filled.map(reported)).not.toContain(!reported(outcome));
      }
    }
  });

  it("holds for policies and entities", async () => {
    const lines = "when: self.wide\nassert: 6 / self.size >= 2";
    const sizes: readonly [Value, Value][] = [
      [1, true],
      [6, false],
      [unknown("g", "size"), maybe],
      [0, broken],
    ];
    for (const [size, asserted] of sizes) {
      for (const wide of [true, false, unknown("g", "wide")]) {
        const { counts } = await judged(lines, entity("Group", "g", { name: "g", size, wide }));
        const { violated, satisfied, unresolved, notApplicable } = counts;
        const expected = outcomeOf(wide, asserted);
        expect({ violated, satisfied, unresolved, "not-applicable": notApplicable }).toMatchObject({
          [expected]: 1,
        });
        expect(violated + satisfied + unresolved + notApplicable).toBe(1);
      }
    }
  });
});

describe("a violation", () => {
  it("is not a violation of what may not be there at all", async () => {
    const count = new Unknown(
      [{ attribute: "aws_group.a", reason: "known after apply" }],
      0,
      Number.POSITIVE_INFINITY,
    );
    const perhaps: Entity = { ...entity("Group", "aws_group.a", { name: "a", size: 1 }), count };
    const finding = await only("enforcement: deny", perhaps);
    expect(finding).toMatchObject({ outcome: "unresolved", missing: [{ attribute: "aws_group.a" }] });
  });

  it("says what it is about, with the enforcement of the policy", async () => {
    const finding = await only("enforcement: deny", entity("Group", "aws_group.a", { name: "a", size: 1 }));
    expect(finding).toMatchObject({
      outcome: "violated",
      severity: "high",
      enforcement: "deny",
      concept: "Group",
      resource: "aws_group.a",
      message: "group a has 1",
      missing: [],
    });
  });

  it("points at what was read last to decide", async () => {
    const finding = await only(
      "assert: self.wide || self.size >= 2",
      entity("Group", "g", { name: "g", size: 1, wide: false }),
    );
    expect(finding.refs).toEqual([ref("g", "size"), ref("g", "wide")]);
  });

  it("points at what a named part read", async () => {
    const finding = await only(
      "let: { count: size(self.zones) }\nassert: count >= 2",
      entity("Group", "g", { name: "g", size: 1, zones: ["a"] }),
    );
    expect(finding.refs).toEqual([ref("g", "zones")]);
  });

  it("points where `at` says, the last field first", async () => {
    const parent = entity("Group", "p", { name: "p", zones: ["a"] });
    const finding = await only("at: self.parent.zones", entity("Group", "g", { name: "g", size: 1, parent }));
    expect(finding.refs).toEqual([ref("p", "zones"), ref("g", "parent")]);
  });

  it("points at the entity when nothing of it was read", async () => {
    const finding = await only("assert: now == ''", entity("Group", "g", { name: "g", size: 1 }));
    expect(finding.refs).toEqual([ref("g")]);
  });

  it("reads parameters, facts and the date of the run", async () => {
    const finding = await only(
      `params: { least: { type: int, fact: limits.groups.value, doc: smallest group } }
assert: self.size >= params.least
message: "{self.name}: {params.least}, {now}, {facts.versions['1.34'].ends}"`,
      entity("Group", "g", { name: "g", size: 2 }),
    );
    expect(finding.message).toBe("g: 3, 2026-11-22, 2026-12-02");
  });

  it("never prints a sensitive value, not even through a named part", async () => {
    const finding = await only(
      `let: { label: self.owner + "!" }
message: "{self.owner} {label} {self.size} {self.parent}"`,
      entity(
        "Group",
        "g",
        { name: "g", size: 1, owner: "hunter2", parent: entity("Group", "p", { name: "hunter2" }, ["name"]) },
        ["owner"],
      ),
    );
    expect(finding.message).toBe("(sensitive) (sensitive) 1 (sensitive)");
  });

  it("never prints a sensitive value, wherever in a list it hides", async () => {
    const rules = Array.from({ length: 150 }, (_, index) =>
      entity("Rule", `r${index}`, { port: index }, index === 149 ? ["port"] : []),
    );
    const group = entity(
      "Group",
      "g",
      { name: "g", size: 1, owner: "hunter2", zones: unknown("g", "zones"), rules },
      ["owner"],
    );
    const last = await only("message: '{self.rules.map(r, r.port).reverse()}'", group);
    expect(last.message).toBe("(sensitive)");
    const besideUnknown = await only("message: '{[[self.owner], self.zones]}'", group);
    expect(besideUnknown.message).toBe("(sensitive)");
  });

  it("never prints an element of a sensitive list, and only it is hidden", async () => {
    const group = entity("Group", "g", { name: "g", size: 1, zones: ["hunter2"] }, ["zones"]);
    const finding = await only(
      `each: self.zones as zone
assert: zone == "other"
let: { loud: zone + "!" }
message: "{self.name} {zone} {loud} {self.size}"`,
      group,
    );
    expect(finding.message).toBe("g (sensitive) (sensitive) 1");
  });

  it("tells no secret in an error", async () => {
    const group = entity("Group", "g", { name: "g", size: 1, owner: "hunter2" }, ["owner"]);
    const finding = await only("assert: int(self.owner) > 1", group);
    expect(finding.message).toBe(
      "cannot tell whether a group is too small: an error about a (sensitive) value",
    );
  });

  it("is found for every entity anew, named parts included", async () => {
    const { findings } = await judged(
      "let: { double: self.size * 2 }\nassert: double >= 4\nmessage: '{double}'",
      ...[1, 2, 3, 0].map((size) => entity("Group", `g${size}`, { name: "g", size })),
    );
    expect(findings.map(({ message }) => message)).toEqual(["2", "0"]);
  });
});

describe("an unresolved finding", () => {
  it("names what is missing and asks the policy's question", async () => {
    const finding = await only(
      "title: A group is too small.\nenforcement: deny",
      entity("Group", "g", { name: "g", size: unknown("aws_group.g", "size") }),
    );
    expect(finding).toMatchObject({
      outcome: "unresolved",
      enforcement: "warn",
      message: "cannot tell whether a group is too small",
      missing: [{ attribute: "aws_group.g.size", reason: "known after apply" }],
    });
    expect(finding.refs[0]).toEqual(ref("g", "size"));
  });

  it("names what stands in the way of `when` and of `assert`", async () => {
    const finding = await only(
      "when: self.wide",
      entity("Group", "g", { name: "g", size: unknown("g", "size"), wide: unknown("g", "wide") }),
    );
    expect(finding.missing.map(({ attribute }) => attribute)).toEqual(["g.wide", "g.size"]);
  });

  it("points at what `when` read where only that is in the way", async () => {
    const finding = await only(
      "when: self.wide",
      entity("Group", "g", { name: "g", size: 1, wide: unknown("g", "wide") }),
    );
    expect(finding.refs).toEqual([ref("g", "wide")]);
  });

  it("gives the reason where an expression cannot be evaluated", async () => {
    const finding = await only("assert: 6 / self.size > 1", entity("Group", "g", { name: "g", size: 0 }));
    expect(finding.outcome).toBe("unresolved");
    expect(finding.message).toMatch(/^cannot tell whether a group is too small: .*zero/);
    expect(finding.missing).toEqual([]);
  });

  it("is as loud as the policy wants it", async () => {
    const group = entity("Group", "g", { name: "g", size: unknown("g", "size") });
    expect((await only("unresolved: deny", group)).enforcement).toBe("deny");
    expect((await only("enforcement: audit", group)).enforcement).toBe("audit");
  });
});

describe("each", () => {
  const lines = "each: self.rules as rule\nassert: '!rule.open'\nmessage: '{self.name} opens {rule.port}'";
  const rule = (port: Value, open: Value) => entity("Rule", `r${port}`, { port, open });
  const group = (rules: Value) => entity("Group", "g", { name: "g", size: 1, rules });

  it("judges every element, and points at the element", async () => {
    const { findings, counts } = await judged(lines, group([rule(1, true), rule(2, false), rule(3, true)]));
    expect(findings.map(({ message }) => message)).toEqual(["g opens 1", "g opens 3"]);
    expect(findings.map(({ refs }) => refs[0])).toEqual([ref("r1", "open"), ref("r3", "open")]);
    expect(counts).toMatchObject({ violated: 2, satisfied: 1 });
  });

  it("does not apply where there is no element", async () => {
    expect((await judged(lines, group([]))).counts).toMatchObject({ satisfied: 0, notApplicable: 1 });
  });

  it("works named parts of an element out for every element", async () => {
    const { findings } = await judged(
      `${lines.replace("{rule.port}", "{next}")}\nlet: { next: rule.port + 1 }`,
      group([rule(1, true), rule(2, true)]),
    );
    expect(findings.map(({ message }) => message)).toEqual(["g opens 2", "g opens 3"]);
  });

  it("may point at the element itself", async () => {
    const finding = await only(`${lines}\nat: rule`, group([rule(1, true)]));
    expect(finding.refs).toEqual([ref("r1")]);
  });

  it("is unresolved where the list is not known", async () => {
    const finding = await only(lines, group(unknown("g", "rules")));
    expect(finding.outcome).toBe("unresolved");
    expect(finding.missing.map(({ attribute }) => attribute)).toEqual(["g.rules"]);
  });

  it("is satisfied by a list that is not known where the assertion holds of anything", async () => {
    const { findings, counts } = await judged(
      "each: self.rules as rule\nassert: rule.open || !rule.open || self.size == 1",
      group(unknown("g", "rules")),
    );
    expect(findings).toEqual([]);
    expect(counts.satisfied).toBe(1);
  });

  describe("of a list that is known in part", () => {
    const part = (items: readonly Value[], bounds: ConstructorParameters<typeof PartialList>[2]) =>
      new PartialList(items, unknown("g", "rules"), bounds);
    const outcomes = async (list: PartialList) =>
      (await judged(lines, group(list))).findings.map(({ outcome, message }) => `${outcome}: ${message}`);
    const undecided = "unresolved: cannot tell whether a group is too small";

    it("judges the known members, and the rest is unresolved", async () => {
      expect(await outcomes(part([rule(1, true), rule(2, false)], {}))).toEqual([
        "violated: g opens 1",
        undecided,
      ]);
    });

    it("has no rest where no more members can follow", async () => {
      expect(await outcomes(part([rule(1, false)], { atMost: 0 }))).toEqual([]);
    });

    it("is satisfied where all candidates are", async () => {
      expect(await outcomes(part([], { candidates: [rule(1, false), rule(2, false)] }))).toEqual([]);
    });

    it("is unresolved where only some candidates are", async () => {
      expect(await outcomes(part([], { atLeast: 1, candidates: [rule(1, false), rule(2, true)] }))).toEqual([
        undecided,
      ]);
    });

    it("is violated where no candidate is satisfied and one of them is certainly there", async () => {
      const candidates = [rule(1, true), rule(2, true)];
      expect(await outcomes(part([], { atLeast: 1, candidates }))).toEqual(["violated: g opens (unknown)"]);
      expect(await outcomes(part([], { candidates }))).toEqual([undecided]);
    });

    it("names the candidate when there is only one", async () => {
      expect(await outcomes(part([], { atLeast: 1, candidates: [rule(7, true)] }))).toEqual([
        "violated: g opens 7",
      ]);
    });
  });
});
