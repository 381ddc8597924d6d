import { describe, expect, it } from "vitest";
import { load } from "../../src/gate/load.ts";
import { vocabulary } from "../../src/graph/words.ts";
import { noConfiguration } from "../../src/policy/configuration.ts";
import { sharedTypes } from "../../src/policy/environment.ts";
import { readSettings } from "../../src/policy/settings.ts";
import { type ProveOptions, prove } from "../../src/prove.ts";
import { mutationScore, type Proof } from "../../src/verdict/proof.ts";

const { facts } = readSettings({ root: ".", packaged: "policies", policies: ["none"] });

const cases = {
  violated: "{ Name: web }",
  satisfied: "{ Name: web, Version: '1.33' }",
  unresolved: "{ Name: web, Version: !ImportValue v }",
};

/** What the cases of a policy say of it; each is the properties of a cluster, by what should come of it. */
async function proofOf(
  parts: Readonly<Record<string, string>>,
  given: Readonly<Record<string, string>> = cases,
  options: Partial<ProveOptions> = {},
): Promise<Proof> {
  const written = { when: "self.name == 'web'", assert: "self.version != null", ...parts };
  const text = `title: A cluster has no version
severity: low
select: Cluster
message: "cluster {self.name} has no version"
why: EKS chooses.
fix: Choose.
${Object.entries(written)
  .map(([key, value]) => `${key}: ${value}\n`)
  .join("")}cases:
${Object.entries(given)
  .map(([expected, properties]) => caseText(expected.replace(/\d/, ""), properties))
  .join("")}`;
  const loaded = await load({
    policies: [{ file: "policies/versions/cluster-without-version.yaml", text }],
    facts,
    configuration: noConfiguration,
    mistakes: [],
  });
  const [policy] = loaded.policies;
  if (policy === undefined) throw new Error(loaded.mistakes.map(({ message }) => message).join("\n"));
  const world = { vocabulary, facts: loaded.facts, types: sharedTypes(vocabulary, loaded.facts) };
  return prove(policy, { world, plan: () => undefined, mutate: true, coverage: true, ...options });
}

function caseText(expected: string, properties: string): string {
  if (!properties.startsWith("{")) return `  - ${expected}: a\n    ${properties}\n`;
  return `  - ${expected}: a\n    cloudformation: |\n      Resources: { C: { Type: AWS::EKS::Cluster, Properties: ${properties} } }\n`;
}

describe("small changes of a policy", () => {
  it("survive where no case would notice them", async () => {
    const { mutation } = await proofOf({});
    expect(mutation).toEqual({
      made: 3,
      survivors: [{ where: "when", was: "self.name == 'web'", now: undefined }],
    });
  });

  it("are noticed by the case that is about them", async () => {
    const proof = await proofOf({}, { ...cases, "not-applicable": "{ Name: other }" });
    expect(proof.mutation?.survivors).toEqual([]);
    expect(mutationScore([proof])).toBe(1);
  });

  it("are made in named parts, too, and said with their name", async () => {
    const { mutation } = await proofOf({
      let: "\n  named: self.name == 'web' && self.deletionProtection != true",
      when: "named",
    });
    expect(mutation?.survivors).toContainEqual({
      where: "let named",
      was: "self.deletionProtection != true",
      now: undefined,
    });
  });

  it("are not made where the cases are not as they say", async () => {
    const proof = await proofOf({}, { ...cases, violated2: "{ Name: web, Version: '1.33' }" });
    expect(proof.mutation).toBeUndefined();
    expect(proof.cases.at(-1)).toMatchObject({ outcome: "missed", told: [{ resource: "C" }] });
  });
});

describe("the place of a case", () => {
  it("is `.` where a finding points at a resource as a whole", async () => {
    const terraform = "at: .\n    terraform: { aws_eks_cluster.a: { name: web, version: !unknown } }";
    const parts = { assert: "size(self.nodeGroups) > 0" };
    const given = { violated: terraform, violated2: terraform.replace("at: .", "at: name") };
    const proof = await proofOf(parts, { ...given, satisfied: "{ Name: web }", unresolved: "{ Name: web }" });
    expect(proof.cases.map(({ outcome }) => outcome).slice(0, 2)).toEqual(["right", "misplaced"]);
  });
});

describe("the parts of a policy", () => {
  it("are uncovered where no case makes them true, false, or asks them", async () => {
    const { uncovered } = await proofOf({
      assert: "self.version != null || self.name == 'a' && self.autoMode",
    });
    expect(uncovered).toEqual([
      { where: "when", text: 'self.name == "web"', lacks: "is never false" },
      { where: "assert", text: 'self.name == "a"', lacks: "is never true" },
      { where: "assert", text: "self.autoMode", lacks: "is never asked" },
    ]);
  });

  it("are covered where cases decide them both ways", async () => {
    const { uncovered } = await proofOf({}, { ...cases, "not-applicable": "{ Name: other }" });
    expect(uncovered).toEqual([]);
  });
});

describe("a case with a real plan", () => {
  const given = { ...cases, satisfied2: "terraform-plan: plan.json" };

  it("is read from beside the policy", async () => {
    const after = { name: "web", version: "1.33" };
    const plan = JSON.stringify({
      format_version: "1.2",
      terraform_version: "1.9.0",
      resource_changes: [
        {
          address: "aws_eks_cluster.a",
          mode: "managed",
          type: "aws_eks_cluster",
          name: "a",
          provider_name: "registry.terraform.io/hashicorp/aws",
          change: { actions: ["create"], before: null, after, after_unknown: {} },
        },
      ],
      configuration: { root_module: {} },
    });
    const proof = await proofOf({}, given, { plan: (_, path) => (path === "plan.json" ? plan : undefined) });
    expect(proof.cases.at(-1)).toMatchObject({ outcome: "right" });
  });

  it("is unreadable where there is none", async () => {
    const proof = await proofOf({}, given);
    expect(proof.cases.at(-1)).toMatchObject({
      outcome: "unreadable",
      got: "there is no plan `plan.json` beside the policy",
    });
  });
});
