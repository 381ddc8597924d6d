import type { Verdict } from "../verdict/finding.ts";
import { hasMarks, type Layout } from "../verdict/layout.ts";
import { type Bar, bars, barText } from "./bars.ts";
import { folded, type Item, type Section } from "./budget.ts";
import { code, inHtml, prose } from "./escape/markdown.ts";
import { told } from "./headline.ts";
import { mermaid } from "./mermaid.ts";
import { row } from "./table.ts";
import { sizeOf, type Word, wordsByKind, zoneWords } from "./zones.ts";

/** Where the parts of the touched clusters are, and how much room their quotas leave: each as a picture and in words. */
export function pictureSection(verdict: Verdict): Section {
  const shown = (verdict.layouts ?? []).slice(0, mostLayouts);
  const isOpen = isAboutZones(verdict);
  const items = [
    ...shown.map((layout) => layoutItem(layout, isOpen && hasMarks(layout))),
    ...quotaItem(bars(verdict)),
  ];
  return { groups: items.map((item) => ({ head: "", items: [item], foot: "" })) };
}

/** GitHub draws every one of them in a frame of its own. */
const mostLayouts = 5;

/** Whether looking at the zones helps with any finding. */
function isAboutZones(verdict: Verdict): boolean {
  const { blocking, warnings } = told(verdict);
  return [...blocking, ...warnings].some(({ policy }) => policy.family === "multi-az");
}

function layoutItem(layout: Layout, isOpen: boolean): Item {
  const { cluster } = layout;
  const title = `🗺️ Zones of cluster <code>${inHtml(cluster.name, 100)}</code>: ${sizeOf(layout)}`;
  const drawing = `\`\`\`mermaid\n${mermaid(layout)}\n\`\`\``;
  const rows = zoneWords(layout).map(({ zone, subnets, runs, gateways }) =>
    row([prose(zone, 100), words(subnets), words(runs), words(gateways)]),
  );
  const columns = ["zone", "subnets", "runs there", "NAT gateways"];
  const table = [row(columns), row(columns.map(() => "---")), ...rows].join("\n");
  const legend = hasMarks(layout) ? "<sub>⚠ a finding is about it</sub>\n\n" : "";
  const content = `${drawing}\n\n${legend}${folded("In words", table)}`;
  return { text: folded(title, content, isOpen), findings: 0 };
}

const mostWords = 6;

/** `private` and their names, `public` and theirs: a line for each kind. */
function words(all: readonly Word[]): string {
  const kinds = wordsByKind(all).map(([what, some]) => {
    const shown = some.slice(0, mostWords).map(({ name, beside, marked }) => {
      const more = beside === undefined ? "" : ` ${prose(beside, 50)}`;
      return `${marked ? "⚠ " : ""}${code(name, 120)}${more}`;
    });
    const rest = some.length > mostWords ? ` and ${some.length - mostWords} more` : "";
    return `${what}${some.length > 1 ? ` (${some.length})` : ""}: ${shown.join(", ")}${rest}`;
  });
  return kinds.join("<br>");
}

function quotaItem(all: readonly Bar[]): readonly Item[] {
  const [fullest] = all;
  if (fullest === undefined) return [];
  const before = all.some((bar) => bar.before !== undefined);
  const columns = ["quota", "of", "used", "", ...(before ? ["before"] : []), "headroom"];
  const rows = all.map((bar) =>
    row([
      prose(bar.what, 200),
      code(bar.resource, 120),
      bar.used,
      `\`${barText(bar)}\` ${bar.isOver ? `**${bar.percent} %**` : `${bar.percent} %`}`,
      ...(before ? [bar.before ?? "the same"] : []),
      bar.left,
    ]),
  );
  const table = [row(columns), row(columns.map(() => "---")), ...rows].join("\n");
  const legend = before ? "\n\n<sub>█ used before · ▓ what this change adds · ░ left</sub>" : "";
  const title = `📊 Quotas: ${fullest.isOver ? "one is exceeded" : `the fullest is at ${fullest.percent} %`}`;
  const isTouched = all.some((bar) => bar.isTouched);
  return [{ text: folded(title, `${table}${legend}`, isTouched), findings: 0 }];
}
