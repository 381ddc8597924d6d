import type { Verdict } from "../verdict/finding.ts";
import { bytes, folded } from "./budget.ts";
import { code } from "./escape/markdown.ts";
import { count, scope } from "./headline.ts";
import { body, opening, type ReportContext, shallowness } from "./markdown.ts";
import { row } from "./table.ts";

/** The runner uploads nothing of a larger summary. In bytes of UTF-8. */
export const summaryBytes = 1_000_000;

/** The summary of the job, in Markdown: what the comment says, without its limit, and what was asked and read. */
export function renderSummary(verdict: Verdict, context: ReportContext): string {
  const said = [scope(verdict), ...shallowness(context)].join(" · ");
  const head = [opening(verdict, context), `${said}.`].join("\n\n");
  const tail = [...policyTable(verdict), ...inputTable(verdict)].join("\n\n");
  const room = summaryBytes - bytes(head) - bytes(tail) - 8;
  const content = body(verdict, context, { bytes: room, lines: mostRows }, (dropped) =>
    dropped === 0
      ? "There is more in the JSON report."
      : `**${count(dropped, "more finding")}** in the JSON report.`,
  );
  return `${[head, content, tail].filter((part) => part !== "").join("\n\n")}\n`;
}

function policyTable({ tally }: Verdict): readonly string[] {
  const rows = tally.map(({ policy, violated, unresolved, satisfied, notApplicable }) =>
    row([code(policy.id, 200), policy.enforcement, violated, unresolved, satisfied, notApplicable]),
  );
  const columns = ["policy", "enforcement", "violated", "unresolved", "satisfied", "not applicable"];
  return tableOf(count(tally.length, "policy"), columns, ["---", "---", "--:", "--:", "--:", "--:"], rows);
}

function inputTable({ inputs, leftAlone }: Verdict): readonly string[] {
  const rows = inputs.map(({ file, format, declares }) => row([code(file, 200), format, declares]));
  const left = leftAlone === 0 ? "" : `, ${leftAlone} left alone`;
  return tableOf(
    `${count(inputs.length, "file")} read${left}`,
    ["file", "format", "declares"],
    ["---", "---", "--:"],
    rows,
  );
}

function tableOf(
  label: string,
  columns: readonly string[],
  alignment: readonly string[],
  rows: readonly string[],
): readonly string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, mostRows);
  const rest = rows.length > mostRows ? `\n\n${rows.length - mostRows} more in the JSON report.` : "";
  const table = [row(columns), row(alignment), ...shown].join("\n");
  return [folded(label, `${table}${rest}`)];
}

/** Enough to look something up; the rest would push the findings out of the summary. */
const mostRows = 200;
