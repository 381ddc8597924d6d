import type { Path } from "../../base/place.ts";
import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { concept, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { dictionary, flag, number, orDefault, text, unknownOf, written } from "../read.ts";
import { mapAt, missingOf } from "../several.ts";
import { unreadAttribute } from "../unread.ts";
import { runsPodsOf } from "./fargate-pods.ts";
import { cdkManifestCluster, cdkManifests, heldManifests, manifestHolders } from "./held-manifest.ts";
import { manifestCluster } from "./manifest-cluster.ts";
import { matching } from "./matching.ts";
import { objectName, objectNamespace } from "./object-name.ts";
import { providerManifest, providerTypes } from "./provider-manifest.ts";
import { selectsPodsOf } from "./security-group-policy.ts";

const zoneLabels = ["topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone"];

const replicated = ["Deployment", "ReplicaSet", "ReplicationController", "StatefulSet"];

const kinds = [
  "apps/v1/Deployment",
  "apps/v1/StatefulSet",
  "apps/v1/ReplicaSet",
  "apps/v1/DaemonSet",
  "batch/v1/Job",
  "batch/v1/CronJob",
  "v1/Pod",
  "v1/ReplicationController",
];

/** The fields of a manifest, wherever the manifest is written. */
const manifest = {
  kind: text("kind"),
  namespace: objectNamespace,
  name: objectName,
  replicas: (({ root, ...origin }) => {
    const { json } = root.get("kind");
    if (typeof json === "string" && !replicated.includes(json)) return derived(null, root.ref);
    return orDefault(number("replicas"), 1)({ root: required(root, "spec"), ...origin });
  }) satisfies Reader,
  labels: ofTemplate(dictionary("metadata", "labels")),
  annotations: ofTemplate(dictionary("metadata", "annotations")),
  serviceAccount: ofPod(orDefault(text("serviceAccountName"), "default")),
  zoneSpread: ofPod(({ root }) => written(spreadsOverZones(root), root)),
  hostNetwork: ofPod(orDefault(flag("hostNetwork"), false)),
};

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
    hostNetwork: { type: "bool", doc: "Whether its pods use the node's network." },
  },
  suppliers: [
    { format: "kubernetes", types: kinds, fields: manifest },
    { format: "terraform", types: manifestHolders, parts: heldManifests(...kinds), fields: manifest },
    {
      format: "cloudformation",
      types: cdkManifests,
      parts: heldManifests(...kinds),
      fields: { ...manifest, cluster: cdkManifestCluster },
    },
    { format: "terraform", types: providerTypes(kinds), parts: providerManifest, fields: manifest },
  ],
});

/** Reads from the pod template, which stands elsewhere in a Pod and in a CronJob. */
function ofPod(reader: Reader): Reader {
  return (origin) => reader({ ...origin, root: podSpec(origin.root) });
}

function podSpec(root: Attribute): Attribute {
  return required(root, ...templateOf(root), "spec");
}

/** Reads from what the pods are made from: for a Pod, itself. */
function ofTemplate(reader: Reader): Reader {
  return (origin) => reader({ ...origin, root: required(origin.root, ...templateOf(origin.root)) });
}

function templateOf(root: Attribute): Path {
  switch (root.get("kind").json) {
    case "Pod":
      return [];
    case "CronJob":
      return ["spec", "jobTemplate", "spec", "template"];
    default:
      return ["spec", "template"];
  }
}

/** A manifest without it is only a part of one, and what the rest of it says is not known. */
function required(root: Attribute, ...path: Path): Attribute {
  const map = mapAt(root, ...path);
  return map.state === "absent"
    ? unreadAttribute(map.ref, { ...missingOf(map), reason: "not written" })
    : map;
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
