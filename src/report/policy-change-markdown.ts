import type { PolicyChange, Verdict } from "../verdict/finding.ts";
import { firstLines, folded } from "./budget.ts";
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
const listBytes = 7_000;

function details({ files, added, removed, failures }: PolicyChange, repository: Repository): string {
  const mistakes = written(failures, ({ at, message, hint }) => {
    const where = at === undefined ? "" : `${placeLink(at, repository)}: `;
    return `- ${where}${prose(message, 500)}${hint === undefined ? "" : `; ${prose(hint, 500)}`}`;
  });
  const lines = (findings: PolicyChange["added"]) =>
    written(findings, (finding) => findingLine(finding, repository));
  return [
    written(files, (file) => `- ${placeLink({ file }, repository)}`),
    ...titled("Mistakes", mistakes),
    ...titled("Would be added", lines(added)),
    ...titled("Would be removed", lines(removed)),
  ].join("\n\n");
}

function titled(title: string, lines: string): readonly string[] {
  return lines === "" ? [] : [`**${title}**`, lines];
}

/** A line for each of the first, and one for the others. */
function written<Thing>(things: readonly Thing[], line: (thing: Thing) => string): string {
  const shown = firstLines(things.slice(0, mostLines).map(line), listBytes);
  const left = things.length - shown.length;
  return [...shown, ...(left === 0 ? [] : [`- and ${count(left, "other")}`])].join("\n");
}
