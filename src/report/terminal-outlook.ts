import type { LocatedFinding, Verdict } from "../verdict/finding.ts";
import { type Bar, bars, cells } from "./bars.ts";
import { columnsOf, cropped } from "./columns.ts";
import { oneLine } from "./escape/visible.ts";
import type { Paint } from "./paint.ts";
import { effect } from "./policy-change.ts";
import { waiverNews } from "./waivers.ts";

interface Page {
  readonly paint: Paint;
  readonly width: number;
  readonly now?: string;
}

/** What the policies of the change would do, which did not judge it. */
export function policyChangeLines(
  { policyChange, comparison }: Verdict,
  paint: Paint,
): readonly (readonly string[])[] {
  if (policyChange === undefined) return [];
  const { files, added, removed, failures } = policyChange;
  const judges = comparison === undefined ? "its base" : oneLine(comparison.base);
  return [
    [
      `${paint("! this change is about policy", "yellow", "bold")}: ${effect(policyChange)}; judged by the policies of ${judges}`,
      ...few(files.map((file) => `  ${oneLine(file)}`)),
      ...few(failures.map(({ message }) => `  ${paint("error:", "red", "bold")} ${oneLine(message)}`)),
      ...few(added.map((finding) => `  ${paint("+", "red")} ${named(finding)}`)),
      ...few(removed.map((finding) => `  ${paint("-", "green")} ${named(finding)}`)),
    ],
  ];
}

/** What is used of quotas that are nearly full, or that a finding is about. */
export function quotaLines(verdict: Verdict, { paint, width }: Page): readonly (readonly string[])[] {
  const all = bars(verdict);
  if (all.length === 0) return [];
  const resources = all.map(({ resource }) => oneLine(resource));
  const widest = Math.min(Math.max(16, width - 60), Math.max(...resources.map(columnsOf)));
  const lines = all.map((bar, index) => {
    const name = cropped(resources[index] ?? "", 0, widest);
    const before = bar.before === undefined ? "" : ` (${bar.before})`;
    return `  ${bar.percent.toString().padStart(3)} % ${barOf(bar, paint)} ${paint(name, "cyan")}${" ".repeat(widest - columnsOf(name))}  ${bar.used} ${oneLine(bar.what)}${before}`;
  });
  return [[paint("quotas", "underline"), "", ...lines]];
}

/** Waivers that somebody has to look at. */
export function waiverLines(verdict: Verdict, { paint, now }: Page): readonly (readonly string[])[] {
  const news = waiverNews(verdict, now);
  if (news.length === 0) return [];
  const lines = news.map(({ kind, sentence }) => {
    const isWrong = kind === "refused" || kind === "expired";
    return `  ${paint(isWrong ? "!" : "·", isWrong ? "yellow" : "dim")} ${oneLine(sentence)}`;
  });
  return [[paint("waivers", "underline"), "", ...few(lines)]];
}

function barOf({ filled: { before, added }, isOver, percent }: Bar, paint: Paint): string {
  const colour = isOver ? "red" : percent >= 80 ? "yellow" : "green";
  const left = cells - before - added;
  return `${paint("█".repeat(before), colour)}${paint("▓".repeat(added), colour)}${paint("░".repeat(left), "dim")}`;
}

function named({ policy, resource }: LocatedFinding): string {
  return `${policy.id}  ${oneLine(resource)}`;
}

const most = 20;

function few(lines: readonly string[]): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `  and ${lines.length - most} more`];
}
