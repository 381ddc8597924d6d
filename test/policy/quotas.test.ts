import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Value } from "../../src/base/value.ts";
import { vocabulary } from "../../src/graph/words.ts";
import { type Facts, readFacts } from "../../src/policy/facts.ts";
import { readInventories } from "../../src/policy/inventory.ts";
import { loadPolicies } from "../../src/policy/load.ts";
import { prepare } from "../../src/policy/prepared.ts";
import { withQuotas } from "../../src/policy/quotas.ts";

const policy = "policies/quotas/node-groups-over-quota.yaml";
const { facts } = readFacts("facts.yaml", readFileSync("policies/facts.yaml", "utf8"));
const regions = ["eu-west-1", "us-east-1"];

function granted(...quotas: readonly string[]) {
  const texts = quotas.map((given, index) => ({
    file: `${index}.yaml`,
    text: `version: 1\nasOf: 2026-11-20\naccount: "111122223333"\nregion: ${regions[index]}\nquotas: { ${given} }\n`,
  }));
  const { inventories, mistakes } = readInventories(texts);
  expect(mistakes).toEqual([]);
  return withQuotas(facts, inventories);
}

function valueOf(of: Facts, ...path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>(
    (value, name) =>
      typeof value === "object" && value !== null && "concept" in value ? value.get(name) : undefined,
    of.value,
  );
}

describe("a quota that an inventory gives", () => {
  test.each([
    ["by its name", "nodeGroupsPerCluster: 60"],
    ["by its code in Service Quotas", "L-6D54EA21: 60"],
    ["by both", "nodeGroupsPerCluster: 60, L-6D54EA21: 60"],
  ])("takes the place of the default, %s", (_, quotas) => {
    const { facts: raised, mistakes } = granted(quotas);
    expect(mistakes).toEqual([]);
    expect(valueOf(raised, "quotas", "nodeGroupsPerCluster", "value")).toBe(60);
    expect(valueOf(raised, "quotas", "nodeGroupsPerCluster", "code")).toBe("L-6D54EA21");
    expect(valueOf(raised, "quotas", "nodesPerNodeGroup", "value")).toBe(450);
    expect(valueOf(raised, "asOf")).toBe("2026-11-22");
  });

  test("is the parameter of a policy that reads it, of a file and of a prepared policy", async () => {
    const options = { vocabulary, facts };
    const text = readFileSync(policy, "utf8");
    const { policies } = await loadPolicies([{ file: policy, text }], options);
    const prepared = JSON.parse(prepare(policies, facts)).policies;
    const raised = { ...options, facts: granted("L-6D54EA21: 12").facts };
    const loaded = [
      await loadPolicies([{ file: policy, text }], raised),
      await loadPolicies(prepared, raised),
      await loadPolicies(prepared, options),
    ];
    expect(loaded.map((each) => each.policies[0]?.params.get("limit"))).toEqual([12, 12, 30]);
  });

  test("is a mistake where there is no such quota", () => {
    expect(granted("nodeGroupPerCluster: 60").mistakes).toEqual([
      {
        at: expect.objectContaining({ file: "0.yaml", line: 5, column: 11 }),
        message: "there is no quota `nodeGroupPerCluster`; did you mean `nodeGroupsPerCluster`?",
      },
    ]);
  });

  test("is a mistake where its name and its code say different things", () => {
    expect(
      granted("nodeGroupsPerCluster: 60, L-6D54EA21: 61").mistakes.map(({ message }) => message),
    ).toEqual(["`L-6D54EA21` is `nodeGroupsPerCluster`, and has another value"]);
  });

  test("must be the same in every inventory; what one leaves out is the default there", () => {
    const message =
      "`nodeGroupsPerCluster` is another in `1.yaml`; judge what goes to one account and Region in a run of its own";
    expect(granted("nodeGroupsPerCluster: 60", "").mistakes).toMatchObject([{ message }]);
    expect(granted("nodeGroupsPerCluster: 30", "").mistakes).toEqual([]);
    expect(granted("nodeGroupsPerCluster: 60", "L-6D54EA21: 60").mistakes).toEqual([]);
  });
});
