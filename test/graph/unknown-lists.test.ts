import { describe, expect, it } from "vitest";
import { PartialList, Unknown } from "../../src/base/value.ts";
import { entity, graphOf, plan, template } from "./graphs.ts";

function eksctl(body: string): Readonly<Record<string, string>> {
  return {
    "c.yaml": `apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: prod, region: eu-west-1 }\n${body}`,
  };
}

describe("a list that is not known", () => {
  it("of node groups stands for any number of them", () => {
    const graph = graphOf(eksctl("managedNodeGroups: ${GROUPS}\n"));
    expect(graph.entities("NodeGroup")[0]?.count).toMatchObject({ low: 0, high: Number.POSITIVE_INFINITY });
    const { nodeGroups } = { nodeGroups: entity(graph, "Cluster", "prod").get("nodeGroups") };
    expect(nodeGroups).toBeInstanceOf(PartialList);
    expect(nodeGroups).toMatchObject({ items: [], atMost: Number.POSITIVE_INFINITY });
  });

  it("of trust statements is no statement, and not one statement either", () => {
    const graph = graphOf({
      "t.yaml": template(
        "Role:\n  Type: AWS::IAM::Role\n  Properties:\n    AssumeRolePolicyDocument: { Statement: !ImportValue s }",
      ),
    });
    expect(graph.entities("TrustStatement")[0]?.count).toBeInstanceOf(Unknown);
    expect(entity(graph, "IamRole", "Role").get("trust")).toMatchObject({
      items: [],
      atMost: Number.POSITIVE_INFINITY,
    });
  });

  it("of sources makes a rule of a security group any number of rules", () => {
    const rule = "{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/8 }";
    const graph = graphOf({
      "t.yaml": template(
        `Group:\n  Type: AWS::EC2::SecurityGroup\n  Properties:\n    SecurityGroupIngress: !ImportValue rules\n    SecurityGroupEgress: [${rule}]`,
      ),
    });
    const group = entity(graph, "SecurityGroup", "Group");
    expect(group.get("inboundIPv4")).toMatchObject({ low: 0, high: Number.POSITIVE_INFINITY });
    expect(group.get("outboundIPv4")).toBe(1);
  });

  it("of what a node group's SSH is allowed from is not the empty list", () => {
    const graph = graphOf(
      eksctl("nodeGroups:\n- { name: a, ssh: { allow: true, sourceSecurityGroupIds: '${GROUPS}' } }\n"),
    );
    expect(entity(graph, "NodeGroup", "prod/a").get("sshSources")).toBeInstanceOf(Unknown);
  });
});

describe("a value that is not known", () => {
  it("does not make two zones one", () => {
    const graph = graphOf(eksctl('availabilityZones: ["${REGION}a", "${REGION}b"]\n'));
    const zones = graph.entities("Subnet").map((subnet) => subnet.get("zone"));
    expect(zones).toHaveLength(4);
    for (const zone of zones) expect(zone).toBeInstanceOf(Unknown);
  });

  it("of `privateNetworking` leaves open which subnets are meant", () => {
    const graph = graphOf(eksctl("nodeGroups:\n- { name: a, privateNetworking: '${PRIVATE}' }\n"));
    expect(entity(graph, "NodeGroup", "prod/a").get("subnets")).toMatchObject({ items: [], atMost: 6 });
  });

  it("of a key pair leaves open whether there is SSH access", () => {
    const group =
      "Nodes:\n  Type: AWS::EKS::Nodegroup\n  Properties: { RemoteAccess: { Ec2SshKey: !ImportValue key } }";
    const graph = graphOf({ "t.yaml": template(group) });
    expect(entity(graph, "NodeGroup", "Nodes").get("ssh")).toBeInstanceOf(Unknown);
  });

  it("of a cluster's name leaves open which node groups of other files are its own", () => {
    const cluster = template("Cluster:\n  Type: AWS::EKS::Cluster\n  Properties: { Name: !Ref Name }");
    const nodes = template("Nodes:\n  Type: AWS::EKS::Nodegroup\n  Properties: { ClusterName: prod }");
    const graph = graphOf({ "cluster.yaml": cluster, "nodes.yaml": nodes });
    expect(entity(graph, "NodeGroup", "Nodes").get("cluster")).toBeInstanceOf(Unknown);
    expect(entity(graph, "Cluster", "Cluster").get("nodeGroups")).toMatchObject({ items: [], atMost: 1 });
  });

  it("of a reference may mean what another template declares", () => {
    const cluster = template("Cluster:\n  Type: AWS::EKS::Cluster\n  Properties: { Name: prod }");
    const nodes = template(
      "Nodes:\n  Type: AWS::EKS::Nodegroup\n  Properties: { ClusterName: !ImportValue cluster }",
    );
    const graph = graphOf({ "cluster.yaml": cluster, "nodes.yaml": nodes });
    expect(entity(graph, "Cluster", "Cluster").get("nodeGroups")).toMatchObject({ items: [], atMost: 1 });
  });

  it("of a kind leaves open whether a `kubernetes_manifest` is a workload", () => {
    const graph = graphOf({
      "plan.json": plan({
        address: "kubernetes_manifest.app",
        unknown: { manifest: true },
        expressions: { manifest: { references: ["local.app"] } },
      }),
    });
    expect(graph.entities("Workload")[0]?.count).toMatchObject({ low: 0, high: 1 });
    expect(graph.entities("Workload")[0]?.get("hostNetwork")).toBeInstanceOf(Unknown);
  });
});

describe("a rule of a security group", () => {
  const rules = (...ingress: readonly string[]) =>
    graphOf({
      "t.yaml": template(
        `Group:\n  Type: AWS::EC2::SecurityGroup\n  Properties:\n    SecurityGroupIngress:\n${ingress.map((rule) => `      - { FromPort: 22, ToPort: 22, ${rule} }`).join("\n")}`,
      ),
    })
      .entities("SecurityGroupRule")
      .map((rule) => rule.get("worldwide"));

  it("opens half the world, and the other half may be another rule's that is not known", () => {
    const [half] = rules("IpProtocol: tcp, CidrIp: 0.0.0.0/1", "IpProtocol: tcp, CidrIp: !ImportValue half");
    expect(half).toBeInstanceOf(Unknown);
  });

  it("needs as many blocks as are missing to open the world with them", () => {
    const unknown = "IpProtocol: tcp, CidrIp: !ImportValue part";
    expect(rules("IpProtocol: tcp, CidrIp: 0.0.0.0/2", unknown)[0]).toBe(false);
    expect(rules("IpProtocol: tcp, CidrIp: 0.0.0.0/2", unknown, unknown)[0]).toBeInstanceOf(Unknown);
  });

  it("opens the world with the rules for its own protocol only", () => {
    expect(rules("IpProtocol: tcp, CidrIp: 0.0.0.0/1", "IpProtocol: udp, CidrIp: 128.0.0.0/1")).toEqual([
      false,
      false,
    ]);
    expect(rules("IpProtocol: tcp, CidrIp: 0.0.0.0/1", 'IpProtocol: "-1", CidrIp: 128.0.0.0/1')).toEqual([
      true,
      true,
    ]);
  });

  it("is read where it is written alone instead of in a list", () => {
    const rule = "{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }";
    const graph = graphOf({
      "t.yaml": template(
        `Group:\n  Type: AWS::EC2::SecurityGroup\n  Properties:\n    SecurityGroupIngress: ${rule}`,
      ),
    });
    expect(graph.entities("SecurityGroupRule")[0]?.get("worldwide")).toBe(true);
  });
});

describe("what is written and means the default", () => {
  it("is an empty list of CIDRs of the public endpoint: EKS opens it to everywhere", () => {
    const cluster =
      "Cluster:\n  Type: AWS::EKS::Cluster\n  Properties: { ResourcesVpcConfig: { PublicAccessCidrs: [] } }";
    const graph = graphOf({ "t.yaml": template(cluster) });
    expect(entity(graph, "Cluster", "Cluster").get("publicCidrs")).toEqual(["0.0.0.0/0"]);
  });
});

describe("something that is only named", () => {
  it("is known by its ARN or its name, whichever it is named by", () => {
    const profile = (role: string) =>
      template(`P:\n  Type: AWS::EKS::FargateProfile\n  Properties: { PodExecutionRoleArn: "${role}" }`);
    const roleOf = (role: string) => {
      const found = entity(graphOf({ "t.yaml": profile(role) }), "FargateProfile", "P").get("role");
      return typeof found === "object" && found !== null && "get" in found && "concept" in found
        ? found
        : undefined;
    };
    expect(roleOf("arn:aws:iam::1:role/a")?.get("arn")).toBe("arn:aws:iam::1:role/a");
    expect(roleOf("a")?.get("arn")).toBeInstanceOf(Unknown);
  });

  it("by a secret is called by the place that names it", () => {
    const change = JSON.parse(
      plan({ address: "aws_eks_cluster.a", after: { name: "a", role_arn: "arn:aws:iam::1:role/hunter2" } }),
    );
    change.resource_changes[0].change.after_sensitive = { role_arn: true };
    const cluster = entity(graphOf({ "plan.json": JSON.stringify(change) }), "Cluster", "aws_eks_cluster.a");
    expect(cluster.get("role")).toMatchObject({ resource: "aws_eks_cluster.a.role_arn" });
  });
});
