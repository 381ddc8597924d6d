import type { Json } from "../declaration.ts";
import { memberOf } from "../plain.ts";

/** Names objects as people do, `Deployment/shop/web`, each name once. */
export function owners(): (kind: string, metadata: Json | undefined) => string {
  const given = new Map<string, number>();
  return (kind, metadata) => {
    const name = ownerOf(kind, metadata);
    const times = (given.get(name) ?? 0) + 1;
    given.set(name, times);
    return times === 1 ? name : `${name}#${times}`;
  };
}

function ownerOf(kind: string, metadata: Json | undefined): string {
  const name = text(memberOf(metadata, "name")) ?? `${text(memberOf(metadata, "generateName")) ?? ""}*`;
  const namespace = text(memberOf(metadata, "namespace"));
  if (namespace === undefined && clusterWide.has(kind)) return `${kind}/${name}`;
  return `${kind}/${namespace ?? "default"}/${name}`;
}

function text(json: Json | undefined): string | undefined {
  return typeof json === "string" || typeof json === "number" || typeof json === "boolean"
    ? String(json)
    : undefined;
}

/** Kinds that live outside namespaces, as far as they are common. It only decides how they are named. */
const clusterWide: ReadonlySet<string> = new Set([
  "APIService",
  "CSIDriver",
  "ClusterIssuer",
  "ClusterRole",
  "ClusterRoleBinding",
  "CustomResourceDefinition",
  "EC2NodeClass",
  "ENIConfig",
  "IngressClass",
  "MutatingWebhookConfiguration",
  "Namespace",
  "Node",
  "NodeClass",
  "NodePool",
  "PersistentVolume",
  "PodSecurityPolicy",
  "PriorityClass",
  "RuntimeClass",
  "StorageClass",
  "ValidatingAdmissionPolicy",
  "ValidatingAdmissionPolicyBinding",
  "ValidatingWebhookConfiguration",
]);
