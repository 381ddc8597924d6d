/** The objects that run pods. */
export const workloadKinds: readonly string[] = [
  "apps/v1/Deployment",
  "apps/v1/StatefulSet",
  "apps/v1/ReplicaSet",
  "apps/v1/DaemonSet",
  "batch/v1/Job",
  "batch/v1/CronJob",
  "v1/Pod",
  "v1/ReplicationController",
];
