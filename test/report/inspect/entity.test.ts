import { describe, expect, it } from "vitest";
import type { Entity, Graph } from "../../../src/graph/graph.ts";
import { placesIn } from "../../../src/locate/locate.ts";
import { called } from "../../../src/report/inspect/facets.ts";
import { entitiesJson, overviewJson } from "../../../src/report/inspect/json.ts";
import { surroundings } from "../../../src/report/inspect/mermaid.ts";
import { entityText, listing, overview } from "../../../src/report/inspect/terminal.ts";
import { painter } from "../../../src/report/paint.ts";
import { read } from "../../../src/source/read.ts";
import { memoryTree } from "../../../src/source/tree.ts";
import { entity, graphOf, plan, template } from "../../graph/graphs.ts";

function page(files: Readonly<Record<string, string>>) {
  const graph = graphOf(files);
  const tree = memoryTree(files);
  const locate = placesIn(tree, read(tree, { wanted: () => true }));
  return {
    graph,
    vocabulary: graph.vocabulary,
    place: (ref: Parameters<typeof locate>[0]) => locate(ref)?.place,
    width: 100,
    paint: painter(false),
  };
}

const stack = template(`Nodes:
  Type: AWS::EKS::Nodegroup
  Properties:
    ClusterName: !Ref Main
    NodeRole: arn:aws:iam::111122223333:role/nodes
    Subnets: [subnet-1, !ImportValue other]
    ScalingConfig: { MinSize: 2, MaxSize: 6 }
Main:
  Type: AWS::EKS::Cluster
  Properties:
    Name: prod
    RoleArn: arn:aws:iam::111122223333:role/eks
    ResourcesVpcConfig: { SubnetIds: [subnet-1] }`);

const shown = page({ "stack.yaml": stack });
const nodes = entity(shown.graph, "NodeGroup", "Nodes");

function line(text: string, start: string): string {
  return text.split("\n").find((each) => each.trim().startsWith(start)) ?? "";
}

describe("one thing", () => {
  const text = entityText(nodes, shown);

  it("is told with every field, its value and the line it is written on", () => {
    expect(text.split("\n").slice(0, 3)).toEqual(["NodeGroup Nodes", "stack.yaml:5", ""]);
    expect(line(text, "minSize")).toMatch(/^ {2}minSize +2 +stack\.yaml:9$/);
    expect(line(text, "cluster")).toMatch(/Main +stack\.yaml:6$/);
    expect(line(text, "kind")).toBe('  kind                      "managed"');
  });

  it("says what is by default, and what nobody wrote", () => {
    expect(line(text, "labels")).toMatch(/\{\} +default$/);
    expect(line(text, "name ")).toMatch(/null +default$/);
  });

  it("says of what is not known what it waits for, why, and where that is written", () => {
    expect(line(text, "subnets")).toMatch(/\[subnet-1, unknown\] +stack\.yaml:8$/);
    expect(text).toContain("`Subnets[1]` is imported from another stack (stack.yaml:8:27)");
    expect(text.trimEnd().split("\n").at(-1)).toMatch(/^\d+ fields, \d+ by default, \d+ not known$/);
  });

  it("reads the same as JSON", () => {
    const { concept, entities } = JSON.parse(entitiesJson("NodeGroup", [nodes], shown));
    expect(concept).toBe("NodeGroup");
    expect(entities).toMatchObject([{ resource: "Nodes", file: "stack.yaml", place: { line: 5 } }]);
    const { minSize, labels, subnets, cluster, resource } = entities[0].fields;
    expect(minSize).toMatchObject({ type: "int?", state: "written", value: 2, place: { line: 9 } });
    expect(labels).toEqual({ type: "map<string>", state: "default", value: {} });
    expect(cluster.value).toEqual({ concept: "Cluster", resource: "Main" });
    expect(resource.value).toBe("Nodes");
    expect(subnets).toMatchObject({
      state: "unknown",
      value: [{ concept: "Subnet" }, { unknown: [{ attribute: "Nodes.Subnets[1]" }] }],
      missing: [{ attribute: "Nodes.Subnets[1]", reason: "imported from another stack", place: { line: 8 } }],
    });
  });

  it("keeps to the width of the terminal, but for words that do not fit", () => {
    const narrow = entityText(nodes, { ...shown, width: 80 });
    const long = narrow.split("\n").filter((each) => each.length > 80);
    expect(long.every((each) => each.trim().split(/ +/).length <= 3)).toBe(true);
  });
});

describe("the terminal", () => {
  it("is not obeyed by names of files and things", () => {
    const evil = "x\u001b[2J\u202e.yaml";
    const there = page({ [evil]: stack });
    const thing = { ...entityOf(there.graph), resource: "Nodes\u001b[1A" } satisfies Entity;
    const texts = [entityText(thing, there), overview(there.graph, there)];
    for (const text of texts) expect(text).not.toMatch(/\u001b|\u202e/);
  });
});

describe("a thing is called", () => {
  const { graph } = page({
    "plan.json": plan(
      { address: "aws_eks_node_group.web", after: { node_group_name: "blue", cluster_name: "c" } },
      { address: "aws_eks_node_group.blue", after: { node_group_name: "green", cluster_name: "c" } },
    ),
  });
  const groups = graph.entities("NodeGroup");
  const names = (name: string) => called(groups, name).map(({ resource }) => resource);

  it("by its address, before all else", () => {
    expect(names("aws_eks_node_group.web")).toEqual(["aws_eks_node_group.web"]);
  });

  it("by its own name, or by the last word of its address", () => {
    expect(names("blue")).toEqual(["aws_eks_node_group.web"]);
    expect(names("web")).toEqual(["aws_eks_node_group.web"]);
    expect(names("w")).toEqual([]);
  });
});

describe("what was read", () => {
  it("is told by concept, with how many there are and what they are called", () => {
    const text = overview(shown.graph, shown);
    expect(line(text, "NodeGroup")).toMatch(/^ {2}NodeGroup +1 {2}Nodes +stack\.yaml$/);
    expect(text).not.toContain("Workload");
    expect(text.trimEnd().split("\n").at(-1)).toMatch(/^\d+ things of \d+ concepts$/);
  });

  it("is nothing where nothing was read, which is said", () => {
    expect(overview(graphOf({}), shown)).toBe("nothing that policies could see was read\n");
  });

  it("is listed by concept with what is not known of each", () => {
    const type = shown.vocabulary.types.find(({ name }) => name === "NodeGroup");
    const text = type === undefined ? "" : listing(type, [nodes], shown);
    expect(line(text, "Nodes")).toMatch(/^ {2}Nodes +stack\.yaml:5 +subnets, /);
  });

  it("is there as JSON", () => {
    const { concepts } = JSON.parse(overviewJson(shown.graph, shown));
    expect(concepts).toContainEqual({
      concept: "NodeGroup",
      count: 1,
      entities: [{ resource: "Nodes", file: "stack.yaml", place: expect.objectContaining({ line: 5 }) }],
    });
  });
});

describe("a picture of a thing", () => {
  it("has what it is related to, with the names of the relations", () => {
    const lines = surroundings(nodes, shown).split("\n");
    expect(lines[0]).toBe("flowchart LR");
    expect(lines).toContain('  n0["NodeGroup<br/>Nodes"]');
    expect(lines).toContain("  n0 -->|cluster| n1");
    expect(lines).toContain('  n1["Cluster<br/>Main"]');
  });

  it("goes a step further around a cluster, and joins no two things twice", () => {
    const text = surroundings(entity(shown.graph, "Cluster", "Main"), shown);
    expect(text).toContain('["NodeGroup<br/>Nodes"]');
    const pairs = [...text.matchAll(/^ {2}(n\d+) -\.?->\|\w+\| (n\d+)$/gm)].map(([, a = "", b = ""]) =>
      [a, b].toSorted().join(" "),
    );
    expect(pairs.length).toBeGreaterThan(2);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it("cannot be drawn over by a name", () => {
    const hostile = 'x"] --> n0; click n0 "javascript:alert(1)"';
    const evil = { ...entityOf(shown.graph), resource: hostile } satisfies Entity;
    const text = surroundings(evil, shown);
    expect(text).not.toContain("javascript:alert");
    expect(text.split("\n")[1]).toMatch(/^ {2}n0\["NodeGroup<br\/>[^"\]]*"\]$/);
  });
});

/** A thing like any other, as an object of its own. */
function entityOf(graph: Graph): Entity {
  const of = entity(graph, "NodeGroup", "Nodes");
  const { concept, id, resource, ref, count } = of;
  return {
    concept,
    id,
    resource,
    ref,
    count,
    get: (field) => of.get(field),
    reading: (field) => of.reading(field),
  };
}
