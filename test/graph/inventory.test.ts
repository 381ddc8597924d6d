import { describe, expect, test } from "vitest";
import { PartialList, Unknown, type Value } from "../../src/base/value.ts";
import { buildGraph, wantsTerraform } from "../../src/graph/build.ts";
import { isEntity } from "../../src/graph/entity.ts";
import type { Entity, Graph } from "../../src/graph/graph.ts";
import { readInventories } from "../../src/policy/inventory.ts";
import { inventoryDeclarations } from "../../src/source/inventory/declarations.ts";
import { read } from "../../src/source/read.ts";
import { memoryTree } from "../../src/source/tree.ts";
import { entity, type Planned, plan, template } from "./graphs.ts";

const head = 'version: 1\nasOf: 2026-11-20\naccount: "111122223333"\nregion: eu-west-1\n';

/** The graph of some files and of what inventories say of the account. */
function graphWith(files: Readonly<Record<string, string>>, ...inventories: readonly string[]): Graph {
  const { declarations, failures } = read(memoryTree(files), { wanted: wantsTerraform });
  const told = inventories.map((text, index) => ({ file: `inventory-${index}.yaml`, text: withHead(text) }));
  const existing = readInventories(told);
  expect([...failures, ...existing.mistakes]).toEqual([]);
  return buildGraph([...declarations, ...inventoryDeclarations(existing.inventories)]);
}

function withHead(text: string): string {
  return text.startsWith("version:") ? text : `${head}${text}`;
}

function zones(of: Entity): unknown {
  const subnets = of.get("subnets");
  return Array.isArray(subnets) ? subnets.map((subnet) => shown(subnet.get("zone"))) : subnets;
}

function shown(value: Value | undefined): unknown {
  return value instanceof Unknown ? value.missing.map(({ reason }) => reason).join() : value;
}

function related(of: Entity, field: string): Entity {
  const value = of.get(field);
  if (!isEntity(value)) throw new Error(`${field} is no entity`);
  return value;
}

const group = (subnets: readonly string[]) =>
  plan({
    address: "aws_eks_node_group.w",
    after: { cluster_name: "prod", node_group_name: "w", subnet_ids: subnets },
  });

const twoSubnets = `subnets:
  - { id: subnet-a, zone: eu-west-1a, zoneId: euw1-az1 }
  - { id: subnet-b, zone: eu-west-1b, zoneId: euw1-az2 }
`;

describe("a subnet that exists", () => {
  test("has its zone, in every format that names it by its id", () => {
    const graph = graphWith(
      {
        "plan.json": group(["subnet-a", "subnet-b"]),
        "template.yaml": template(`Nodes:
  Type: AWS::EKS::Nodegroup
  Properties: { ClusterName: prod, NodeRole: r, Subnets: [subnet-a, subnet-b] }`),
        "cluster.yaml": `apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: { name: other, region: eu-west-1 }
vpc: { subnets: { private: { one: { id: subnet-a }, two: { id: subnet-b } } } }
managedNodeGroups: [{ name: n, privateNetworking: true }]
`,
      },
      twoSubnets,
    );
    expect(graph.entities("NodeGroup").map(zones)).toEqual(Array(3).fill(["eu-west-1a", "eu-west-1b"]));
  });

  test("is not asked about, and a file like an inventory is left alone where nobody names it", () => {
    expect(graphWith({ "plan.json": group([]) }, twoSubnets).entities("Subnet")).toEqual([]);
    const left = read(memoryTree({ "inventory.yaml": `${head}${twoSubnets}` }), { wanted: wantsTerraform });
    expect(left).toMatchObject({ declarations: [], failures: [], leftAlone: 1 });
  });

  test("is not known where the inventory does not have it, or not what is asked", () => {
    const graph = graphWith({ "plan.json": group(["subnet-a", "subnet-z"]) }, twoSubnets);
    expect(zones(entity(graph, "NodeGroup", "aws_eks_node_group.w"))).toEqual([
      "eu-west-1a",
      "not in anything that was read",
    ]);
    const [subnet] = entity(graph, "NodeGroup", "aws_eks_node_group.w").get("subnets") as readonly Entity[];
    expect(shown(subnet?.get("cidr"))).toBe("not in the inventory");
  });

  test("is what the plan makes of it where the plan has it", () => {
    const own = { address: "aws_subnet.a", after: { id: "subnet-a", availability_zone: "eu-west-1c" } };
    const files = {
      "a.json": plan({ ...own, actions: ["update"], before: own.after }),
      "b.json": group(["subnet-a"]),
    };
    expect(zones(entity(graphWith(files, twoSubnets), "NodeGroup", "aws_eks_node_group.w"))).toEqual([
      "eu-west-1c",
    ]);
  });

  test("is not there any more where a plan takes it away", () => {
    const before = { id: "subnet-a", availability_zone: "eu-west-1a" };
    const files = {
      "a.json": plan({ address: "aws_subnet.a", before, actions: ["delete"] }),
      "b.json": group(["subnet-a"]),
    };
    expect(zones(entity(graphWith(files, twoSubnets), "NodeGroup", "aws_eks_node_group.w"))).toEqual([
      "not in anything that was read",
    ]);
  });

  test("is compared by the id of its zone where the file spells zones so, and not at all with symbols", () => {
    const nodes = (zone: string) =>
      template(`New: { Type: AWS::EC2::Subnet, Properties: { VpcId: v, ${zone} } }
Nodes:
  Type: AWS::EKS::Nodegroup
  Properties: { ClusterName: prod, NodeRole: r, Subnets: [!Ref New, subnet-b] }`);
    const zonesOf = (zone: string) =>
      zones(entity(graphWith({ "template.yaml": nodes(zone) }, twoSubnets), "NodeGroup", "Nodes"));
    expect(zonesOf("AvailabilityZoneId: euw1-az2")).toEqual(["euw1-az2", "euw1-az2"]);
    expect(zonesOf("AvailabilityZone: eu-west-1a")).toEqual(["eu-west-1a", "eu-west-1b"]);
    expect(zonesOf('AvailabilityZone: !Select [0, !GetAZs ""]')).toContain(
      "spelled in another way than the other zones of the file",
    );
  });
});

test("what a node class selects by tags is also what the inventory says has them", () => {
  const subnet = (id: string, zone: string, find: string) =>
    `  - { id: subnet-${id}, zone: eu-west-1${zone}, tags: { find: ${find} } }\n`;
  const nodeClass = `apiVersion: karpenter.k8s.aws/v1
kind: EC2NodeClass
metadata: { name: default }
spec: { subnetSelectorTerms: [{ tags: { find: prod } }] }
`;
  const graph = graphWith(
    { "nodes.yaml": nodeClass },
    `subnets:\n${subnet("a", "a", "prod")}${subnet("b", "b", "prod")}${subnet("c", "c", "test")}`,
  );
  const subnets = entity(graph, "NodeClass", "EC2NodeClass/default").get("subnets");
  if (!(subnets instanceof PartialList)) throw new Error("what was not read may have the tags as well");
  expect(subnets.items.filter(isEntity).map((one) => one.get("zone"))).toEqual(["eu-west-1a", "eu-west-1b"]);
});

describe("a role that exists", () => {
  const named = (role: string) => ({
    "plan.json": plan({ address: "aws_eks_cluster.c", after: { name: "prod", role_arn: role } }),
  });
  const roles = (trust: string) => `roles: [{ arn: "arn:aws:iam::111122223333:role/eks/app"${trust} }]\n`;
  const document =
    '{ Statement: { Effect: Allow, Principal: { Service: eks.amazonaws.com }, Action: "sts:*" } }';

  test.each([
    ["its ARN", "arn:aws:iam::111122223333:role/eks/app", `, trust: ${document}`],
    ["its ARN without the path", "arn:aws:iam::111122223333:role/app", `, trust: ${document}`],
    [
      "its ARN, its policy as text",
      "arn:aws:iam::111122223333:role/eks/app",
      `, trust: '{"Statement":[{"Effect":"Allow","Principal":{"Service":"eks.amazonaws.com"}}]}'`,
    ],
  ])("is told by %s", (_, role, trust) => {
    const found = related(
      entity(graphWith(named(role), roles(trust)), "Cluster", "aws_eks_cluster.c"),
      "role",
    );
    expect([found.get("name"), found.get("path")]).toEqual(["app", "/eks/"]);
    const [statement] = found.get("trust") as readonly Entity[];
    expect(statement?.get("services")).toEqual(["eks.amazonaws.com"]);
  });

  test("of another account is another one", () => {
    const graph = graphWith(named("arn:aws:iam::999999999999:role/app"), roles(`, trust: ${document}`));
    const found = related(entity(graph, "Cluster", "aws_eks_cluster.c"), "role");
    expect(shown(found.get("path"))).toBe("not in anything that was read");
  });

  test("without its policy is not trusted by nobody: that is not known", () => {
    const graph = graphWith(named("arn:aws:iam::111122223333:role/eks/app"), roles(""));
    const trust = related(entity(graph, "Cluster", "aws_eks_cluster.c"), "role").get("trust");
    expect(trust).toBeInstanceOf(PartialList);
  });

  test("may be one of a template whose name is not known", () => {
    const graph = graphWith(
      {
        ...named("arn:aws:iam::111122223333:role/eks/app"),
        "template.yaml": `Parameters: { Name: { Type: String } }
Resources:
  Role: { Type: AWS::IAM::Role, Properties: { RoleName: !Ref Name, AssumeRolePolicyDocument: {} } }
`,
      },
      roles(`, trust: ${document}`),
    );
    expect(entity(graph, "Cluster", "aws_eks_cluster.c").get("role")).toBeInstanceOf(Unknown);
  });

  test("of the same name in two accounts is either", () => {
    const other = head.replace("111122223333", "999999999999");
    const graph = graphWith(
      named("app"),
      roles(`, trust: ${document}`),
      `${other}roles: [{ arn: "arn:aws:iam::999999999999:role/app" }]\n`,
    );
    expect(entity(graph, "Cluster", "aws_eks_cluster.c").get("role")).toBeInstanceOf(Unknown);
  });
});

describe("a security group that exists", () => {
  const half = {
    address: "aws_vpc_security_group_ingress_rule.half",
    after: {
      security_group_id: "sg-1",
      ip_protocol: "tcp",
      from_port: 22,
      to_port: 22,
      cidr_ipv4: "0.0.0.0/1",
    },
  };
  const rule = (cidr: string) =>
    `{ direction: ingress, protocol: "6", fromPort: 22, toPort: 22, cidr: ${cidr} }`;

  test.each([
    ["open the port together with its own", `rules: [${rule("128.0.0.0/1")}]`, true],
    ["do not where its own are about something else", `rules: [${rule("10.0.0.0/8")}]`, false],
  ])("has its rules: those of the plan %s", (_, rules, expected) => {
    const graph = graphWith({ "plan.json": plan(half) }, `securityGroups: [{ id: sg-1, ${rules} }]\n`);
    expect(entity(graph, "SecurityGroupRule", half.address).get("worldwide")).toBe(expected);
  });

  test("may have any rules where the inventory does not tell them", () => {
    const graph = graphWith({ "plan.json": plan(half) }, "securityGroups: [{ id: sg-1 }]\n");
    expect(entity(graph, "SecurityGroupRule", half.address).get("worldwide")).toBeInstanceOf(Unknown);
  });

  test("is not counted while rules of groups change: the inventory may have them already", () => {
    const graph = graphWith(
      { "plan.json": plan(half) },
      `securityGroups: [{ id: sg-1, rules: [${rule("0.0.0.0/1")}] }]\n`,
    );
    const found = related(entity(graph, "SecurityGroupRule", half.address), "group");
    expect(found.get("inboundIPv4")).toBeInstanceOf(Unknown);
  });

  test("that a data source looks up may have rules that were not read", () => {
    const graph = graphWith({
      "plan.json": plan(
        { address: "data.aws_security_group.s", after: { id: "sg-1" }, actions: ["read"] },
        half,
      ),
    });
    expect(entity(graph, "SecurityGroupRule", half.address).get("worldwide")).toBeInstanceOf(Unknown);
  });
});

describe("the node groups that a cluster has besides", () => {
  const cluster = (actions: readonly string[], more = {}) => ({
    address: "aws_eks_cluster.c",
    after: { name: "prod", ...more },
    actions,
  });
  const nodes = (address: string, name: string, actions: readonly string[] = ["create"]) => {
    const values = { cluster_name: "prod", node_group_name: name };
    return { address, after: values, before: values, actions };
  };
  const further = (inventory: string, ...planned: readonly Planned[]) => {
    const value = entity(
      graphWith({ "plan.json": plan(...planned) }, inventory),
      "Cluster",
      "aws_eks_cluster.c",
    ).get("furtherNodeGroups");
    return value instanceof Unknown ? [value.low, value.high] : value;
  };
  const three = "clusters: [{ name: prod, nodeGroups: [a, b, c] }]\n";

  test("are those that the plan does not have, and does not take away", () => {
    expect(further(three, cluster(["no-op"]))).toBe(3);
    expect(further(three, cluster(["update"]), nodes("aws_eks_node_group.a", "a", ["update"]))).toBe(2);
    expect(further(three, cluster(["no-op"]), nodes("aws_eks_node_group.n", "n"))).toBe(3);
    const { after: _, ...gone } = nodes("aws_eks_node_group.a", "a", ["delete"]);
    expect(further(three, cluster(["no-op"]), gone)).toBe(2);
  });

  test("are none of a cluster that is only made, is elsewhere, or that no inventory knows", () => {
    expect(further(three, cluster(["create"]))).toBe(0);
    const arn = "arn:aws:eks:us-east-1:111122223333:cluster/prod";
    expect(further(three, cluster(["no-op"], { arn }))).toBe(0);
    expect(further("clusters: [{ name: shop, nodeGroups: [a] }]\n", cluster(["no-op"]))).toBe(0);
  });

  test("are not known where the inventory does not name them", () => {
    expect(further("clusters: [{ name: prod }]\n", cluster(["no-op"]))).toEqual([
      0,
      Number.POSITIVE_INFINITY,
    ]);
  });

  test("may be there where the name of the cluster is not known", () => {
    const expressions = { name: { references: ["random_pet.name.id", "random_pet.name"] } };
    const unnamed = { ...cluster(["no-op"], { name: null }), unknown: { name: true }, expressions };
    expect(further(three, unnamed)).toEqual([0, 3]);
  });

  test("may be a group of a template that has no name", () => {
    const graph = graphWith(
      {
        "template.yaml": template(`Prod:
  Type: AWS::EKS::Cluster
  Properties: { Name: prod, RoleArn: r, ResourcesVpcConfig: {} }
Nodes:
  Type: AWS::EKS::Nodegroup
  Properties: { ClusterName: !Ref Prod, NodeRole: r, Subnets: [] }`),
      },
      three,
    );
    expect(entity(graph, "Cluster", "Prod").get("furtherNodeGroups")).toMatchObject({ low: 2, high: 3 });
  });
});

describe("the account", () => {
  const files = { "plan.json": plan({ address: "aws_eks_cluster.c", after: { name: "prod" } }) };
  const accountIn = (graph: Graph) => entity(graph, "Cluster", "aws_eks_cluster.c").get("account");

  test("has the counts of its inventory, and no others", () => {
    const found = related(
      entity(graphWith(files, "counts: { clusters: 7 }\n"), "Cluster", "aws_eks_cluster.c"),
      "account",
    );
    expect([found.get("id"), found.get("region")]).toEqual(["111122223333", "eu-west-1"]);
    const counts = found.get("counts");
    if (typeof counts !== "object" || counts === null || !("concept" in counts)) throw new Error("no counts");
    expect(counts.get("clusters")).toBe(7);
    expect(shown(counts.get("vpcs"))).toBe("not in the inventory");
  });

  test("is not known without an inventory, and says what would tell it", () => {
    expect(shown(accountIn(graphWith(files)))).toBe("not in an inventory: pass one with `--inventory`");
  });

  test("is one of several where the cluster does not say which", () => {
    const other = head.replace("eu-west-1", "us-east-1");
    expect(shown(accountIn(graphWith(files, "counts: {}\n", other)))).toBe("in one of several inventories");
    const eksctl =
      "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: p, region: us-east-1 }\n";
    const graph = graphWith({ "cluster.yaml": eksctl }, "counts: {}\n", other);
    expect(related(entity(graph, "Cluster", "p"), "account").get("region")).toBe("us-east-1");
  });
});
