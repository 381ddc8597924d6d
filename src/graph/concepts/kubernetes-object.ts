import { Unknown } from "../../base/value.ts";
import type { Declaration } from "../../source/declaration.ts";
import { plainAttribute } from "../../source/plain.ts";
import { anyType, concept, type Part, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import type { Entity, Reading } from "../graph.ts";
import { text } from "../read.ts";
import { cdkManifestCluster, cdkManifests, heldManifests, manifestHolders } from "./held-manifest.ts";
import { objectCluster, objectIdentity } from "./object-fields.ts";

/** What Terraform's Kubernetes provider asks for, where that is a version of an API that did not last. */
const provided: Readonly<Record<string, string>> = {
  kubernetes_ingress: "extensions/v1beta1/Ingress",
  kubernetes_pod_disruption_budget: "policy/v1beta1/PodDisruptionBudget",
  kubernetes_pod_security_policy: "policy/v1beta1/PodSecurityPolicy",
  kubernetes_pod_security_policy_v1beta1: "policy/v1beta1/PodSecurityPolicy",
  kubernetes_cron_job: "batch/v1beta1/CronJob",
  kubernetes_horizontal_pod_autoscaler_v2beta2: "autoscaling/v2beta2/HorizontalPodAutoscaler",
  kubernetes_csi_driver: "storage.k8s.io/v1beta1/CSIDriver",
  kubernetes_certificate_signing_request: "certificates.k8s.io/v1beta1/CertificateSigningRequest",
  kubernetes_endpoints: "v1/Endpoints",
  kubernetes_endpoints_v1: "v1/Endpoints",
};

const manifest = {
  apiVersion: text("apiVersion"),
  kind: text("kind"),
  ...objectIdentity,
};

export const kubernetesObject = concept({
  name: "KubernetesObject",
  doc: "Any object of a manifest, whatever its kind. Of Terraform's Kubernetes provider, only what it asks old versions of APIs for.",
  fields: {
    cluster: objectCluster,
    apiVersion: { type: "string", doc: "The group and version of its API: `apps/v1`." },
    kind: { type: "string", doc: "`Deployment`, `Ingress` ..." },
    type: {
      type: "string",
      doc: "Both together: `apps/v1/Deployment`.",
      derive: ({ entity }) => typeOf(entity, entity.reading("apiVersion"), entity.reading("kind")),
    },
    namespace: {
      type: "string",
      doc: "Its namespace; `default` where none is written, also where it has none.",
    },
    name: { type: "string", doc: "Its name." },
  },
  suppliers: [
    {
      format: "kubernetes",
      types: [anyType],
      fields: {
        ...manifest,
        apiVersion: ofType(0),
        kind: ofType(1),
        // Said once more because every object of every manifest is asked for it.
        type: ({ declaration, root }) => derived(declaration.type, root.ref),
      },
    },
    { format: "terraform", types: manifestHolders, parts: heldManifests(anyType), fields: manifest },
    {
      format: "cloudformation",
      types: cdkManifests,
      parts: heldManifests(anyType),
      fields: { ...manifest, cluster: cdkManifestCluster },
    },
    {
      format: "terraform",
      types: Object.keys(provided),
      parts: providedObject,
      fields: {
        apiVersion: (from) => text("api")({ ...from, root: from.part.aspects?.type ?? from.root }),
        kind: (from) => text("kind")({ ...from, root: from.part.aspects?.type ?? from.root }),
        name: text("metadata", 0, "name"),
        namespace: text("metadata", 0, "namespace"),
      },
    },
  ],
});

function providedObject({ root, type }: Declaration): readonly Part[] {
  const [api, kind] = split(provided[type] ?? "");
  return [{ root, key: "", aspects: { type: plainAttribute(root.ref, { api, kind }) } }];
}

/** Members of a typed list need not say what they are, so this is read from what they were found to be. */
function ofType(half: 0 | 1): Reader {
  return ({ declaration, root }) => {
    const written = root.get(half === 0 ? "apiVersion" : "kind");
    return { value: split(declaration.type)[half], ref: written.ref, sensitive: false, origin: "written" };
  };
}

function split(type: string): readonly [string, string] {
  const slash = type.lastIndexOf("/");
  return [type.slice(0, slash), type.slice(slash + 1)];
}

function typeOf(entity: Entity, api: Reading | undefined, kind: Reading | undefined): Reading {
  const { ref } = api ?? entity;
  if (typeof api?.value === "string" && typeof kind?.value === "string")
    return derived(`${api.value}/${kind.value}`, ref);
  const missing = [api?.value, kind?.value].flatMap((part) => (part instanceof Unknown ? part.missing : []));
  const unwritten = { attribute: `${entity.resource}.type`, reason: "not written", ref };
  return derived(new Unknown(missing.length > 0 ? missing : [unwritten]), ref);
}
