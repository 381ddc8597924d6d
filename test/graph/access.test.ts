import { describe, expect, it } from "vitest";
import { PartialList, Unknown } from "../../src/base/value.ts";
import type { Entity, Graph } from "../../src/graph/graph.ts";
import { graphOf, type Planned, plan, template } from "./graphs.ts";

const dev = "arn:aws:iam::111122223333:role/dev";

function seen(graph: Graph) {
  return graph
    .entities("AccessEntry")
    .map((entry) => [entry.get("source"), entry.get("principal"), entry.get("groups")]);
}

function only(graph: Graph, concept: string): Entity {
  const [first, ...others] = graph.entities(concept);
  if (first === undefined || others.length > 0) throw new Error(`not one ${concept}`);
  return first;
}

function entry(name: string, after: Record<string, unknown>, unknown: Record<string, unknown> = {}): Planned {
  return {
    address: `aws_eks_access_entry.${name}`,
    after: { cluster_name: "prod", ...after },
    unknown,
    expressions: {
      cluster_name: { constant_value: "prod" },
      principal_arn: { references: ["aws_iam_role.dev.arn", "aws_iam_role.dev"] },
    },
  };
}

const devRole: Planned = {
  address: "aws_iam_role.dev",
  after: { name: "dev" },
  unknown: { arn: true },
  expressions: { name: { constant_value: "dev" } },
};

describe("who may talk to a cluster", () => {
  it("is told by access entries of a plan", () => {
    const graph = graphOf({
      "plan.json": plan(entry("dev", { principal_arn: dev, kubernetes_groups: ["developers"] })),
    });
    expect(seen(graph)).toEqual([["access-entry", dev, ["developers"]]]);
  });

  it("is told by a template, with its access policies", () => {
    const graph = graphOf({
      "template.yaml": template(`Dev:
  Type: AWS::EKS::AccessEntry
  Properties:
    ClusterName: prod
    PrincipalArn: ${dev}
    AccessPolicies:
      - PolicyArn: !Sub arn:\${AWS::Partition}:eks::aws:cluster-access-policy/AmazonEKSViewPolicy
        AccessScope: { Type: namespace, Namespaces: [shop] }`),
    });
    const policy = only(graph, "AccessPolicy");
    expect(seen(graph)).toEqual([["access-entry", dev, []]]);
    expect([policy.get("name"), policy.get("scope"), policy.get("namespaces")]).toEqual([
      "AmazonEKSViewPolicy",
      "namespace",
      ["shop"],
    ]);
  });

  it("is told by both lists of a file of eksctl", () => {
    const graph = graphOf({
      "cluster.yaml": `apiVersion: eksctl.io/v1alpha5
kind: ClusterConfig
metadata: { name: prod, region: eu-west-1 }
iamIdentityMappings: [{ arn: "${dev}", groups: [developers] }]
accessConfig: { accessEntries: [{ principalARN: "${dev}" }] }
`,
    });
    expect(seen(graph)).toEqual([
      ["access-entry", dev, []],
      ["aws-auth", dev, ["developers"]],
    ]);
  });

  it("is told by the ConfigMap aws-auth, role by role and user by user", () => {
    const graph = graphOf({
      "auth.yaml": `apiVersion: v1
kind: ConfigMap
metadata: { name: aws-auth, namespace: kube-system }
data:
  mapRoles: |
    - { rolearn: "${dev}", groups: [developers] }
  mapUsers: |
    - { userarn: "arn:aws:iam::111122223333:user/ann", groups: ["system:masters"] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: other }
data: { mapRoles: "- { rolearn: x }" }
`,
    });
    expect(seen(graph)).toEqual([
      ["aws-auth", dev, ["developers"]],
      ["aws-auth", "arn:aws:iam::111122223333:user/ann", ["system:masters"]],
    ]);
    expect(graph.entities("AccessEntry").map((each) => each.get("forUser"))).toEqual([false, true]);
  });

  it("may be any number where the text of aws-auth is not known", () => {
    const graph = graphOf({
      "plan.json": plan({
        address: "kubernetes_config_map_v1_data.auth",
        after: { metadata: [{ name: "aws-auth" }], data: {} },
        unknown: { data: { mapRoles: true } },
        expressions: { data: { references: ["aws_iam_role.dev.arn", "aws_iam_role.dev"] } },
      }),
    });
    expect(only(graph, "AccessEntry").count).toBeInstanceOf(Unknown);
  });

  it("is a role where it is the ARN of one that is still to be made", () => {
    const graph = graphOf({ "plan.json": plan(devRole, entry("dev", {}, { principal_arn: true })) });
    expect(only(graph, "AccessEntry").get("forUser")).toBe(false);
  });
});

describe("two access entries", () => {
  it("are for one principal where both name it", () => {
    const files = {
      "plan.json": plan(entry("a", { principal_arn: dev }), entry("b", { principal_arn: dev })),
    };
    const twins = graphOf(files)
      .entities("AccessEntry")
      .map((each) => each.get("twins"));
    expect(twins.map((list) => (Array.isArray(list) ? list.length : list))).toEqual([1, 1]);
  });

  it("may be for one principal where one is not known", () => {
    const other = entry("b", {}, { principal_arn: true });
    const made = { ...devRole, after: { name: "ops" }, expressions: { name: { constant_value: "ops" } } };
    const graph = graphOf({ "plan.json": plan(made, entry("a", { principal_arn: dev }), other) });
    expect(graph.entities("AccessEntry").map((each) => each.get("twins"))).toEqual([
      expect.any(PartialList),
      expect.any(PartialList),
    ]);
  });
});

describe("what Kubernetes roles allow", () => {
  it("is read alike from a manifest and from Terraform's provider", () => {
    const manifest = graphOf({
      "role.yaml": `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: web }
rules: [{ apiGroups: [""], resources: [pods], verbs: ["*"] }]
`,
    });
    const provider = graphOf({
      "plan.json": plan({
        address: "kubernetes_cluster_role_v1.web",
        after: {
          metadata: [{ name: "web" }],
          rule: [{ api_groups: [""], resources: ["pods"], verbs: ["*"] }],
        },
      }),
    });
    for (const graph of [manifest, provider]) {
      const [rule] = only(graph, "RbacRole").get("rules") as readonly Entity[];
      expect([rule?.get("resources"), rule?.get("verbs")]).toEqual([["pods"], ["*"]]);
    }
  });

  it("is for everybody where a binding names the group of everybody", () => {
    const binding = (name: string) =>
      graphOf({
        "binding.yaml": `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: b }
roleRef: { kind: ClusterRole, name: view }
subjects: [{ kind: Group, name: "${name}" }]
`,
      });
    const answers = ["system:unauthenticated", "developers"].map((name) =>
      only(binding(name), "RbacBinding").get("forEverybody"),
    );
    expect(answers).toEqual([true, false]);
  });
});
