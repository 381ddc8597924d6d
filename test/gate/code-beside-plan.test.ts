import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PartialList, Unknown } from "../../src/base/value.ts";
import { isEntity } from "../../src/graph/entity.ts";
import type { Entity, Graph } from "../../src/graph/graph.ts";
import { entity, graphOf } from "../graph/graphs.ts";

const folder = new URL("../fixtures/terraform/passed-on", import.meta.url).pathname;
const files = Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const full = join(entry.parentPath, entry.name);
      return [full.slice(folder.length + 1), readFileSync(full, "utf8")];
    }),
);

/** The graph of the plan with its author's files beside it, some of them changed since. */
function graphWith(
  changed: (file: string, content: string) => string | undefined = (_, content) => content,
): Graph {
  const there = Object.entries(files).flatMap(([file, content]) => {
    const now = changed(file, content);
    return now === undefined ? [] : [[file, now] as const];
  });
  return graphOf(Object.fromEntries(there));
}

function zonesOf(of: Entity): unknown {
  const subnets = of.get("subnets");
  if (!Array.isArray(subnets)) return subnets instanceof PartialList ? "some of them" : "unknown";
  return subnets.map((subnet) => (isEntity(subnet) ? subnet.get("zone") : "unknown"));
}

const group = (key: string) => `module.eks.module.group["${key}"].aws_eks_node_group.this`;

describe("with the author's files beside the plan", () => {
  const graph = graphWith();

  it.each([
    ["a list that is handed on as a whole", "NodeGroup", group("workers"), ["a", "b", "c"]],
    ["a slice of it, behind a key with a dot in its neighbour", "NodeGroup", group("first2"), ["a", "b"]],
    ["one element of it", "NodeGroup", group("one.zone"), ["a"]],
    [
      "a list that has a default to fall back on",
      "Cluster",
      "module.eks.aws_eks_cluster.this",
      ["a", "b", "c"],
    ],
    ["what a `for` picks", "Cluster", "aws_eks_cluster.filtered", ["a"]],
  ])("knows the subnets of %s", (_, concept, resource, zones) => {
    expect(zonesOf(entity(graph, concept, resource))).toEqual(zones.map((zone) => `eu-west-1${zone}`));
  });

  it("follows a local value through `try` to the one role it can be", () => {
    const role = entity(graph, "Cluster", "module.eks.aws_eks_cluster.this").get("role");
    expect(isEntity(role) && role.resource).toBe("module.eks.aws_iam_role.this[0]");
  });

  it("reads a trust policy written with `jsonencode` although its provider is still to be created", () => {
    const [statement, ...others] = statementsOf(graph, "aws_iam_role.irsa");
    expect(others).toEqual([]);
    expect(statement?.get("actions")).toEqual(["sts:AssumeRoleWithWebIdentity"]);
    expect(statement?.get("eksProvider")).toBe(true);
    expect(aboutOf(statement)).toEqual(["audience"]);
  });

  it("reads a trust policy written as a text with holes, a single statement too", () => {
    const [statement] = statementsOf(graph, "aws_iam_role.irsa2");
    expect(aboutOf(statement)).toEqual(["subject"]);
  });
});

describe("files that are not those that were planned", () => {
  it("say nothing where they are not there", () => {
    const graph = graphWith((file, content) => (file.endsWith(".tf") ? undefined : content));
    expect(zonesOf(entity(graph, "NodeGroup", group("workers")))).toBe("some of them");
    expect(statementsOf(graph, "aws_iam_role.irsa")[0]?.get("actions")).toBeInstanceOf(Unknown);
  });

  it("say nothing of a value that they make of something else", () => {
    const graph = graphWith((_, content) =>
      content.replace("= module.vpc.private_subnets\n", "= module.vpc.others\n"),
    );
    expect(zonesOf(entity(graph, "NodeGroup", group("workers")))).not.toEqual([
      "eu-west-1a",
      "eu-west-1b",
      "eu-west-1c",
    ]);
  });

  it("say nothing of local values where the module declares something else", () => {
    const graph = graphWith((file, content) =>
      file === "modules/eks/main.tf" ? `${content}\nresource "aws_iam_role" "new" {}\n` : content,
    );
    expect(entity(graph, "Cluster", "module.eks.aws_eks_cluster.this").get("role")).toBeInstanceOf(Unknown);
  });

  it("say nothing of a module whose source is another one now", () => {
    const graph = graphWith((_, content) => content.replace('"./modules/vpc"', '"./modules/eks"'));
    expect(zonesOf(entity(graph, "NodeGroup", group("workers")))).not.toEqual([
      "eu-west-1a",
      "eu-west-1b",
      "eu-west-1c",
    ]);
  });
});

function statementsOf(graph: Graph, role: string): readonly Entity[] {
  return graph.entities("TrustStatement").filter(({ resource }) => resource === role);
}

function aboutOf(statement: Entity | undefined): unknown {
  const conditions = statement?.get("conditions");
  return Array.isArray(conditions) ? conditions.map((condition) => condition.get("about")) : conditions;
}
