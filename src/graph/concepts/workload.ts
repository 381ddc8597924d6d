import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { concept, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { computed, dictionary, flag, number, orDefault, records, text, unknownOf, written } from "../read.ts";
import { listOf } from "../several.ts";
import { runsPodsOf } from "./fargate-pods.ts";
import { manifestCluster } from "./manifest-cluster.ts";
import { matching } from "./matching.ts";
import { nodeLabel } from "./node-labels.ts";
import { objectIdentity } from "./object-fields.ts";
import { objectSuppliers } from "./object-suppliers.ts";
import { jobSpec, ofPod, ofTemplate, required } from "./pod-template.ts";
import { podVolumeFields } from "./pod-volume.ts";
import { selectsPodsOf } from "./security-group-policy.ts";
import { tolerationFields } from "./toleration.ts";
import { apartByZone, spreadConstraint, spreadFields, zoneLabels } from "./topology-spread.ts";
import { podAmount, runsOn } from "./workload-compute.ts";
import { workloadKinds } from "./workload-kinds.ts";
import { workloadRelations } from "./workload-relations.ts";

const replicated = ["Deployment", "ReplicaSet", "ReplicationController", "StatefulSet"];

const jobs = ["Job", "CronJob"];

/** The fields of a manifest, wherever the manifest is written. */
const manifest = {
  kind: text("kind"),
  ...objectIdentity,
  replicas: ({ root, ...origin }) => {
    const { json } = root.get("kind");
    if (typeof json === "string" && !replicated.includes(json)) return derived(null, root.ref);
    return orDefault(number("replicas"), 1)({ root: required(root, "spec"), ...origin });
  },
  replicasWritten: ({ root }) => {
    const replicas = root.get("spec", "replicas");
    return written(replicas.state === "unknown" ? unknownOf(replicas) : replicas.state === "known", replicas);
  },
  labels: ofTemplate(dictionary("metadata", "labels")),
  annotations: ofTemplate(dictionary("metadata", "annotations")),
  serviceAccount: ofPod(orDefault(text("serviceAccountName"), "default")),
  zoneSpread: ofPod(({ root }) => written(spreadsOverZones(root), root)),
  spread: ofPod(records(spreadConstraint.name, spreadFields, "topologySpreadConstraints")),
  apartByZone,
  hostNetwork: ofPod(orDefault(flag("hostNetwork"), false)),
  gracePeriod: ofPod(orDefault(number("terminationGracePeriodSeconds"), 30)),
  hostPid: ofPod(orDefault(flag("hostPID"), false)),
  hostIpc: ofPod(orDefault(flag("hostIPC"), false)),
  automountToken: ofPod(flag("automountServiceAccountToken")),
  volumes: ofPod(records("Volume", podVolumeFields, "volumes")),
  nodeSelector: ofPod(dictionary("nodeSelector")),
  tolerations: ofPod(records("Toleration", tolerationFields, "tolerations")),
  os: ofPod(nodeLabel("kubernetes.io/os", "beta.kubernetes.io/os")),
  architectures: ofPod(nodeLabel("kubernetes.io/arch", "beta.kubernetes.io/arch")),
  capacityTypes: ofPod(nodeLabel("eks.amazonaws.com/capacityType", "karpenter.sh/capacity-type")),
  runtimeClass: ofPod(text("runtimeClassName")),
  sysctls: ofPod(records("Sysctl", { name: text("name") }, "securityContext", "sysctls")),
  backoffLimit: ofJob(orDefault(number("backoffLimit"), 6)),
  deadline: ofJob(number("activeDeadlineSeconds")),
  keptFor: ofJob(number("ttlSecondsAfterFinished")),
  owned: ({ root }) => {
    const owners = root.get("metadata", "ownerReferences");
    return written(owners.state === "unknown" ? unknownOf(owners) : owners.items().length > 0, owners);
  },
} satisfies Readonly<Record<string, Reader>>;

export const workload = concept({
  name: "Workload",
  doc: "What runs pods: a Deployment, StatefulSet, ReplicaSet, ReplicationController, DaemonSet, Job, CronJob or Pod.",
  fields: {
    cluster: {
      type: "Cluster",
      doc: "The cluster it runs in: the one that `clusters` of the configuration says, else the only one of its plan, else the only one that was read.",
      derive: manifestCluster,
    },
    kind: { type: "string", doc: "`Deployment`, `StatefulSet` ..." },
    namespace: { type: "string", doc: "Its namespace; `default` where none is written." },
    name: { type: "string", doc: "Its name." },
    replicas: { type: "int?", doc: "How many pods it keeps; null for kinds that have no such number." },
    replicasWritten: { type: "bool", doc: "Whether the number of replicas is written out." },
    labels: { type: "map<string>", doc: "The labels of its pods." },
    annotations: { type: "map<string>", doc: "The annotations of its pods." },
    fargateProfiles: {
      type: "list<FargateProfile>",
      doc: "The Fargate profiles of its cluster that were read and run its pods.",
      derive: ({ entity, lookup, part }) =>
        derived(
          matching(lookup.entities("FargateProfile"), (profile) => runsPodsOf(profile, entity, lookup)),
          part.root.ref,
        ),
    },
    securityGroupPolicies: {
      type: "list<SecurityGroupPolicy>",
      doc: "The policies that were read and give its pods security groups of their own.",
      derive: ({ entity, lookup, part }) =>
        derived(
          matching(lookup.entities("SecurityGroupPolicy"), (policy) => selectsPodsOf(policy, entity, lookup)),
          part.root.ref,
        ),
    },
    serviceAccount: { type: "string", doc: "The name of the service account its pods run as." },
    zoneSpread: {
      type: "bool",
      doc: "Whether its pods are told to spread over zones, by a topology spread constraint or by anti-affinity.",
    },
    gracePeriod: {
      type: "int",
      doc: "How many seconds its pods have to end; 30 where none are written.",
    },
    spread: { type: "list<SpreadConstraint>", doc: "Its topology spread constraints." },
    apartByZone: {
      type: "bool",
      doc: "Whether no two of its pods may be in one zone, by required anti-affinity.",
    },
    hostNetwork: { type: "bool", doc: "Whether its pods use the node's network." },
    hostPid: { type: "bool", doc: "Whether its pods see the node's processes." },
    hostIpc: { type: "bool", doc: "Whether its pods share memory with the node's processes." },
    automountToken: {
      type: "bool?",
      doc: "Whether its pods get a token for the Kubernetes API; null where their service account says.",
    },
    containers: {
      type: "list<Container>",
      doc: "The containers of its pods, without init containers.",
      derive: containersIn("containers"),
    },
    initContainers: {
      type: "list<Container>",
      doc: "The init containers of its pods, sidecars included.",
      derive: containersIn("initContainers"),
    },
    cpu: {
      type: "double",
      doc: "The CPU one of its pods asks for, in cores: its containers together, or its largest init container.",
      derive: computed((get) => podAmount("cpu", get("containers"), get("initContainers"))),
    },
    memory: {
      type: "double",
      doc: "The memory one of its pods asks for, in GiB: its containers together, or its largest init container.",
      derive: computed((get) => podAmount("memory", get("containers"), get("initContainers"))),
    },
    volumes: { type: "list<Volume>", doc: "The volumes of its pods." },
    nodeSelector: { type: "map<string>", doc: "The labels its nodes must have." },
    tolerations: { type: "list<Toleration>", doc: "The taints of nodes that its pods put up with." },
    os: {
      type: "list<string>?",
      doc: "The operating systems its nodes may have, by node selector or required affinity; null where neither says.",
    },
    architectures: {
      type: "list<string>?",
      doc: "The processor architectures its nodes may have (`amd64`, `arm64`); null where nothing says.",
    },
    capacityTypes: {
      type: "list<string>?",
      doc: "The capacity its nodes may be of (`SPOT`, `ON_DEMAND`, or Karpenter's `spot`, `on-demand`); null where nothing says.",
    },
    runtimeClass: { type: "string?", doc: "The runtime class of its pods." },
    sysctls: { type: "list<Sysctl>", doc: "The kernel parameters that its pods set." },
    backoffLimit: { type: "int?", doc: "How often a Job is tried again; null for other kinds." },
    deadline: {
      type: "int?",
      doc: "How many seconds a Job may take; null where nothing ends it, and for other kinds.",
    },
    keptFor: {
      type: "int?",
      doc: "How many seconds a Job is kept after it finished; null where nobody removes it, and for other kinds.",
    },
    owned: { type: "bool", doc: "Whether another object owns it." },
    runsOn: {
      type: "string?",
      doc: "What its pods run on: `fargate` where a profile that was read runs them; `auto` where they ask for EKS Auto Mode or its cluster has no other nodes; else `nodes`. Null where no cluster was read.",
      derive: runsOn,
    },
    ...workloadRelations,
  },
  suppliers: objectSuppliers(workloadKinds, manifest),
});

/** Reads what only jobs have. */
function ofJob(reader: Reader): Reader {
  return ({ root, ...origin }) => {
    const { json } = root.get("kind");
    if (typeof json === "string" && !jobs.includes(json)) return derived(null, root.ref);
    return reader({ ...origin, root: jobSpec(root) });
  };
}

/** Its own, as the declaration holds them. */
function containersIn(list: "containers" | "initContainers"): Reader {
  return ({ declaration, part, lookup }) => {
    const own = lookup
      .entitiesOf(declaration, "Container")
      .filter(({ part: { marks } }) => marks?.workload === part.key && marks.list === list);
    return derived(listOf(own), own[0]?.ref ?? part.root.ref);
  };
}

function spreadsOverZones(pod: Attribute): Value {
  const antiAffinity = pod.get("affinity", "podAntiAffinity");
  const lists = [
    pod.get("topologySpreadConstraints"),
    antiAffinity.get("requiredDuringSchedulingIgnoredDuringExecution"),
    antiAffinity.get("preferredDuringSchedulingIgnoredDuringExecution"),
  ];
  const keys = lists.flatMap((list) =>
    list.items().flatMap((item) => [item.get("topologyKey"), item.get("podAffinityTerm", "topologyKey")]),
  );
  if (keys.some((key) => typeof key.json === "string" && zoneLabels.includes(key.json))) return true;
  const unknown = [pod, antiAffinity, ...lists, ...keys].filter((attribute) => attribute.state === "unknown");
  return unknown.length === 0
    ? false
    : new Unknown(unknown.flatMap((attribute) => unknownOf(attribute).missing));
}
