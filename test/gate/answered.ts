import { showFailure } from "../../src/base/failure.ts";
import { gate } from "../../src/gate.ts";
import { readConfiguration } from "../../src/policy/configuration.ts";
import { readSettings } from "../../src/policy/settings.ts";
import { memoryTree } from "../../src/source/tree.ts";
import type { Verdict } from "../../src/verdict/finding.ts";

export type Files = Readonly<Record<string, string>>;

/** Of the packaged policies three, so that what more there are is no concern of these tests. */
const packaged = readSettings({ root: ".", packaged: "policies" });
const asked = [
  "world-open-admin-port",
  "world-open-api-endpoint",
  "world-open-other-port",
  "workload-with-one-replica",
  "cluster-in-one-zone",
];
const policies = packaged.policies.filter(({ file }) => asked.some((id) => file.endsWith(`/${id}.yaml`)));

export interface Case {
  /** What the configuration says under `waivers`. */
  readonly waivers?: string;
  /** The file of waivers. */
  readonly list?: string;
  readonly codeOwners?: string;
  /** The files of the base. */
  readonly base?: Files;
}

export async function judged(files: Files, { waivers, list, codeOwners, base }: Case = {}): Promise<Verdict> {
  const written = waivers === undefined ? "" : `waivers: ${waivers}\n`;
  const { configuration, mistakes } = readConfiguration("gate.yaml", `${written}gate: { new-only: false }\n`);
  const text = (file: string, given: string | undefined) =>
    given === undefined ? undefined : { file, text: given };
  return gate({
    tree: memoryTree(files),
    settings: {
      ...packaged,
      policies,
      configuration,
      mistakes,
      waivers: {
        waivers: text("waivers.yaml", list),
        codeOwners: text("CODEOWNERS", codeOwners),
      },
    },
    now: "2026-06-15",
    clock: () => 0,
    ...(base === undefined
      ? {}
      : { base: { name: "main", tree: memoryTree(base), text: (file: string) => base[file] } }),
  });
}

/** What became of each finding, and of each waiver. */
function outcome({ conclusion, findings, waivers = [], failures, notes }: Verdict) {
  return {
    conclusion,
    findings: findings.map(({ policy, resource, excuse }) =>
      [excuse?.kind ?? "counts", policy.id, resource].join(" "),
    ),
    waivers: waivers.map(({ state, findings, why, waiver: { resource, at } }) =>
      [`${state} ${findings}`, resource, `${at.file}:${at.line}`, ...(why === undefined ? [] : [why])].join(
        ", ",
      ),
    ),
    problems: [...failures.map(showFailure), ...notes.map(({ message }) => message)],
  };
}

export async function outcomeOf(files: Files, given: Case = {}) {
  return outcome(await judged(files, given));
}

export const words = 'until=2026-12-31 owner=@acme/network reason="behind the VPN"';
export const endpoint = `# eks-policy-gate:ignore world-open-api-endpoint ${words}`;

export function template(
  at: Partial<Record<"resource" | "config" | "cidrs" | "line" | "metadata", string>>,
): string {
  const above = (comment: string | undefined, indent: string) =>
    comment === undefined ? "" : `${indent}${comment}\n`;
  return `Resources:
${above(at.resource, "  ")}  Cluster:
    Type: AWS::EKS::Cluster
${at.metadata ?? ""}    Properties:
      Name: prod
${above(at.config, "      ")}      ResourcesVpcConfig:
        EndpointPublicAccess: true
${above(at.cidrs, "        ")}        PublicAccessCidrs: ["0.0.0.0/0"]${at.line === undefined ? "" : ` ${at.line}`}
        SubnetIds: [subnet-1, subnet-2]
`;
}

export function entry(more: Readonly<Record<string, string>> = {}): string {
  const waiver = {
    policy: "world-open-api-endpoint",
    resource: "Cluster",
    reason: "behind the VPN",
    owner: "@acme/network",
    expires: "2026-12-31",
    ...more,
  };
  return `${JSON.stringify([waiver])}\n`;
}

export const blocking = "counts world-open-api-endpoint Cluster";
export const waived = "waived world-open-api-endpoint Cluster";

export function about(findings: readonly string[]): readonly string[] {
  return findings.filter((finding) => finding.includes("world-open-api-endpoint"));
}
