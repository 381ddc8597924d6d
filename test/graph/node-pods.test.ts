import { describe, expect, it } from "vitest";
import { Unknown } from "../../src/base/value.ts";
import { entity, graphOf, type Planned, plan, template } from "./graphs.ts";

const encoded = (text: string) => Buffer.from(text).toString("base64");

function maxPodsOf(userData: unknown) {
  const group: Planned = {
    address: "aws_eks_node_group.a",
    after: { cluster_name: "prod", launch_template: [{}] },
    unknown: { launch_template: [{ id: true }] },
    expressions: {
      launch_template: [{ id: { references: ["aws_launch_template.a.id", "aws_launch_template.a"] } }],
    },
  };
  const made = {
    address: "aws_launch_template.a",
    after: { name: "a", user_data: userData },
    unknown: { id: true },
  };
  return entity(graphOf({ "plan.json": plan(group, made) }), "NodeGroup", "aws_eks_node_group.a").get(
    "maxPods",
  );
}

describe("the pods of a node", () => {
  it.each([
    [
      "a flag of the bootstrap script",
      "/etc/eks/bootstrap.sh prod --kubelet-extra-args '--max-pods=110 --v=2'",
      110,
    ],
    [
      "a NodeConfig",
      "apiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig\nspec:\n  kubelet:\n    config:\n      maxPods: 58\n",
      58,
    ],
    ["Bottlerocket's settings", '[settings.kubernetes]\n"max-pods" = 20\n', 20],
    ["the flag beside the switch for it", "--use-max-pods false --kubelet-extra-args --max-pods=17", 17],
    ["nothing", "yum install -y jq", null],
    ["the switch alone", "--use-max-pods false", null],
  ])("are told by %s", (_, data, most) => {
    expect(maxPodsOf(encoded(data))).toBe(most);
  });

  it.each([
    ["is worked out by a script", encoded("--max-pods=$MAX")],
    ["is told twice", encoded("--max-pods=10 --max-pods=20")],
    ["is packed", Buffer.from([0x1f, 0x8b, 0, 0xff]).toString("base64")],
  ])("are not known where their number %s", (_, data) => {
    expect(maxPodsOf(data)).toBeInstanceOf(Unknown);
  });

  it("are told by a template's user data", () => {
    const files = {
      "stack.yaml": template(`A:
  Type: AWS::EKS::Nodegroup
  Properties: { ClusterName: prod, LaunchTemplate: { Id: !Ref T } }
T:
  Type: AWS::EC2::LaunchTemplate
  Properties: { LaunchTemplateData: { UserData: !Base64 "--max-pods=29" } }`),
    };
    expect(entity(graphOf(files), "NodeGroup", "A").get("maxPods")).toBe(29);
  });

  it("are told by a group of eksctl", () => {
    const files = {
      "cluster.yaml": `apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: { name: prod, region: eu-west-1 }
managedNodeGroups: [{ name: a, maxPodsPerNode: 20 }]
nodeGroups: [{ name: b, kubeletExtraConfig: { maxPods: 30 } }, { name: c }]
`,
    };
    const graph = graphOf(files);
    expect(["a", "b", "c"].map((name) => entity(graph, "NodeGroup", `prod/${name}`).get("maxPods"))).toEqual([
      20,
      30,
      null,
    ]);
  });
});

describe("prefix delegation", () => {
  const clusterWith = (configuration: unknown) =>
    entity(
      graphOf({
        "plan.json": plan(
          { address: "aws_eks_cluster.prod", after: { name: "prod" } },
          {
            address: "aws_eks_addon.cni",
            after: { cluster_name: "prod", addon_name: "vpc-cni", configuration_values: configuration },
          },
        ),
      }),
      "Cluster",
      "aws_eks_cluster.prod",
    ).get("prefixDelegation");

  it("is told by the settings of the VPC CNI", () => {
    expect(clusterWith('{"env":{"ENABLE_PREFIX_DELEGATION":"true"}}')).toBe(true);
    expect(clusterWith("env:\n  ENABLE_PREFIX_DELEGATION: false\n")).toBe(false);
    expect(clusterWith('{"env":{"WARM_IP_TARGET":"2"}}')).toBe(false);
    expect(clusterWith('{"env":{"ENABLE_PREFIX_DELEGATION":"${x}"}}')).toBeInstanceOf(Unknown);
  });

  it("is not known where the add-on was not read, but for eksctl, which installs it as it is", () => {
    const bare = graphOf({ "plan.json": plan({ address: "aws_eks_cluster.prod", after: { name: "prod" } }) });
    expect(entity(bare, "Cluster", "aws_eks_cluster.prod").get("prefixDelegation")).toBeInstanceOf(Unknown);
    const head =
      "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: prod, region: eu-west-1 }\n";
    const made = graphOf({ "cluster.yaml": head });
    expect(entity(made, "Cluster", "prod").get("prefixDelegation")).toBe(false);
    const without = graphOf({ "cluster.yaml": `${head}addonsConfig: { disableDefaultAddons: true }\n` });
    expect(entity(without, "Cluster", "prod").get("prefixDelegation")).toBeInstanceOf(Unknown);
  });
});
