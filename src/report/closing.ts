import type { Format } from "../base/place.ts";
import type { Verdict } from "../verdict/finding.ts";
import { oneLine } from "./escape/visible.ts";
import { answers, count, headline, told } from "./headline.ts";
import type { Paint } from "./paint.ts";
import { listed } from "./words.ts";

/** What was read, asked and answered, a line each. */
export function closingCounts(verdict: Verdict): readonly string[] {
  const { violated, unresolved, satisfied } = answers(verdict);
  const notApplicable = verdict.tally.reduce((sum, tally) => sum + tally.notApplicable, 0);
  const { audited, waived } = told(verdict);
  const asked = `${count(verdict.policies.length, "policy")} about ${count(verdict.entities, "resource")}`;
  return [
    `read      ${inputs(verdict)}`,
    `asked     ${asked} in ${seconds(verdict.elapsedMilliseconds)}`,
    `answered  ${violated} violated, ${unresolved} unresolved, ${satisfied} satisfied, ${notApplicable} not applicable`,
    ...compared(verdict),
    ...(waived.length === 0 ? [] : [`waived    ${count(waived.length, "finding")}, not shown`]),
    ...(audited === 0 ? [] : [`counted   ${count(audited, "finding")} of policies under audit, not shown`]),
  ];
}

/** What this change causes and resolves, and what was there before. */
function compared(verdict: Verdict): readonly string[] {
  const { comparison } = verdict;
  if (comparison === undefined) return [];
  const { blocking, warnings, unresolved, before } = told(verdict);
  const resolved = comparison.resolved.filter(({ enforcement }) => enforcement !== "audit");
  const parts = [
    `${blocking.length + warnings.length + unresolved.length} new`,
    ...(resolved.length === 0 ? [] : [`${resolved.length} resolved`]),
    ...(before.length === 0 ? [] : [`${before.length} from before, not shown`]),
  ];
  return [`compared  with ${oneLine(comparison.base)}: ${parts.join(", ")}`];
}

/** The answer, for someone in a hurry. */
export function answer(verdict: Verdict, paint: Paint): string {
  const passed = verdict.conclusion === "pass";
  return paint(`${passed ? "✓" : "✗"} ${headline(verdict)}`, passed ? "green" : "red", "bold");
}

const nouns: Readonly<Record<Format, string>> = {
  terraform: "Terraform plan",
  cloudformation: "CloudFormation template",
  kubernetes: "manifest file",
  eksctl: "eksctl file",
  inventory: "inventory",
};

function inputs({ inputs, leftAlone }: Verdict): string {
  const counts = new Map<Format, number>();
  for (const { format } of inputs) counts.set(format, (counts.get(format) ?? 0) + 1);
  const read = [...counts].map(([format, number]) => count(number, nouns[format]));
  const others = leftAlone === 0 ? "" : `; left ${count(leftAlone, "other file")} alone`;
  return `${read.length === 0 ? "nothing" : listed(read)}${others}`;
}

function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
