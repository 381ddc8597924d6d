import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * A checkout with these files in it, beside two policies: one that blocks and one that warns. It has no history to
 * compare with, and asks for none.
 */
export function workspace(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "workspace-"));
  for (const [file, text] of Object.entries({ ...policies, ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

const policies: Readonly<Record<string, string>> = {
  ".github/eks-policy-gate.yaml": "gate: { new-only: false }\n",
  "policies/test/single-replica.yaml": `title: A workload runs a single replica
severity: high
enforcement: deny
select: Workload
assert: self.replicas == null || self.replicas >= 2
message: "{self.name} runs {self.replicas} replica(s)"
why: One pod is none while its node is drained.
fix: Set \`replicas\` to 2 or more.
sources:
  - https://kubernetes.io/docs/concepts/workloads/
${cases("spec: { replicas: 1 }", "spec: { replicas: 2 }")}`,
  "policies/test/host-network.yaml": `title: A workload uses the network of its node
severity: low
enforcement: warn
select: Workload
assert: "!self.hostNetwork"
message: "{self.name} uses the network of its node"
why: It sees what every other pod of the node sends.
fix: Drop \`hostNetwork\`.
sources:
  - https://kubernetes.io/docs/concepts/security/pod-security-standards/
${cases("spec: { template: { spec: { hostNetwork: true } } }", "spec: {}")}`,
};

/** Cases are run by the command for authors, and have to be there for everybody. */
function cases(violated: string, satisfied: string): string {
  const one = (outcome: string, spec: string) => `  - ${outcome}: a deployment
    kubernetes: |
      apiVersion: apps/v1
      kind: Deployment
      metadata: { name: web }
      ${spec}
`;
  return `cases:\n${one("violated", violated)}${one("satisfied", satisfied)}${one("unresolved", "spec: {}")}`;
}

/** A manifest of so many deployments with one replica each. */
export function deployments(count: number, replicas = 1): string {
  return Array.from({ length: count }, (_, index) => deployment(`web${index}`, replicas)).join("---\n");
}

export function deployment(
  name: string,
  replicas: number,
  more: Readonly<Record<string, unknown>> = {},
): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${JSON.stringify(name)}, namespace: shop }
spec:
  replicas: ${replicas}
  template: ${JSON.stringify({ spec: { containers: [], ...more } })}
`;
}
