/** What every object of Kubernetes may have at its top. */
const common = ["apiVersion", "kind", "metadata", "spec", "status", "data"];

const noOthers: readonly string[] = [];
const hooks = ["webhooks"];
const roles = ["rules"];
const bindings = ["roleRef", "subjects"];

/** The kinds of Kubernetes' own APIs by group, with what they have besides. */
const kinds: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "": {
    ConfigMap: ["binaryData", "immutable"],
    Endpoints: ["subsets"],
    LimitRange: noOthers,
    Namespace: noOthers,
    Node: noOthers,
    PersistentVolume: noOthers,
    PersistentVolumeClaim: noOthers,
    Pod: noOthers,
    PodTemplate: ["template"],
    ReplicationController: noOthers,
    ResourceQuota: noOthers,
    Secret: ["immutable", "stringData", "type"],
    Service: noOthers,
    ServiceAccount: ["automountServiceAccountToken", "imagePullSecrets", "secrets"],
  },
  apps: {
    ControllerRevision: ["revision"],
    DaemonSet: noOthers,
    Deployment: noOthers,
    ReplicaSet: noOthers,
    StatefulSet: noOthers,
  },
  autoscaling: { HorizontalPodAutoscaler: noOthers },
  batch: { CronJob: noOthers, Job: noOthers },
  policy: { PodDisruptionBudget: noOthers },
  "admissionregistration.k8s.io": {
    MutatingWebhookConfiguration: hooks,
    ValidatingAdmissionPolicy: noOthers,
    ValidatingAdmissionPolicyBinding: noOthers,
    ValidatingWebhookConfiguration: hooks,
  },
  "apiextensions.k8s.io": { CustomResourceDefinition: noOthers },
  "apiregistration.k8s.io": { APIService: noOthers },
  "coordination.k8s.io": { Lease: noOthers },
  "discovery.k8s.io": { EndpointSlice: ["addressType", "endpoints", "ports"] },
  "networking.k8s.io": { Ingress: noOthers, IngressClass: noOthers, NetworkPolicy: noOthers },
  "node.k8s.io": { RuntimeClass: ["handler", "overhead", "scheduling"] },
  "rbac.authorization.k8s.io": {
    ClusterRole: [...roles, "aggregationRule"],
    ClusterRoleBinding: bindings,
    Role: roles,
    RoleBinding: bindings,
  },
  "scheduling.k8s.io": { PriorityClass: ["description", "globalDefault", "preemptionPolicy", "value"] },
  "storage.k8s.io": {
    CSIDriver: noOthers,
    CSINode: noOthers,
    StorageClass: [
      "allowVolumeExpansion",
      "allowedTopologies",
      "mountOptions",
      "parameters",
      "provisioner",
      "reclaimPolicy",
      "volumeBindingMode",
    ],
    VolumeAttachment: noOthers,
  },
};

/** The fields at the top of a kind, or of a kind of one version of an API; `undefined` for one that is not known. */
export function kindAttributes(type: string): ReadonlyMap<string, string> | undefined {
  const parts = type.split("/");
  const kind = parts.at(-1) ?? "";
  const groups =
    parts.length === 1 ? Object.values(kinds) : [kinds[parts.length === 3 ? (parts[0] ?? "") : ""] ?? {}];
  const found = groups.find((group) => Object.hasOwn(group, kind));
  if (found === undefined) return undefined;
  return new Map([...common, ...(found[kind] ?? [])].map((name) => [name, kindOf(name)]));
}

/** The version that a kind is most likely of. */
export function apiVersionOf(kind: string): string {
  const group = Object.keys(kinds).find((name) => Object.hasOwn(kinds[name] ?? {}, kind));
  return group === undefined ? "example.com/v1" : group === "" ? "v1" : `${group}/v1`;
}

function kindOf(name: string): string {
  return name === "apiVersion" || name === "kind" ? "s" : "x";
}
