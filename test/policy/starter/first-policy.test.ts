import { describe, expect, it } from "vitest";
import { runCase } from "../../../src/cases.ts";
import { vocabulary } from "../../../src/graph/words.ts";
import { loadPolicies } from "../../../src/policy/load.ts";
import type { CaseFormat } from "../../../src/policy/starter/case-input.ts";
import { firstPolicy } from "../../../src/policy/starter/first-policy.ts";
import { facts } from "../world.ts";

describe.each<readonly [string, readonly CaseFormat[]]>([
  ["node groups", ["terraform"]],
  ["workloads", ["kubernetes"]],
])("the first policy about %s", async (_, formats) => {
  const { file, text } = firstPolicy({ formats });
  const { policies, mistakes } = await loadPolicies([{ file: `policies/${file}`, text }], {
    vocabulary,
    facts,
  });
  const [policy] = policies;

  it("loads", () => expect(mistakes).toEqual([]));

  it("is proven by its cases, in every format that it can be asked in", () => {
    if (policy === undefined) throw new Error("it does not load");
    expect(
      policy.cases.map((given) => runCase(policy, given, facts)).filter(({ outcome }) => outcome !== "right"),
    ).toEqual([]);
    const supplied = vocabulary.types
      .find(({ name }) => name === policy.select)
      ?.fields.find(({ name }) => name === "labels");
    const written = (["terraform", "cloudformation", "kubernetes", "eksctl"] as const).filter((format) =>
      policy.cases.some((given) => given[format] !== undefined),
    );
    expect(supplied?.formats).toEqual(expect.arrayContaining([...written]));
  });
});
