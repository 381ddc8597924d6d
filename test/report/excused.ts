import type { Waiver } from "../../src/policy/waiver.ts";
import type { LocatedFinding, Verdict, WaiverUse } from "../../src/verdict/finding.ts";
import { blocked, fewReplicas, found, oneZone, openIngress } from "./example.ts";

/** Somebody answers for the replicas of the shop until the end of the year. */
export const waiver: Waiver = {
  policy: "workload-with-one-replica",
  resource: "Deployment/shop/web",
  match: "exact",
  reason: "the queue is drained by hand, see #12",
  owner: "@acme/shop",
  expires: "2026-12-31",
  at: { file: ".github/waivers.yaml", line: 4 },
};

export function use(state: WaiverUse["state"], more: Partial<Waiver> = {}, why?: string): WaiverUse {
  return { waiver: { ...waiver, ...more }, state, findings: 1, ...(why === undefined ? {} : { why }) };
}

export const caused: LocatedFinding = found(
  openIngress,
  "aws_security_group.new",
  { file: "infra/new.tf", line: 2 },
  "security group `new` lets 0.0.0.0/0 reach port 22",
);

const old = found(openIngress, "aws_security_group.old", { file: "infra/old.tf", line: 9 }, "is open", {
  excuse: { kind: "before" },
});
const waived = found(
  fewReplicas,
  "Deployment/shop/web",
  { file: "k8s/web.yaml", line: 3 },
  "runs 1 replica",
  {
    enforcement: "warn",
    excuse: { kind: "waived", waiver },
  },
);
const gone = found(oneZone, "aws_eks_node_group.gone", { file: "infra/gone.tf" }, "spans one zone");

/** One finding of each kind: caused by the change, there before, waived, and resolved by it. */
export const compared: Verdict = {
  ...blocked,
  findings: [caused, old, waived],
  comparison: { base: "main", resolved: [gone] },
  waivers: [use("used")],
};

/** The same without what the change causes. */
export const excused: Verdict = { ...compared, conclusion: "pass", findings: [old, waived] };

export const policyChanged: Verdict = {
  ...excused,
  findings: [],
  policyChange: {
    files: ["policies/team/own.yaml", ".github/eks-policy-gate.yaml"],
    added: [caused, found(oneZone, "aws_eks_node_group.b", { file: "b.tf", line: 1 }, "spans one zone")],
    removed: [old],
    failures: [],
  },
};
