import { code } from "../escape/markdown.ts";
import { count } from "../headline.ts";
import { row } from "../table.ts";
import { cellsOf, columns, type StatsSection, sayReports, sectionsOf } from "./sections.ts";
import type { Usage } from "./usage.ts";

export function statsMarkdown(usage: Usage): string {
  return `${[`### ${sayReports(usage)}`, ...sectionsOf(usage).map(section)].join("\n\n")}\n`;
}

function section({ advice, title, hint, policies }: StatsSection): string {
  const head = `**${count(policies.length, "policy")}: ${title}**\n\n${hint}`;
  if (advice === "holds" || advice === "never-applies") {
    const ids = policies.map(({ policy }) => code(policy.id)).join(", ");
    return `<details><summary>${count(policies.length, "policy")}: ${title}</summary>\n\n${hint}\n\n${ids}\n\n</details>`;
  }
  const titles = ["policy", "does", ...columns];
  const rows = policies.map((policy) =>
    row([code(policy.policy.id), policy.enforcements.join(", "), ...cellsOf(policy)]),
  );
  return `${head}\n\n${[row(titles), row(titles.map(() => "---")), ...rows].join("\n")}`;
}
