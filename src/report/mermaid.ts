import type { Layout } from "../verdict/layout.ts";
import { label } from "./escape/mermaid.ts";
import { type Box, type Column, type Picture, pictureOf, type RunnerBox } from "./picture.ts";

/**
 * The zones of a cluster as a Mermaid flowchart: what runs, above the subnets it is in, a column for each zone, and
 * below them the NAT gateways. What a finding is about has a thick red rim and a sign.
 */
export function mermaid(layout: Layout): string {
  const picture = pictureOf(layout);
  const lines = [
    "flowchart TB",
    ...picture.runners.map((runner) => node(runner, "([", "])")),
    ...picture.columns.flatMap(zone),
    ...(picture.isOpen ? openZone(picture) : []),
    ...picture.apart.map((gateway) => node(gateway, "{{", "}}")),
    ...edges(picture),
    ...styles(picture),
  ];
  return lines.join("\n");
}

function zone({ title, boxes }: Column, index: number): readonly string[] {
  return [
    `  subgraph z${index}["${label(title)}"]`,
    ...boxes
      .flatMap((box) => [node(box, "[", "]"), ...box.gateways.map((gateway) => node(gateway, "{{", "}}"))])
      .map(deeper),
    "  end",
  ];
}

/** Subnets that are not known have a place of their own, beside those whose zone is not. */
function openZone({ columns }: Picture): readonly string[] {
  const name = columns.some(({ isKnown }) => !isKnown) ? "subnets not known" : "zone not known";
  return [`  subgraph zx["${name}"]`, `    sx["subnets that are not known"]`, "  end"];
}

function node({ key, lines, marked }: Box, open: string, close: string): string {
  const [what = "", ...names] = lines;
  const shown = [`${marked ? "⚠ " : ""}${label(what)}`, ...names.map((name) => label(tail(name)))];
  return `  ${key}${open}"${shown.join("<br/>")}"${close}`;
}

/** Of a long address the end says most. */
function tail(name: string): string {
  return name.length <= longestName ? name : `…${name.slice(1 - longestName)}`;
}

const longestName = 40;
/** Mermaid draws nothing at all where there are more than 500. */
const mostEdges = 300;

function deeper(line: string): string {
  return `  ${line}`;
}

function edges({ columns, runners, apart }: Picture): readonly string[] {
  const boxes = columns.flatMap((column) => column.boxes);
  const gateways = new Set([...apart, ...boxes.flatMap((box) => box.gateways)].map(({ key }) => key));
  return [
    ...runners.flatMap(placesOf),
    ...boxes.flatMap(({ key, gateways }) => gateways.map((gateway) => `  ${key} --- ${gateway.key}`)),
    ...boxes.flatMap(({ key, nat }) =>
      nat !== undefined && gateways.has(nat) ? [`  ${key} -.-> ${nat}`] : [],
    ),
  ].slice(0, mostEdges);
}

/** What is only perhaps so is dashed. */
function placesOf({ key, subnets, perhaps, isOpen }: RunnerBox): readonly string[] {
  return [
    ...subnets.map((subnet) => `  ${key} --> ${subnet}`),
    ...[...perhaps, ...(isOpen ? ["sx"] : [])].map((subnet) => `  ${key} -.->|perhaps| ${subnet}`),
  ];
}

/** Rims only, so that it can be read on a light and on a dark page. */
function styles({ columns, runners, apart, isOpen }: Picture): readonly string[] {
  const boxes = columns.flatMap((column) => column.boxes);
  const all: readonly Box[] = [...runners, ...apart, ...boxes, ...boxes.flatMap(({ gateways }) => gateways)];
  const keysOf = (some: readonly Box[]) => some.map(({ key }) => key);
  const rims: readonly (readonly [name: string, rim: string, keys: readonly string[]])[] = [
    ["public", "stroke:#bf8700,stroke-width:2px", keysOf(boxes.filter(({ access }) => access === "public"))],
    [
      "private",
      "stroke:#2da44e,stroke-width:2px",
      keysOf(boxes.filter(({ access }) => access === "private")),
    ],
    [
      "unknown",
      "stroke-dasharray:5 4",
      [...keysOf(boxes.filter(({ access }) => access === "unknown")), ...(isOpen ? ["sx"] : [])],
    ],
    ["marked", "stroke:#d1242f,stroke-width:4px", keysOf(all.filter(({ marked }) => marked))],
  ];
  return rims
    .filter(([, , keys]) => keys.length > 0)
    .flatMap(([name, rim, keys]) => [`  classDef ${name} ${rim}`, `  class ${keys.join(",")} ${name}`]);
}
