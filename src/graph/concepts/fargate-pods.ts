import { type Fields, Unknown, type Value } from "../../base/value.ts";
import type { Declared, Lookup } from "../concept.ts";
import { wildcardMatches } from "./iam-action.ts";
import { carries } from "./labels.ts";
import { inSameCluster } from "./matching.ts";
import { isFields, members } from "./members.ts";
import { any, every, not, type Truth, told } from "./truth.ts";

/**
 * Whether a Fargate profile runs the pods of a workload: one of its selectors fits them, they are of its cluster, and
 * they do not ask for EC2.
 */
export function runsPodsOf(profile: Declared, workload: Declared, lookup: Lookup): Truth {
  const { known, doubtful } = members(profile.get("selectors") ?? []);
  const fits = (selector: Value) => (isFields(selector) ? fitsSelector(selector, workload) : false);
  const unsure = new Unknown(doubtful.missing);
  const mayFit = doubtful.candidates.map((selector) => every([unsure, fits(selector)]));
  return every([
    inSameCluster(profile, workload, lookup),
    any([...known.map(fits), ...mayFit, ...(doubtful.bounded ? [] : [unsure])]),
    not(carries(workload.get("annotations") ?? null, wantsEc2, "nowhere")),
  ]);
}

const wantsEc2: Value = new Map([["eks.amazonaws.com/compute-type", "ec2"]]);

function fitsSelector(selector: Fields, workload: Declared): Truth {
  const namespace = workload.get("namespace");
  const isNamespace = told(selector.get("namespace"), (pattern) =>
    typeof namespace === "string" ? wildcardMatches(String(pattern), namespace) : true,
  );
  return every([
    isNamespace,
    ...(namespace instanceof Unknown ? [namespace] : []),
    carries(workload.get("labels") ?? null, selector.get("labels") ?? null, "everywhere"),
  ]);
}
