import { describe, expect, it } from "vitest";
import { runCase } from "../../src/cases.ts";
import { load } from "../../src/gate/load.ts";
import { noConfiguration } from "../../src/policy/configuration.ts";
import { readSettings } from "../../src/policy/settings.ts";
import type { CaseOutcome } from "../../src/verdict/proof.ts";

const { facts } = readSettings({ root: ".", packaged: "policies", policies: ["none"] });

/** How a case went that expects this of a policy that wants every cluster to have a version. */
async function outcomeOf(expected: string, properties: string): Promise<CaseOutcome> {
  const input = (name: string) =>
    `    cloudformation: |\n      Resources: { C: { Type: AWS::EKS::Cluster, Properties: ${name} } }\n`;
  const text = `title: A cluster has no version
severity: low
select: Cluster
when: self.name != "skipped"
assert: self.version != null
message: "cluster {self.name} has no version"
why: EKS chooses.
fix: Choose.
cases:
  - ${expected}
${input(properties)}  - violated: a
${input("{}")}  - satisfied: b
${input("{ Version: '1.33' }")}  - unresolved: c
${input("{ Version: !ImportValue v }")}`;
  const {
    policies,
    facts: known,
    mistakes,
  } = await load({
    policies: [{ file: "policies/versions/cluster-without-version.yaml", text }],
    facts,
    configuration: noConfiguration,
    mistakes: [],
  });
  const [policy] = policies;
  const given = policy?.cases[0];
  if (policy === undefined || given === undefined)
    throw new Error(mistakes.map(({ message }) => message).join("\n"));
  return runCase(policy, given, known).outcome;
}

const none = "{}";
const some = "{ Version: '1.33' }";
const open = "{ Version: !ImportValue v }";
const skipped = "{ Name: skipped }";

describe("a case", () => {
  it.each<[string, string, CaseOutcome]>([
    ["violated: it has none", none, "right"],
    ["violated: it has none", some, "missed"],
    ["violated: it has none", open, "missed"],
    ["satisfied: it has one", some, "right"],
    ["satisfied: it has one", none, "noisy"],
    ["satisfied: it has one", open, "noisy"],
    ["satisfied: it has one", skipped, "noisy"],
    ["unresolved: nobody knows", open, "right"],
    ["unresolved: nobody knows", some, "guessed"],
    ["unresolved: nobody knows", none, "guessed"],
    ["not-applicable: it is skipped", skipped, "right"],
    ["not-applicable: it is skipped", some, "noisy"],
    ["not-applicable: it is skipped", none, "noisy"],
  ])("that is %s, with %s, went %s", async (expected, properties, outcome) => {
    expect(await outcomeOf(expected, properties)).toBe(outcome);
  });

  it("is misplaced where it points at another attribute, violated or not", async () => {
    const at = (path: string) => `\n    at: Resources.C.Properties.${path}`;
    expect(await outcomeOf(`violated: v${at("Version")}`, none)).toBe("right");
    expect(await outcomeOf(`violated: v${at("Name")}`, none)).toBe("misplaced");
    expect(await outcomeOf(`unresolved: v${at("Version")}`, open)).toBe("right");
    expect(await outcomeOf(`unresolved: v${at("Name")}`, open)).toBe("misplaced");
  });

  it("is unreadable where its own input is", async () => {
    expect(await outcomeOf("violated: it cannot be read", "[")).toBe("unreadable");
  });
});
