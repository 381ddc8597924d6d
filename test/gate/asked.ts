import { gate } from "../../src/gate.ts";
import { noConfiguration } from "../../src/policy/configuration.ts";
import type { PolicyText } from "../../src/policy/load.ts";
import { readSettings } from "../../src/policy/settings.ts";
import { memoryTree } from "../../src/source/tree.ts";
import type { Verdict } from "../../src/verdict/finding.ts";

/** What a question asks: the id of a packaged policy, or a condition of the test's own. */
export type Question = string | { readonly select: string; readonly when?: string; readonly assert: string };

/**
 * What the gate answers about each thing that a question is about: `violated aws_security_group.web ingress[1]`. How
 * many are satisfied comes last.
 */
export async function answers(
  files: Readonly<Record<string, string>>,
  question: Question,
): Promise<readonly string[]> {
  const policy = typeof question === "string" ? packagedPolicy(question) : ownPolicy(question);
  const { facts } = packaged;
  const settings = { policies: [policy], facts, configuration: noConfiguration, mistakes: [] };
  const tree = memoryTree(files);
  const { findings, tally, failures } = await gate({ tree, settings, now: "2026-01-31", clock: () => 0 });
  if (failures[0] !== undefined) throw failures[0];
  const satisfied = tally[0]?.satisfied ?? 0;
  return [
    ...findings.map(({ outcome, resource }) => `${outcome} ${resource}`).sort(),
    ...(satisfied === 0 ? [] : [`satisfied ${satisfied}`]),
  ];
}

/** What the gate says of some files by the packaged policies. */
export function verdict(files: Readonly<Record<string, string>>): Promise<Verdict> {
  return gate({ tree: memoryTree(files), settings: packaged, now: "2026-01-31", clock: () => 0 });
}

const packaged = readSettings({ root: ".", packaged: "policies" });

function packagedPolicy(id: string) {
  const found = packaged.policies.find(({ file }) => file.endsWith(`/${id}.yaml`));
  if (found === undefined) throw new Error(`no policy ${id}`);
  return found;
}

function ownPolicy({ select, when, assert }: Exclude<Question, string>): PolicyText {
  const condition = when === undefined ? "" : `when: ${JSON.stringify(when)}\n`;
  const text = `title: Something is not as it should be
severity: low
select: ${select}
${condition}assert: ${JSON.stringify(assert)}
message: "{self.resource}"
why: It is asked.
fix: Change it.
cases:
  - { violated: a, kubernetes: x }
  - { satisfied: b, kubernetes: x }
  - { unresolved: c, kubernetes: x }
`;
  return { file: "policies/asked/own.yaml", text };
}
