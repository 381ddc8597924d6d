import { describe, expect, it } from "vitest";
import { Unknown, type Value } from "../../src/base/value.ts";
import { vocabulary } from "../../src/graph/words.ts";
import { entity, graphOf, plan, template } from "./graphs.ts";

function call(concept: string, name: string, self: Value | undefined, ...args: readonly Value[]): Value {
  const methods = vocabulary.types.find((type) => type.name === concept)?.methods ?? [];
  const method = methods.find(({ signature }) => signature.startsWith(`${name}(`));
  if (method === undefined || self === undefined) throw new Error(`no ${concept}.${name}`);
  return method.call(self, ...args);
}

const cluster = `Prod:
  Type: AWS::EKS::Cluster
  Properties: { Name: prod, RoleArn: arn:aws:iam::111122223333:role/a, ResourcesVpcConfig: { SubnetIds: [!Ref A] } }
A: { Type: AWS::EC2::Subnet, Properties: { CidrBlock: 10.0.1.0/24 } }
Workers:
  Type: AWS::EKS::Nodegroup
  Properties: { ClusterName: !Ref Prod, Subnets: [!Ref A], LaunchTemplate: { Id: !Ref Template } }
Template:
  Type: AWS::EC2::LaunchTemplate
  Properties: { LaunchTemplateData: { SecurityGroupIds: [!GetAtt Nodes.GroupId] } }
Nodes: { Type: AWS::EC2::SecurityGroup, Properties: { GroupDescription: nodes } }
`;

function reaches(port: string, ...rules: readonly string[]): Value {
  const written = rules.map(
    (rule, index) =>
      `R${index}: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !GetAtt Prod.ClusterSecurityGroupId, ${rule} } }\n`,
  );
  const graph = graphOf({ "template.yaml": template(cluster + written.join("")) });
  return call("NodeGroup", "reachesControlPlane", entity(graph, "NodeGroup", "Workers"), port);
}

describe("what security groups let through between nodes and control plane", () => {
  it("is nothing without a rule", () => {
    expect(reaches("443")).toBe(false);
  });

  it("is what a rule for the nodes' group lets in, at its ports", () => {
    const rule = "IpProtocol: tcp, FromPort: 443, ToPort: 443, SourceSecurityGroupId: !GetAtt Nodes.GroupId";
    expect(["443", "10250", "443/udp"].map((port) => reaches(port, rule))).toEqual([true, false, false]);
  });

  it("is told by CIDRs where they hold the nodes' subnets, or none of their addresses", () => {
    const from = (cidr: string) => reaches("443", `IpProtocol: "-1", CidrIp: ${cidr}`);
    expect([from("10.0.0.0/16"), from("0.0.0.0/0"), from("192.0.2.0/24")]).toEqual([true, true, false]);
    expect(from("10.0.1.0/28")).toBeInstanceOf(Unknown);
  });

  it("is open where what a rule lets in is not known", () => {
    const rule = 'IpProtocol: "-1", SourceSecurityGroupId: !ImportValue other';
    expect(reaches("443", rule)).toBeInstanceOf(Unknown);
  });

  it("is open where the nodes have a group that was not read, for whose rules others may have been written", () => {
    const foreign = cluster.replace("!GetAtt Nodes.GroupId", "sg-0123456789abcdef0");
    const graph = graphOf({ "template.yaml": template(foreign) });
    const workers = entity(graph, "NodeGroup", "Workers");
    expect(call("NodeGroup", "reachesControlPlane", workers, "443")).toBeInstanceOf(Unknown);
  });

  it("is everything where both have the group that EKS makes", () => {
    const own = cluster.replace("!GetAtt Nodes.GroupId", "!GetAtt Prod.ClusterSecurityGroupId");
    const graph = graphOf({ "template.yaml": template(own) });
    const workers = entity(graph, "NodeGroup", "Workers");
    expect(call("NodeGroup", "reachesControlPlane", workers, "443")).toBe(true);
    expect(call("NodeGroup", "isReachedByControlPlane", workers, "10250")).toBe(true);
  });
});

describe("the security group that EKS makes for a cluster", () => {
  const existing = plan({
    address: "aws_eks_cluster.prod",
    after: {
      name: "prod",
      vpc_config: [{ cluster_security_group_id: "sg-1", security_group_ids: ["sg-2"] }],
    },
    actions: ["no-op"],
  });

  it("is meant by its id and by its own attribute, and by no other attribute of the cluster", () => {
    const rule = (path: string) =>
      `${path}: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !GetAtt Prod.${path}, IpProtocol: "-1" } }\n`;
    const graph = graphOf({
      "template.yaml": template(cluster + rule("ClusterSecurityGroupId") + rule("Arn")),
    });
    const own = entity(graph, "SecurityGroup", "Prod cluster security group");
    expect(entity(graph, "SecurityGroupRule", "ClusterSecurityGroupId").get("group")).toBe(own);
    expect(entity(graph, "SecurityGroupRule", "Arn").get("group")).toBeInstanceOf(Unknown);
    const planned = graphOf({ "plan.json": existing });
    const prod = entity(planned, "Cluster", "aws_eks_cluster.prod");
    expect(prod.get("ownSecurityGroup")).toBe(
      entity(planned, "SecurityGroup", "aws_eks_cluster.prod cluster security group"),
    );
  });

  it("is what managed nodes have where no launch template gives them others", () => {
    const plain = cluster.replace(", LaunchTemplate: { Id: !Ref Template }", "");
    const graph = graphOf({ "template.yaml": template(plain) });
    const own = entity(graph, "SecurityGroup", "Prod cluster security group");
    expect(entity(graph, "NodeGroup", "Workers").get("securityGroups")).toEqual([own]);
    expect(own.get("nodeGroups")).toEqual([entity(graph, "NodeGroup", "Workers")]);
  });
});

describe("the rules of a security group", () => {
  it("are within ports that cover all of theirs, of the same protocol", () => {
    const rule = (text: string) =>
      graphOf({
        "template.yaml": template(
          `R: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: sg-1, CidrIp: 10.0.0.0/8, ${text} } }`,
        ),
      }).entities("SecurityGroupRule")[0];
    const within = (text: string, ...ports: readonly string[]) =>
      call("SecurityGroupRule", "within", rule(text), ports);
    expect(within("IpProtocol: tcp, FromPort: 80, ToPort: 81", "80", "81")).toBe(true);
    expect(within("IpProtocol: tcp, FromPort: 80, ToPort: 81", "80", "82")).toBe(false);
    expect(within("IpProtocol: udp, FromPort: 53, ToPort: 53", "53")).toBe(false);
    expect(within("IpProtocol: udp, FromPort: 53, ToPort: 53", "53/udp")).toBe(true);
    expect(within('IpProtocol: "-1"', "0-65535")).toBe(false);
    expect(within("IpProtocol: !ImportValue p, FromPort: 80, ToPort: 80", "80")).toBeInstanceOf(Unknown);
  });

  it("have one source where a block names one group by its id", () => {
    const ingress = { protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: [], self: false };
    const graph = graphOf({
      "plan.json": plan(
        { address: "aws_security_group.lb", after: { name: "lb" }, unknown: { id: true } },
        {
          address: "aws_security_group.web",
          after: { name: "web", ingress: [ingress] },
          unknown: { id: true, ingress: [{ security_groups: true }] },
          expressions: {
            ingress: [
              {
                protocol: { constant_value: "tcp" },
                security_groups: { references: ["aws_security_group.lb.id", "aws_security_group.lb"] },
              },
            ],
          },
        },
      ),
    });
    const [rule] = graph.entities("SecurityGroupRule");
    expect(rule?.count).toBeUndefined();
    expect(rule?.get("peer")).toBe(entity(graph, "SecurityGroup", "aws_security_group.lb"));
  });
});
