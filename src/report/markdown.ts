import type { Failure } from "../base/failure.ts";
import type { Place } from "../base/place.ts";
import type { LocatedFinding, Verdict } from "../verdict/finding.ts";
import { advice } from "./advice.ts";
import { code, link, paragraphs, prose, text } from "./escape/markdown.ts";
import { grouped } from "./grouped.ts";
import { count, headline, told } from "./headline.ts";
import { type OpenCause, type OpenKind, type OpenUnknown, openQuestions, unknownOf } from "./open.ts";
import { are } from "./words.ts";

/** What a report needs to know of where it is shown. Without it there are no links, and all else is the same. */
export interface ReportContext {
  /** `https://github.com`, without a slash at the end. */
  readonly serverUrl?: string;
  /** `owner/name` of the repository the pull request goes to. */
  readonly repository?: string;
  /** The commit that places are linked to. */
  readonly headSha?: string;
  /** The page of the run, where the job summary is. */
  readonly runUrl?: string;
  /** Whether a file is part of the commit; those that are not cannot be linked. */
  readonly isCommitted?: (file: string) => boolean;
  /** Whether places are without lines, because the commit they are shown at is not in the checkout. */
  readonly shallow?: boolean;
  /** How many findings the comment reported before it became clean. */
  readonly resolved?: number;
}

/** Findings under one heading. */
export interface Section {
  readonly heading: string;
  readonly groups: readonly Group[];
}

/** Findings that share a policy, so that its fix is said once; or what helps, where they are open. */
interface Group {
  readonly head: string;
  readonly items: readonly Item[];
  readonly foot: string;
}

interface Item {
  readonly text: string;
  /** How many findings it tells of. */
  readonly findings: number;
}

export function title(verdict: Verdict): string {
  const icon = { pass: "✅", blocked: "❌", unjudged: "❗" }[verdict.conclusion];
  return `### ${icon} EKS policy gate: ${text(headline(verdict))}`;
}

/** Everything there is to tell: why there is no verdict, what blocks, what warns, what could not be resolved. */
export function sections(verdict: Verdict, context: ReportContext): readonly Section[] {
  const { blocking, warnings, unresolved } = told(verdict);
  return [
    failureSection(verdict.failures, context),
    findingSection("Blocking", blocking, context),
    findingSection("Warnings", warnings, context),
    { heading: "Unresolved", groups: openQuestions(unresolved).map((kind) => openGroup(kind, context)) },
  ].filter((section) => section.groups.length > 0);
}

/**
 * The sections in so many bytes of UTF-8. What does not fit is left out as whole findings, from the end, and
 * `more` says so; its own size is part of the budget.
 */
export function within(budget: number, all: readonly Section[], more: (dropped: number) => string): string {
  const items = all.flatMap((section) => section.groups.flatMap((group) => group.items));
  const cut = (kept: number) => {
    const dropped = sum(items.slice(kept).map(({ findings }) => findings));
    return [firstItems(all, kept), dropped === 0 ? "" : more(dropped)]
      .filter((part) => part !== "")
      .join("\n\n");
  };
  return cut(largest(items.length, (kept) => bytes(cut(kept)) <= budget));
}

/** How much room a text takes where limits are counted in bytes. */
export function bytes(content: string): number {
  return Buffer.byteLength(content, "utf8");
}

/** The first so many items, under the headings and with the fixes that belong to them. */
function firstItems(all: readonly Section[], most: number): string {
  let left = most;
  const taken = all.flatMap(({ heading, groups }) => {
    const parts = groups.flatMap(({ head, items, foot }) => {
      const some = items.slice(0, left);
      left -= some.length;
      return some.length === 0 ? [] : [head, some.map(({ text }) => text).join("\n"), foot];
    });
    return parts.length === 0 ? [] : [`#### ${heading}`, ...parts];
  });
  return taken.filter((part) => part !== "").join("\n\n");
}

/** The largest number up to `most` that is fine; when one is not, those above are not either. 0 is taken for granted. */
function largest(most: number, isFine: (number: number) => boolean): number {
  let fine = 0;
  let tooLarge = most + 1;
  let next = most;
  while (next > fine) {
    if (isFine(next)) fine = next;
    else tooLarge = next;
    next = Math.floor((fine + tooLarge) / 2);
  }
  return fine;
}

/** What was given and not judged, a line each. */
export function notes({ notes }: Verdict, context: ReportContext): readonly string[] {
  const lines = notes.map(({ at, message, hint }) => {
    const where = at === undefined ? "" : `${placeLink(at, context)}: `;
    return `⚠️ ${where}${prose(message)}; ${prose(hint)}.`;
  });
  return lines.length === 0 ? [] : [lines.join("<br>")];
}

/** Why there are no lines, where there are none. */
export function shallowness({ shallow }: ReportContext): readonly string[] {
  return shallow === true ? ["no lines: check out with `fetch-depth: 2`"] : [];
}

function failureSection(failures: readonly Failure[], context: ReportContext): Section {
  if (failures.length === 0) return { heading: "", groups: [] };
  const items = failures.map((failure) => {
    const at = failure.at === undefined ? "" : `${placeLink(failure.at, context)}: `;
    const hint = failure.hint === undefined ? "" : `<br>${prose(failure.hint)}`;
    return { text: `- ${at}${prose(failure.message)}${hint}`, findings: 1 };
  });
  return { heading: "Why there is no verdict", groups: [{ head: "", items, foot: "" }] };
}

function findingSection(
  heading: string,
  findings: readonly LocatedFinding[],
  context: ReportContext,
): Section {
  const groups = grouped(findings, ({ policy, severity, outcome }) => `${policy.id} ${severity} ${outcome}`);
  return { heading, groups: groups.map(([, group]) => findingGroup(group, context)) };
}

function findingGroup(findings: readonly LocatedFinding[], context: ReportContext): Group {
  const [first] = findings;
  if (first === undefined) return { head: "", items: [], foot: "" };
  const { policy } = first;
  const doubt = first.outcome === "unresolved" && first.enforcement === "deny" ? "unresolved · " : "";
  return {
    head: `**${text(policy.title, 300)}** · ${doubt}${first.severity} · ${code(policy.id)}`,
    items: findings.map((finding) => findingItem(finding, context)),
    foot: [...fix(first), why(first)].join("\n\n"),
  };
}

function findingItem(finding: LocatedFinding, context: ReportContext): Item {
  const [first] = finding.missing;
  const lines = [
    `- ${code(finding.resource)} at ${placeLink(finding.place, context)}`,
    prose(finding.message, 1_000),
    ...(first === undefined ? [] : [`Not known: ${unknownsText(finding.missing.map(unknownOf))}.`]),
    ...(first === undefined ? [] : [prose(advice(first))]),
    ...(finding.note === undefined ? [] : [`Note: ${prose(finding.note)}.`]),
  ];
  return { text: `${lines.join("<br>")}${way(finding, context)}`, findings: 1 };
}

const mostSteps = 10;

/** The way of a value, from where it counts to its cause. */
function way({ trail }: LocatedFinding, context: ReportContext): string {
  if (trail.length === 0) return "";
  const steps = trail.map(({ place, what }) => `${prose(what, 300)} at ${placeLink(place, context)}`);
  const half = mostSteps / 2;
  const left = steps.length - mostSteps;
  const shown = left <= 0 ? steps : [...steps.slice(0, half), `${left} more`, ...steps.slice(-half)];
  return `<details><summary>Where the value comes from</summary>${shown.join("<br>")}</details>`;
}

/** Open questions that one thing helps with: what is not known, where, and what it decides. */
function openGroup({ advice, causes }: OpenKind, context: ReportContext): Group {
  const total = sum(causes.map(({ findings }) => findings.length));
  const head = `**${count(total, "question")}**${advice === "" ? "" : ` · ${prose(advice)}`}`;
  return { head, items: causes.map((cause) => openItem(cause, context)), foot: "" };
}

function openItem({ unknowns, place, findings }: OpenCause, context: ReportContext): Item {
  const at = place === undefined ? "" : ` at ${placeLink(place, context)}`;
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
  const asked = `${first.severity} · ${code(first.policy.id)} · ${shown.join(", ")}${rest}`;
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
  return [`**${outcome === "violated" ? "Fix" : "If it is violated"}:** ${prose(policy.fix)}`];
}

function why({ policy }: LocatedFinding): string {
  const sources = policy.sources.map((source) => `- ${sourceLine(source)}`).join("\n");
  return [
    "<details>",
    "<summary>Why, and sources</summary>\n",
    [paragraphs(policy.why), sources].filter((part) => part !== "").join("\n\n"),
    "\n</details>",
  ].join("\n");
}

/** A web page is linked; anything else, such as a document's name, is shown. */
function sourceLine(source: string): string {
  return /^https?:\/\/\S+$/.test(source)
    ? link(text(source.replace(/^https?:\/\//, ""), 200), source)
    : prose(source, 500);
}

function placeLink(place: Place, context: ReportContext): string {
  const label = code(place.line === undefined ? place.file : `${place.file}:${place.line}`, 300);
  const { serverUrl, repository, headSha, isCommitted } = context;
  if (serverUrl === undefined || repository === undefined || headSha === undefined) return label;
  if (isCommitted !== undefined && !isCommitted(place.file)) return label;
  const path = place.file
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
  return link(label, `${serverUrl}/${repository}/blob/${headSha}/${path}${lines(place)}`);
}

function lines({ line, endLine }: Place): string {
  if (line === undefined) return "";
  return endLine === undefined || endLine <= line ? `#L${line}` : `#L${line}-L${endLine}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
