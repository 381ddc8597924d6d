import { describe, expect, it } from "vitest";
import { PartialList, Unknown } from "../../src/base/value.ts";
import { entity, graphOf, plan, template } from "./graphs.ts";

const config = (name: string, more = "") =>
  `apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: ${name}, region: eu-west-1 }\n${more}`;

describe("relations", () => {
  it("are followed by name where the name is written", () => {
    const text = plan(
      { address: "aws_eks_cluster.prod", after: { name: "prod" } },
      { address: "aws_eks_node_group.a", after: { cluster_name: "prod", node_group_name: "a" } },
    );
    const graph = graphOf({ "plan.json": text });
    const cluster = entity(graph, "Cluster", "aws_eks_cluster.prod");
    const group = entity(graph, "NodeGroup", "aws_eks_node_group.a");
    expect(group.get("cluster")).toBe(cluster);
    expect(cluster.get("nodeGroups")).toEqual([group]);
  });

  it("keep to the file where two files use one name", () => {
    const one = plan(
      { address: "aws_eks_cluster.main", after: { name: "main" } },
      { address: "aws_eks_node_group.a", after: { cluster_name: "main" } },
    );
    const graph = graphOf({ "dev/plan.json": one, "prod/plan.json": one });
    const sizes = graph.entities("Cluster").map((cluster) => cluster.get("nodeGroups"));
    expect(sizes.map((groups) => (Array.isArray(groups) ? groups.length : groups))).toEqual([1, 1]);
  });

  it("are not decided where a name means two things of other files", () => {
    const cluster = plan({ address: "aws_eks_cluster.main", after: { name: "main" } });
    const nodes = plan({ address: "aws_eks_node_group.a", after: { cluster_name: "main" } });
    const graph = graphOf({ "dev/plan.json": cluster, "prod/plan.json": cluster, "nodes/plan.json": nodes });
    expect(graph.entities("NodeGroup")[0]?.get("cluster")).toBeInstanceOf(Unknown);
  });

  it("lead outside where what is named was not read, and nothing else is known of it", () => {
    const text = plan({
      address: "aws_eks_node_group.a",
      after: { cluster_name: "prod", subnet_ids: ["subnet-1"] },
    });
    const [group] = graphOf({ "plan.json": text }).entities("NodeGroup");
    const cluster = group?.get("cluster");
    expect(cluster).toMatchObject({ resource: "prod" });
    const subnets = group?.get("subnets");
    const [subnet] = Array.isArray(subnets) ? subnets : [];
    expect(subnet.get("id")).toBe("subnet-1");
    expect(subnet.get("zone")).toMatchObject({ missing: [{ attribute: "subnet-1.zone" }] });
  });

  it("that are computed leave the other side open, with what may belong to it", () => {
    const text = plan(
      { address: "aws_eks_cluster.prod", after: { name: "prod" } },
      {
        address: "aws_eks_node_group.a",
        after: { node_group_name: "a" },
        unknown: { cluster_name: true },
        expressions: { cluster_name: { references: ["local.name"] } },
      },
    );
    const graph = graphOf({ "plan.json": text });
    const groups = entity(graph, "Cluster", "aws_eks_cluster.prod").get("nodeGroups");
    expect(groups).toBeInstanceOf(PartialList);
    expect(groups).toMatchObject({ items: [], atMost: 1, candidates: [graph.entities("NodeGroup")[0]] });
  });

  it("do not lead to what will be deleted", () => {
    const text = plan(
      { address: "aws_eks_cluster.prod", after: { name: "prod" } },
      { address: "aws_eks_node_group.a", actions: ["delete"], before: { cluster_name: "prod" } },
    );
    const graph = graphOf({ "plan.json": text });
    expect(graph.entities("NodeGroup")).toEqual([]);
    expect(graph.entities("Cluster")[0]?.get("nodeGroups")).toEqual([]);
  });

  it("prefer what a plan makes to a lookup of the same thing", () => {
    const text = plan(
      { address: "aws_eks_cluster.prod", after: { name: "prod" } },
      { address: "data.aws_eks_cluster.prod", after: { name: "prod" }, actions: ["read"] },
      { address: "aws_eks_node_group.a", after: { cluster_name: "prod" } },
    );
    const graph = graphOf({ "plan.json": text });
    expect(graph.entities("NodeGroup")[0]?.get("cluster")).toBe(
      entity(graph, "Cluster", "aws_eks_cluster.prod"),
    );
  });

  it("lead to what is only looked up, which is not asked about itself", () => {
    const text = plan(
      {
        address: "data.aws_subnet.a",
        after: { id: "subnet-1", availability_zone: "eu-west-1a" },
        actions: ["read"],
      },
      { address: "aws_eks_node_group.a", after: { cluster_name: "prod", subnet_ids: ["subnet-1"] } },
    );
    const graph = graphOf({ "plan.json": text });
    expect(graph.entities("Subnet")).toEqual([]);
    const subnets = graph.entities("NodeGroup")[0]?.get("subnets");
    expect(Array.isArray(subnets) && subnets[0].get("zone")).toBe("eu-west-1a");
  });
});

describe("zones", () => {
  const subnets = (...zones: readonly string[]) =>
    template(
      zones
        .map(
          (zone, index) =>
            `S${index}:\n  Type: AWS::EC2::Subnet\n  Properties: { VpcId: vpc-1, AvailabilityZone: ${zone} }`,
        )
        .join("\n"),
    );
  const zonesOf = (text: string) =>
    graphOf({ "t.yaml": text })
      .entities("Subnet")
      .map((subnet) => subnet.get("zone"));

  it("of two places in the region's list differ, and of one place are the same", () => {
    const select = (index: number) => `!Select [${index}, !GetAZs ""]`;
    const [a, b, again] = zonesOf(subnets(select(0), select(1), select(0)));
    expect(typeof a).toBe("string");
    expect(a).not.toBe(b);
    expect(again).toBe(a);
  });

  it("that are spelled in two ways may be the same, so only the names are known", () => {
    const [name, place] = zonesOf(subnets("eu-west-1a", '!Select [0, !GetAZs ""]'));
    expect(name).toBe("eu-west-1a");
    expect(place).toBeInstanceOf(Unknown);
  });

  it("that nobody chose are not known", () => {
    const text = template("A:\n  Type: AWS::EC2::Subnet\n  Properties: { VpcId: vpc-1 }");
    expect(zonesOf(text)[0]).toMatchObject({ missing: [{ reason: "chosen by AWS" }] });
  });

  it("of an eksctl file are three where it names none, two in us-east-1", () => {
    const zones = (text: string) =>
      new Set(
        graphOf({ "c.yaml": text })
          .entities("Subnet")
          .map((subnet) => subnet.get("zone")),
      );
    expect(zones(config("prod")).size).toBe(3);
    expect(zones(config("prod").replace("eu-west-1", "us-east-1")).size).toBe(2);
    expect(zones(config("prod", "availabilityZones: [eu-west-1a, eu-west-1b]\n"))).toEqual(
      new Set(["eu-west-1a", "eu-west-1b"]),
    );
  });
});

describe("defaults of the platform", () => {
  it("are applied per format and marked", () => {
    const terraform = graphOf({
      "plan.json": plan({
        address: "aws_eks_cluster.prod",
        after: { name: "prod", vpc_config: [{ subnet_ids: ["subnet-1"] }] },
        unknown: { vpc_config: [{ public_access_cidrs: true, endpoint_public_access: false }] },
        expressions: { name: {}, vpc_config: [{ subnet_ids: {} }] },
      }),
    }).entities("Cluster")[0];
    expect(terraform?.reading("publicCidrs")).toMatchObject({ value: ["0.0.0.0/0"], origin: "default" });
    expect(terraform?.get("publicCidrsCoverWorld")).toBe(true);
    expect(terraform?.get("authenticationMode")).toBe("CONFIG_MAP");
    const eksctl = graphOf({ "c.yaml": config("prod") }).entities("Cluster")[0];
    expect(eksctl?.reading("authenticationMode")).toMatchObject({
      value: "API_AND_CONFIG_MAP",
      origin: "default",
    });
  });

  it("do not take the place of what is only computed later", () => {
    const cluster = graphOf({
      "plan.json": plan({
        address: "aws_eks_cluster.prod",
        after: { name: "prod", vpc_config: [{ endpoint_public_access: true }] },
        unknown: { vpc_config: [{ public_access_cidrs: true }] },
        expressions: { vpc_config: [{ public_access_cidrs: { references: ["local.cidrs"] } }] },
      }),
    }).entities("Cluster")[0];
    expect(cluster?.get("publicCidrs")).toBeInstanceOf(Unknown);
    expect(cluster?.get("publicCidrsCoverWorld")).toBeInstanceOf(Unknown);
  });
});
