import type { Finding, LocatedFinding, Verdict } from "../verdict/finding.ts";
import type { Item, Section } from "./budget.ts";
import { code, inHtml, prose } from "./escape/markdown.ts";
import { findingLine, findingLines } from "./findings-markdown.ts";
import { count, told } from "./headline.ts";
import type { Repository } from "./place-link.ts";
import { type WaiverNews, waiverNews } from "./waivers.ts";

/** What was there before this change, on a line each. */
export function beforeSection(verdict: Verdict, repository: Repository, most: number): Section {
  const { before } = told(verdict);
  if (before.length === 0) return { groups: [] };
  const base = baseName(verdict);
  const fold = `🕰️ <b>${count(before.length, "finding")}</b> ${before.length === 1 ? "was" : "were"} there before, in ${base}: not counted`;
  return { fold, groups: [findingLines(before, repository, most)] };
}

/** What this change puts right. */
export function resolvedSection(verdict: Verdict, most: number): Section {
  const { resolved = [] } = verdict.comparison ?? {};
  const heard = resolved.filter(({ enforcement }) => enforcement !== "audit");
  if (heard.length === 0) return { groups: [] };
  const fold = `🎉 <b>This pull request resolves ${count(heard.length, "finding")}</b> of ${baseName(verdict)}. Thank you!`;
  // Where it was is no place of the head commit.
  return { fold, groups: [findingLines(heard, {}, most)] };
}

/** Waivers that somebody has to look at, and then what is waived. */
export function waiverSections(
  verdict: Verdict,
  repository: Repository & { readonly now?: string },
  most: number,
): readonly Section[] {
  const news = waiverNews(verdict, repository.now);
  const { waived } = told(verdict);
  const uses = (verdict.waivers ?? []).filter(({ state }) => state === "used").length;
  const by = uses === 0 ? "" : ` by ${count(uses, "waiver")}`;
  const fold = `📝 <b>${count(waived.length, "finding")}</b> ${waived.length === 1 ? "is" : "are"} waived${by}: not counted`;
  const lines = findingLines(waived, repository, most, (finding) => waivedLine(finding, repository));
  return [
    { heading: "Waivers", groups: [{ head: "", items: newsItems(news), foot: "", open: 10 }] },
    { fold, groups: [lines] },
  ];
}

function newsItems(news: readonly WaiverNews[]): readonly Item[] {
  return news.map(({ kind, sentence }) => ({
    text: `- ${icons[kind]} ${prose(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`, 1_000)}`,
    findings: 0,
  }));
}

const icons: Readonly<Record<WaiverNews["kind"], string>> = {
  refused: "🚫",
  expired: "⌛",
  ending: "⏳",
  unused: "🧹",
};

function waivedLine(finding: Finding | LocatedFinding, repository: Repository): string {
  const line = findingLine(finding, repository);
  const excuse = "excuse" in finding ? finding.excuse : undefined;
  if (excuse?.kind !== "waived") return line;
  const { owner, expires, reason } = excuse.waiver;
  return `${line}<br>until ${prose(expires, 10)}, ${code(owner, 100)}: ${prose(reason, 500)}`;
}

function baseName({ comparison }: Verdict): string {
  return comparison === undefined ? "the base" : `<code>${inHtml(comparison.base, 100)}</code>`;
}
