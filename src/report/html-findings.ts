import type { Finding, LocatedFinding } from "../verdict/finding.ts";
import { advice } from "./advice.ts";
import { html, htmlLink, htmlParagraphs, htmlProse } from "./escape/html.ts";
import { grouped } from "./grouped.ts";
import { count } from "./headline.ts";
import { type OpenUnknown, openQuestions, unknownOf } from "./open.ts";
import { placeAddress, placeName, type Repository } from "./place-link.ts";
import { are, listed } from "./words.ts";

/** Findings by policy, each with all that is known of it. */
export function findingCards(findings: readonly LocatedFinding[], repository: Repository): string {
  return grouped(findings, ({ policy, severity, outcome }) => `${policy.id} ${severity} ${outcome}`)
    .map(([, group]) => card(group, repository))
    .join("");
}

/** Open questions by what helps. */
export function openCards(findings: readonly LocatedFinding[], repository: Repository): string {
  return openQuestions(findings)
    .map(({ advice, causes }) => {
      const items = causes.map(({ unknowns, place, findings }) => {
        const what =
          unknowns.length === 0 ? "an expression that cannot be worked out" : unknownsText(unknowns);
        const at = place === undefined ? "" : ` at ${placeHtml(place, repository)}`;
        return `<li>${what}${at}${list(findings.map((finding) => line(finding, repository)))}</li>`;
      });
      const total = causes.reduce((sum, { findings }) => sum + findings.length, 0);
      return `<article class="card"><h3>${count(total, "question")}</h3><p>${htmlProse(advice)}</p><ul>${items.join("")}</ul></article>`;
    })
    .join("");
}

/** A finding on one line. */
export function line(finding: Finding | LocatedFinding, repository: Repository): string {
  const { policy, severity, resource, outcome, message } = finding;
  const where = "place" in finding ? ` at ${placeHtml(finding.place, repository)}` : "";
  const doubt = outcome === "unresolved" ? "unresolved, " : "";
  return `<span class="is-${severity}">${badge(severity)}${doubt}${htmlCode(policy.id)} ${htmlCode(resource)}${where}: ${htmlProse(message)}</span>`;
}

export function list(items: readonly string[]): string {
  return items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}

export function htmlCode(untrusted: string): string {
  return `<code>${html(untrusted)}</code>`;
}

/** A place, linked where it can be. */
export function placeHtml(place: LocatedFinding["place"], repository: Repository): string {
  const name = htmlCode(placeName(place));
  const address = placeAddress(place, repository);
  return address === undefined ? name : htmlLink(name, address);
}

function badge(severity: Finding["severity"]): string {
  return `<span class="badge ${severity}">${severity}</span>`;
}

function card(findings: readonly LocatedFinding[], repository: Repository): string {
  const [first] = findings;
  if (first === undefined) return "";
  const { policy, severity, outcome, enforcement } = first;
  const doubt = outcome === "unresolved" && enforcement === "deny" ? "unresolved, " : "";
  const fix = outcome === "violated" ? "Fix" : "If it is violated";
  return [
    `<article class="card ${severity} is-${severity}"><h3>${htmlProse(policy.title)}</h3>`,
    `<p>${badge(severity)}${doubt}${htmlCode(policy.id)}</p>`,
    list(findings.map((finding) => item(finding, repository))),
    ...(policy.fix.trim() === ""
      ? []
      : [`<p class="fix"><strong>${fix}:</strong> ${htmlProse(policy.fix)}</p>`]),
    `<details><summary>Why, and sources</summary>${htmlParagraphs(policy.why)}${list(policy.sources.map(source))}</details>`,
    "</article>",
  ].join("");
}

function item(finding: LocatedFinding, repository: Repository): string {
  const { resource, place, message, missing, note, trail } = finding;
  const [first] = missing;
  const steps = trail.map((step) => `${htmlProse(step.what)} at ${placeHtml(step.place, repository)}`);
  return [
    `${htmlCode(resource)} at ${placeHtml(place, repository)}<br>${htmlProse(message)}`,
    ...(first === undefined
      ? []
      : [`<br>Not known: ${unknownsText(missing.map(unknownOf))}.<br>${htmlProse(advice(first))}`]),
    ...(note === undefined ? [] : [`<br>Note: ${htmlProse(note)}.`]),
    ...(steps.length === 0
      ? []
      : [`<details><summary>Where the value comes from</summary>${list(steps)}</details>`]),
  ].join("");
}

function unknownsText(unknowns: readonly OpenUnknown[]): string {
  return grouped(unknowns, ({ reason }) => reason)
    .map(([reason, some]) => {
      const names = [...new Set(some.map(({ name }) => name))];
      return `${listed(names.map(htmlCode))} ${are(names.length, htmlProse(reason))}`;
    })
    .join("; ");
}

function source(address: string): string {
  return /^https?:\/\/\S+$/.test(address) ? htmlLink(html(address), address) : htmlProse(address);
}
