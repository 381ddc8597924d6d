import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type PlannedResources, Reference } from "../../src/policy/cases/case.ts";
import { planText } from "../../src/policy/cases/plan.ts";
import { answers, type Question, verdict } from "./asked.ts";

/* Plans that are known to be read wrongly, as peers.test.ts has rules and policies: modules with keys and instances. */

const shapes = {
  "plan.json": readFileSync("test/fixtures/terraform/shapes/plan.json", "utf8"),
};
const [prod, blue, odd] = ["prod", "dev.blue", '[\\"odd\\"]'].map((key) => `module.eks["${key}"]`);

describe("a plan", () => {
  const endpoint: Question = "world-open-api-endpoint";
  it("opens an endpoint by leaving its CIDRs out, and not by computing them", async () => {
    const cluster = (more: object) =>
      terraform({
        "aws_eip.office": {},
        "aws_eks_cluster.main": {
          name: "main",
          vpc_config: [{ endpoint_public_access: true, subnet_ids: ["subnet-1"], ...more }],
        },
      });
    expect(await answers(cluster({}), endpoint)).toEqual(["violated aws_eks_cluster.main"]);
    const computed = { public_access_cidrs: [ref("aws_eip.office.public_ip")] };
    expect(await answers(cluster(computed), endpoint)).toEqual(["unresolved aws_eks_cluster.main"]);
  });

  it("keeps the instances of a module apart, whatever their keys are", async () => {
    const found = await answers(shapes, endpoint);
    expect(found).toContain(`violated ${blue}.aws_eks_cluster.this`);
    expect(found).toContain(`unresolved ${prod}.aws_eks_cluster.this`);
    expect(found).toHaveLength(3);
    const public_ = { select: "Cluster", assert: "!self.publicEndpoint" };
    expect(await answers(shapes, public_)).toEqual(
      [prod, blue, odd].map((module) => `violated ${module}.aws_eks_cluster.this`).sort(),
    );
  });

  it("joins node groups and clusters inside their own instance of a module", async () => {
    const two = { select: "Cluster", assert: "size(self.nodeGroups) == 2" };
    expect(await answers(shapes, two)).toEqual(["satisfied 3"]);
    const own = {
      select: "NodeGroup",
      when: "self.resource.startsWith('module.')",
      assert: "self.cluster.resource == self.resource.split('.module.nodes')[0] + '.aws_eks_cluster.this'",
    };
    expect(await answers(shapes, own)).toEqual(["satisfied 6"]);
  });

  it("never says that a node group in two zones is in one", async () => {
    const found = await answers(shapes, "node-group-in-one-zone");
    expect(
      found.filter((answer) => answer.includes('nodes["wide"]') && answer.startsWith("violated")),
    ).toEqual([]);
  });

  it("has no block that is not one because its number is known only after apply", async () => {
    expect(await answers(shapes, "fargate-selectors-over-quota")).toEqual([
      "unresolved aws_eks_fargate_profile.later",
    ]);
    const later = (assert: string) => ({
      select: "NodeGroup",
      when: "self.resource == 'aws_eks_node_group.later'",
      assert,
    });
    expect(await answers(shapes, later("!self.ssh"))).toEqual(["unresolved aws_eks_node_group.later"]);
    expect(await answers(shapes, later("self.maxSize == null"))).toEqual([
      "unresolved aws_eks_node_group.later",
    ]);
    const statements = {
      select: "IamRole",
      when: "self.resource == 'aws_iam_role.later'",
      assert: "size(self.trust) == 0",
    };
    expect(await answers(shapes, statements)).toEqual(["unresolved aws_iam_role.later"]);
  });
});

describe("a finding about a plan", () => {
  const sources = [
    "main.tf",
    "modules/eks/main.tf",
    "modules/eks/modules/nodes/main.tf",
    "modules/group/main.tf",
  ];
  const repository: Readonly<Record<string, string>> = {
    ...shapes,
    ...Object.fromEntries(
      sources.map((file) => [file, readFileSync(`test/fixtures/terraform/shapes/${file}`, "utf8")]),
    ),
  };

  it("is in the author's own files with its line, whatever the keys of its modules are", async () => {
    const { findings } = await verdict(repository);
    expect(findings.length).toBeGreaterThan(10);
    for (const { place, resource } of findings) {
      expect(sources, resource).toContain(place.file);
      expect(place.line, resource).toBeGreaterThan(0);
    }
  });

  it("is told for every instance, each with its own answer, at the line that decides it", async () => {
    const twoZones = {
      select: "NodeGroup",
      assert: "size(self.subnets.map(s, s.zone).distinct()) >= 2",
      at: "self.subnets",
    };
    const { findings } = await verdict(repository, twoZones);
    const narrow = findings.filter(({ outcome }) => outcome === "violated");
    const inModules = narrow.filter(({ resource }) => resource.startsWith("module."));
    expect(inModules.map(({ resource }) => resource)).toEqual(
      [odd, blue, prod].map((module) => `${module}.module.nodes["a.one"].aws_eks_node_group.this["x.y"]`),
    );
    const text = repository["modules/eks/main.tf"]?.split("\n") ?? [];
    for (const { place } of inModules) expect(text[(place.line ?? 0) - 1]).toContain('"a.one"');
  });
});

function terraform(resources: PlannedResources): Readonly<Record<string, string>> {
  return { "plan.json": planText(resources) };
}

function ref(text: string): Reference {
  return new Reference(text);
}
