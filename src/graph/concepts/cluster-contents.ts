import type { Field } from "../concept.ts";

/** What is applied to a cluster, as far as it was read. */
export const clusterContents = {
  workloads: {
    type: "list<Workload>",
    doc: "The workloads in it that were read.",
    inverse: { of: "Workload", by: "cluster" },
  },
  helmReleases: {
    type: "list<HelmRelease>",
    doc: "The Helm charts that are installed in it, as far as they were read.",
    inverse: { of: "HelmRelease", by: "cluster" },
  },
  networkPolicies: {
    type: "list<NetworkPolicy>",
    doc: "The network policies in it that were read.",
    inverse: { of: "NetworkPolicy", by: "cluster" },
  },
  autoscalers: {
    type: "list<HorizontalPodAutoscaler>",
    doc: "The horizontal autoscalers in it that were read.",
    inverse: { of: "HorizontalPodAutoscaler", by: "cluster" },
  },
} as const satisfies Readonly<Record<string, Field>>;
