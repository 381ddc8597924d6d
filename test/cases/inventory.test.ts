import { expect, it } from "vitest";
import { runCase } from "../../src/cases.ts";
import { load } from "../../src/gate/load.ts";
import { noConfiguration } from "../../src/policy/configuration.ts";
import { readSettings } from "../../src/policy/settings.ts";

const { facts } = readSettings({ root: ".", packaged: "policies", policies: ["none"] });

const text = `title: A node group's subnet is in another zone
severity: low
select: NodeGroup
params:
  most: { type: int, fact: quotas.nodeGroupsPerCluster.value, doc: x }
assert: self.subnets.all(s, s.zone == "eu-west-1a") && params.most > 50
message: "{self.resource} may grow to {params.most}"
why: It is.
fix: Move it.
cases:
${[
  "satisfied: the zone is known, and the quota was raised",
  "violated: the quota was not raised",
  "unresolved: nobody knows the zone",
]
  .map(
    (expected, index) => `  - ${expected}
    cloudformation: |
      Resources: { G: { Type: AWS::EKS::Nodegroup, Properties: { ClusterName: prod, NodeRole: r, Subnets: [subnet-1] } } }
    inventory: |
      version: 1
      account: "111122223333"
      region: eu-west-1
      asOf: 2026-01-01
      subnets: [{ id: subnet-${index === 2 ? 2 : 1}, zone: eu-west-1a }]
      quotas: { nodeGroupsPerCluster: ${index === 1 ? 30 : 60} }
`,
  )
  .join("")}  - violated: an inventory that is none
    kubernetes: x
    inventory: "version: 2"
`;

it("a case can say what the account has and was granted, and is unreadable where it says it wrong", async () => {
  const loaded = await load({
    policies: [{ file: "policies/multi-az/group-elsewhere.yaml", text }],
    facts,
    configuration: noConfiguration,
    mistakes: [],
  });
  expect(loaded.mistakes).toEqual([]);
  const [policy] = loaded.policies;
  const results = policy?.cases.map((given) => runCase(policy, given, loaded.facts));
  expect(results?.map(({ outcome }) => outcome)).toEqual(["right", "right", "right", "unreadable"]);
});
