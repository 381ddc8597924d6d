import { describe, expect, it } from "vitest";
import { runCase } from "../../src/cases.ts";
import { load } from "../../src/gate/load.ts";
import { readSettings } from "../../src/policy/settings.ts";

const { policies, facts, mistakes } = await load(readSettings({ root: ".", packaged: "policies" }));

describe("the packaged policies", () => {
  it("load without a mistake", () => {
    expect(mistakes).toEqual([]);
    expect(policies.length).toBeGreaterThan(0);
  });

  describe.each(policies.map((policy) => [policy.id, policy] as const))("%s", (_, policy) => {
    it.each(policy.cases.map((given) => [`${given.expected}: ${given.says}`, given] as const))(
      "%s",
      (_name, given) => {
        const { outcome, got } = runCase(policy, given, facts);
        expect(outcome, got).toBe("right");
      },
    );
  });
});
