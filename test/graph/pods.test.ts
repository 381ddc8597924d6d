import { describe, expect, it } from "vitest";
import { PartialList, Unknown, type Value } from "../../src/base/value.ts";
import { isFields, members } from "../../src/graph/concepts/members.ts";
import type { Entity } from "../../src/graph/graph.ts";
import { graphOf, plan } from "./graphs.ts";

const deployment = (pod: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: web, namespace: shop }\nspec:\n  template:\n    metadata: { labels: { app: web } }\n    spec: ${pod}\n`;

function workload(files: Readonly<Record<string, string>>): Entity {
  const [first] = graphOf(files).entities("Workload");
  if (first === undefined) throw new Error("no workload");
  return first;
}

const web = (pod: string) => workload({ "web.yaml": deployment(pod) });

const container = (fields: string) => web(`{ containers: [{ name: web, ${fields} }] }`);

function first(list: Value | undefined): (field: string) => Value | undefined {
  const [member] = members(list ?? null).known;
  if (!isFields(member)) throw new Error("nothing in the list");
  return (field) => member.get(field);
}

describe("a container", () => {
  it("has the platform's values where nothing is written", () => {
    const get = first(container("image: web").get("containers"));
    expect(
      ["tag", "privileged", "allowsPrivilegeEscalation", "runsAsNonRoot", "runAsUser", "cpu", "memory"].map(
        get,
      ),
    ).toEqual(["latest", false, true, false, null, 0, 0]);
    expect(["hostPorts", "addedCapabilities", "resources", "env"].map(get)).toEqual([[], [], [], []]);
    expect(["liveness", "readiness", "startup", "init", "sidecar"].map(get)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it("is started with its command and its arguments", () => {
    const args = (fields: string) => first(container(fields).get("containers"))("args");
    expect(args("command: [sh, -c], args: [run]")).toEqual(["sh", "-c", "run"]);
    expect(args("image: web")).toEqual([]);
    expect(args(`command: [sh], args: "\${ARGS}"`)).toBeInstanceOf(PartialList);
  });

  it("is probed at ports that are written or named", () => {
    const ports = (fields: string) => first(container(fields).get("containers"))("probePorts");
    const named = "ports: [{ name: web, containerPort: 8080 }]";
    expect(
      ports("livenessProbe: { httpGet: { port: 80 } }, readinessProbe: { tcpSocket: { port: '81' } }"),
    ).toEqual([80, 81]);
    expect(ports(`${named}, startupProbe: { httpGet: { port: web } }`)).toEqual([8080]);
    expect(ports(`${named}, readinessProbe: { exec: { command: [check] } }`)).toEqual([]);
    expect(ports(`${named}, readinessProbe: { grpc: { port: "\${PORT}" } }`)).toMatchObject({ items: [] });
    expect(ports(`readinessProbe: "\${PROBE}"`)).toBeInstanceOf(PartialList);
  });

  it("asks for its limit where only a limit is written", () => {
    const get = first(
      container('resources: { limits: { cpu: 250m, memory: "1Gi", nvidia.com/gpu: 1 } }').get("containers"),
    );
    expect(["cpuRequest", "cpu", "memory", "resources"].map(get)).toEqual([
      "250m",
      0.25,
      1,
      ["cpu", "memory", "nvidia.com/gpu"],
    ]);
  });

  it("is confined as its own security context says, then as an annotation of old, then as the pod's", () => {
    const pod = (annotations: string, own: string) => {
      const manifest = `apiVersion: v1\nkind: Pod\nmetadata: { name: web, annotations: ${annotations} }\nspec: { securityContext: { appArmorProfile: { type: RuntimeDefault }, seLinuxOptions: { type: spc_t } }, containers: [{ name: web, ${own} }] }\n`;
      const get = first(workload({ "web.yaml": manifest }).get("containers"));
      return [get("appArmorProfile"), get("seLinuxType"), get("seLinuxUser")];
    };
    const annotation = "container.apparmor.security.beta.kubernetes.io";
    const own =
      "securityContext: { appArmorProfile: { type: Localhost }, seLinuxOptions: { user: system_u } }";
    expect(pod("{}", "image: web")).toEqual(["RuntimeDefault", "spc_t", null]);
    expect(pod(`{ ${annotation}/web: unconfined }`, "image: web")[0]).toBe("Unconfined");
    expect(pod(`{ ${annotation}/web: localhost/shop }`, "image: web")[0]).toBe("Localhost");
    expect(pod(`{ ${annotation}/other: unconfined }`, "image: web")[0]).toBe("RuntimeDefault");
    expect(pod(`{ ${annotation}/web: unconfined }`, own)).toEqual(["Localhost", "spc_t", "system_u"]);
  });

  it("may be meant by any annotation where its name is not known", () => {
    const manifest = (annotations: string) =>
      `apiVersion: v1\nkind: Pod\nmetadata: { name: web, annotations: ${annotations} }\nspec: { containers: [{ name: "\${NAME}", image: web }] }\n`;
    const profile = (annotations: string) =>
      first(workload({ "web.yaml": manifest(annotations) }).get("containers"))("appArmorProfile");
    expect(profile("{}")).toBeNull();
    expect(profile("{ container.apparmor.security.beta.kubernetes.io/web: unconfined }")).toBeInstanceOf(
      Unknown,
    );
  });

  it("takes ports of the node only where they are written; one that is not known may be none", () => {
    const ports = (text: string) => first(container(`ports: ${text}`).get("containers"))("hostPorts");
    expect(ports("[{ containerPort: 80 }, { hostPort: 8080 }, { hostPort: 0 }]")).toEqual([8080]);
    expect(ports(`[{ hostPort: 8080 }, "\${PORT}"]`)).toMatchObject({ items: [8080], atMost: 1, atLeast: 0 });
  });

  it("is told apart by tag and digest", () => {
    const tag = (image: string) => first(container(`image: "${image}"`).get("containers"))("tag");
    expect(tag("localhost:5000/web")).toBe("latest");
    expect(tag("localhost:5000/web:1.4")).toBe("1.4");
    expect(tag("web:1.4@sha256:0123")).toBeNull();
  });

  it("takes the security context of its pod where it has none of its own", () => {
    const pod =
      "{ securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: RuntimeDefault } }, containers: [{ name: a, securityContext: { runAsUser: 0 } }] }";
    const get = first(web(pod).get("containers"));
    expect(["runsAsNonRoot", "runAsUser", "seccompProfile"].map(get)).toEqual([true, 0, "RuntimeDefault"]);
  });

  it("shows of its environment what the names are, and whether a value looks like a credential", () => {
    const env =
      "env: [{ name: A, value: AKIAIOSFODNN7EXAMPLE }, { name: B, valueFrom: { secretKeyRef: { name: db, key: x } } }, { name: C, value: postgres://db/shop }]";
    const list = members(container(env).get("containers") ?? null).known;
    const variables = members(isFields(list[0]) ? (list[0].get("env") ?? null) : null).known.filter(isFields);
    expect(
      variables.map((each) => ["name", "literal", "credential", "secret"].map((field) => each.get(field))),
    ).toEqual([
      ["A", true, true, null],
      ["B", false, false, "db"],
      ["C", true, false, null],
    ]);
  });

  it("may be any number of them where the list is not known", () => {
    const list = web(`\${PODS}`).get("containers");
    expect(list).toBeInstanceOf(PartialList);
    expect(members(list ?? null).known).toEqual([]);
    expect(web(`\${PODS}`).get("cpu")).toBeInstanceOf(Unknown);
  });

  it("is counted together with its pod: sidecars run beside, init containers before", () => {
    const ask = (cpu: string, more = "") =>
      `{ name: c${cpu}, resources: { requests: { cpu: "${cpu}" } }${more} }`;
    const pod = `{ containers: [${ask("1")}, ${ask("500m")}], initContainers: [${ask("250m", ", restartPolicy: Always")}, ${ask("1600m")}] }`;
    expect(web(pod).get("cpu")).toBe(1.75);
    expect(web(`{ containers: [${ask("1")}], initContainers: [${ask("4")}] }`).get("cpu")).toBe(4);
    const open = web(
      `{ containers: [${ask("1")}, { name: d, resources: { requests: { cpu: "\${CPU}" } } }] }`,
    ).get("cpu");
    expect(open).toMatchObject({ low: 1 });
  });

  it("of Terraform's Kubernetes provider is read like one of a manifest", () => {
    const planned = plan({
      address: "kubernetes_deployment.web",
      after: {
        metadata: [{ name: "web", namespace: "shop" }],
        spec: [
          {
            template: [
              {
                metadata: [{ labels: { app: "web" } }],
                spec: [
                  {
                    host_pid: true,
                    node_selector: { "kubernetes.io/arch": "arm64" },
                    security_context: [{ run_as_non_root: true }],
                    affinity: [],
                    container: [
                      {
                        name: "web",
                        image: "web:1",
                        resources: [{ limits: { memory: "2Gi" }, requests: { cpu: "500m" } }],
                        security_context: [
                          { privileged: true, capabilities: [{ add: ["NET_ADMIN"], drop: [] }] },
                        ],
                        port: [{ container_port: 80, host_port: 8080 }],
                        liveness_probe: [{ http_get: [{ path: "/" }] }],
                        readiness_probe: [],
                        env: [{ name: "DB", value: "", value_from: [{ secret_key_ref: [{ name: "db" }] }] }],
                      },
                    ],
                    volume: [
                      { name: "docker", host_path: [{ path: "/var/run/docker.sock" }], empty_dir: [] },
                      { name: "data", host_path: [], persistent_volume_claim: [{ claim_name: "data" }] },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    });
    const found = workload({ "plan.json": planned });
    const get = first(found.get("containers"));
    expect(
      [
        "cpu",
        "memory",
        "privileged",
        "addedCapabilities",
        "hostPorts",
        "liveness",
        "readiness",
        "runsAsNonRoot",
      ].map(get),
    ).toEqual([0.5, 2, true, ["NET_ADMIN"], [8080], true, false, true]);
    expect(found.get("hostPid")).toBe(true);
    expect(found.get("architectures")).toEqual(["arm64"]);
    const volumes = members(found.get("volumes") ?? null).known.filter(isFields);
    expect(volumes.map((each) => [each.get("kind"), each.get("path"), each.get("claim")])).toEqual([
      ["hostPath", "/var/run/docker.sock", null],
      ["persistentVolumeClaim", null, "data"],
    ]);
    expect(first(get("env"))("secret")).toBe("db");
    expect(first(get("env"))("literal")).toBe(false);
  });
});

describe("the nodes that pods may run on", () => {
  it("are named by a node selector, or by every term of required affinity", () => {
    const term = (key: string, values: string) =>
      `{ matchExpressions: [{ key: ${key}, operator: In, values: [${values}] }] }`;
    const affinity = (...terms: readonly string[]) =>
      `{ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [${terms.join(", ")}] } } } }`;
    const os = "kubernetes.io/os";
    expect(web(`{ nodeSelector: { ${os}: windows } }`).get("os")).toEqual(["windows"]);
    expect(web(affinity(term(os, "linux"), term(os, "windows"))).get("os")).toEqual(["linux", "windows"]);
    expect(web(affinity(term(os, "linux"), term("a", "b"))).get("os")).toBeNull();
    expect(web(affinity(term(os, `"\${OS}"`))).get("os")).toBeInstanceOf(Unknown);
  });
});

describe("what the pods of a workload run on", () => {
  const cluster = (more: string) =>
    `apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: prod, region: eu-west-1 }\n${more}`;
  const on = (pod: string, more: string) =>
    workload({ "web.yaml": deployment(pod), "cluster.yaml": cluster(more) }).get("runsOn");
  const fargate = "fargateProfiles: [{ name: shop, selectors: [{ namespace: shop }] }]\n";
  const avoiding =
    "{ affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: eks.amazonaws.com/compute-type, operator: NotIn, values: [fargate] }] }] } } } }";

  it("is Fargate where a profile runs them, unless they keep away from it", () => {
    expect(on("{}", fargate)).toBe("fargate");
    expect(on(avoiding, fargate)).toBe("nodes");
    expect(
      on("{}", `fargateProfiles: [{ name: shop, selectors: [{ namespace: "\${NS}" }] }]\n`),
    ).toBeInstanceOf(Unknown);
  });

  it("is Auto Mode where the cluster has nothing else, or where they ask for it", () => {
    expect(on("{}", "autoModeConfig: { enabled: true }\n")).toBe("auto");
    expect(on("{}", "autoModeConfig: { enabled: true }\nmanagedNodeGroups: [{ name: a }]\n")).toBe("nodes");
    expect(on("{ nodeSelector: { eks.amazonaws.com/compute-type: auto } }", "")).toBe("auto");
  });

  it("is not said where no cluster was read", () => {
    expect(web("{}").get("runsOn")).toBeNull();
  });
});
