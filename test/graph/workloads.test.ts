import { describe, expect, it } from "vitest";
import { Unknown } from "../../src/base/value.ts";
import { graphOf } from "./graphs.ts";

const deployment = (pod: string, more = "replicas: 2") =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\nspec:\n  ${more}\n  template:\n    spec: ${pod}\n`;

const workload = (text: string) => graphOf({ "web.yaml": text }).entities("Workload")[0];

describe("a workload", () => {
  it("stands in the default namespace and has one replica where nothing else is written", () => {
    const web = workload(deployment("{}", "paused: false"));
    expect(web?.get("namespace")).toBe("default");
    expect(web?.reading("replicas")).toMatchObject({ value: 1, origin: "default" });
    expect(web?.get("serviceAccount")).toBe("default");
  });

  it("has no number of replicas where its kind has none", () => {
    const agent = workload(
      "apiVersion: apps/v1\nkind: DaemonSet\nmetadata: { name: agent }\nspec: { template: {} }\n",
    );
    expect(agent?.get("replicas")).toBeNull();
  });

  it("is spread over zones by a constraint or by anti-affinity, not by node", () => {
    const spread = "{ topologySpreadConstraints: [{ topologyKey: topology.kubernetes.io/zone }] }";
    const apart =
      "{ affinity: { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ podAffinityTerm: { topologyKey: topology.kubernetes.io/zone } }] } } }";
    const nodes = "{ topologySpreadConstraints: [{ topologyKey: kubernetes.io/hostname }] }";
    expect([spread, apart, nodes].map((pod) => workload(deployment(pod))?.get("zoneSpread"))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("whose replicas are filled in later is not known to have any number", () => {
    expect(workload(deployment("{}", `replicas: \${REPLICAS}`))?.get("replicas")).toBeInstanceOf(Unknown);
  });

  it("is not known where its parts are no maps, or are left to another file", () => {
    const head = "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web }\n";
    const specs = [
      "spec: foo\n",
      "spec: []\n",
      "spec: { replicas: 3, template: foo }\n",
      "spec: { replicas: 3 }\n",
      "",
    ];
    for (const spec of specs) {
      const web = workload(`${head}${spec}`);
      for (const field of ["zoneSpread", "serviceAccount", "hostNetwork"])
        expect(web?.get(field), `${field} of ${spec}`).toBeInstanceOf(Unknown);
    }
    expect(specs.map((spec) => workload(`${head}${spec}`)?.get("replicas") instanceof Unknown)).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
  });

  it("has no known name where the cluster makes one up", () => {
    const run = workload(
      "apiVersion: batch/v1\nkind: Job\nmetadata: { generateName: run- }\nspec: { template: { spec: {} } }\n",
    );
    expect(run?.resource).toBe("Job/default/run-*");
    expect(run?.get("name")).toBeInstanceOf(Unknown);
  });

  it("of a List and of a CronJob is read like any other", () => {
    const text = `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: batch/v1\n    kind: CronJob\n    metadata: { name: report }\n    spec: { jobTemplate: { spec: { template: { spec: { serviceAccountName: reporter } } } } }\n`;
    expect(workload(text)?.get("serviceAccount")).toBe("reporter");
  });
});

describe("a service account", () => {
  it("knows its role by the annotation, also a role that was not read", () => {
    const text =
      "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: app\n  namespace: shop\n  annotations:\n    eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/app\n";
    const [account] = graphOf({ "sa.yaml": text }).entities("ServiceAccount");
    expect(account?.get("role")).toMatchObject({ resource: "arn:aws:iam::111122223333:role/app" });
  });
});
