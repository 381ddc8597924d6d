import { columnsOf, cropped } from "./columns.ts";
import { oneLine } from "./escape/visible.ts";
import type { Paint } from "./paint.ts";

interface TableShape {
  /** Columns of numbers. */
  readonly right?: readonly number[];
  /** Columns of addresses, whose end says most. */
  readonly ends?: readonly number[];
}

/** Rows below their head, in columns that are no wider together than the terminal. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { width, paint }: { readonly width: number; readonly paint: Paint },
  { right = [], ends = [] }: TableShape = {},
): readonly string[] {
  const plain = rows.map((row) => row.map((cell) => oneLine(cell)));
  const widths = fitting(
    head.map((_, column) => Math.max(...[head, ...plain].map((row) => columnsOf(row[column] ?? "")))),
    width - 2 * head.length,
  );
  const line = (cells: readonly string[]): string => {
    const parts = cells.map((cell, column) => {
      const mine = widths[column] ?? 0;
      const short = ends.includes(column) ? fittedEnd(cell, mine) : fitted(cell, mine);
      return right.includes(column) ? `${" ".repeat(mine - columnsOf(short))}${short}` : padded(short, mine);
    });
    return `  ${parts.join("  ")}`.trimEnd();
  };
  return [paint(line(head), "dim"), ...plain.map(line)];
}

/** Widths that are no more than the room together: the widest give way. */
function fitting(wanted: readonly number[], room: number): readonly number[] {
  const over = wanted.reduce((sum, each) => sum + each, 0) - room;
  const widest = Math.max(...wanted);
  if (over <= 0 || widest <= 12) return wanted;
  const next = Math.max(12, ...wanted.filter((each) => each < widest));
  const number = wanted.filter((each) => each === widest).length;
  const to = Math.max(next === widest ? 12 : next, widest - Math.ceil(over / number));
  return fitting(
    wanted.map((each) => (each === widest ? to : each)),
    room,
  );
}

/** A text that takes no more columns than these. */
export function fitted(text: string, columns: number): string {
  return columnsOf(text) > columns ? cropped(text, 0, columns) : text;
}

/** The same for an address, whose end says most. */
export function fittedEnd(text: string, columns: number): string {
  const whole = columnsOf(text);
  return whole > columns ? cropped(text, whole - columns, whole) : text;
}

/** A text that takes these columns. */
export function padded(text: string, columns: number): string {
  return `${text}${" ".repeat(Math.max(0, columns - columnsOf(text)))}`;
}
