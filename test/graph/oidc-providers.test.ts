import { describe, expect, it } from "vitest";
import { Unknown } from "../../src/base/value.ts";
import { entity, graphOf, plan, template } from "./graphs.ts";

const issuer = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE";

function eksctl(iam: string): string {
  return `apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: prod, region: eu-west-1 }\niam: ${iam}\n`;
}

describe("an identity provider", () => {
  it("belongs to the cluster that its URL is computed from", () => {
    const graph = graphOf({
      "plan.json": plan(
        {
          address: "aws_iam_openid_connect_provider.eks",
          after: { client_id_list: ["sts.amazonaws.com"] },
          unknown: { url: true, arn: true },
          expressions: {
            url: { references: ["aws_eks_cluster.prod.identity[0].oidc[0].issuer", "aws_eks_cluster.prod"] },
          },
        },
        { address: "aws_eks_cluster.prod", after: { name: "prod" }, unknown: { identity: true } },
      ),
    });
    const provider = entity(graph, "OidcProvider", "aws_iam_openid_connect_provider.eks");
    const cluster = entity(graph, "Cluster", "aws_eks_cluster.prod");
    expect(provider.get("cluster")).toBe(cluster);
    expect(provider.get("eks")).toBe(true);
    expect(cluster.get("oidcProviders")).toEqual([provider]);
    expect(cluster.get("issuer")).toBeInstanceOf(Unknown);
  });

  it("belongs to the cluster whose issuer it is", () => {
    const identity = [{ oidc: [{ issuer: `https://${issuer}` }] }];
    const graph = graphOf({
      "plan.json": plan(
        { address: "aws_iam_openid_connect_provider.eks", after: { url: issuer } },
        { address: "aws_eks_cluster.prod", after: { name: "prod", identity }, actions: ["no-op"] },
        { address: "aws_eks_cluster.new", after: { name: "new" }, unknown: { identity: true } },
      ),
    });
    const provider = entity(graph, "OidcProvider", "aws_iam_openid_connect_provider.eks");
    expect(provider.get("cluster")).toBe(entity(graph, "Cluster", "aws_eks_cluster.prod"));
  });

  it("is nobody's where its issuer is not a cluster's", () => {
    const provider = template(
      "Hub:\n  Type: AWS::IAM::OIDCProvider\n  Properties: { Url: 'https://token.actions.githubusercontent.com/' }\nProd: { Type: AWS::EKS::Cluster, Properties: { Name: prod } }",
    );
    const hub = entity(graphOf({ "stack.yaml": provider }), "OidcProvider", "Hub");
    expect(hub.get("issuer")).toBe("token.actions.githubusercontent.com");
    expect([hub.get("cluster"), hub.get("eks")]).toEqual([null, false]);
  });

  it("may be that of a cluster which does not say its issuer", () => {
    const provider = template(
      `Own:\n  Type: AWS::IAM::OIDCProvider\n  Properties: { Url: "https://${issuer}" }\nProd: { Type: AWS::EKS::Cluster, Properties: { Name: prod } }`,
    );
    const own = entity(graphOf({ "stack.yaml": provider }), "OidcProvider", "Own");
    expect(own.get("cluster")).toBeInstanceOf(Unknown);
    expect(own.get("eks")).toBe(true);
  });

  it("is one that eksctl makes where the file asks for it, and none where it does not", () => {
    const made = graphOf({ "cluster.yaml": eksctl("{ withOIDC: true }") }).entities("OidcProvider");
    expect(made.map((each) => each.get("clientIds"))).toEqual([["sts.amazonaws.com"]]);
    for (const iam of ["{}", "{ withOIDC: false }"])
      expect(graphOf({ "cluster.yaml": eksctl(iam) }).entities("OidcProvider")).toEqual([]);
  });
});

describe("a role that eksctl makes for a service account", () => {
  it("takes the names that a pattern fits, in its namespace", () => {
    const iam =
      '{ withOIDC: true, serviceAccounts: [{ metadata: { name: app, namespace: shop }, subjectPattern: "app-*" }] }';
    const statements = graphOf({ "cluster.yaml": eksctl(iam) }).entities("TrustStatement");
    const subjects = statements.flatMap((each) => each.get("subjects"));
    expect(subjects).toContain("system:serviceaccount:shop:app-*");
  });
});

describe("the roles of nodes", () => {
  it("are those of node groups, of node classes and of Auto Mode", () => {
    const graph = graphOf({
      "plan.json": plan(
        {
          address: "aws_eks_node_group.web",
          after: { cluster_name: "prod", node_role_arn: "arn:aws:iam::111122223333:role/a" },
        },
        {
          address: "aws_eks_cluster.prod",
          after: {
            name: "prod",
            compute_config: [{ enabled: true, node_role_arn: "arn:aws:iam::111122223333:role/b" }],
          },
        },
      ),
      "class.yaml":
        "apiVersion: karpenter.k8s.aws/v1\nkind: EC2NodeClass\nmetadata: { name: default }\nspec: { role: c }\n",
    });
    const roles = graph.entities("NodeRole").map((each) => [each.get("of"), each.get("role")]);
    expect(roles.map(([of]) => of).sort()).toEqual(["Auto Mode", "node class", "node group"]);
    expect(roles.every(([, role]) => role !== null)).toBe(true);
  });
});
