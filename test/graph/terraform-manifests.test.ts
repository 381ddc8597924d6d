import { describe, expect, it } from "vitest";
import { Unknown } from "../../src/base/value.ts";
import type { Entity } from "../../src/graph/graph.ts";
import { graphOf, type Planned, plan } from "./graphs.ts";

const entities = (concept: string, ...resources: readonly Planned[]): readonly Entity[] =>
  graphOf({ "plan.json": plan(...resources) }).entities(concept);

const zone = {
  max_skew: 1,
  topology_key: "topology.kubernetes.io/zone",
  when_unsatisfiable: "DoNotSchedule",
};
const closed = {
  affinity: [],
  container: [],
  host_network: false,
  topology_spread_constraint: [],
};

/** A Deployment as the provider plans it: what is not written is there all the same, as an empty list. */
const deployment = (pod: object, spec: object = { replicas: "3" }, unknown: object = {}): Planned => ({
  address: "kubernetes_deployment_v1.web",
  after: {
    metadata: [{ name: "web", namespace: "shop", labels: null, annotations: null, generate_name: null }],
    spec: [{ ...spec, template: [{ metadata: [{ labels: {} }], spec: [{ ...closed, ...pod }] }] }],
  },
  unknown: { spec: [{ template: [{ spec: [unknown] }] }] },
});

const web = (...planned: Parameters<typeof deployment>) => entities("Workload", deployment(...planned))[0];

describe("a workload of Terraform's Kubernetes provider", () => {
  it("is read like the manifest it stands for", () => {
    const workload = web({ service_account_name: "shop", host_network: true });
    const fields = ["kind", "namespace", "name", "replicas", "serviceAccount", "hostNetwork", "zoneSpread"];
    expect(fields.map((field) => workload?.get(field))).toEqual([
      "Deployment",
      "shop",
      "web",
      3,
      "shop",
      true,
      false,
    ]);
  });

  it("is spread by a constraint or by anti-affinity", () => {
    const apart = (term: object) => ({
      affinity: [
        {
          node_affinity: [],
          pod_affinity: [],
          pod_anti_affinity: [
            {
              required_during_scheduling_ignored_during_execution: [],
              preferred_during_scheduling_ignored_during_execution: [],
              ...term,
            },
          ],
        },
      ],
    });
    const preferred = { weight: 1, pod_affinity_term: [{ topology_key: zone.topology_key }] };
    const required = { topology_key: zone.topology_key };
    const pods = [
      { topology_spread_constraint: [zone] },
      apart({ preferred_during_scheduling_ignored_during_execution: [preferred] }),
      apart({ required_during_scheduling_ignored_during_execution: [required] }),
      apart({}),
    ];
    expect(pods.map((pod) => web(pod)?.get("zoneSpread"))).toEqual([true, true, true, false]);
  });

  it("may be spread by blocks that are only known after apply", () => {
    const workload = web({ topology_spread_constraint: undefined }, {}, { topology_spread_constraint: true });
    const spread = workload?.get("zoneSpread");
    expect(spread).toBeInstanceOf(Unknown);
    expect(spread instanceof Unknown ? spread.missing[0]?.attribute : "").toBe(
      "kubernetes_deployment_v1.web.spec[0].template[0].spec[0].topology_spread_constraint",
    );
  });

  it("has what Kubernetes gives it where nothing is written", () => {
    const workload = web({}, {});
    expect(workload?.reading("replicas")).toMatchObject({ value: 1, origin: "default" });
    expect(workload?.get("serviceAccount")).toBe("default");
  });

  it("has the pods of its jobs where it is a CronJob", () => {
    const pod = [{ ...closed, service_account_name: "reporter" }];
    const job = [{ metadata: [{}], spec: [{ template: [{ metadata: [{}], spec: pod }] }] }];
    const after = { metadata: [{ name: "report" }], spec: [{ job_template: job }] };
    const [report] = entities("Workload", { address: "kubernetes_cron_job_v1.report", after });
    expect(report?.get("serviceAccount")).toBe("reporter");
    expect(report?.get("replicas")).toBeNull();
  });

  it("has no known name where the provider makes one up", () => {
    const after = {
      metadata: [{ generate_name: "run-", namespace: "jobs" }],
      spec: [closed],
    };
    const unknown = { metadata: [{ name: true }] };
    const expressions = { metadata: [{ generate_name: { constant_value: "run-" } }] };
    const [pod] = entities("Workload", { address: "kubernetes_pod.run", after, unknown, expressions });
    expect(pod?.get("name")).toBeInstanceOf(Unknown);
  });
});

describe("a service account of Terraform's Kubernetes provider", () => {
  it("knows its role by the annotation", () => {
    const annotations = { "eks.amazonaws.com/role-arn": "arn:aws:iam::111122223333:role/app" };
    const after = { metadata: [{ name: "app", namespace: "shop", annotations }] };
    const [account] = entities("ServiceAccount", { address: "kubernetes_service_account.app", after });
    expect(account?.get("namespace")).toBe("shop");
    expect(account?.get("role")).toMatchObject({ resource: "arn:aws:iam::111122223333:role/app" });
  });
});

describe("a manifest inside a plan", () => {
  const account = (name: string) => ({ apiVersion: "v1", kind: "ServiceAccount", metadata: { name } });
  const held = (manifest: unknown, unknown: object = {}): Planned => ({
    address: "kubernetes_manifest.all",
    after: { manifest },
    unknown: { manifest: unknown },
    expressions: { manifest: { references: ["random_id.x.hex", "random_id.x"] } },
  });

  it("that is a List stands for its members", () => {
    const items = [account("a"), { apiVersion: "v1", kind: "ConfigMap" }, account("b")];
    const found = entities("ServiceAccount", held({ apiVersion: "v1", kind: "List", items }));
    expect(found.map((each) => each.get("name"))).toEqual(["a", "b"]);
  });

  it("is known but for what is known after apply", () => {
    const [found] = entities(
      "ServiceAccount",
      held(
        { apiVersion: "v1", kind: "ServiceAccount", metadata: { namespace: "shop" } },
        { metadata: { name: true } },
      ),
    );
    expect(found?.get("namespace")).toBe("shop");
    expect(found?.get("name")).toBeInstanceOf(Unknown);
    expect(found?.count).toBeUndefined();
  });

  it("that is a List of which a member is not known may hold anything", () => {
    const found = entities(
      "ServiceAccount",
      held({ apiVersion: "v1", kind: "List", items: [account("a"), null] }, { items: [{}, true] }),
    );
    expect(found.map(({ count }) => count === undefined)).toEqual([true, false]);
  });
});

describe("a kubectl_manifest", () => {
  const body = (text: string) => `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n${text}`;
  const written = (yaml_body: string, more: object = {}): Planned => ({
    address: "kubectl_manifest.app",
    after: { yaml_body, ...more },
  });

  it("is the object in its text", () => {
    const found = entities("ServiceAccount", written(body("  name: app\n  namespace: shop\n")));
    expect(found.map((each) => [each.get("namespace"), each.get("name")])).toEqual([["shop", "app"]]);
    expect(entities("Workload", written(body("  name: app\n")))).toEqual([]);
  });

  it("is in the namespace that the provider puts over the written one", () => {
    const [app] = entities("ServiceAccount", written(body("  name: app\n"), { override_namespace: "ops" }));
    expect(app?.get("namespace")).toBe("ops");
  });

  it("may be anything where its text is not known, or is no YAML", () => {
    const unknown: Planned = {
      address: "kubectl_manifest.app",
      after: {},
      unknown: { yaml_body: true },
      expressions: { yaml_body: { references: ["random_id.x.hex", "random_id.x"] } },
    };
    for (const planned of [unknown, written("kind: [")]) {
      const [workload, ...others] = entities("Workload", planned);
      expect(others).toEqual([]);
      expect(workload?.count).toMatchObject({ low: 0, high: 1 });
      expect(workload?.get("name")).toBeInstanceOf(Unknown);
    }
  });

  it("is known but for its holes where its author's code is beside the plan", () => {
    const planned: Planned = {
      address: "kubectl_manifest.app",
      after: {},
      unknown: { yaml_body: true },
      expressions: { yaml_body: { references: ["random_id.x.hex", "random_id.x"] } },
    };
    const written = (body: string) =>
      graphOf({
        "plan.json": plan(planned, { address: "random_id.x", after: {}, unknown: { hex: true } }),
        "main.tf": `resource "random_id" "x" {}\nresource "kubectl_manifest" "app" {\n  yaml_body = ${body}\n}\n`,
      });
    const text = (lines: string) => written(`<<-YAML\n${lines}    YAML`);
    const account = `    apiVersion: v1\n    kind: ServiceAccount\n    metadata:\n      name: \${random_id.x.hex}\n      namespace: shop\n`;
    const map = `yamlencode({ apiVersion = "v1", kind = "ServiceAccount", metadata = { name = random_id.x.hex, namespace = "shop" } })`;
    for (const graph of [text(account), written(map)]) {
      expect(graph.entities("Workload")).toEqual([]);
      const [app] = graph.entities("ServiceAccount");
      expect(app?.count).toBeUndefined();
      expect(app?.get("namespace")).toBe("shop");
      expect(app?.get("name")).toBeInstanceOf(Unknown);
    }
    const whole = text("    ${random_id.x.hex}\n").entities("Workload");
    expect(whole.map(({ count }) => count?.low)).toEqual([0]);
  });

  it("of several documents is the first, and perhaps another", () => {
    const found = entities("ServiceAccount", written(`${body("  name: a\n")}---\n${body("  name: b\n")}`));
    expect(found.map(({ count }) => count?.low)).toEqual([undefined, 0]);
  });

  it("is secret but for what the provider shows", () => {
    const marked = (shown?: string): string => {
      const text = plan(written(body("  name: app\n  namespace: shop\n"), { yaml_body_parsed: shown }));
      return text.replace('"after_sensitive":{}', '"after_sensitive":{"yaml_body":true}');
    };
    const sensitive = (shown?: string) => {
      const [app] = graphOf({ "plan.json": marked(shown) }).entities("ServiceAccount");
      return ["namespace", "name"].map((field) => app?.reading(field)?.sensitive);
    };
    expect(sensitive()).toEqual([true, true]);
    expect(sensitive(body("  name: app\n  namespace: (sensitive value)\n"))).toEqual([true, false]);
  });
});
