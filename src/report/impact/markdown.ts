import { showFailure } from "../../base/failure.ts";
import { showPlace } from "../../base/place.ts";
import type { Impact } from "../../verdict/impact.ts";
import { bytes, firstLines } from "../budget.ts";
import { code, inHtml, prose, text } from "../escape/markdown.ts";
import { count } from "../headline.ts";
import { row } from "../table.ts";
import {
  alike,
  byPolicy,
  type ImpactPart,
  type ImpactReport,
  type Sums,
  sayConclusions,
  sayImpact,
  sumsOf,
  untoldIn,
} from "./sums.ts";

const mostAlike = 10;
const mostUntold = 20;

/** The same for a pull request: the tables open, what changes folded below. */
export function impactMarkdown(report: ImpactReport): string {
  const { from, to, parts } = report;
  const policies = byPolicy(report);
  const sections = [
    `### Policies from ${code(from)} to ${code(to)}, over ${count(parts.length, "path")}`,
    tableOf(
      ["where", "verdict", ...titles],
      parts.map((part) => [
        code(part.name),
        part.conclusions === undefined ? "from a report" : sayConclusions(part.conclusions),
        ...cells(sumsOf(part.impacts)),
      ]),
    ),
    ...(policies.length === 0
      ? ["Nothing changes."]
      : [
          tableOf(
            ["policy", ...titles, "where"],
            policies.map(({ policy, sums, parts: names }) => [
              code(policy.id),
              ...cells(sums),
              [
                ...names.slice(0, mostNamed).map((name) => code(name)),
                ...(names.length > mostNamed ? [`${names.length - mostNamed} more`] : []),
              ].join(", "),
            ]),
          ),
        ]),
    ...untoldLine(untoldIn(report)),
  ];
  const head = sections.join("\n\n");
  const told = parts.flatMap(partSection);
  const shown = firstLines(told, mostBytes - bytes(head));
  const left = told.length - shown.length;
  const more = left === 0 ? [] : [`${count(left, "more path")} would change: run \`impact\` to see them.`];
  return `${[head, ...shown, ...more].join("\n\n")}\n`;
}

/** Of a comment, less than GitHub takes. */
const mostBytes = 58_000;
const mostRows = 100;
const mostNamed = 5;

const titles = ["newly violated", "newly unresolved", "no longer", "stricter", "milder"] as const;

function cells({ violated, unresolved, gone, stricter, milder }: Sums): readonly string[] {
  return [violated, unresolved, gone, stricter, milder].map((number) => (number === 0 ? "" : String(number)));
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rest = rows.length - mostRows;
  const more = rest > 0 ? [`\n${rest} more.`] : [];
  return [row(head), row(head.map(() => "---")), ...rows.slice(0, mostRows).map(row), ...more].join("\n");
}

function partSection({ name, impacts, failures }: ImpactPart): readonly string[] {
  const lines = [
    ...failures.map((failure) => `- **error** ${prose(showFailure(failure))}`),
    ...alike(impacts).flatMap(alikeLines),
  ];
  if (lines.length === 0) return [];
  const title = `${inHtml(name)}: ${count(impacts.length, "change")}`;
  return [`<details><summary>${title}</summary>\n\n${lines.join("\n")}\n\n</details>`];
}

function alikeLines(group: readonly Impact[]): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  const rest = group.length - mostAlike;
  return [
    `- ${code(first.finding.policy.id)} ${text(sayImpact(first))}`,
    ...group.slice(0, mostAlike).map(
      ({
        finding: {
          resource,
          place: { file, line },
        },
      }) => {
        return `  - ${code(resource)} at ${code(showPlace(line === undefined ? { file } : { file, line }))}`;
      },
    ),
    ...(rest > 0 ? [`  - and ${rest} more`] : []),
  ];
}

function untoldLine(untold: readonly string[]): readonly string[] {
  if (untold.length === 0) return [];
  const rest = untold.length - mostUntold;
  const names = untold.slice(0, mostUntold).map((id) => code(id));
  const more = rest > 0 ? ` and ${rest} more` : "";
  return [`What ${names.join(", ")}${more} would answer cannot be told from saved reports.`];
}
