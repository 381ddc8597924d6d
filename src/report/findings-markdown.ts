import type { Severity } from "../policy/policy.ts";
import type { Finding, LocatedFinding } from "../verdict/finding.ts";
import { advice } from "./advice.ts";
import { bytes, folded, type Group, type Item, type Section } from "./budget.ts";
import { code, link, paragraphs, prose, text } from "./escape/markdown.ts";
import { grouped } from "./grouped.ts";
import { count } from "./headline.ts";
import { type OpenCause, type OpenKind, type OpenUnknown, openQuestions, unknownOf } from "./open.ts";
import { placeLink, type Repository } from "./place-link.ts";
import { are } from "./words.ts";

/** Findings by policy, so that its fix is said once; each with its place and the way of its value. */
export function findingSection(
  heading: string,
  findings: readonly LocatedFinding[],
  repository: Repository,
): Section {
  const groups = grouped(findings, ({ policy, severity, outcome }) => `${policy.id} ${severity} ${outcome}`);
  return { heading, groups: groups.map(([, group]) => findingGroup(group, repository)) };
}

/** Open questions by what helps with them. */
export function openSection(
  heading: string,
  findings: readonly LocatedFinding[],
  repository: Repository,
): Section {
  return { heading, groups: openQuestions(findings).map((kind) => openGroup(kind, repository)) };
}

/** A finding on one line, for those that nobody has to do anything about now. */
export function findingLine(finding: Finding | LocatedFinding, repository: Repository): string {
  const { policy, severity, resource, outcome } = finding;
  const where = "place" in finding ? ` at ${placeLink(finding.place, repository)}` : "";
  const doubt = outcome === "unresolved" ? "unresolved · " : "";
  return `- ${signs[severity]} ${doubt}${code(policy.id)} · ${code(resource, 200)}${where}`;
}

/** One line each, and a line for those that are too many: they come at the bottom of a page of other things. */
export function findingLines(
  findings: readonly (Finding | LocatedFinding)[],
  repository: Repository,
  most: number,
  line: (finding: Finding | LocatedFinding) => string = (finding) => findingLine(finding, repository),
): Group {
  const shown = findings.slice(0, most).map((finding) => ({ text: line(finding), findings: 1 }));
  const rest = findings.length - shown.length;
  const foot = rest === 0 ? "" : `and ${count(rest, "other")}, in the JSON report`;
  return { head: "", items: shown, foot };
}

/** What severities look like, for who scrolls. */
export const signs: Readonly<Record<Severity, string>> = {
  critical: "🔴",
  high: "🟠",
  medium: "🟡",
  low: "🔵",
};

/** So many findings of one policy are shown; the others say the same of other resources. */
const mostOpen = 5;

function findingGroup(findings: readonly LocatedFinding[], repository: Repository): Group {
  const [first] = findings;
  if (first === undefined) return { head: "", items: [], foot: "" };
  const { policy, severity } = first;
  const doubt = first.outcome === "unresolved" && first.enforcement === "deny" ? "unresolved · " : "";
  return {
    head: `${signs[severity]} **${text(policy.title, 300)}** · ${doubt}${severity} · ${code(policy.id)}`,
    items: findings.map((finding) => findingItem(finding, repository)),
    foot: [...fix(first), why(first)].join("\n\n"),
    open: mostOpen,
  };
}

function findingItem(finding: LocatedFinding, repository: Repository): Item {
  const [first] = finding.missing;
  const lines = [
    `- ${code(finding.resource)} at ${placeLink(finding.place, repository)}`,
    prose(finding.message, 1_000),
    ...(first === undefined ? [] : [`Not known: ${unknownsText(finding.missing.map(unknownOf))}.`]),
    ...(first === undefined ? [] : [prose(advice(first))]),
    ...(finding.note === undefined ? [] : [`Note: ${prose(finding.note)}.`]),
  ];
  return { text: `${lines.join("<br>")}${way(finding, repository)}`, findings: 1 };
}

const mostSteps = 10;

/** The way of a value, from where it counts to its cause. */
function way({ trail }: LocatedFinding, repository: Repository): string {
  if (trail.length === 0) return "";
  const steps = trail.map(({ place, what }) => `${prose(what, 300)} at ${placeLink(place, repository)}`);
  const half = mostSteps / 2;
  const left = steps.length - mostSteps;
  const shown = left <= 0 ? steps : [...steps.slice(0, half), `${left} more`, ...steps.slice(-half)];
  return `<details><summary>Where the value comes from</summary>${shown.join("<br>")}</details>`;
}

/** Open questions that one thing helps with: what is not known, where, and what it decides. */
function openGroup({ advice, causes }: OpenKind, repository: Repository): Group {
  const total = causes.reduce((sum, { findings }) => sum + findings.length, 0);
  const head = `**${count(total, "question")}**${advice === "" ? "" : ` · ${prose(advice)}`}`;
  return { head, items: causes.map((cause) => openItem(cause, repository)), foot: "", open: mostOpen };
}

function openItem({ unknowns, place, findings }: OpenCause, repository: Repository): Item {
  const at = place === undefined ? "" : ` at ${placeLink(place, repository)}`;
  const what = unknowns.length === 0 ? "an expression that cannot be worked out" : unknownsText(unknowns);
  const decides = grouped(findings, ({ policy, severity }) => `${policy.id} ${severity}`).map(([, same]) =>
    decidedLine(same),
  );
  return { text: [`- ${what}${at}`, ...decides].join("<br>"), findings: findings.length };
}

/** What one policy asks that is not known: of whom. */
function decidedLine(findings: readonly LocatedFinding[]): string {
  const [first] = findings;
  if (first === undefined) return "";
  const names = [...new Set(findings.map(({ resource }) => resource))];
  const shown = names.slice(0, mostNamed).map((name) => code(name, 200));
  const rest = names.length > mostNamed ? ` and ${count(names.length - mostNamed, "other")}` : "";
  const asked = `${signs[first.severity]} ${first.severity} · ${code(first.policy.id)} · ${shown.join(", ")}${rest}`;
  return `${asked}: ${prose(first.message, 1_000)}`;
}

const mostNamed = 5;

/** `a`, `b` are known after apply; `c` is imported from another stack. */
function unknownsText(unknowns: readonly OpenUnknown[]): string {
  const byReason = grouped(unknowns, ({ reason }) => reason);
  const parts = byReason.slice(0, mostNamed).map(([reason, some]) => {
    const names = [...new Set(some.map(({ name }) => name))];
    const shown = names.slice(0, mostNamed).map((name) => code(name, 200));
    const rest = names.length > mostNamed ? ` and ${count(names.length - mostNamed, "other")}` : "";
    return `${shown.join(", ")}${rest} ${are(names.length, prose(reason, 300))}`;
  });
  return parts.join("; ");
}

function fix({ policy, outcome }: LocatedFinding): readonly string[] {
  if (policy.fix.trim() === "") return [];
  return [`🔧 **${outcome === "violated" ? "Fix" : "If it is violated"}:** ${prose(policy.fix)}`];
}

function why({ policy }: LocatedFinding): string {
  const sources = policy.sources.map((source) => `- ${sourceLine(source)}`).join("\n");
  const content = [paragraphs(policy.why), sources].filter((part) => part !== "").join("\n\n");
  return bytes(content) === 0 ? "" : folded("Why, and sources", content);
}

/** A web page is linked; anything else, such as a document's name, is shown. */
function sourceLine(source: string): string {
  return /^https?:\/\/\S+$/.test(source)
    ? link(text(source.replace(/^https?:\/\//, ""), 200), source)
    : prose(source, 500);
}
