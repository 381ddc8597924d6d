import { load } from "../../../src/gate/load.ts";
import { gate } from "../../../src/gate.ts";
import { noConfiguration } from "../../../src/policy/configuration.ts";
import { readSettings, type Settings } from "../../../src/policy/settings.ts";
import { memoryTree } from "../../../src/source/tree.ts";

const packaged = readSettings({ root: ".", packaged: "policies" });
export const now = "2026-01-01";

export function settings(...texts: readonly string[]): Settings {
  return {
    ...packaged,
    policies: texts.map((text, index) => ({ file: `own/policy-${index}.yaml`, text })),
    chosen: [],
    configuration: noConfiguration,
  };
}

/** A policy file: these lines, and whatever else there must be. */
export function policy(lines: string): string {
  const rest: Readonly<Record<string, string>> = {
    title: "The thing is not as it should be",
    severity: "high",
    message: '"{self.resource} is wrong"',
    why: "It matters.",
    fix: "Change it.",
    cases: `
  - { violated: a, kubernetes: x }
  - { satisfied: a, kubernetes: x }
  - { unresolved: a, kubernetes: x }`,
  };
  const missing = Object.entries(rest).filter(([key]) => !new RegExp(`^${key}:`, "m").test(lines));
  return `${lines.trim()}\n${missing.map(([key, value]) => `${key}: ${value}\n`).join("")}`;
}

export async function mistakes(lines: string): Promise<readonly string[]> {
  const loaded = await load(settings(policy(lines)));
  return loaded.mistakes.map(({ message }) => message);
}

export async function verdict(lines: string, files: Readonly<Record<string, string>>) {
  return gate({ tree: memoryTree(files), settings: settings(policy(lines)), now, clock: () => 0 });
}

export async function answers(
  lines: string,
  files: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const { findings, failures, tally } = await verdict(lines, files);
  if (failures[0] !== undefined) throw failures[0];
  const left = tally.flatMap(({ satisfied, notApplicable }) => [
    ...Array.from({ length: satisfied }, () => "satisfied"),
    ...Array.from({ length: notApplicable }, () => "not applicable"),
  ]);
  return [...findings.map(({ outcome }) => outcome), ...left];
}

export async function answer(
  select: string,
  assert: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  return (await answers(`select: ${select}\nassert: |\n  ${assert}`, files)).join(", ");
}

/** A plan of one new bucket. */
export function plan(bucket: {
  readonly after?: object;
  readonly unknown?: object;
  readonly secret?: object;
  readonly written?: object;
  readonly actions?: readonly string[];
  readonly type?: string;
}): Readonly<Record<string, string>> {
  const { type = "aws_s3_bucket", actions = ["create"] } = bucket;
  const head = { address: `${type}.logs`, mode: "managed", type, name: "logs" };
  const provider_name = "registry.terraform.io/hashicorp/aws";
  const text = JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.11.4",
    resource_changes: [
      {
        ...head,
        provider_name,
        change: {
          actions,
          before: null,
          after: bucket.after ?? {},
          after_unknown: bucket.unknown ?? {},
          before_sensitive: false,
          after_sensitive: bucket.secret ?? {},
        },
      },
    ],
    configuration: {
      root_module: {
        resources: [
          { ...head, provider_config_key: "aws", expressions: bucket.written ?? {}, schema_version: 0 },
        ],
      },
    },
  });
  return { "plan.json": text };
}

export function template(properties: string, type = "AWS::S3::Bucket"): Readonly<Record<string, string>> {
  return {
    "stack.yaml": `Parameters: { Given: { Type: String } }
Conditions: { Perhaps: !Equals [!Ref Given, a] }
Resources:
  Logs:
    Type: ${type}
    Properties: ${properties}
`,
  };
}

export function manifest(
  body: string,
  head = "apiVersion: policy/v1\nkind: PodDisruptionBudget",
): Readonly<Record<string, string>> {
  return { "budget.yaml": `${head}\nmetadata: { name: web, namespace: shop }\n${body}\n` };
}

export const versioned = {
  after: {
    bucket: "logs",
    acl: null,
    tags: { Name: "logs" },
    versioning: [{ enabled: true, mfa_delete: false }],
  },
  unknown: { id: true, arn: true, tags: {}, versioning: [{}] },
  secret: { tags: {}, versioning: [{}] },
  written: { bucket: { constant_value: "logs" } },
};
