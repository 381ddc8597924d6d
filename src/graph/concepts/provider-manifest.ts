import type { Path, Ref } from "../../base/place.ts";
import type { Attribute, Declaration, Links } from "../../source/declaration.ts";
import { plainAttribute } from "../../source/plain.ts";
import type { Part } from "../concept.ts";

const versions: Readonly<Record<string, string>> = {
  kubernetes_deployment: "apps/v1/Deployment",
  kubernetes_stateful_set: "apps/v1/StatefulSet",
  kubernetes_daemonset: "apps/v1/DaemonSet",
  kubernetes_daemon_set_v1: "apps/v1/DaemonSet",
  kubernetes_replication_controller: "v1/ReplicationController",
  kubernetes_job: "batch/v1/Job",
  kubernetes_cron_job: "batch/v1/CronJob",
  kubernetes_pod: "v1/Pod",
  kubernetes_service: "v1/Service",
  kubernetes_service_account: "v1/ServiceAccount",
  kubernetes_ingress: "networking.k8s.io/v1/Ingress",
  kubernetes_pod_disruption_budget: "policy/v1/PodDisruptionBudget",
  kubernetes_horizontal_pod_autoscaler: "autoscaling/v1/HorizontalPodAutoscaler",
  kubernetes_horizontal_pod_autoscaler_v2: "autoscaling/v2/HorizontalPodAutoscaler",
  kubernetes_horizontal_pod_autoscaler_v2beta2: "autoscaling/v2beta2/HorizontalPodAutoscaler",
  kubernetes_namespace: "v1/Namespace",
  kubernetes_resource_quota: "v1/ResourceQuota",
  kubernetes_limit_range: "v1/LimitRange",
  kubernetes_network_policy: "networking.k8s.io/v1/NetworkPolicy",
  kubernetes_storage_class: "storage.k8s.io/v1/StorageClass",
  kubernetes_persistent_volume_claim: "v1/PersistentVolumeClaim",
  kubernetes_secret: "v1/Secret",
  kubernetes_config_map: "v1/ConfigMap",
  kubernetes_role: "rbac.authorization.k8s.io/v1/Role",
  kubernetes_cluster_role: "rbac.authorization.k8s.io/v1/ClusterRole",
  kubernetes_role_binding: "rbac.authorization.k8s.io/v1/RoleBinding",
  kubernetes_cluster_role_binding: "rbac.authorization.k8s.io/v1/ClusterRoleBinding",
};

/** The object that a resource of Terraform's Kubernetes provider stands for, by the resource's type. */
const objects: ReadonlyMap<string, string> = new Map(
  Object.entries(versions).flatMap(([type, object]) => [
    [type, object],
    [type.endsWith("_v1") ? type : `${type}_v1`, object],
  ]),
);

/** The resources of Terraform's Kubernetes provider that stand for these objects: `apps/v1/Deployment`. */
export function providerTypes(wanted: readonly string[]): readonly string[] {
  return [...objects].filter(([, object]) => wanted.includes(object)).map(([type]) => type);
}

/**
 * Such a resource, read as the manifest it stands for: `spec.template.spec.topologySpreadConstraints` is
 * `spec[0].template[0].spec[0].topology_spread_constraint`.
 */
export function providerManifest({ root, type }: Declaration): readonly Part[] {
  const object = objects.get(type) ?? "";
  const slash = object.lastIndexOf("/");
  const apiVersion = plainAttribute(root.ref, object.slice(0, slash));
  const kind = plainAttribute(root.ref, object.slice(slash + 1));
  return [{ root: new ProviderAttribute(root, "block", { apiVersion, kind }), key: "" }];
}

/** Blocks of which there is one at most. */
const single: ReadonlySet<string> = new Set([
  "affinity",
  "appArmorProfile",
  "awsElasticBlockStore",
  "backend",
  "capabilities",
  "configMap",
  "configMapKeyRef",
  "containerResource",
  "csi",
  "defaultBackend",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "hostPath",
  "grpc",
  "http",
  "httpGet",
  "jobTemplate",
  "labelSelector",
  "livenessProbe",
  "metadata",
  "nfs",
  "persistentVolumeClaim",
  "podAffinity",
  "podAffinityTerm",
  "podAntiAffinity",
  "podSelector",
  "projected",
  "readinessProbe",
  "resource",
  "scaleTargetRef",
  "seLinuxOptions",
  "seccompProfile",
  "secret",
  "secretKeyRef",
  "roleRef",
  "securityContext",
  "selector",
  "service",
  "spec",
  "startupProbe",
  "target",
  "tcpSocket",
  "template",
  "valueFrom",
  "windowsOptions",
]);

/** Lists of blocks, which the provider names in the singular. */
const several: ReadonlyMap<string, string> = new Map([
  ["containers", "container"],
  ["egress", "egress"],
  ["env", "env"],
  ["ingress", "ingress"],
  ["initContainers", "init_container"],
  ["limits", "limit"],
  ["matchExpressions", "match_expressions"],
  ["metrics", "metric"],
  ["nodeSelectorTerms", "node_selector_term"],
  ["paths", "path"],
  ["ports", "port"],
  ["preferredDuringSchedulingIgnoredDuringExecution", "preferred_during_scheduling_ignored_during_execution"],
  ["requiredDuringSchedulingIgnoredDuringExecution", "required_during_scheduling_ignored_during_execution"],
  ["rules", "rule"],
  ["subjects", "subject"],
  ["sysctls", "sysctl"],
  ["tolerations", "toleration"],
  ["topologySpreadConstraints", "topology_spread_constraint"],
  ["volumeClaimTemplates", "volume_claim_template"],
  ["volumes", "volume"],
]);

/**
 * A block that is read by the names of the API instead of the provider's, or a list of such blocks. Labels and the like
 * keep their names.
 */
class ProviderAttribute implements Attribute {
  readonly #inner: Attribute;
  readonly #shape: "block" | "blocks";
  readonly #fixed: Readonly<Record<string, Attribute>>;

  constructor(
    inner: Attribute,
    shape: "block" | "blocks" = "block",
    fixed: Readonly<Record<string, Attribute>> = {},
  ) {
    this.#inner = inner;
    this.#shape = shape;
    this.#fixed = fixed;
  }

  get ref(): Ref {
    return this.#inner.ref;
  }

  get state(): Attribute["state"] {
    return this.#inner.state;
  }

  get sensitive(): boolean {
    return this.#inner.sensitive;
  }

  get json(): Attribute["json"] {
    return this.#inner.json;
  }

  get missing(): Attribute["missing"] {
    return this.#inner.missing;
  }

  get links(): Links {
    return this.#inner.links;
  }

  get(...path: Path): Attribute {
    const [step, ...rest] = path;
    if (step === undefined) return this;
    const child = this.#child(step);
    return rest.length === 0 ? child : child.get(...rest);
  }

  items(): readonly Attribute[] {
    const items = this.#inner.items();
    return this.#shape === "blocks" ? items.map((item) => new ProviderAttribute(item)) : items;
  }

  entries(): readonly (readonly [string, Attribute])[] {
    return this.#inner.entries();
  }

  #child(step: string | number): Attribute {
    if (this.#shape === "blocks") return new ProviderAttribute(this.#inner.get(step));
    if (typeof step === "number") return this.#inner.get(step);
    const fixed = this.#fixed[step];
    if (fixed !== undefined) return fixed;
    if (step === "resources") return firstOf(this.#inner.get(step));
    if (step === "nodeAffinity") return nodeAffinity(firstOf(this.#inner.get("node_affinity")));
    const list = several.get(step);
    if (list !== undefined) return new ProviderAttribute(this.#inner.get(list), "blocks");
    const name = snakeCase(step);
    return single.has(step) ? onlyBlock(this.#inner.get(name)) : this.#inner.get(name);
  }
}

function onlyBlock(blocks: Attribute): Attribute {
  return new ProviderAttribute(firstOf(blocks));
}

function firstOf(blocks: Attribute): Attribute {
  const isList = blocks.items().length > 0 || Array.isArray(blocks.json);
  return isList ? blocks.get(0) : blocks;
}

/** What affinity to nodes requires is one block, where affinity to pods has several. */
function nodeAffinity(block: Attribute): Attribute {
  const required = block.get("required_during_scheduling_ignored_during_execution");
  return new ProviderAttribute(block, "block", {
    requiredDuringSchedulingIgnoredDuringExecution: onlyBlock(required),
  });
}

function snakeCase(name: string): string {
  return /^[a-z]+[A-Z][A-Za-z]*$/.test(name)
    ? name.replace(/[A-Z]+/g, (letters) => `_${letters.toLowerCase()}`)
    : name;
}
