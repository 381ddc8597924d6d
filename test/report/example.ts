import type { Place } from "../../src/base/place.ts";
import type { Policy, Severity } from "../../src/policy/policy.ts";
import type { LocatedFinding, Verdict } from "../../src/verdict/finding.ts";
import { policy, ref } from "../locate/findings.ts";

export function policyNamed(id: string, severity: Severity, fix: string): Policy {
  return { ...policy, id, severity, fix };
}

export function found(
  policy: Policy,
  resource: string,
  place: Place,
  message: string,
  more: Partial<LocatedFinding> = {},
): LocatedFinding {
  return {
    policy,
    outcome: "violated",
    severity: policy.severity,
    enforcement: "deny",
    concept: "SecurityGroup",
    resource,
    message,
    missing: [],
    refs: [ref("terraform", "plan.json", resource, ["ingress", 0])],
    place,
    trail: [],
    ...more,
  };
}

export const openIngress = policyNamed(
  "world-open-ingress",
  "critical",
  "Name the networks that need it, e.g. the office. Or use a bastion.",
);
export const oneZone = policyNamed("node-group-in-one-zone", "high", "Use two zones.");
export const fewReplicas = policyNamed("workload-with-one-replica", "medium", "Run two.");

/** A file of each kind that findings point into. */
export const files: Readonly<Record<string, string>> = {
  "infra/security.tf": `resource "aws_security_group" "web" {
  ingress {
    from_port   = 22
    cidr_blocks = ["0.0.0.0/0"] # 社内だけのはず
  }
}
`,
  "k8s/web.yaml": `kind: Deployment
spec:
\treplicas: 1
---
kind: Secret
data:
  password: aHVudGVyMg==
`,
};

export function linesOf(file: string): readonly string[] | undefined {
  return files[file]?.split("\n");
}

const findings: readonly LocatedFinding[] = [
  found(
    openIngress,
    "aws_security_group.web",
    { file: "infra/security.tf", line: 4, column: 19, endLine: 4, endColumn: 32 },
    "security group `web` lets 0.0.0.0/0 reach port 22",
  ),
  found(
    oneZone,
    'module.eks["a.b"].aws_eks_node_group.workers',
    { file: "infra/plan.json" },
    "may span one zone",
    {
      outcome: "unresolved",
      enforcement: "warn",
      concept: "NodeGroup",
      missing: ["a", "b", "c", "d", "e"].map((name) => ({
        attribute: `aws_subnet.${name}.availability_zone`,
        reason: "known after apply",
      })),
    },
  ),
  found(
    fewReplicas,
    "Deployment/shop/web",
    { file: "k8s/web.yaml", line: 3, column: 12, endLine: 3, endColumn: 13 },
    "runs 1 replica",
    { enforcement: "warn", concept: "Workload" },
  ),
  found(fewReplicas, "Deployment/shop/db", { file: "k8s/web.yaml", line: 1 }, "runs 1 replica", {
    enforcement: "audit",
  }),
];

export const blocked: Verdict = {
  conclusion: "blocked",
  findings,
  tally: [
    { policy: openIngress, violated: 1, satisfied: 30, unresolved: 0, notApplicable: 2 },
    { policy: oneZone, violated: 0, satisfied: 3, unresolved: 1, notApplicable: 22 },
    { policy: fewReplicas, violated: 2, satisfied: 5, unresolved: 0, notApplicable: 0 },
  ],
  failures: [],
  inputs: [
    { file: "infra/plan.json", format: "terraform", bytes: 900, declares: 12 },
    { file: "k8s/web.yaml", format: "kubernetes", bytes: 80, declares: 2 },
    { file: "k8s/db.yaml", format: "kubernetes", bytes: 70, declares: 1 },
  ],
  notes: [],
  leftAlone: 12,
  policies: [openIngress, oneZone, fewReplicas],
  entities: 48,
  elapsedMilliseconds: 419,
};

const cause = { file: "live/prod.auto.tfvars", line: 2, column: 12, endLine: 2, endColumn: 23 };

/** A finding whose value was followed through two files, which are not what was planned. */
export const traced: LocatedFinding = found(
  openIngress,
  "module.eks.aws_security_group.web",
  cause,
  "is open",
  {
    trail: [
      { place: { file: "modules/eks/main.tf", line: 5, column: 3 }, what: "the attribute" },
      { place: { file: "live/main.tf", line: 8, column: 3 }, what: "argument `cidrs` of module `eks`" },
      { place: cause, what: "`prod.auto.tfvars`" },
    ],
    note: "the files here are not what was planned",
  },
);
