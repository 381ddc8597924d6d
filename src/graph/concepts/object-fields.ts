import type { Field } from "../concept.ts";
import { manifestCluster } from "./manifest-cluster.ts";
import { objectName, objectNamespace } from "./object-name.ts";

/** The cluster that a Kubernetes object is in. */
export const objectCluster = {
  type: "Cluster",
  doc: "The cluster it is in, as for a workload.",
  derive: manifestCluster,
} as const satisfies Field;

/** What every Kubernetes object of a namespace has. */
export const objectFields = {
  cluster: objectCluster,
  namespace: { type: "string", doc: "Its namespace; `default` where none is written." },
  name: { type: "string", doc: "Its name." },
} as const satisfies Readonly<Record<string, Field>>;

/** How its manifest says so. */
export const objectIdentity = { namespace: objectNamespace, name: objectName } as const;
