import { describe, expect, it } from "vitest";
import { PartialList, Unknown, type Value } from "../../src/base/value.ts";
import type { Entity } from "../../src/graph/graph.ts";
import { entity, graphOf, plan, template } from "./graphs.ts";

const network = (name = "prod") =>
  plan(
    { address: `aws_eks_cluster.${name}`, after: { name } },
    {
      address: "aws_subnet.a",
      after: {
        availability_zone: "eu-west-1a",
        tags: { Tier: "private" },
        tags_all: { Tier: "private", find: name },
      },
    },
    { address: "aws_subnet.b", after: { availability_zone: "eu-west-1b", tags_all: { find: name } } },
    { address: "aws_subnet.c", after: { availability_zone: "eu-west-1c", tags_all: { find: "other" } } },
    {
      address: "aws_subnet.d",
      after: {},
      unknown: { tags: true },
      expressions: { tags: { references: ["local.tags"] } },
    },
    { address: "aws_security_group.nodes", after: { name: "nodes", tags: { find: name } } },
  );

const nodeClass = (spec: string) => `apiVersion: karpenter.k8s.aws/v1
kind: EC2NodeClass
metadata: { name: default }
spec: ${spec}
`;

const pool = (requirements: string) => `apiVersion: karpenter.sh/v1
kind: NodePool
metadata: { name: general }
spec:
  limits: { cpu: 1000 }
  template:
    spec:
      nodeClassRef: { group: karpenter.k8s.aws, kind: EC2NodeClass, name: default }
      requirements: ${requirements}
`;

const names = (value: Value | undefined): readonly string[] => {
  const list = value instanceof PartialList ? value.items : value;
  return Array.isArray(list) ? list.map((one: Entity) => one.resource) : [];
};

describe("a node class", () => {
  const subnets = (terms: string, files: Readonly<Record<string, string>> = { "plan.json": network() }) =>
    graphOf({ ...files, "class.yaml": nodeClass(`{ subnetSelectorTerms: ${terms} }`) })
      .entities("NodeClass")[0]
      ?.get("subnets");

  it("selects by tags what was read, and leaves room for what was not", () => {
    const found = subnets("[{ tags: { find: prod } }]");
    expect(names(found)).toEqual(["aws_subnet.a", "aws_subnet.b"]);
    expect(found).toMatchObject({ atMost: Number.POSITIVE_INFINITY, candidates: undefined });
    expect(found).toMatchObject({
      why: {
        missing: [
          { reason: "a choice by tags, which things that were not read may meet" },
          { attribute: "aws_subnet.d.tags" },
        ],
      },
    });
  });

  it("takes all tags of a term and any of the terms", () => {
    expect(names(subnets('[{ tags: { find: prod, Tier: "*" } }]'))).toEqual(["aws_subnet.a"]);
    expect(names(subnets("[{ tags: { Tier: private } }, { tags: { find: other } }]"))).toEqual([
      "aws_subnet.a",
      "aws_subnet.c",
    ]);
    expect(names(subnets('[{ tags: { find: "${NAME}" } }]'))).toEqual([]);
  });

  it("has exactly what it names by id", () => {
    const found = subnets("[{ id: subnet-1 }, { id: subnet-2 }]");
    expect(found).not.toBeInstanceOf(PartialList);
    expect(names(found)).toEqual(["subnet-1", "subnet-2"]);
  });

  it("does not take what another cluster's files declare for its own", () => {
    const files = { "a/plan.json": network("dev"), "b/plan.json": network("prod") };
    expect(names(subnets('[{ tags: { find: "*" } }]', files))).toEqual([]);
    const told = [{ cluster: "prod", manifests: new Set(["class.yaml"]), madeIn: undefined }];
    const graph = graphOf(
      { ...files, "class.yaml": nodeClass('{ subnetSelectorTerms: [{ tags: { find: "*" } }] }') },
      told,
    );
    const [own] = graph.entities("NodeClass");
    expect(names(own?.get("subnets"))).toEqual(["aws_subnet.a", "aws_subnet.b", "aws_subnet.c"]);
  });

  it("selects security groups by tags and by name, also of a template", () => {
    const groups = (terms: string, files: Readonly<Record<string, string>>) =>
      names(
        graphOf({ ...files, "class.yaml": nodeClass(`{ securityGroupSelectorTerms: ${terms} }`) })
          .entities("NodeClass")[0]
          ?.get("securityGroups"),
      );
    expect(groups("[{ name: nodes }]", { "plan.json": network() })).toEqual(["aws_security_group.nodes"]);
    const made = template(`Nodes:
  Type: AWS::EC2::SecurityGroup
  Properties: { GroupDescription: nodes, Tags: [{ Key: find, Value: prod }] }
`);
    expect(groups("[{ tags: { find: prod } }]", { "template.yaml": made })).toEqual(["Nodes"]);
  });

  it("meets its role by name, and the node pools that use it", () => {
    const role = plan({ address: "aws_iam_role.nodes", after: { name: "nodes" }, unknown: { arn: true } });
    const graph = graphOf({
      "plan.json": role,
      "class.yaml": nodeClass("{ role: nodes }"),
      "pool.yaml": pool("[]"),
    });
    const [own] = graph.entities("NodeClass");
    expect(own?.get("role")).toMatchObject({ resource: "aws_iam_role.nodes" });
    expect(own?.get("nodePools")).toEqual(graph.entities("NodePool"));
    expect([own?.get("httpTokens"), own?.get("hopLimit")]).toEqual(["required", 1]);
  });
});

describe("a node pool", () => {
  const read = (requirements: string) => graphOf({ "pool.yaml": pool(requirements) }).entities("NodePool")[0];

  it("says what its nodes may be", () => {
    const own = read(`
        - { key: topology.kubernetes.io/zone, operator: In, values: [eu-west-1a, eu-west-1b] }
        - { key: topology.kubernetes.io/zone, operator: In, values: [eu-west-1a] }
        - { key: karpenter.sh/capacity-type, operator: In, values: [spot] }
        - { key: kubernetes.io/arch, operator: NotIn, values: [arm64] }`);
    expect(own?.get("zones")).toEqual(["eu-west-1a"]);
    expect(own?.get("capacityTypes")).toEqual(["spot"]);
    expect(own?.get("instanceTypes")).toBe(null);
    expect(own?.get("architectures")).toBeInstanceOf(Unknown);
    expect(own?.get("limits")).toEqual(new Map([["cpu", "1000"]]));
    expect(own?.get("nodeClass")).toMatchObject({ resource: "EC2NodeClass/default" });
  });

  it("uses the class of its own file where others have one of that name", () => {
    const both = (role: string) => `${pool("[]")}---\n${nodeClass(`{ role: ${role} }`)}`;
    const graph = graphOf({ "a.yaml": both("one"), "b.yaml": both("two"), "c.yaml": pool("[]") });
    const [first, second, third] = graph.entities("NodePool").map((own) => own.get("nodeClass"));
    expect([first, second]).toEqual(graph.entities("NodeClass"));
    expect(third).toBeInstanceOf(Unknown);
  });

  it("may be of a kubernetes_manifest resource", () => {
    const spec = { template: { spec: { nodeClassRef: { kind: "NodeClass", name: "default" } } } };
    const manifest = { apiVersion: "karpenter.sh/v1", kind: "NodePool", metadata: { name: "auto" }, spec };
    const graph = graphOf({
      "plan.json": plan({ address: "kubernetes_manifest.pool", after: { manifest } }),
    });
    expect(graph.entities("NodePool")[0]?.get("nodeClass")).toMatchObject({ resource: "NodeClass/default" });
  });
});

describe("a security group policy", () => {
  const files = (policy: string, account = "{ role: db }") => ({
    "policy.yaml": `apiVersion: vpcresources.k8s.aws/v1beta1
kind: SecurityGroupPolicy
metadata: { name: db, namespace: shop }
spec: { ${policy}, securityGroups: { groupIds: [sg-1, sg-2] } }
`,
    "web.yaml": `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web, tier: front } }
    spec: { serviceAccountName: app }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: app, namespace: shop, labels: ${account} }
`,
  });
  const workloads = (policy: string, account?: string) => {
    const graph = graphOf(files(policy, account));
    const own = entity(graph, "SecurityGroupPolicy", "SecurityGroupPolicy/shop/db");
    expect(names(own.get("groups"))).toEqual(["sg-1", "sg-2"]);
    return own.get("workloads");
  };

  it("selects pods by their labels and their service account's", () => {
    expect(names(workloads("podSelector: { matchLabels: { app: web } }"))).toEqual(["Deployment/shop/web"]);
    expect(names(workloads("podSelector: {}"))).toEqual(["Deployment/shop/web"]);
    expect(workloads("podSelector: { matchLabels: { app: db } }")).toEqual([]);
    expect(names(workloads("serviceAccountSelector: { matchLabels: { role: db } }"))).toEqual([
      "Deployment/shop/web",
    ]);
    expect(workloads("podSelector: {}, serviceAccountSelector: { matchLabels: { role: x } }")).toEqual([]);
  });

  it("understands every operator", () => {
    const by = (key: string, operator: string, values: string) =>
      names(
        workloads(
          `podSelector: { matchExpressions: [{ key: ${key}, operator: ${operator}, values: ${values} }] }`,
        ),
      ).length === 1;
    expect([by("app", "In", "[web, api]"), by("app", "In", "[api]")]).toEqual([true, false]);
    expect([by("app", "NotIn", "[web]"), by("other", "NotIn", "[web]")]).toEqual([false, true]);
    expect([by("app", "Exists", "[]"), by("app", "DoesNotExist", "[]")]).toEqual([true, false]);
  });

  it("may select what cannot be told", () => {
    expect(
      workloads("serviceAccountSelector: { matchLabels: { role: db } }", '{ role: "${ROLE}" }'),
    ).toMatchObject({
      items: [],
      atMost: 1,
    });
  });
});
