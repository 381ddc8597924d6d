import { describe, expect, it } from "vitest";
import { runCase } from "../../src/cases.ts";
import { load } from "../../src/gate/load.ts";
import { loadEngines } from "../../src/policy/load.ts";
import { type Prepared, prepare } from "../../src/policy/prepared.ts";
import { readSettings } from "../../src/policy/settings.ts";

const settings = readSettings({ root: "policies", packaged: "policies" });
const { policies, facts, sets } = await load(settings);
const text = prepare(policies, facts, sets);
const prepared: Prepared = JSON.parse(text);
const restored = await load({
  ...settings,
  policies: prepared.policies,
  facts: prepared.facts,
  sets: prepared.sets,
});
await loadEngines(restored.policies);

describe("the packaged policies as the build prepares them", () => {
  it("are the same policies in the same order, without a mistake", () => {
    expect(restored.mistakes).toEqual([]);
    expect(restored.policies.map(({ id }) => id)).toEqual(policies.map(({ id }) => id));
  });

  it("say the same when they are prepared again", () => {
    expect(prepare(restored.policies, restored.facts, restored.sets)).toBe(text);
  });

  it("follow the same overrides", async () => {
    const override = {
      policies: "quotas/*",
      at: { file: "eks-policy-gate.yaml" },
      params: [{ name: "limit", value: 7, at: { file: "eks-policy-gate.yaml" } }],
      enforcement: "deny",
      unresolved: undefined,
      severity: "low",
    } as const;
    const configuration = { ...settings.configuration, overrides: [override], unresolved: "audit" } as const;
    const overridden = await Promise.all(
      [settings, { ...settings, policies: prepared.policies, facts: prepared.facts }].map((given) =>
        load({ ...given, configuration }),
      ),
    );
    const [fromFiles, fromPrepared] = overridden.map((loaded) =>
      loaded.policies.map(({ id, enforcement, unresolved, severity, params }) => ({
        id,
        enforcement,
        unresolved,
        severity,
        params: [...params],
      })),
    );
    expect(fromPrepared).toEqual(fromFiles);
    expect(fromPrepared?.some(({ severity }) => severity === "low")).toBe(true);
  });

  describe.each(policies.map((policy) => [policy.id, policy] as const))("%s", (id, policy) => {
    it.each(policy.cases.map((given) => [`${given.expected}: ${given.says}`, given] as const))(
      "%s",
      (_name, given) => {
        const again = restored.policies.find((each) => each.id === id);
        if (again === undefined) throw new Error(`${id} was not prepared`);
        expect(runCase(again, given, restored.facts)).toEqual(runCase(policy, given, facts));
      },
    );
  });
});
