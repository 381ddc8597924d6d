import { gate } from "../../src/gate.ts";
import { noConfiguration } from "../../src/policy/configuration.ts";
import type { PolicyText } from "../../src/policy/load.ts";
import { readSettings } from "../../src/policy/settings.ts";
import { memoryTree } from "../../src/source/tree.ts";
import type { Verdict } from "../../src/verdict/finding.ts";

/** What a question asks: the id of a packaged policy, or a condition of the test's own. */
export type Question =
  | string
  | { readonly select: string; readonly when?: string; readonly assert: string; readonly at?: string };

/**
 * What the gate answers about each thing that a question is about: `violated aws_security_group.web ingress[1]`. How
 * many are satisfied comes last.
 */
export async function answers(
  files: Readonly<Record<string, string>>,
  question: Question,
): Promise<readonly string[]> {
  const { findings, tally, failures } = await verdict(files, question);
  if (failures[0] !== undefined) throw failures[0];
  const satisfied = tally[0]?.satisfied ?? 0;
  return [
    ...findings.map(({ outcome, resource }) => `${outcome} ${resource}`).sort(),
    ...(satisfied === 0 ? [] : [`satisfied ${satisfied}`]),
  ];
}

/** What the gate says of some files: by the packaged policies, or of one question. */
export function verdict(files: Readonly<Record<string, string>>, question?: Question): Promise<Verdict> {
  const settings = question === undefined ? packaged : { ...alone, policies: [policyOf(question)] };
  return gate({ tree: memoryTree(files), settings, now: "2026-01-31", clock: () => 0 });
}

const packaged = readSettings({ root: ".", packaged: "policies" });
const alone = { facts: packaged.facts, configuration: noConfiguration, mistakes: [] };

function policyOf(question: Question) {
  return typeof question === "string" ? packagedPolicy(question) : ownPolicy(question);
}

function packagedPolicy(id: string) {
  const found = packaged.policies.find(({ file }) => file.endsWith(`/${id}.yaml`));
  if (found === undefined) throw new Error(`no policy ${id}`);
  return found;
}

function ownPolicy({ select, when, assert, at }: Exclude<Question, string>): PolicyText {
  const condition = when === undefined ? "" : `when: ${JSON.stringify(when)}\n`;
  const place = at === undefined ? "" : `at: ${at}\n`;
  const text = `title: Something is not as it should be
severity: low
select: ${select}
${condition}assert: ${JSON.stringify(assert)}
message: "{self.resource}"
${place}why: It is asked.
fix: Change it.
cases:
  - { violated: a, kubernetes: x }
  - { satisfied: b, kubernetes: x }
  - { unresolved: c, kubernetes: x }
`;
  return { file: "policies/asked/own.yaml", text };
}
