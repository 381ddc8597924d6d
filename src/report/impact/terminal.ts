import { showFailure } from "../../base/failure.ts";
import { showPlace } from "../../base/place.ts";
import type { Impact, ImpactKind } from "../../verdict/impact.ts";
import { wrapped } from "../columns.ts";
import { printable } from "../escape/log.ts";
import { oneLine } from "../escape/visible.ts";
import { count } from "../headline.ts";
import type { Paint } from "../paint.ts";
import { table } from "../text-table.ts";
import { listed } from "../words.ts";
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

interface Page {
  readonly width: number;
  readonly paint: Paint;
}

const mostAlike = 4;

/** The tables first, by repository and by policy; then what changes, repository by repository. */
export function impactText(report: ImpactReport, page: Page): string {
  const { from, to, parts } = report;
  const policies = byPolicy(report);
  const title = `from ${from} to ${to}, over ${count(parts.length, "path")}`;
  const sections = [
    [page.paint(oneLine(title), "bold")],
    table(
      ["where", "verdict", ...columns],
      parts.map((part) => [part.name, verdictOf(part), ...cells(sumsOf(part.impacts))]),
      page,
      { right: [2, 3, 4, 5, 6], ends: [0] },
    ),
    ...(policies.length === 0
      ? []
      : [
          table(
            ["policy", ...columns, ...(parts.length > 1 ? ["in"] : [])],
            policies.map(({ policy, sums, parts: names }) => [
              policy.id,
              ...cells(sums),
              ...(parts.length > 1 ? [`${names.length} of ${parts.length}`] : []),
            ]),
            page,
            { right: [1, 2, 3, 4, 5] },
          ),
        ]),
    ...parts.flatMap((part) => partSection(part, page)),
    ...untoldLines(report, page),
    [answer(report)],
  ];
  return printable(sections.map((section) => section.join("\n")).join("\n\n"));
}

const columns = ["violated", "unresolved", "gone", "stricter", "milder"] as const;

function cells(sums: Sums): readonly string[] {
  return columns.map((column) =>
    sums[column] === 0 ? "" : `${column === "gone" ? "-" : "+"}${sums[column]}`,
  );
}

function verdictOf({ conclusions }: ImpactPart): string {
  return conclusions === undefined ? "from a report" : sayConclusions(conclusions);
}

function partSection({ name, impacts, failures }: ImpactPart, page: Page): readonly (readonly string[])[] {
  if (impacts.length === 0 && failures.length === 0) return [];
  return [
    [
      page.paint(oneLine(name), "underline"),
      ...failures.flatMap((failure) => wrapped(`  error: ${oneLine(showFailure(failure))}`, page.width)),
      ...alike(impacts).flatMap((group) => alikeLines(group, page)),
    ],
  ];
}

function alikeLines(group: readonly Impact[], page: Page): readonly string[] {
  const [first] = group;
  if (first === undefined) return [];
  const [mark, colour] = marks[first.kind];
  const inFull = group.length === mostAlike + 1 ? group : group.slice(0, mostAlike);
  const rest = group.length - inFull.length;
  return [
    `  ${page.paint(mark, colour, "bold")} ${first.finding.policy.id}  ${page.paint(sayImpact(first), colour)}`,
    ...inFull.map(({ finding }) => {
      const place = page.paint(oneLine(showPlace(lineOf(finding))), "dim");
      return `      ${page.paint(oneLine(finding.resource), "cyan")}  ${place}`;
    }),
    ...(rest > 0 ? [page.paint(`      and ${rest} more`, "dim")] : []),
  ];
}

function lineOf({ place: { file, line } }: Impact["finding"]) {
  return line === undefined ? { file } : { file, line };
}

const marks: Readonly<Record<ImpactKind, readonly [string, "red" | "yellow" | "green" | "blue"]>> = {
  violated: ["✗", "red"],
  unresolved: ["?", "yellow"],
  satisfied: ["✓", "green"],
  "not-applicable": ["-", "green"],
  dropped: ["-", "green"],
  stricter: ["↑", "red"],
  milder: ["↓", "green"],
};

const mostNamed = 5;

/** Of reports only what needs no asking is told. */
function untoldLines(report: ImpactReport, page: Page): readonly (readonly string[])[] {
  const untold = untoldIn(report);
  if (untold.length === 0) return [];
  const rest = untold.length - mostNamed;
  const names = listed([...untold.slice(0, mostNamed), ...(rest > 0 ? [`${rest} more`] : [])]);
  const text = `what ${names} would answer cannot be told from saved reports; name the repositories themselves`;
  return [wrapped(oneLine(text), page.width).map((line) => page.paint(line, "yellow"))];
}

/** One line, for whoever reads only that. */
function answer({ parts }: ImpactReport): string {
  const sums = sumsOf(parts.flatMap(({ impacts }) => impacts));
  const { violated, unresolved, gone, stricter, milder } = sums;
  const isSame = Object.values(sums).every((number) => number === 0);
  const blocked = parts.filter(
    ({ conclusions }) => conclusions?.[0] === "pass" && conclusions[1] === "blocked",
  ).length;
  const would =
    blocked === 1 ? "1 path would be blocked that passes" : `${blocked} paths would be blocked that pass`;
  const changes = [
    `${violated} newly violated`,
    `${unresolved} newly unresolved`,
    `${gone} no longer found`,
    ...(stricter + milder > 0 ? [`${stricter} stricter and ${milder} milder`] : []),
  ];
  return [
    isSame ? "nothing changes" : changes.join(", "),
    ...(blocked > 0 ? [`${would} now`] : []),
    ...(parts.some(({ failures }) => failures.length > 0) ? ["not everything could be judged"] : []),
  ].join("; ");
}
