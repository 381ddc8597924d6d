import { describe, expect, it } from "vitest";
import { concepts } from "../../../src/graph/concepts/all.ts";
import { vocabulary } from "../../../src/graph/words.ts";
import { loadPolicies } from "../../../src/policy/load.ts";
import { isCaseFormat, stubs } from "../../../src/policy/starter/case-input.ts";
import { newPolicyText } from "../../../src/policy/starter/new-policy.ts";
import { facts } from "../world.ts";

const selectable = vocabulary.types.filter(
  ({ selectable, formats }) => selectable && formats.some(isCaseFormat),
);

describe("a new policy", () => {
  it.each(selectable.map((type) => [type.name, type] as const))(
    "about %s loads as it is",
    async (name, type) => {
      const inputs = stubs(concepts.find((each) => each.name === name) ?? { suppliers: [] });
      const text = newPolicyText({ id: "something-is-wrong", select: type, inputs });
      const { policies, mistakes } = await loadPolicies(
        [{ file: "policies/team/something-is-wrong.yaml", text }],
        {
          vocabulary,
          facts,
        },
      );
      expect(mistakes).toEqual([]);
      const [policy] = policies;
      for (const outcome of ["violated", "satisfied", "unresolved"])
        expect(policy?.cases.some(({ expected }) => expected === outcome)).toBe(true);
    },
  );
});
