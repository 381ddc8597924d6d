import { expect, test } from "vitest";
import { scene } from "./scene.ts";

const policy = `title: A cluster is one too many
severity: high
enforcement: deny
select: Cluster
assert: self.account.counts.clusters < 3
message: "the account has {self.account.counts.clusters} clusters"
why: It costs.
fix: Use one that is there.
cases:
`;
const one = (outcome: string) => `  - ${outcome}: a cluster
    eksctl: "{ apiVersion: eksctl.io/v1alpha5, kind: ClusterConfig, metadata: { name: p } }"
`;
const files = {
  "own/test/too-many.yaml": `${policy}${one("violated")}${one("satisfied")}${one("unresolved")}`,
  "cluster.yaml":
    "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: p, region: eu-west-1 }\n",
  "account.yaml":
    'version: 1\nasOf: 2026-11-20\naccount: "111122223333"\nregion: eu-west-1\ncounts: { clusters: 3 }\n',
};

test("the input `inventory` tells what the account already has", async () => {
  const { run } = await scene(files);
  const inputs = { policies: "./own" };
  expect((await run({ inputs })).outputs).toMatchObject({ verdict: "pass", unresolved: "1" });
  const told = await run({ inputs: { ...inputs, inventory: "account.yaml" } });
  expect(told.outputs).toMatchObject({ verdict: "blocked", violated: "1", unresolved: "0" });
});
