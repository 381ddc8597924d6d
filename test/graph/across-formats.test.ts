import { describe, expect, it } from "vitest";
import { Unknown } from "../../src/base/value.ts";
import { entity, graphOf, plan, template } from "./graphs.ts";

const cluster = (name: string) => plan({ address: `aws_eks_cluster.${name}`, after: { name } });

const web = "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\nspec: {}\n";

const account = (role: string) => `apiVersion: v1
kind: ServiceAccount
metadata:
  name: app
  namespace: shop
  annotations: { eks.amazonaws.com/role-arn: "${role}" }
`;

describe("the cluster of a manifest", () => {
  it("is the only one that was read", () => {
    const graph = graphOf({ "infra/plan.json": cluster("prod"), "k8s/web.yaml": web });
    const [prod] = graph.entities("Cluster");
    expect(entity(graph, "Workload", "Deployment/shop/web").get("cluster")).toBe(prod);
  });

  it("is not known among several, and the line that would settle it is said", () => {
    const files = { "a/plan.json": cluster("dev"), "b/plan.json": cluster("prod"), "k8s/web.yaml": web };
    expect(graphOf(files).entities("Workload")[0]?.get("cluster")).toMatchObject({
      missing: [
        {
          attribute: "Deployment/shop/web.cluster",
          reason:
            'one of `dev`, `prod`; a line like `clusters: { "dev": { manifests: ["k8s/web.yaml"] } }` in the configuration says which',
        },
      ],
    });
  });

  it("is told by the file of a cluster where two have one name", () => {
    const files = { "a/plan.json": cluster("main"), "b/plan.json": cluster("main"), "k8s/web.yaml": web };
    const [workload] = graphOf(files).entities("Workload");
    expect(workload?.get("cluster")).toMatchObject({
      missing: [
        {
          reason:
            'one of `main`, `main`; a line like `clusters: { "main": { manifests: ["k8s/web.yaml"], terraform: ["a/plan.json"] } }` in the configuration says which',
        },
      ],
    });
  });

  it("is the one that the author says", () => {
    const files = { "a/plan.json": cluster("main"), "b/plan.json": cluster("main"), "k8s/web.yaml": web };
    const of = (cluster: string, madeIn?: string) =>
      graphOf(files, [
        {
          cluster,
          manifests: new Set(["k8s/web.yaml"]),
          madeIn: madeIn === undefined ? undefined : new Set([madeIn]),
        },
      ])
        .entities("Workload")[0]
        ?.get("cluster");
    expect(of("main", "b/plan.json")).toMatchObject({ declaration: { file: "b/plan.json" } });
    expect(of("production", "b/plan.json")).toMatchObject({ declaration: { file: "b/plan.json" } });
    expect(of("main")).toBeInstanceOf(Unknown);
    expect(of("elsewhere")).toMatchObject({ resource: "elsewhere" });
  });

  it("is not known where none was read", () => {
    const [workload] = graphOf({ "k8s/web.yaml": web }).entities("Workload");
    expect(workload?.get("cluster")).toMatchObject({
      missing: [{ reason: "not in anything that was read" }],
    });
  });

  it("is the one of its plan, also where that is looked up and made elsewhere", () => {
    const app = plan(
      { address: "data.aws_eks_cluster.prod", after: { name: "prod" }, actions: ["read"] },
      {
        address: "kubernetes_manifest.web",
        after: { manifest: { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web" } } },
      },
    );
    const graph = graphOf({
      "app/plan.json": app,
      "a/plan.json": cluster("prod"),
      "b/plan.json": cluster("dev"),
    });
    const [prod] = graph.entities("Cluster");
    expect(prod?.resource).toBe("aws_eks_cluster.prod");
    expect(graph.entities("Workload")[0]?.get("cluster")).toBe(prod);
  });
});

describe("the role that a service account is annotated with", () => {
  const role = (after: object, unknown: Record<string, unknown> = { arn: true }) =>
    plan({ address: "aws_iam_role.app", after: { ...after }, unknown });
  const roleOf = (files: Readonly<Record<string, string>>) =>
    graphOf(files).entities("ServiceAccount")[0]?.get("role");

  it("is met by its name where its ARN is not known yet", () => {
    const arn = "arn:aws:iam::111122223333:role/team/app";
    expect(roleOf({ "plan.json": role({ name: "app" }), "sa.yaml": account(arn) })).toMatchObject({
      resource: "aws_iam_role.app",
    });
  });

  it("is another one in another account", () => {
    const there = role({ name: "app", arn: "arn:aws:iam::999900001111:role/app" }, {});
    const arn = "arn:aws:iam::111122223333:role/app";
    expect(roleOf({ "plan.json": there, "sa.yaml": account(arn) })).toMatchObject({ resource: arn });
  });

  it("is not known where its account is filled in later", () => {
    const arn = "arn:aws:iam::${ACCOUNT}:role/app";
    expect(roleOf({ "plan.json": role({ name: "app" }), "sa.yaml": account(arn) })).toBeInstanceOf(Unknown);
  });

  it("is that of the plan with its cluster where several plans have one of its name", () => {
    const both = (name: string) =>
      plan(
        { address: `aws_eks_cluster.${name}`, after: { name } },
        { address: "aws_iam_role.app", after: { name: "app" }, unknown: { arn: true } },
      );
    const files = {
      "a/plan.json": both("dev"),
      "b/plan.json": both("prod"),
      "sa.yaml": account("arn:aws:iam::111122223333:role/app"),
    };
    expect(roleOf(files)).toBeInstanceOf(Unknown);
    const told = [{ cluster: "prod", manifests: new Set(["sa.yaml"]), madeIn: undefined }];
    expect(graphOf(files, told).entities("ServiceAccount")[0]?.get("role")).toMatchObject({
      declaration: { file: "b/plan.json" },
    });
  });
});

describe("a Pod Identity association", () => {
  const config = `apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: { name: prod, region: eu-west-1 }
iam:
  podIdentityAssociations:
    - { namespace: shop, serviceAccountName: app, roleARN: "arn:aws:iam::111122223333:role/app" }
addons:
  - name: vpc-cni
    podIdentityAssociations: [{ serviceAccountName: aws-node, roleARN: "arn:aws:iam::111122223333:role/cni" }]
`;

  it("of an eksctl file belongs to its cluster, its add-on and the service account it names", () => {
    const graph = graphOf({
      "cluster.yaml": config,
      "sa.yaml": account("arn:aws:iam::111122223333:role/app"),
    });
    const [own, ofAddon] = graph.entities("PodIdentityAssociation");
    expect(graph.entities("Cluster")[0]?.get("podIdentities")).toEqual([own, ofAddon]);
    expect(own?.get("addon")).toBe(null);
    expect(ofAddon?.get("addon")).toBe(graph.entities("Addon")[0]);
    expect(ofAddon?.get("namespace")).toMatchObject({ missing: [{ reason: "chosen by the add-on" }] });
    expect(entity(graph, "ServiceAccount", "ServiceAccount/shop/app").get("podIdentities")).toEqual([own]);
  });

  it("of a plan and of a template names its role", () => {
    const text = plan(
      { address: "aws_iam_role.app", after: { name: "app" }, unknown: { arn: true } },
      {
        address: "aws_eks_pod_identity_association.app",
        after: { cluster_name: "prod", namespace: "shop", service_account: "app" },
        unknown: { role_arn: true },
        expressions: { role_arn: { references: ["aws_iam_role.app.arn", "aws_iam_role.app"] } },
      },
      {
        address: "aws_eks_addon.cni",
        after: {
          addon_name: "vpc-cni",
          cluster_name: "prod",
          pod_identity_association: [
            { service_account: "aws-node", role_arn: "arn:aws:iam::111122223333:role/app" },
          ],
        },
      },
    );
    const graph = graphOf({ "plan.json": text });
    const [role] = graph.entities("IamRole");
    expect(role?.get("podIdentities")).toEqual(graph.entities("PodIdentityAssociation"));
    const cfn = template(`Web:
  Type: AWS::EKS::PodIdentityAssociation
  Properties: { ClusterName: prod, Namespace: shop, ServiceAccount: app, RoleArn: !GetAtt App.Arn }
App:
  Type: AWS::IAM::Role
  Properties: { AssumeRolePolicyDocument: { Statement: [] } }
`);
    const [association] = graphOf({ "template.yaml": cfn }).entities("PodIdentityAssociation");
    expect(association?.get("role")).toMatchObject({ resource: "App" });
    expect(association?.get("serviceAccount")).toBe("app");
  });
});

describe("a Fargate profile", () => {
  const profile = (selectors: string) => `apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: { name: prod, region: eu-west-1 }
fargateProfiles: [{ name: shop, selectors: ${selectors} }]
`;
  const deployment = (template: string, namespace = "shop") => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: ${namespace} }
spec: { template: { metadata: ${template}, spec: {} } }
`;
  const runs = (selectors: string, manifest: string, more: Readonly<Record<string, string>> = {}) => {
    const graph = graphOf({ "cluster.yaml": profile(selectors), "web.yaml": manifest, ...more });
    const [workload] = graph.entities("Workload");
    const [fargate] = graph.entities("FargateProfile");
    const [there, back] = [workload?.get("fargateProfiles"), fargate?.get("workloads")];
    if (!Array.isArray(there)) {
      expect(there).toMatchObject({ items: [], candidates: [fargate] });
      expect(back).toMatchObject({ items: [], candidates: [workload] });
      return "perhaps";
    }
    expect(there).toEqual(there.length > 0 ? [fargate] : []);
    expect(back).toEqual(there.length > 0 ? [workload] : []);
    return there.length > 0;
  };

  it("runs the pods of a namespace that carry all of its labels", () => {
    const web = deployment("{ labels: { app: web, tier: front } }");
    expect(runs("[{ namespace: shop }]", web)).toBe(true);
    expect(runs("[{ namespace: jobs }, { namespace: shop, labels: { app: web } }]", web)).toBe(true);
    expect(runs("[{ namespace: shop, labels: { app: web, tier: back } }]", web)).toBe(false);
    expect(runs("[{ namespace: jobs }]", web)).toBe(false);
  });

  it("takes `*` and `?` for any characters", () => {
    const web = deployment("{ labels: { app: web } }");
    expect(runs('[{ namespace: "sh*" }]', web)).toBe(true);
    expect(runs('[{ namespace: "sho?", labels: { "a*": "w?b" } }]', web)).toBe(true);
    expect(runs('[{ namespace: "sh?" }]', web)).toBe(false);
  });

  it("may run what cannot be told yet", () => {
    expect(runs("[{ namespace: shop }]", deployment("{}", '"${NAMESPACE}"'))).toBe("perhaps");
    expect(
      runs("[{ namespace: shop, labels: { app: web } }]", deployment('{ labels: { app: "${APP}" } }')),
    ).toBe("perhaps");
    expect(
      runs("[{ namespace: jobs, labels: { app: web } }]", deployment('{ labels: { app: "${APP}" } }')),
    ).toBe(false);
    expect(runs("[{ namespace: shop }]", deployment("{}"), { "dev/plan.json": cluster("dev") })).toBe(
      "perhaps",
    );
  });

  it("leaves pods alone that ask for EC2", () => {
    const ec2 = deployment("{ annotations: { eks.amazonaws.com/compute-type: ec2 } }");
    expect(runs("[{ namespace: shop }]", ec2)).toBe(false);
  });
});
