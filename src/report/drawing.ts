import type { Layout } from "../verdict/layout.ts";
import { html } from "./escape/html.ts";
import { type Box, type Column, type Picture, pictureOf, type RunnerBox, type SubnetBox } from "./picture.ts";

/**
 * The zones of a cluster as SVG, without a library: a column for each zone, in it the subnets with their NAT gateways,
 * and above them, on a line each, what runs there. Colours come from the page.
 */
export function drawing(layout: Layout): string {
  const picture = pictureOf(layout);
  const columns = [...picture.columns, ...extraColumns(picture)];
  const top = margin + picture.runners.length * lineHeight + (picture.runners.length > 0 ? gap : 0);
  const tallest = Math.max(
    0,
    ...columns.map(({ boxes }) => boxes.reduce((sum, box) => sum + heightOf(box) + gap, 0)),
  );
  const width = margin + columns.length * (columnWidth + gap);
  const height = top + titleHeight + tallest + margin;
  const parts = [
    ...columns.flatMap((column, index) => zone(column, leftOf(index), top, titleHeight + tallest, picture)),
    ...picture.runners.flatMap((runner, index) => runnerLine(runner, columns, margin + index * lineHeight)),
  ];
  const name = `Zones of cluster ${layout.cluster.name}`;
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${html(name)}">${parts.join("")}</svg>`;
}

const margin = 12;
const gap = 12;
const columnWidth = 218;
const titleHeight = 32;
const lineHeight = 46;
const textHeight = 17;

/** What is in no zone that is known. */
function extraColumns({ isOpen, apart }: Picture): readonly Column[] {
  const open: readonly SubnetBox[] = isOpen
    ? [
        {
          key: openKey,
          access: "unknown",
          lines: ["subnets that are not known"],
          marked: false,
          gateways: [],
        },
      ]
    : [];
  const gateways = apart.map((gateway): SubnetBox => ({ ...gateway, access: "unknown", gateways: [] }));
  const boxes = [...open, ...gateways];
  return boxes.length === 0 ? [] : [{ title: isOpen ? "not known" : "no one zone", isKnown: false, boxes }];
}

const openKey = "open";

function leftOf(column: number): number {
  return margin + column * (columnWidth + gap);
}

function heightOf({ lines, nat, gateways }: SubnetBox): number {
  return (lines.length + (nat === undefined ? 0 : 1)) * textHeight + gateways.length * lineHeight + 16;
}

function zone(
  { title, isKnown, boxes }: Column,
  left: number,
  top: number,
  height: number,
  picture: Picture,
): readonly string[] {
  let y = top + titleHeight;
  const drawn = boxes.flatMap((box) => {
    const parts = subnet(box, left + 8, y, picture);
    y += heightOf(box) + gap;
    return parts;
  });
  return [
    rectangle(left, top, columnWidth, height, `zone${isKnown ? "" : " open"}`),
    words(left + 10, top + 22, title, "title"),
    ...drawn,
  ];
}

function subnet(box: SubnetBox, left: number, top: number, picture: Picture): readonly string[] {
  const { lines, access, marked, nat, gateways } = box;
  const way = nat === undefined ? [] : [`out: ${tail(nameOfGateway(nat, picture), mostLetters - 5)}`];
  const written = [...lines, ...way];
  const below = top + written.length * textHeight + 10;
  return [
    rectangle(left, top, columnWidth - 16, heightOf(box), `subnet ${access}${marked ? " marked" : ""}`),
    ...written.map((line, index) =>
      words(
        left + 10,
        top + 20 + index * textHeight,
        index === 0 ? signed(box) : line,
        index === 0 ? "kind" : "name",
      ),
    ),
    ...gateways.flatMap((gateway, index) =>
      pill(gateway, left + 8, below + index * lineHeight, columnWidth - 32, "gateway"),
    ),
  ];
}

function nameOfGateway(key: string, { columns, apart }: Picture): string {
  const within = columns.flatMap(({ boxes }) => boxes.flatMap(({ gateways }) => gateways));
  return [...within, ...apart].find((gateway) => gateway.key === key)?.lines.at(-1) ?? "a NAT gateway";
}

/** One line for what runs in several zones: a pill in each of them, on one string. What is only perhaps there says so. */
function runnerLine(runner: RunnerBox, columns: readonly Column[], top: number): readonly string[] {
  const maybe = [...runner.perhaps, ...(runner.isOpen ? [openKey] : [])];
  const at = columns.flatMap(({ boxes }, column) => {
    if (boxes.some(({ key }) => runner.subnets.includes(key))) return [{ column, box: runner, name: "" }];
    const perhaps = { ...runner, lines: [`perhaps ${runner.lines[0] ?? ""}`, ...runner.lines.slice(1)] };
    return boxes.some(({ key }) => maybe.includes(key)) ? [{ column, box: perhaps, name: " perhaps" }] : [];
  });
  const [first, last] = [at[0]?.column, at.at(-1)?.column];
  if (first === undefined || last === undefined) return [];
  const y = top + 20;
  const kind = `runner${runner.kind === "node group" ? "" : " fargate"}`;
  return [
    `<line class="string" x1="${leftOf(first) + 8}" y1="${y}" x2="${leftOf(last) + columnWidth - 8}" y2="${y}"/>`,
    ...at.flatMap(({ column, box, name }) => pill(box, leftOf(column), top, columnWidth, `${kind}${name}`)),
  ];
}

function pill(box: Box, left: number, top: number, width: number, name: string): readonly string[] {
  const [, title = ""] = box.lines;
  const most = Math.floor((width - 24) / letterWidth);
  return [
    rectangle(left, top, width, 40, `${name}${box.marked ? " marked" : ""}`, box.lines.join(" "), 12),
    words(left + 12, top + (title === "" ? 24 : 17), signed(box), "kind"),
    ...(title === "" ? [] : [words(left + 12, top + 32, tail(title, most), "name")]),
  ];
}

function signed({ lines, marked }: Box): string {
  return `${marked ? "⚠ " : ""}${lines[0] ?? ""}`;
}

/** So many letters fit into a column. */
const mostLetters = 30;
const letterWidth = 6.6;

function words(x: number, y: number, text: string, name: string): string {
  return `<text class="${name}" x="${x}" y="${y}">${html(tail(text, mostLetters))}</text>`;
}

/** Of a long address the end says most. */
function tail(text: string, most: number): string {
  return text.length <= most ? text : `…${text.slice(1 - Math.max(2, most))}`;
}

function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  name: string,
  title?: string,
  radius: number = 6,
): string {
  const inside = title === undefined ? "" : `<title>${html(title)}</title>`;
  return `<rect class="${name}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}">${inside}</rect>`;
}
