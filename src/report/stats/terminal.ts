import { columnsOf, wrapped } from "../columns.ts";
import { printable } from "../escape/log.ts";
import { oneLine } from "../escape/visible.ts";
import { count } from "../headline.ts";
import type { Paint } from "../paint.ts";
import { table } from "../text-table.ts";
import { cellsOf, columns, type StatsSection, sayReports, sectionsOf } from "./sections.ts";
import type { Usage } from "./usage.ts";

interface Page {
  readonly width: number;
  readonly paint: Paint;
}

/** What policies did over reports, by what there is to think about them. */
export function statsText(usage: Usage, page: Page): string {
  const sections = [
    page.paint(sayReports(usage), "bold"),
    ...sectionsOf(usage).map((section) => sectionLines(section, page).join("\n")),
  ];
  return printable(sections.join("\n\n"));
}

function sectionLines({ advice, title, hint, policies }: StatsSection, page: Page): readonly string[] {
  const head = [
    `${page.paint(`${count(policies.length, "policy")}: ${title}`, "underline")}`,
    ...wrapped(hint, page.width - 2).map((line) => page.paint(`  ${line}`, "dim")),
  ];
  if (advice === "holds" || advice === "never-applies") {
    return [
      ...head,
      ...names(
        policies.map(({ policy }) => policy.id),
        page,
      ),
    ];
  }
  const rows = policies.map((policy) => [
    policy.policy.id,
    policy.enforcements.join(", "),
    ...cellsOf(policy),
  ]);
  return [...head, ...table(["policy", "does", ...columns], rows, page, { right: [2, 3, 4, 5, 6, 7] })];
}

function names(ids: readonly string[], { width }: Page): readonly string[] {
  const lines = wrapped(ids.map((id) => oneLine(id)).join(", "), width - 2);
  return lines.filter((line) => columnsOf(line) > 0).map((line) => `  ${line}`);
}
