import { describe, expect, it } from "vitest";
import { Unknown, type Value } from "../../src/base/value.ts";
import type { Entity } from "../../src/graph/graph.ts";
import { entity, graphOf, type Planned, plan, template } from "./graphs.ts";

const vpc = "V: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }";
const subnet =
  "A: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref V, CidrBlock: 10.0.0.0/24, AvailabilityZone: eu-west-1a } }";
const table = "T: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref V } }";
const association =
  "TA: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref A, RouteTableId: !Ref T } }";
const gateway = "G: { Type: AWS::EC2::InternetGateway }";

function toGateway(target: string): string {
  return `R: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref T, DestinationCidrBlock: 0.0.0.0/0, ${target} } }`;
}

/** What a template says of its subnet A. */
function said(...resources: readonly string[]): Record<"public" | "wayOut", Value> {
  const a = entity(graphOf({ "t.yaml": template(resources.join("\n")) }), "Subnet", "A");
  return { public: a.get("public") ?? null, wayOut: a.get("wayOut") ?? null };
}

const id = (address: string) => ({ references: [`${address}.id`, address] });

function planned(address: string, after: Planned["after"], expressions: Record<string, unknown>): Planned {
  const unknown = Object.fromEntries(Object.keys(expressions).map((name) => [name, true]));
  return { address, after: after ?? {}, unknown: { id: true, ...unknown }, expressions };
}

/** A VPC of a plan with subnets a and b; what is further given is about them. */
function plannedNetwork(
  ...further: readonly Planned[]
): (subnet: string) => Record<"public" | "wayOut", Value> {
  const graph = graphOf({
    "plan.json": plan(
      { address: "aws_vpc.main", unknown: { id: true, default_route_table_id: true } },
      planned("aws_internet_gateway.main", {}, { vpc_id: id("aws_vpc.main") }),
      planned("aws_subnet.a", { availability_zone: "eu-west-1a" }, { vpc_id: id("aws_vpc.main") }),
      planned("aws_subnet.b", { availability_zone: "eu-west-1b" }, { vpc_id: id("aws_vpc.main") }),
      planned("aws_route_table.main", {}, { vpc_id: id("aws_vpc.main") }),
      ...further,
    ),
  });
  return (name) => {
    const found = entity(graph, "Subnet", `aws_subnet.${name}`);
    return { public: found.get("public") ?? null, wayOut: found.get("wayOut") ?? null };
  };
}

const internet = planned(
  "aws_route.out",
  { destination_cidr_block: "0.0.0.0/0" },
  { route_table_id: id("aws_route_table.main"), gateway_id: id("aws_internet_gateway.main") },
);

const either = {
  references: ["aws_subnet.a.id", "aws_subnet.a", "aws_subnet.b.id", "aws_subnet.b", "var.n"],
};

describe("a subnet", () => {
  it("is public where its route table leads to an internet gateway", () => {
    const network = [vpc, subnet, table, association, gateway];
    expect(said(...network, toGateway("GatewayId: !Ref G"))).toEqual({
      public: true,
      wayOut: "internet-gateway",
    });
    expect(said(...network, toGateway("NatGatewayId: nat-1"))).toEqual({
      public: false,
      wayOut: "nat-gateway",
    });
    expect(said(...network, toGateway("GatewayId: vgw-1"))).toEqual({
      public: false,
      wayOut: "virtual-private-gateway",
    });
    expect(said(...network)).toEqual({ public: false, wayOut: null });
  });

  it("is routed by the main table of its VPC where it has no own one", () => {
    expect(said(vpc, subnet, table, gateway, toGateway("GatewayId: !Ref G"))).toEqual({
      public: false,
      wayOut: null,
    });
  });

  it("is not known to be private in a VPC that was not read", () => {
    const elsewhere = subnet.replace("!Ref V", "vpc-1");
    const { public: isPublic, wayOut } = said(elsewhere);
    expect(isPublic).toBeInstanceOf(Unknown);
    expect(wayOut).toBeInstanceOf(Unknown);
  });

  it("is not known to be private where its route table was not read", () => {
    const elsewhere = association.replace("!Ref T", "rtb-1");
    expect(said(vpc, subnet, elsewhere).public).toBeInstanceOf(Unknown);
  });

  it("is not known to be private where a route may be in its table", () => {
    const loose = toGateway("GatewayId: !Ref G").replace("!Ref T", "!ImportValue table");
    expect(said(vpc, subnet, table, association, gateway, loose).public).toBeInstanceOf(Unknown);
  });

  it("is not known to be private where the kind of a gateway is not", () => {
    const { public: isPublic, wayOut } = said(
      vpc,
      subnet,
      table,
      association,
      toGateway("GatewayId: !ImportValue gateway"),
    );
    expect(isPublic).toBeInstanceOf(Unknown);
    expect(wayOut).toBeInstanceOf(Unknown);
  });

  it("of a plan is routed by what refers to it", () => {
    const used = planned(
      "aws_route_table_association.a",
      {},
      { subnet_id: id("aws_subnet.a"), route_table_id: id("aws_route_table.main") },
    );
    const of = plannedNetwork(used, internet);
    expect(of("a")).toEqual({ public: true, wayOut: "internet-gateway" });
    expect(of("b")).toEqual({ public: false, wayOut: null });
  });

  it("of a plan is public where the main table of its VPC is", () => {
    const main = planned(
      "aws_default_route_table.main",
      { route: [{ cidr_block: "0.0.0.0/0", nat_gateway_id: "" }] },
      { default_route_table_id: { references: ["aws_vpc.main.default_route_table_id", "aws_vpc.main"] } },
    );
    const route = { unknown: { default_route_table_id: true, route: [{ gateway_id: true }] } };
    const written = { ...main.expressions, route: [{ gateway_id: id("aws_internet_gateway.main") }] };
    expect(plannedNetwork({ ...main, ...route, expressions: written })("a").public).toBe(true);
    expect(plannedNetwork(main)("a").public).toBeInstanceOf(Unknown);
  });

  it("has one of as many route tables as there are subnets, also where it is not known which", () => {
    const one = (name: string) =>
      planned(
        `aws_route_table_association.${name}`,
        {},
        { subnet_id: either, route_table_id: id("aws_route_table.main") },
      );
    expect(plannedNetwork(one("x"), one("y"), internet)("a")).toEqual({
      public: true,
      wayOut: "internet-gateway",
    });
    expect(plannedNetwork(one("x"), internet)("a").public).toBeInstanceOf(Unknown);
  });

  it("of a plan is not known to be private in a VPC that exists, whose main table may lead anywhere", () => {
    const existing = plan(
      { address: "aws_vpc.main", actions: ["no-op"], before: { id: "vpc-1" }, after: { id: "vpc-1" } },
      { address: "aws_subnet.a", after: { vpc_id: "vpc-1" }, unknown: { id: true } },
    );
    expect(entity(graphOf({ "plan.json": existing }), "Subnet", "aws_subnet.a").get("public")).toBeInstanceOf(
      Unknown,
    );
  });

  it("of eksctl is public or private by where it is written, and private ones have a NAT gateway by default", () => {
    const config = (vpc: string) =>
      graphOf({
        "c.yaml": `apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: c, region: eu-west-1 }\n${vpc}`,
      });
    const subnets = (vpc: string) =>
      config(vpc)
        .entities("Subnet")
        .map((each) => [each.get("public"), each.get("wayOut")]);
    expect(new Set(subnets("").map(String))).toEqual(new Set(["false,nat-gateway", "true,internet-gateway"]));
    expect(subnets("vpc: { nat: { gateway: Disable } }")).toContainEqual([false, null]);
    expect(subnets("vpc: { subnets: { private: { eu-west-1a: { id: subnet-1 } } } }")[0]?.[1]).toBeInstanceOf(
      Unknown,
    );
  });

  it("of eksctl has no known way out where it is not known whose the VPC is, or whether the cluster is private", () => {
    const [open, closed] = ["vpc: ${VPC}", "privateCluster: ${PRIVATE}"].map((text) => {
      const head =
        "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: c, region: eu-west-1 }";
      return graphOf({ "c.yaml": `${head}\n${text}\n` });
    });
    const isPrivate = (each: Entity) => each.get("public") === false;
    const closedSubnet = closed?.entities("Subnet").find(isPrivate);
    expect(open?.entities("Vpc")[0]?.get("dnsHostnames")).toBeInstanceOf(Unknown);
    expect(closedSubnet?.get("wayOut")).toBeInstanceOf(Unknown);
    expect(open?.entities("Subnet").find(isPrivate)?.get("wayOut")).toBeInstanceOf(Unknown);
    for (const graph of [open, closed]) expect(graph?.entities("NatGateway")[0]?.count).toBeDefined();
  });

  it("has five addresses fewer than its CIDR", () => {
    const of = (cidr: string) =>
      entity(
        graphOf({ "t.yaml": template(`${vpc}\n${subnet.replace("10.0.0.0/24", cidr)}`) }),
        "Subnet",
        "A",
      ).get("usableAddresses");
    expect([of("10.0.0.0/24"), of("10.0.0.0/28")]).toEqual([251, 11]);
    expect(of("!ImportValue cidr")).toBeInstanceOf(Unknown);
  });
});

describe("a NAT gateway", () => {
  it("is in the zone of its subnet, unless it serves the whole VPC", () => {
    const nat = (properties: string) =>
      entity(
        graphOf({
          "t.yaml": template(
            `${vpc}\n${subnet}\nNat: { Type: AWS::EC2::NatGateway, Properties: { ${properties} } }`,
          ),
        }),
        "NatGateway",
        "Nat",
      );
    expect(nat("SubnetId: !Ref A").get("zone")).toBe("eu-west-1a");
    expect(nat("AvailabilityMode: regional, VpcId: !Ref V").get("zone")).toBeNull();
  });
});

describe("an endpoint of a VPC", () => {
  it("is of a service, whichever the Region", () => {
    const endpoint = (name: string) =>
      entity(
        graphOf({
          "t.yaml": template(
            `E: { Type: AWS::EC2::VPCEndpoint, Properties: { VpcId: vpc-1, ServiceName: ${name} } }`,
          ),
        }),
        "VpcEndpoint",
        "E",
      ).get("service");
    expect(endpoint("com.amazonaws.eu-west-1.ecr.api")).toBe("ecr.api");
    expect(endpoint('!Sub "com.amazonaws.${AWS::Region}.s3"')).toBe("s3");
    expect(endpoint("!ImportValue service")).toBeInstanceOf(Unknown);
  });
});

describe("a cluster", () => {
  it("had subnets in zones that are known also where a subnet is deleted", () => {
    const cluster = (ids: readonly string[]) => ({ name: "prod", vpc_config: [{ subnet_ids: ids }] });
    const subnet = (name: string) => ({ id: `subnet-${name}`, availability_zone: `eu-west-1${name}` });
    const updated = plan(
      {
        address: "aws_eks_cluster.prod",
        actions: ["update"],
        before: cluster(["subnet-a", "subnet-b"]),
        after: cluster(["subnet-a"]),
      },
      { address: "aws_subnet.a", actions: ["no-op"], before: subnet("a"), after: subnet("a") },
      { address: "aws_subnet.b", actions: ["delete"], before: subnet("b") },
    );
    const found = entity(graphOf({ "plan.json": updated }), "Cluster", "aws_eks_cluster.prod");
    expect(found.get("formerZones")).toEqual(["eu-west-1a", "eu-west-1b"]);
  });

  it("is in one VPC unless its subnets are certainly in several", () => {
    const inVpcs = (one: string, other: string) => {
      const resources = [
        "Prod: { Type: AWS::EKS::Cluster, Properties: { ResourcesVpcConfig: { SubnetIds: [!Ref A, !Ref B] } } }",
        subnet.replace("!Ref V", one),
        subnet.replace("!Ref V", other).replace("A:", "B:"),
        vpc,
      ];
      return entity(graphOf({ "t.yaml": template(resources.join("\n")) }), "Cluster", "Prod").get("inOneVpc");
    };
    expect(inVpcs("!Ref V", "!Ref V")).toBe(true);
    expect(inVpcs("vpc-1", "vpc-2")).toBe(false);
    expect(inVpcs("!Ref V", "vpc-1")).toBeInstanceOf(Unknown);
    expect(inVpcs("!ImportValue vpc", "vpc-1")).toBeInstanceOf(Unknown);
    const imported =
      "Prod: { Type: AWS::EKS::Cluster, Properties: { ResourcesVpcConfig: { SubnetIds: !ImportValue all } } }";
    const somewhere = entity(graphOf({ "t.yaml": template(imported) }), "Cluster", "Prod");
    expect(somewhere.get("inOneVpc")).toBeInstanceOf(Unknown);
  });
});

describe("a node group", () => {
  it("has siblings in its cluster that run the same pods, whatever their zone is called", () => {
    const group = (name: string, cluster: string, labels: string) =>
      `${name}: { Type: AWS::EKS::Nodegroup, Properties: { ClusterName: ${cluster}, InstanceTypes: [m5.large], Labels: { ${labels} } } }`;
    const graph = graphOf({
      "t.yaml": template(
        [
          group("A", "prod", "role: web, zone: a"),
          group("B", "prod", "role: web, zone: b"),
          group("C", "prod", "role: batch"),
          group("D", "other", "role: web"),
        ].join("\n"),
      ),
    });
    const siblings = entity(graph, "NodeGroup", "A").get("siblings");
    expect(siblings).toEqual([entity(graph, "NodeGroup", "B")]);
  });
});
