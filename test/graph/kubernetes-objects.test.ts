import { describe, expect, it } from "vitest";
import { PartialList, Unknown } from "../../src/base/value.ts";
import type { Entity } from "../../src/graph/graph.ts";
import { entity, graphOf, plan } from "./graphs.ts";

const web = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  replicas: 3
  template:
    metadata: { labels: { app: web } }
    spec: { containers: [], volumes: [{ name: data, persistentVolumeClaim: { claimName: data } }] }
`;

const beside = (...documents: readonly string[]) =>
  entity(graphOf({ "shop.yaml": [web, ...documents].join("---\n") }), "Workload", "Deployment/shop/web");

const names = (of: Entity, relation: string) => {
  const list = of.get(relation);
  if (!Array.isArray(list)) throw new Error(`${relation} is not known`);
  return list.map((each: Entity) => each.get("name"));
};

const only = (concept: string, text: string) => {
  const [first] = graphOf({ "object.yaml": text }).entities(concept);
  if (first === undefined) throw new Error(`no ${concept}`);
  return (field: string) => first.get(field);
};

describe("objects about the pods of a workload", () => {
  const budget = (name: string, namespace: string, selector: string) =>
    `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: ${name}, namespace: ${namespace} }\nspec: { maxUnavailable: 1${selector} }\n`;

  it("are disruption budgets of its namespace whose selector fits; none where no selector is written", () => {
    const found = beside(
      budget("own", "shop", ", selector: { matchLabels: { app: web } }"),
      budget("all", "shop", ", selector: {}"),
      budget("none", "shop", ""),
      budget("other", "shop", ", selector: { matchLabels: { app: db } }"),
      budget("elsewhere", "blog", ", selector: {}"),
    );
    expect(names(found, "disruptionBudgets")).toEqual(["own", "all"]);
  });

  it("may be a budget whose selector is filled in later", () => {
    const list = beside(budget("own", "shop", `, selector: { matchLabels: { app: "\${APP}" } }`)).get(
      "disruptionBudgets",
    );
    expect(list).toBeInstanceOf(PartialList);
    expect(list).toMatchObject({ items: [], atMost: 1 });
  });

  it("are autoscalers that name it by kind and name", () => {
    const scaler = (name: string, kind: string, target: string) =>
      `apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: { name: ${name}, namespace: shop }\nspec: { maxReplicas: 9, scaleTargetRef: { kind: ${kind}, name: ${target} } }\n`;
    const found = beside(
      scaler("own", "Deployment", "web"),
      scaler("set", "StatefulSet", "web"),
      scaler("db", "Deployment", "db"),
    );
    expect(names(found, "autoscalers")).toEqual(["own"]);
  });

  it("are network policies, also one without a selector", () => {
    const policy = (name: string, spec: string) =>
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: shop }\nspec: ${spec}\n`;
    const found = beside(
      policy("all", "{ podSelector: {} }"),
      policy("unwritten", "{ policyTypes: [Ingress] }"),
      policy("db", "{ podSelector: { matchLabels: { app: db } } }"),
    );
    expect(names(found, "networkPolicies")).toEqual(["all", "unwritten"]);
  });

  it("are the claims that its volumes name, with the class of each", () => {
    const found = beside(
      "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: data, namespace: shop }\nspec: { storageClassName: fast }\n",
      "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: { name: other, namespace: shop }\nspec: {}\n",
      "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: { name: fast }\nprovisioner: ebs.csi.aws.com\n",
    );
    expect(names(found, "claims")).toEqual(["data"]);
    const [claim] = found.get("claims") as readonly [Entity];
    const storage = claim.get("storageClass") as Entity;
    expect(storage.get("provisioner")).toBe("ebs.csi.aws.com");
  });

  it("are the claims that a StatefulSet makes itself, in its own namespace", () => {
    const text =
      "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: { name: db, namespace: shop }\nspec: { template: { spec: {} }, volumeClaimTemplates: [{ metadata: { name: data }, spec: { storageClassName: gp3 } }] }\n";
    const graph = graphOf({ "db.yaml": text });
    const db = entity(graph, "Workload", "StatefulSet/shop/db");
    expect(names(db, "claims")).toEqual(["data"]);
    expect(graph.entities("PersistentVolumeClaim")[0]?.get("namespace")).toBe("shop");
  });

  it("of one plan belong together where no cluster was read", () => {
    const graph = graphOf({
      "plan.json": plan(
        {
          address: "kubernetes_deployment.web",
          after: {
            metadata: [{ name: "web", namespace: "shop" }],
            spec: [{ template: [{ metadata: [{ labels: { app: "web" } }], spec: [{}] }] }],
          },
        },
        {
          address: "kubernetes_pod_disruption_budget_v1.web",
          after: {
            metadata: [{ name: "web", namespace: "shop" }],
            spec: [{ max_unavailable: "1", selector: [{ match_labels: { app: "web" } }] }],
          },
        },
      ),
    });
    expect(names(entity(graph, "Workload", "kubernetes_deployment.web"), "disruptionBudgets")).toEqual([
      "web",
    ]);
  });
});

describe("a horizontal autoscaler", () => {
  const scaler = (spec: string, version = "v2") =>
    only(
      "HorizontalPodAutoscaler",
      `apiVersion: autoscaling/${version}\nkind: HorizontalPodAutoscaler\nmetadata: { name: web }\nspec: ${spec}\n`,
    );

  it("follows the CPU where it names nothing, and keeps one replica", () => {
    expect(["utilizations", "minReplicas"].map(scaler("{}"))).toEqual([["cpu"], 1]);
  });

  it("follows shares of requests, but not absolute values", () => {
    const metric = (name: string, target: string) =>
      `{ type: Resource, resource: { name: ${name}, ${target} } }`;
    const shares = `{ metrics: [${metric("memory", "target: { averageUtilization: 70 }")}, ${metric("cpu", "target: { averageValue: 1 }")}] }`;
    expect(scaler(shares)("utilizations")).toEqual(["memory"]);
    expect(
      scaler(`{ metrics: [${metric("cpu", "targetAverageUtilization: 70")}] }`, "v2beta1")("utilizations"),
    ).toEqual(["cpu"]);
  });
});

describe("a network policy", () => {
  const policy = (spec: string) =>
    only(
      "NetworkPolicy",
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: a }\nspec: ${spec}\n`,
    );
  const fields = ["everyPod", "ingress", "egress", "allowsIngress", "allowsEgress"];

  it("is about what comes in unless it says otherwise, and about what goes out where it has rules for that", () => {
    expect(fields.map(policy("{ podSelector: {} }"))).toEqual([true, true, false, false, false]);
    expect(fields.map(policy("{ podSelector: {}, egress: [{}] }"))).toEqual([true, true, true, false, true]);
    expect(fields.map(policy("{ podSelector: { matchLabels: { a: b } }, policyTypes: [Egress] }"))).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
  });
});

describe("a Secret and a ConfigMap", () => {
  it("tell which keys are written out, and never what they say", () => {
    const secret = only(
      "Secret",
      `apiVersion: v1\nkind: Secret\nmetadata: { name: db }\ndata: { a: YQ==, b: "" }\nstringData: { c: "\${C}" }\n`,
    );
    expect(secret("written")).toMatchObject({ items: ["a"], candidates: ["c"], atMost: 1 });
  });

  it("tell what has the form of a credential", () => {
    const config = only(
      "ConfigMap",
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { a: "https://shop:hunter22@db.example", b: "https://db.example:443/a@b", c: AKIAIOSFODNN7EXAMPLE, d: "$(USER):$(PASSWORD)" }\n',
    );
    expect(config("credentials")).toEqual(["a", "c"]);
  });

  it("of Terraform's provider has its values from elsewhere", () => {
    const graph = graphOf({
      "plan.json": plan({
        address: "kubernetes_secret.db",
        after: { metadata: [{ name: "db" }], data: { password: "hunter2" } },
      }),
    });
    expect(graph.entities("Secret")[0]?.get("written")).toEqual([]);
  });
});

describe("a namespace", () => {
  it("knows its workloads, its policies and its Pod Security Standard", () => {
    const text = `${web}---\napiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: baseline } }\n`;
    const [shop] = graphOf({ "shop.yaml": text }).entities("Namespace") as readonly [Entity];
    expect(shop.get("podSecurity")).toBe("baseline");
    expect((shop.get("workloads") as readonly Entity[]).map((each) => each.resource)).toEqual([
      "Deployment/shop/web",
    ]);
    expect(shop.get("networkPolicies")).toEqual([]);
  });
});

describe("a topology spread constraint", () => {
  const spread = (selector: string) => {
    const pod = `{ topologySpreadConstraints: [{ topologyKey: topology.kubernetes.io/zone, maxSkew: 1${selector} }] }`;
    const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec: { template: { metadata: { labels: { app: web } }, spec: ${pod} } }\n`;
    const [constraint] = only("Workload", text)("spread") as readonly Entity[];
    return constraint?.get("selectsItself");
  };

  it("counts its own pods only where its selector says so", () => {
    expect(spread(", labelSelector: { matchLabels: { app: web } }")).toBe(true);
    expect(spread(", labelSelector: { matchLabels: { app: db } }")).toBe(false);
    expect(spread("")).toBe(false);
    expect(spread(`, labelSelector: { matchLabels: { app: "\${APP}" } }`)).toBeInstanceOf(Unknown);
  });
});
