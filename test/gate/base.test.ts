import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { gate } from "../../src/gate.ts";
import { readSettings } from "../../src/policy/settings.ts";
import { memoryTree } from "../../src/source/tree.ts";

const settings = readSettings({ root: "test/fixtures", packaged: "policies" });

async function compared(
  now: Readonly<Record<string, string>>,
  before: Readonly<Record<string, string>> | undefined,
) {
  const base = { name: "main", tree: before && memoryTree(before) };
  const options = { settings, now: "2026-01-31", clock: () => 0, base };
  const verdict = await gate({ ...options, tree: memoryTree(now) });
  const heard = verdict.findings.filter(({ enforcement }) => enforcement !== "audit");
  const told = (kind?: string) =>
    heard
      .filter(({ excuse }) => excuse?.kind === kind)
      .map(({ policy, resource }) => `${policy.id} ${resource}`)
      .sort();
  const resolved = verdict.comparison?.resolved.map(({ policy, resource }) => `${policy.id} ${resource}`);
  return { verdict, caused: told(), before: told("before"), resolved };
}

describe("a plan", () => {
  const plan = readFileSync("test/fixtures/terraform/grown/plan.json", "utf8");

  it("is compared with what its resources are now: those it makes and changes count, moved ones do not", async () => {
    const { caused, before } = await compared({ "plan.json": plan }, {});
    expect(caused).toEqual([
      "node-group-in-one-zone aws_eks_node_group.new",
      "node-group-in-one-zone aws_eks_node_group.shrinking",
      "node-role-for-others aws_eks_node_group.new",
    ]);
    expect(before).toContain("node-group-in-one-zone aws_eks_node_group.steady");
    expect(before).toContain("world-open-admin-port aws_security_group.bastion ingress[0]");
  });

  it("is compared also where nothing is known of the base's files", async () => {
    const { before, verdict } = await compared({ "plan.json": plan }, undefined);
    expect(before).toContain("node-group-in-one-zone aws_eks_node_group.steady");
    expect(verdict.notes).toEqual([]);
  });

  it("that is committed too is no base of itself", async () => {
    const { caused } = await compared({ "plan.json": plan }, { "plan.json": plan });
    expect(caused).toContain("node-group-in-one-zone aws_eks_node_group.new");
  });

  it("answers for what taking a resource away does to the rest", async () => {
    const gone = JSON.parse(plan);
    for (const { address, change } of gone.resource_changes) {
      if (address !== "aws_eks_node_group.new") continue;
      change.before = { ...change.after, labels: { role: "steady" } };
      Object.assign(change, { actions: ["delete"], after: null, after_unknown: {}, after_sensitive: false });
    }
    const { caused } = await compared({ "plan.json": JSON.stringify(gone) }, {});
    expect(caused).toContain("node-group-in-one-zone aws_eks_node_group.steady");
  });
});

describe("manifests", () => {
  const web = (name: string, replicas: number) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: shop }
spec:
  replicas: ${replicas}
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: { containers: [{ name: app, image: "nginx:1.29" }] }
`;
  const about = (said: readonly string[], policy: string) => said.filter((one) => one.startsWith(policy));

  it("count where they are new, and not where they only move", async () => {
    const { caused, before } = await compared(
      { "moved.yaml": web("old", 1), "new.yaml": web("new", 1) },
      { "old.yaml": web("old", 1) },
    );
    expect(about(caused, "workload-with-one-replica")).toEqual([
      "workload-with-one-replica Deployment/shop/new",
    ]);
    expect(about(before, "workload-with-one-replica")).toEqual([
      "workload-with-one-replica Deployment/shop/old",
    ]);
  });

  it("resolve what they no longer do", async () => {
    const { resolved } = await compared({ "web.yaml": web("old", 2) }, { "web.yaml": web("old", 1) });
    expect(resolved).toEqual(["workload-with-one-replica Deployment/shop/old"]);
  });

  it("that cannot be read in the base excuse nothing, and do not stop the verdict", async () => {
    const { caused, verdict } = await compared({ "web.yaml": web("old", 1) }, { "web.yaml": "kind: [" });
    expect(about(caused, "workload-with-one-replica")).toHaveLength(1);
    expect(verdict.failures).toEqual([]);
  });

  it("all count where their base is not known, which is said", async () => {
    const { caused, verdict } = await compared({ "web.yaml": web("old", 1) }, undefined);
    expect(about(caused, "workload-with-one-replica")).toHaveLength(1);
    expect(verdict.notes.map(({ hint }) => hint)).toEqual(["check out with `fetch-depth: 2`"]);
  });
});
