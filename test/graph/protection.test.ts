import { describe, expect, it } from "vitest";
import { Unknown, type Value } from "../../src/base/value.ts";
import { isEntity } from "../../src/graph/entity.ts";
import { entity, graphOf, type Planned, plan, template } from "./graphs.ts";

const eksctl = (rest: string) =>
  `apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: prod, region: eu-west-1 }\n${rest}\n`;

const read = (value: Value | undefined, field: string) => (isEntity(value) ? value.get(field) : value);

describe("the key of a cluster's secrets", () => {
  it("is the one that is made beside it", () => {
    const graph = graphOf({
      "template.yaml": template(
        "Key:\n  Type: AWS::KMS::Key\n  Properties: { EnableKeyRotation: true }\nProd:\n  Type: AWS::EKS::Cluster\n  Properties: { EncryptionConfig: [{ Resources: [secrets], Provider: { KeyArn: !GetAtt Key.Arn } }] }",
      ),
    });
    const key = entity(graph, "Cluster", "Prod").get("encryptionKey");
    expect(read(key, "resource")).toBe("Key");
    expect(read(key, "rotation")).toBe(true);
  });

  it("is nothing where none is written, and not known where that is computed", () => {
    const planned = plan(
      { address: "aws_eks_cluster.plain", after: { name: "plain" } },
      {
        address: "aws_eks_cluster.open",
        after: { name: "open" },
        unknown: { encryption_config: true },
        expressions: { encryption_config: { references: ["aws_x.y.z"] } },
      },
    );
    const graph = graphOf({ "plan.json": planned });
    expect(entity(graph, "Cluster", "aws_eks_cluster.plain").get("encryptionKey")).toBeNull();
    expect(entity(graph, "Cluster", "aws_eks_cluster.open").get("encryptionKey")).toBeInstanceOf(Unknown);
  });
});

describe("how long the logs of a control plane are kept", () => {
  const cluster = { address: "aws_eks_cluster.prod", after: { name: "prod" } };
  const group = (after: Record<string, unknown>) => ({ address: "aws_cloudwatch_log_group.prod", after });
  const days = (...resources: readonly Planned[]) =>
    entity(graphOf({ "plan.json": plan(...resources) }), "Cluster", "aws_eks_cluster.prod").get(
      "logRetentionDays",
    );

  it("is what the log group of its name says; 0 and nothing are for ever", () => {
    expect(days(cluster, group({ name: "/aws/eks/prod/cluster", retention_in_days: 90 }))).toBe(90);
    expect(days(cluster, group({ name: "/aws/eks/prod/cluster", retention_in_days: 0 }))).toBeNull();
    expect(days(cluster, group({ name: "/aws/eks/prod/cluster" }))).toBeNull();
  });

  it("is not known where that group is not among what was read", () => {
    expect(days(cluster)).toBeInstanceOf(Unknown);
    expect(days(cluster, group({ name: "/aws/eks/other/cluster" }))).toBeInstanceOf(Unknown);
  });
});

describe("the volumes of nodes", () => {
  const encrypted = (files: Readonly<Record<string, string>>) =>
    graphOf(files)
      .entities("NodeVolume")
      .map((volume) => volume.get("encrypted"));

  it("are encrypted or not as it is written, and as the account says where nothing is", () => {
    const mappings = [true, "false", ""].map((each) => ({ device_name: "x", ebs: [{ encrypted: each }] }));
    const planned = plan({ address: "aws_launch_template.a", after: { block_device_mappings: mappings } });
    expect(encrypted({ "plan.json": planned })).toEqual([true, false, expect.any(Unknown)]);
  });

  it("do not count what is no volume", () => {
    const file = template(
      "A:\n  Type: AWS::EC2::LaunchTemplate\n  Properties: { LaunchTemplateData: { BlockDeviceMappings: [{ DeviceName: a, NoDevice: '' }, { DeviceName: b, VirtualName: ephemeral0 }] } }",
    );
    expect(encrypted({ "template.yaml": file })).toEqual([]);
  });

  it("of eksctl are one for each group, and those that come on top", () => {
    const config = eksctl(
      "managedNodeGroups: [{ name: a, volumeEncrypted: true, additionalVolumes: [{ volumeName: b, volumeEncrypted: false }] }, { name: c, launchTemplate: { id: lt-1 } }]",
    );
    expect(encrypted({ "cluster.yaml": config })).toEqual([true, false]);
  });

  it("are not known where the list of them is not", () => {
    const planned = plan({
      address: "aws_launch_template.a",
      after: {},
      unknown: { block_device_mappings: true },
      expressions: { block_device_mappings: { references: ["aws_x.y.z"] } },
    });
    expect(encrypted({ "plan.json": planned })).toEqual([expect.any(Unknown)]);
  });
});

describe("the features of GuardDuty", () => {
  it("stand in the detector of a template, and beside that of a plan", () => {
    const file = template(
      "A:\n  Type: AWS::GuardDuty::Detector\n  Properties: { Enable: true, Features: [{ Name: RUNTIME_MONITORING, Status: ENABLED, AdditionalConfiguration: [{ Name: EKS_ADDON_MANAGEMENT, Status: DISABLED }] }] }",
    );
    const [feature] = graphOf({ "template.yaml": file }).entities("GuardDutyFeature");
    expect(["name", "enabled", "managesAgent"].map((field) => feature?.get(field))).toEqual([
      "RUNTIME_MONITORING",
      true,
      false,
    ]);
    expect(read(feature?.get("detector"), "resource")).toBe("A");
  });

  it("are not known where the list of them is not", () => {
    const file = template(
      "A:\n  Type: AWS::GuardDuty::Detector\n  Properties: { Enable: true, Features: !ImportValue features }",
    );
    const [detector] = graphOf({ "template.yaml": file }).entities("GuardDutyDetector");
    expect(detector?.get("features")).toMatchObject({ items: [] });
    expect(Array.isArray(detector?.get("features"))).toBe(false);
  });
});

describe("what records the traffic of a VPC", () => {
  it("is a flow log of the VPC, and none of a part of it", () => {
    const file = template(
      "Net:\n  Type: AWS::EC2::VPC\n  Properties: { CidrBlock: 10.0.0.0/16 }\nWhole:\n  Type: AWS::EC2::FlowLog\n  Properties: { ResourceId: !Ref Net, ResourceType: VPC }\nPart:\n  Type: AWS::EC2::FlowLog\n  Properties: { ResourceId: subnet-1, ResourceType: Subnet }",
    );
    const logs = entity(graphOf({ "template.yaml": file }), "Vpc", "Net").get("flowLogs");
    expect(Array.isArray(logs) && logs.map((log) => read(log, "resource"))).toEqual(["Whole"]);
  });
});
