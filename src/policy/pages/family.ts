import type { Value } from "../../base/value.ts";
import { exampleOf } from "../example.ts";
import type { LoadedPolicy } from "../file.ts";
import { fenced, generatedNote, page, table } from "./markdown.ts";

/** The page of one family: every policy with its reasons, an example that was tested, and the way out. */
export function familyPage(family: string, policies: readonly LoadedPolicy[]): string {
  const own = policies
    .filter((policy) => policy.family === family)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return page(generatedNote, `# ${family}`, ...own.map(section));
}

function section(policy: LoadedPolicy): string {
  return page(
    `## ${policy.id}`,
    `**${policy.title}**`,
    `Severity ${policy.severity}; a violation ${does[policy.enforcement]}, and what cannot be told ` +
      `${does[policy.unresolved]}. Asked about every \`${policy.select}\`${condition(policy)}.`,
    policy.why,
    example("Violated", policy, "violated"),
    example("Satisfied", policy, "satisfied"),
    `### How to fix it\n\n${policy.fix}`,
    cannotTell(policy),
    parameters(policy),
    policy.sources.length === 0
      ? ""
      : `### Sources\n\n${policy.sources.map((source) => `- ${source}`).join("\n")}`,
  );
}

const does = { deny: "blocks", warn: "warns", audit: "is only counted" } as const;

function condition({ when, each }: LoadedPolicy): string {
  const only = when === undefined ? "" : ` where \`${when.text}\``;
  return each === undefined ? only : `${only}, for each of \`${each.list.text}\``;
}

function example(heading: string, policy: LoadedPolicy, expected: "violated" | "satisfied"): string {
  const found = exampleOf(policy, expected);
  if (found === undefined) return "";
  return page(
    `### ${heading}: ${found.says}`,
    ...found.texts.map(({ language, text }) => fenced(language, text)),
  );
}

function cannotTell({ cases }: LoadedPolicy): string {
  const says = cases.filter(({ expected }) => expected === "unresolved").map((given) => `- ${given.says}`);
  return says.length === 0 ? "" : `### When it cannot be told\n\n${says.join("\n")}`;
}

function parameters({ parameters: all }: LoadedPolicy): string {
  const rows = all.map(({ name, type, default: value, doc }) => [
    `\`${name}\``,
    type,
    `\`${plainText(value)}\``,
    doc,
  ]);
  return rows.length === 0
    ? ""
    : `### Parameters\n\n${table(["name", "type", "default", "what it is"], rows)}`;
}

function plainText(value: Value): string {
  return JSON.stringify(value);
}
