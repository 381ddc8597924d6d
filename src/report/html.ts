import type { Severity } from "../policy/policy.ts";
import type { Verdict } from "../verdict/finding.ts";
import { type Bar, bars } from "./bars.ts";
import { drawing } from "./drawing.ts";
import { html, htmlProse } from "./escape/html.ts";
import { count, headline, scope, told } from "./headline.ts";
import { findingCards, htmlCode, line, list, openCards, placeHtml } from "./html-findings.ts";
import { style } from "./html-style.ts";
import type { ReportContext } from "./markdown.ts";
import { effect } from "./policy-change.ts";
import { waiverNews } from "./waivers.ts";
import { sizeOf, type Word, zoneWords } from "./zones.ts";

/**
 * The verdict as a page of its own: one file, which loads nothing and runs nothing. It says what the comment says,
 * without its limits, and draws what the comment describes.
 */
export function renderHtml(verdict: Verdict, context: ReportContext): string {
  const { blocking, warnings, unresolved, before, waived, audited } = told(verdict);
  const words = headline(verdict);
  const title = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
  const icon = { pass: "✅", blocked: "❌", unjudged: "❗" }[verdict.conclusion];
  const under = audited === 0 ? "" : ` · ${count(audited, "finding")} under audit, only counted`;
  const sections = [
    policyChange(verdict, context),
    section("Why there is no verdict", failures(verdict, context)),
    section("Blocking", findingCards(blocking, context)),
    section("Warnings", findingCards(warnings, context)),
    section("Unresolved", openCards(unresolved, context)),
    section("Zones", (verdict.layouts ?? []).map(layoutFigure).join("")),
    section("Quotas", quotas(bars(verdict))),
    section(
      "Not counted",
      [
        folded(
          `${count(before.length, "finding")} from before`,
          before.map((finding) => line(finding, context)),
        ),
        folded(
          `${count(waived.length, "finding")} waived`,
          waived.map((finding) => `${line(finding, context)}${waiverWords(finding)}`),
        ),
      ].join(""),
    ),
    resolved(verdict, context),
    section(
      "Waivers",
      list(waiverNews(verdict, context.now).map(({ sentence }) => `${htmlProse(sentence)}.`)),
    ),
    section("Asked and read", `${policies(verdict)}${inputs(verdict)}`),
  ];
  return [
    `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>EKS policy gate: ${html(words)}</title>\n<style>\n${style}\n</style>\n</head>\n<body>`,
    `<header class="${verdict.conclusion}">\n<p class="soft">EKS policy gate</p>\n<h1>${icon} ${html(title)}</h1>`,
    `${comparison(verdict)}${notes(verdict, context)}${filters(verdict)}</header>\n<main>`,
    ...sections.filter((part) => part !== ""),
    `</main>\n<footer>${html(scope(verdict))}${under}</footer>\n</body>\n</html>\n`,
  ].join("\n");
}

function section(title: string, content: string): string {
  return content === "" ? "" : `<section>\n<h2>${title}</h2>\n${content}\n</section>`;
}

function folded(title: string, items: readonly string[]): string {
  if (items.length === 0) return "";
  return `<details class="block"><summary>${title}</summary>${list(items)}</details>`;
}

function comparison(verdict: Verdict): string {
  if (verdict.comparison === undefined) return "";
  const { base, resolved } = verdict.comparison;
  const { blocking, warnings, unresolved, before, waived } = told(verdict);
  const news = blocking.length + warnings.length + unresolved.length;
  return `<p>Compared with ${htmlCode(base)}: ${news} new, ${resolved.length} resolved, ${before.length} from before, ${waived.length} waived</p>`;
}

function notes({ notes }: Verdict, context: ReportContext): string {
  return notes
    .map(({ at, message, hint }) => {
      const where = at === undefined ? "" : `${placeHtml(at, context)}: `;
      return `<p>⚠️ ${where}${htmlProse(message)}; ${htmlProse(hint)}.</p>`;
    })
    .join("");
}

const severities: readonly Severity[] = ["critical", "high", "medium", "low"];

/** Which severities are shown, without a script. */
function filters({ findings }: Verdict): string {
  const boxes = severities.flatMap((severity) => {
    const number = findings.filter(
      (finding) => finding.severity === severity && finding.enforcement !== "audit",
    ).length;
    if (number === 0) return [];
    return [`<label><input type="checkbox" id="show-${severity}" checked> ${severity} (${number})</label>`];
  });
  return boxes.length < 2 ? "" : `<div class="filters">Show ${boxes.join("")}</div>`;
}

function policyChange({ policyChange: change, comparison }: Verdict, context: ReportContext): string {
  if (change === undefined) return "";
  const judges = comparison === undefined ? "its base" : htmlCode(comparison.base);
  const mistakes = change.failures.map(
    ({ message, hint = "" }) => `${htmlProse(message)} ${htmlProse(hint)}`,
  );
  return [
    `<section class="card notice"><h2>This pull request changes policy</h2><p>${effect(change)}. The policies of ${judges} judged it.</p>`,
    list(change.files.map((file) => placeHtml({ file }, context))),
    list(mistakes),
    folded(
      "Would be added",
      change.added.map((finding) => line(finding, context)),
    ),
    folded(
      "Would be removed",
      change.removed.map((finding) => line(finding, context)),
    ),
    "</section>",
  ].join("");
}

function failures({ failures }: Verdict, context: ReportContext): string {
  return list(
    failures.map(({ at, message, hint }) => {
      const where = at === undefined ? "" : `${placeHtml(at, context)}: `;
      return `${where}${htmlProse(message)}${hint === undefined ? "" : `<br>${htmlProse(hint)}`}`;
    }),
  );
}

function layoutFigure(layout: NonNullable<Verdict["layouts"]>[number]): string {
  const cell = (words: readonly Word[]) =>
    words
      .map(
        ({ what, name, beside = "", marked }) =>
          `${marked ? "⚠ " : ""}${what} ${htmlCode(name)} ${html(beside)}`,
      )
      .join("<br>");
  const rows = zoneWords(layout).map(({ zone, subnets, runs, gateways }) => [
    html(zone),
    cell(subnets),
    cell(runs),
    cell(gateways),
  ]);
  const words = table(["zone", "subnets", "runs there", "NAT gateways"], rows);
  return [
    `<figure class="card"><h3>Cluster ${htmlCode(layout.cluster.name)}: ${sizeOf(layout)}</h3>`,
    `<div class="scroll">${drawing(layout)}</div>`,
    `<details><summary>In words</summary>${words}</details></figure>`,
  ].join("");
}

function quotas(all: readonly Bar[]): string {
  if (all.length === 0) return "";
  const rows = all.map((bar) => [
    htmlProse(bar.what),
    htmlCode(bar.resource),
    html(bar.before === undefined ? bar.used : `${bar.used}, ${bar.before}`),
    `${barHtml(bar)}`,
    `${bar.percent} %`,
    bar.left,
  ]);
  return table(["quota", "of", "used", "", "", "headroom"], rows);
}

function barHtml({ filled: { before, added }, isOver }: Bar): string {
  return `<span class="bar${isOver ? " over" : ""}"><i style="width:${before * 10}%"></i><i style="width:${added * 10}%"></i></span>`;
}

function waiverWords({ excuse }: Verdict["findings"][number]): string {
  if (excuse?.kind !== "waived") return "";
  const { owner, expires, reason } = excuse.waiver;
  return `<br>until ${html(expires)}, ${htmlCode(owner)}: ${htmlProse(reason)}`;
}

function resolved({ comparison }: Verdict, context: ReportContext): string {
  const heard = (comparison?.resolved ?? []).filter(({ enforcement }) => enforcement !== "audit");
  if (comparison === undefined || heard.length === 0) return "";
  const thanks = `🎉 This pull request resolves ${count(heard.length, "finding")} of ${htmlCode(comparison.base)}. Thank you!`;
  return folded(
    thanks,
    heard.map((finding) => line(finding, context)),
  );
}

function policies({ tally }: Verdict): string {
  const rows = tally.map(({ policy, violated, unresolved, satisfied, notApplicable }) => [
    htmlCode(policy.id),
    policy.enforcement,
    ...[violated, unresolved, satisfied, notApplicable].map(String),
  ]);
  const columns = ["policy", "enforcement", "violated", "unresolved", "satisfied", "not applicable"];
  return `<details class="block"><summary>${count(tally.length, "policy")}</summary>${table(columns, rows)}</details>`;
}

function inputs({ inputs, leftAlone }: Verdict): string {
  const rows = inputs.map(({ file, format, declares }) => [htmlCode(file), format, String(declares)]);
  const left = leftAlone === 0 ? "" : `, ${leftAlone} left alone`;
  return `<details class="block"><summary>${count(inputs.length, "file")} read${left}</summary>${table(["file", "format", "declares"], rows)}</details>`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = columns.map((column) => `<th>${column}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`);
  return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body.join("\n")}</tbody></table></div>`;
}
