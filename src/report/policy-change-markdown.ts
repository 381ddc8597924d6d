import type { PolicyChange, Verdict } from "../verdict/finding.ts";
import { folded } from "./budget.ts";
import { code, prose } from "./escape/markdown.ts";
import { findingLine } from "./findings-markdown.ts";
import { count } from "./headline.ts";
import { placeLink, type Repository } from "./place-link.ts";
import { listed } from "./words.ts";

/** What comes first where the change is about policy: what its policies would do, and that they did not judge it. */
export function policyChangeParts(verdict: Verdict, repository: Repository): readonly string[] {
  const { policyChange, comparison } = verdict;
  if (policyChange === undefined) return [];
  const judges = comparison === undefined ? "Those of its base" : `Those of ${code(comparison.base, 100)}`;
  const summary = `> [!IMPORTANT]\n> **This pull request changes policy**: ${effect(policyChange)}. ${judges} judged it.`;
  const { files } = policyChange;
  return [
    summary,
    folded(`${count(files.length, "changed file")} of policy`, details(policyChange, repository)),
  ];
}

/** `it would add 3 findings and remove 1`. */
export function effect({ added, removed, failures }: PolicyChange): string {
  if (failures.length > 0)
    return `nothing could be judged by it, for ${count(failures.length, "mistake")} in it`;
  if (added.length + removed.length === 0) return "no finding would be added or removed";
  const parts = [
    ...(added.length > 0 ? [`add ${count(added.length, "finding")}`] : []),
    ...(removed.length > 0
      ? [`remove ${added.length > 0 ? removed.length : count(removed.length, "finding")}`]
      : []),
  ];
  return `it would ${listed(parts)}`;
}

/** It stands above everything, so it is kept short. */
const mostLines = 20;

function details({ files, added, removed, failures }: PolicyChange, repository: Repository): string {
  const mistakes = failures.map(({ at, message, hint }) => {
    const where = at === undefined ? "" : `${placeLink(at, repository)}: `;
    return `- ${where}${prose(message, 500)}${hint === undefined ? "" : `; ${prose(hint, 500)}`}`;
  });
  const lines = (findings: PolicyChange["added"]) =>
    findings.map((finding) => findingLine(finding, repository));
  return [
    few(files.map((file) => `- ${placeLink({ file }, repository)}`)),
    ...titled("Mistakes", mistakes),
    ...titled("Would be added", lines(added)),
    ...titled("Would be removed", lines(removed)),
  ].join("\n\n");
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`**${title}**`, few(lines)];
}

function few(lines: readonly string[]): string {
  const rest = lines.length > mostLines ? [`- and ${count(lines.length - mostLines, "other")}`] : [];
  return [...lines.slice(0, mostLines), ...rest].join("\n");
}
