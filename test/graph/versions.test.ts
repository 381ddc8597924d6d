import { describe, expect, it } from "vitest";
import { Unknown } from "../../src/base/value.ts";
import { entity, graphOf, plan, template } from "./graphs.ts";

const update = { actions: ["update"] };

describe("what a cluster's version was", () => {
  it("is told by a plan that changes it", () => {
    const before = { name: "prod", version: "1.34" };
    const planned = plan({
      address: "aws_eks_cluster.prod",
      after: { name: "prod", version: "1.35" },
      before,
      ...update,
    });
    const cluster = entity(graphOf({ "plan.json": planned }), "Cluster", "aws_eks_cluster.prod");
    expect(cluster.get("versionBefore")).toBe("1.34");
    expect(cluster.get("version")).toBe("1.35");
  });

  it("is nothing where the cluster is new, also in place of another", () => {
    const after = { name: "prod", version: "1.35" };
    const before = { name: "prod", version: "1.33" };
    const planned = plan(
      { address: "aws_eks_cluster.new", after },
      { address: "aws_eks_cluster.other", after, before, actions: ["delete", "create"] },
    );
    const graph = graphOf({ "plan.json": planned });
    expect(entity(graph, "Cluster", "aws_eks_cluster.new").get("versionBefore")).toBeNull();
    expect(entity(graph, "Cluster", "aws_eks_cluster.other").get("versionBefore")).toBeNull();
  });

  it("is not known of a template", () => {
    const graph = graphOf({
      "template.yaml": template('Prod:\n  Type: AWS::EKS::Cluster\n  Properties: { Version: "1.35" }'),
    });
    expect(entity(graph, "Cluster", "Prod").get("versionBefore")).toBeInstanceOf(Unknown);
  });
});

describe("the Kubernetes version of nodes", () => {
  const group = (properties: string) =>
    entity(
      graphOf({
        "template.yaml": template(
          `Prod:\n  Type: AWS::EKS::Cluster\n  Properties: { Name: prod, Version: "1.35" }\nNodes:\n  Type: AWS::EKS::Nodegroup\n  Properties: { ClusterName: !Ref Prod, ${properties} }`,
        ),
      }),
      "NodeGroup",
      "Nodes",
    );

  it("is the group's own, else that of its release, else its cluster's", () => {
    expect(group('Version: "1.33"').get("kubernetesVersion")).toBe("1.33");
    expect(group("ReleaseVersion: 1.34.2-20260601").get("kubernetesVersion")).toBe("1.34");
    expect(group("AmiType: AL2023_x86_64_STANDARD").get("kubernetesVersion")).toBe("1.35");
  });

  it("is not read from releases that count otherwise", () => {
    const nodes = group("AmiType: BOTTLEROCKET_x86_64, ReleaseVersion: 1.50.0-0a1b2c3d");
    expect(nodes.get("kubernetesVersion")).toBe("1.35");
  });

  it.each([
    ["AL2023_ARM_64_STANDARD", "AmazonLinux2023"],
    ["AL2_x86_64_GPU", "AmazonLinux2"],
    ["WINDOWS_CORE_2022_x86_64", "Windows"],
    ["CUSTOM", "Custom"],
  ])("runs on an image of type %s, of the family %s", (type, family) => {
    expect(group(`AmiType: ${type}`).get("amiFamily")).toBe(family);
  });

  it("runs on the family that eksctl names, by default Amazon Linux 2023", () => {
    const graph = graphOf({
      "cluster.yaml":
        "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: prod, region: eu-west-1 }\nmanagedNodeGroups: [{ name: a }, { name: b, amiFamily: WindowsServer2022FullContainer }]\n",
    });
    const families = graph.entities("NodeGroup").map((nodes) => nodes.get("amiFamily"));
    expect(families).toEqual(["AmazonLinux2023", "Windows"]);
  });
});

describe("objects of manifests", () => {
  const types = (files: Readonly<Record<string, string>>) =>
    graphOf(files)
      .entities("KubernetesObject")
      .map((object) => object.get("type"));

  it("are there whatever their kind, members of lists one by one", () => {
    const manifests = `apiVersion: v1
kind: ConfigMap
metadata: { name: a }
---
apiVersion: example.com/v1
kind: Thing
metadata: { name: b }
---
apiVersion: policy/v1
kind: PodDisruptionBudgetList
items: [{ metadata: { name: c } }]
`;
    expect(types({ "all.yaml": manifests })).toEqual([
      "v1/ConfigMap",
      "example.com/v1/Thing",
      "policy/v1/PodDisruptionBudget",
    ]);
  });

  it("are found in Terraform, and where its provider asks for an old version of an API", () => {
    const manifest = { apiVersion: "batch/v1beta1", kind: "CronJob", metadata: { name: "nightly" } };
    const planned = plan(
      { address: "kubernetes_manifest.nightly", after: { manifest } },
      { address: "kubernetes_pod_disruption_budget.web", after: { metadata: [{ name: "web" }] } },
      { address: "kubernetes_deployment.web", after: { metadata: [{ name: "web" }] } },
    );
    expect(types({ "plan.json": planned })).toEqual([
      "batch/v1beta1/CronJob",
      "policy/v1beta1/PodDisruptionBudget",
    ]);
  });

  it("may be anything where the manifest is only known after the apply", () => {
    const planned = plan({
      address: "kubernetes_manifest.later",
      after: {},
      unknown: { manifest: true },
      expressions: { manifest: { references: ["aws_x.y.z"] } },
    });
    const [type] = types({ "plan.json": planned });
    expect(type).toBeInstanceOf(Unknown);
  });
});
