import type { PolicyChange, Verdict } from "../verdict/finding.ts";
import { folded } from "./budget.ts";
import { code, prose } from "./escape/markdown.ts";
import { findingLine } from "./findings-markdown.ts";
import { count } from "./headline.ts";
import { placeLink, type Repository } from "./place-link.ts";
import { effect } from "./policy-change.ts";

/** What comes first where the change is about policy: what its policies would do, and that they did not judge it. */
export function policyChangeParts(verdict: Verdict, repository: Repository): readonly string[] {
  const { policyChange, comparison } = verdict;
  if (policyChange === undefined) return [];
  const judges =
    comparison === undefined ? "The policies of its base" : `The policies of ${code(comparison.base, 100)}`;
  const summary = `> [!IMPORTANT]\n> **This pull request changes policy**: ${effect(policyChange)}. ${judges} judged it.`;
  const { files } = policyChange;
  return [
    summary,
    folded(`${count(files.length, "changed file")} of policy`, details(policyChange, repository)),
  ];
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
