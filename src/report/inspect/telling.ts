import type { Telling } from "../../base/telling.ts";
import { EvalError, PartialList, Unknown, type Value } from "../../base/value.ts";
import { columnsOf, cropped, wrapped } from "../columns.ts";
import { oneLine } from "../escape/visible.ts";
import type { Paint } from "../paint.ts";
import { missingIn, placed, type Showing, sayMissing } from "./facets.ts";
import { spelled } from "./values.ts";

export interface TellingPage extends Showing {
  readonly width: number;
  readonly paint: Paint;
}

/**
 * What an expression answered, as a tree: each part on a line with its value, set in below what it is a part of; what
 * is not known with the reason, once. Parts that did not matter are dim.
 */
export function tellingLines(telling: Telling, page: TellingPage): readonly string[] {
  return lines(telling, { first: "", next: "" }, new Set(), page);
}

interface Rails {
  readonly first: string;
  readonly next: string;
}

function lines(telling: Telling, rails: Rails, said: Set<string>, page: TellingPage): readonly string[] {
  const { children, more } = telling;
  const inner = children.length > 0 || more > 0 ? `${rails.next}│ ` : `${rails.next}  `;
  const reasons = children.length > 0 ? [] : reasonLines(telling.value, inner, said, page);
  const below = children.flatMap((child, index) => {
    const isLast = index === children.length - 1 && more === 0;
    const next = `${rails.next}${isLast ? "   " : "│  "}`;
    return lines(child, { first: `${rails.next}${isLast ? "└─ " : "├─ "}`, next }, said, page);
  });
  const rest = more === 0 ? [] : [page.paint(`${rails.next}└─ and ${more} more`, "dim")];
  return [head(telling, rails.first, page), ...reasons, ...below, ...rest];
}

function head({ text, value, given, isIdle }: Telling, rail: string, page: TellingPage): string {
  const { paint, width, vocabulary } = page;
  const answer = oneLine(spelled(value, vocabulary));
  const names = given.map(({ name, value: each }) => `${name} = ${oneLine(spelled(each, vocabulary))}: `);
  const label = `${names.join("")}${oneLine(text)}`;
  const room = Math.max(20, width - columnsOf(rail));
  const fits = columnsOf(label) + columnsOf(answer) + 4 <= room;
  const short = fits
    ? label
    : cropped(label, 0, Math.max(16, room - Math.min(columnsOf(answer), room / 2) - 4));
  const left = Math.max(8, room - columnsOf(short) - 4);
  const shown = columnsOf(answer) <= left ? answer : cropped(answer, 0, left);
  if (isIdle) return paint(`${rail}${short}  → ${shown}`, "dim");
  return `${paint(rail, "dim")}${short}  ${paint("→", "dim")} ${paintValue(value, shown, paint)}`;
}

/** The eye looks for what is false, and for what is not known. */
export function paintValue(value: Value | undefined, text: string, paint: Paint): string {
  if (value === undefined || value === null) return paint(text, "dim");
  if (value === true) return paint(text, "green");
  if (value === false || value instanceof EvalError) return paint(text, "red");
  return value instanceof Unknown || value instanceof PartialList ? paint(text, "yellow") : text;
}

function reasonLines(
  value: Value | undefined,
  rail: string,
  said: Set<string>,
  page: TellingPage,
): readonly string[] {
  const missing = value === undefined ? [] : missingIn(value);
  return missing
    .filter(({ attribute }) => !said.has(attribute))
    .flatMap((one) => {
      said.add(one.attribute);
      const room = Math.max(30, page.width - columnsOf(rail) - 2);
      return wrapped(oneLine(sayMissing(placed(one, page.place))), room).map((line) =>
        page.paint(`${rail} ${line}`, "dim"),
      );
    });
}
