import { describe, expect, test } from "vitest";
import { hasMarks, type Layout, layouts } from "../../src/verdict/layout.ts";
import { graphOf, plan, template } from "../graph/graphs.ts";

const stack = template(`Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
Door: { Type: AWS::EC2::InternetGateway }
PrivateA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-west-1a, CidrBlock: 10.0.0.0/24 } }
PrivateB: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-west-1b, CidrBlock: 10.0.1.0/24 } }
PublicA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-west-1a, CidrBlock: 10.0.2.0/24 } }
Unused: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: eu-west-1c, CidrBlock: 10.0.3.0/24 } }
Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref PublicA, AllocationId: eipalloc-1 } }
Inside: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
Outside: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
ThroughNat: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Inside, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat } }
ThroughDoor: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Outside, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Door } }
InsideA: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref PrivateA, RouteTableId: !Ref Inside } }
InsideB: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref PrivateB, RouteTableId: !Ref Inside } }
OutsideA: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref PublicA, RouteTableId: !Ref Outside } }
Prod: { Type: AWS::EKS::Cluster, Properties: { Name: prod, RoleArn: x, ResourcesVpcConfig: { SubnetIds: [!Ref PrivateA] } } }
Web: { Type: AWS::EKS::Nodegroup, Properties: { NodegroupName: web, ClusterName: !Ref Prod, NodeRole: x, Subnets: [!Ref PrivateA, !Ref PrivateB] } }
Jobs: { Type: AWS::EKS::FargateProfile, Properties: { FargateProfileName: jobs, ClusterName: !Ref Prod, PodExecutionRoleArn: x, Selectors: [], Subnets: [!Ref PrivateB] } }`);

const graph = graphOf({ "stack.yaml": stack });

function about(concept: string, resource: string) {
  return { concept, resource, enforcement: "deny" as const, refs: [] };
}

function subnets({ zones }: Layout) {
  return zones.flatMap((zone) => zone.subnets);
}

function only(all: readonly Layout[]): Layout {
  const [first, ...others] = all;
  if (first === undefined || others.length > 0) throw new Error(`${all.length} layouts`);
  return first;
}

const layout = only(layouts(graph, [], () => true));

describe("the layout of a cluster", () => {
  test("is told of clusters that a finding is about, and of no others", () => {
    expect(layouts(graph, [])).toEqual([]);
    expect(layouts(graph, [about("Cluster", "Prod")])).toHaveLength(1);
    expect(layouts(graph, [about("Workload", "Prod")])).toEqual([]);
    expect(layouts(graph, [{ ...about("Cluster", "Prod"), enforcement: "audit" }])).toEqual([]);
  });

  test("is told of clusters of which a part is changed", () => {
    expect(layouts(graph, [], ({ owner }) => owner === "PrivateB")).toHaveLength(1);
    expect(layouts(graph, [], ({ owner }) => owner === "Unused")).toEqual([]);
  });

  test("has the subnets of the cluster and of what runs in it by zone, and those of its NAT gateways", () => {
    expect(layout.zones.map(({ name, subnets }) => [name, ...subnets.map((subnet) => subnet.name)])).toEqual([
      ["eu-west-1a", "PrivateA", "PublicA"],
      ["eu-west-1b", "PrivateB"],
    ]);
    expect(subnets(layout).map(({ access }) => access)).toEqual(["private", "public", "private"]);
    expect(subnets(layout)[0]?.cidr).toBe("10.0.0.0/24");
  });

  test("says which NAT gateway is the way out, and where it is", () => {
    const [gateway] = subnets(layout).find(({ name }) => name === "PublicA")?.gateways ?? [];
    expect(gateway?.name).toBe("Nat");
    const through = subnets(layout).filter(({ nat }) => nat === gateway?.key);
    expect(through.map(({ name }) => name)).toEqual(["PrivateA", "PrivateB"]);
  });

  test("says what runs in which subnets", () => {
    const names = new Map(subnets(layout).map(({ key, name }) => [key, name]));
    expect(
      layout.runners.map(({ kind, name, subnets }) => [kind, name, ...subnets.map((key) => names.get(key))]),
    ).toEqual([
      ["node group", "web", "PrivateA", "PrivateB"],
      ["Fargate profile", "jobs", "PrivateB"],
    ]);
  });

  test("marks what a finding is about, and what it points into", () => {
    expect(hasMarks(layout)).toBe(false);
    const named = only(layouts(graph, [about("NodeGroup", "Web")]));
    expect(named.runners.map(({ marked }) => marked)).toEqual([true, false]);
    const { ref } = graph.entities("Subnet").find(({ resource }) => resource === "PrivateB") ?? {};
    const pointed = only(
      layouts(graph, [{ ...about("Cluster", "x"), refs: ref === undefined ? [] : [ref] }]),
    );
    const marked = subnets(pointed).filter((subnet) => subnet.marked);
    expect(marked.map(({ name }) => name)).toEqual(["PrivateB"]);
  });

  test("puts subnets whose zone is not known last, without a name", () => {
    const chosen = stack.replace(
      "AvailabilityZone: eu-west-1a, CidrBlock: 10.0.0.0/24",
      "CidrBlock: 10.0.0.0/24",
    );
    const { zones } = only(layouts(graphOf({ "stack.yaml": chosen }), [], () => true));
    expect(zones.map(({ name }) => name)).toEqual(["eu-west-1a", "eu-west-1b", undefined]);
    expect(zones.at(-1)?.subnets.map(({ name }) => name)).toEqual(["PrivateA"]);
  });

  test("says where something may be in subnets that are not known", () => {
    const given = stack.replace("[!Ref PrivateA, !Ref PrivateB]", "!Split [',', !ImportValue Subnets]");
    const { runners, isOpen } = only(layouts(graphOf({ "stack.yaml": given }), [], () => true));
    expect(isOpen).toBe(true);
    expect(runners[0]).toMatchObject({ name: "web", subnets: [], isOpen: true });
  });

  test("says where something is in some of a few subnets", () => {
    const references = ["aws_subnet.a.id", "aws_subnet.a", "aws_subnet.b.id", "aws_subnet.b"];
    const zone = (name: string) => ({
      address: `aws_subnet.${name}`,
      after: { availability_zone: `eu-west-1${name}` },
      unknown: { id: true },
    });
    const planned = plan(zone("a"), zone("b"), {
      address: "aws_eks_cluster.prod",
      after: { name: "prod", vpc_config: [{}] },
      unknown: { vpc_config: [{ subnet_ids: true }] },
      expressions: { vpc_config: [{ subnet_ids: { references } }] },
    });
    const found = only(layouts(graphOf({ "plan.json": planned }), [], () => true));
    expect(found.zones.map(({ name }) => name)).toEqual(["eu-west-1a", "eu-west-1b"]);
    expect(found.isOpen).toBe(false);
  });

  test("is left out where nothing of it is known", () => {
    const blank = { address: "aws_eks_cluster.prod", after: { name: "prod" }, unknown: { vpc_config: true } };
    expect(layouts(graphOf({ "plan.json": plan(blank) }), [], () => true)).toEqual([]);
  });

  test("has what eksctl makes", () => {
    const config = `apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: { name: prod, region: eu-west-1 }
availabilityZones: [eu-west-1a, eu-west-1b]
managedNodeGroups: [{ name: web }]
`;
    const { zones, runners } = only(layouts(graphOf({ "cluster.yaml": config }), [], () => true));
    expect(zones.map(({ name }) => name)).toEqual(["eu-west-1a", "eu-west-1b"]);
    expect(zones[0]?.subnets.map(({ access }) => access).sort()).toEqual(["private", "public"]);
    expect(runners.map(({ name }) => name)).toEqual(["web"]);
  });
});
