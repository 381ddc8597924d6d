import { describe, expect, it } from "vitest";
import type { Telling } from "../../src/base/telling.ts";
import type { Entity } from "../../src/graph/graph.ts";
import { Scope } from "../../src/verdict/scope.ts";
import { entity, facts, load, policyText } from "../policy/world.ts";

async function told(lines: string, asked: Entity): Promise<readonly string[]> {
  const { policies, mistakes } = await load({ "policies/sizes/group-too-small.yaml": policyText(lines) });
  const [policy] = policies;
  if (policy === undefined) throw new Error(mistakes.map(({ message }) => message).join("\n"));
  const scope = new Scope(policy, facts.value, "2026-11-22");
  scope.enter(asked);
  return linesOf(scope.tell(policy.assert));
}

function linesOf({ text, value, children }: Telling): readonly string[] {
  const shown = value === undefined ? "hidden" : JSON.stringify(value);
  return [`${text}: ${shown}`, ...children.flatMap(linesOf).map((line) => `  ${line}`)];
}

describe("an assertion as a tree", () => {
  it("has each named part once, where it is first read", async () => {
    const lines = "let: { twice: self.size + self.size, most: twice * 2 }\nassert: most > twice && twice > 3";
    expect(await told(lines, entity("Group", "g", { name: "g", size: 2 }))).toEqual([
      "most > twice && twice > 3: true",
      "  most > twice: true",
      "    most: 8",
      "      twice * 2: 8",
      "        twice: 4",
      "          self.size + self.size: 4",
      "            self.size: 2",
      "            self.size: 2",
      "    twice: 4",
      "  twice > 3: true",
      "    twice: 4",
    ]);
  });

  it("keeps to itself what a secret went into, also by way of a part that is worked out once", async () => {
    const lines = "let: { twice: self.size + 1 }\nassert: twice > 1 && twice > 2 && self.wide";
    const group = entity("Group", "g", { name: "g", size: 2, wide: true }, ["size"]);
    expect(await told(lines, group)).toEqual([
      "twice > 1 && twice > 2 && self.wide: hidden",
      "  twice > 1 && twice > 2: hidden",
      "    twice > 1: hidden",
      "      twice: hidden",
      "        self.size + 1: hidden",
      "          self.size: hidden",
      "    twice > 2: hidden",
      "      twice: hidden",
      "  self.wide: true",
    ]);
  });
});
