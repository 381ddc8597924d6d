import { describe, expect, it } from "vitest";
import { readConfiguration } from "../../src/policy/configuration.ts";
import { load, policyText } from "./world.ts";

const files = {
  "sizes/group-too-small.yaml": policyText(
    "params: { least: { type: int, default: 2, doc: x } }\nassert: self.size >= params.least",
  ),
  "sizes/group-too-wide.yaml": policyText("assert: '!self.wide'"),
  "names/group-without-owner.yaml": policyText("assert: self.owner != null\nunresolved: deny"),
};

async function overridden(lines: string) {
  const { configuration } = readConfiguration("gate.yaml", `override:\n${lines}`);
  const { policies, mistakes } = await load(files, configuration.overrides);
  return {
    policies: new Map(policies.map((policy) => [policy.id, policy])),
    mistakes: mistakes.map(({ at, message }) => `${at.line}:${at.column} ${message}`),
  };
}

describe("an override", () => {
  it("changes the policy it names and no other", async () => {
    const { policies, mistakes } = await overridden(
      "  group-too-small: { params: { least: 5 }, enforcement: deny, severity: low }\n",
    );
    expect(mistakes).toEqual([]);
    expect(policies.get("group-too-small")).toMatchObject({ enforcement: "deny", severity: "low" });
    expect(policies.get("group-too-small")?.params.get("least")).toBe(5);
    expect(policies.get("group-too-wide")).toMatchObject({ enforcement: "warn", severity: "high" });
  });

  it("changes a whole family by glob, and a later one wins", async () => {
    const { policies } = await overridden(
      '  "sizes/*": { enforcement: audit }\n  group-too-wide: { enforcement: deny }\n',
    );
    expect(
      [...policies.values()].map(({ id, enforcement, unresolved }) => [id, enforcement, unresolved]),
    ).toEqual([
      ["group-too-small", "audit", "audit"],
      ["group-too-wide", "deny", "warn"],
      ["group-without-owner", "warn", "deny"],
    ]);
  });

  it("of a policy or a parameter that does not exist, or of another type, is a mistake at its place", async () => {
    const { mistakes } = await overridden(`  group-to-small: { enforcement: deny }
  group-too-small: { params: { leest: 5 } }
  group-too-wide: { params: { least: 5 } }
  "sizes/*": { params: { least: many } }
`);
    expect(mistakes).toEqual([
      "2:3 no policy is called `group-to-small`; did you mean `group-too-small`?",
      "3:39 `group-too-small` has no parameter `leest`; did you mean `least`?",
      "4:38 `group-too-wide` has no parameter `least`",
      "5:33 `least` must be a whole number",
    ]);
  });

  it("turns policies off, and on again", async () => {
    const off = await overridden('  "sizes/*": { enforcement: off }\n');
    expect([...off.policies.values()].map(({ isOff }) => isOff)).toEqual([true, true, false]);
    const on = await overridden(
      '  "sizes/*": { enforcement: off }\n  group-too-wide: { enforcement: deny }\n',
    );
    expect(on.policies.get("group-too-small")?.isOff).toBe(true);
    expect(on.policies.get("group-too-wide")).toMatchObject({ isOff: false, enforcement: "deny" });
  });

  it("says nothing about whether a policy is off where it changes something else", async () => {
    const { policies } = await overridden('  "sizes/*": { enforcement: off }\n  "*/*": { severity: low }\n');
    expect(policies.get("group-too-small")).toMatchObject({ isOff: true, severity: "low" });
  });

  it("matches an id whole, never a part of it", async () => {
    const { mistakes } = await overridden("  group: { enforcement: deny }\n");
    expect(mistakes).toHaveLength(1);
  });
});
