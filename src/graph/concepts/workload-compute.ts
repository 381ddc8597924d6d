import { PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Declared, Lookup, Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import type { Entity } from "../graph.ts";
import { OneOf } from "../one-of.ts";
import { carries } from "./labels.ts";
import { isDeclared } from "./manifest-cluster.ts";
import { isFields, members } from "./members.ts";
import { avoidsNodeLabel } from "./node-labels.ts";
import { podSpec } from "./pod-template.ts";
import { any, every, not, type Truth, told } from "./truth.ts";

const computeType = "eks.amazonaws.com/compute-type";

/** What the pods of a workload run on. */
export const runsOn: Reader = ({ entity, lookup, root }) => derived(placeOf(entity, lookup), root.ref);

function placeOf(workload: Declared, lookup: Lookup): Value {
  const pod = podSpec(workload.part.root);
  const onFargate = every([
    isFilled(workload.get("fargateProfiles") ?? []),
    not(avoidsNodeLabel(pod, computeType, "fargate")),
  ]);
  if (onFargate !== false) return onFargate === true ? "fargate" : onFargate;
  const asksForAuto = carries(
    workload.get("nodeSelector") ?? null,
    new Map([[computeType, "auto"]]),
    "nowhere",
  );
  const onAuto = any([asksForAuto, runsOnlyAuto(workload.get("cluster"))]);
  if (onAuto !== false) return onAuto === true ? "auto" : onAuto;
  return isRead(workload.get("cluster"), lookup) ? "nodes" : null;
}

/** Whether the cluster has nothing but nodes of EKS Auto Mode; of one that was not read nothing is said. */
function runsOnlyAuto(cluster: Value | undefined): Truth {
  if (!(cluster instanceof OneOf)) return isDeclared(cluster) ? answer(cluster) : false;
  const answers = cluster.among.filter(isDeclared).map(answer);
  if (answers.every((each) => each === true)) return answers.length > 0;
  if (answers.every((each) => each === false)) return false;
  return new Unknown([
    ...cluster.missing,
    ...answers.flatMap((each) => (each instanceof Unknown ? each.missing : [])),
  ]);
}

function answer(cluster: Entity): Truth {
  return told(cluster.get("autoModeOnly"), (value) => value === true);
}

function isRead(cluster: Value | undefined, lookup: Lookup): boolean {
  return cluster instanceof Unknown ? lookup.entities("Cluster").length > 0 : isDeclared(cluster);
}

function isFilled(list: Value): Truth {
  if (list instanceof PartialList)
    return list.items.length + list.atLeast > 0 || (list.atMost === 0 ? false : list.why);
  return told(list, (value) => Array.isArray(value) && value.length > 0);
}

/** What a pod asks for: its containers and sidecars together, or its largest init container where that is more. */
export function podAmount(resource: "cpu" | "memory", containers: Value, initContainers: Value): Value {
  const main = members(containers);
  const init = members(initContainers);
  const inits = init.known.filter(isFields);
  const sidecars = inits.filter((each) => each.get("sidecar") === true);
  const once = inits.filter((each) => !sidecars.includes(each));
  const values = (of: readonly Value[]) =>
    of.map((each) => (isFields(each) ? (each.get(resource) ?? null) : each));
  const [running, starting] = [values([...main.known, ...sidecars]), values(once)];
  const missing = [
    ...main.doubtful.missing,
    ...init.doubtful.missing,
    ...inits.flatMap((each) => missingIn(each.get("sidecar"))),
    ...[...running, ...starting].flatMap(missingIn),
  ];
  const least = Math.max(sum(running), ...starting.filter((each) => typeof each === "number"));
  return missing.length === 0 ? least : new Unknown(missing, least);
}

function missingIn(value: Value | undefined): Unknown["missing"] {
  return value instanceof Unknown ? value.missing : [];
}

function sum(values: readonly Value[]): number {
  return values.reduce<number>((total, value) => total + (typeof value === "number" ? value : 0), 0);
}
