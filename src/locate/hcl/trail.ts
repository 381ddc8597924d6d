import type { Span } from "../../source/span.ts";
import { keyOrValue } from "../node.ts";
import { entry, item, turn } from "./collections.ts";
import { argument, branch } from "./functions.ts";
import { comesTo, inside, type Point, plannedAt, type Spot } from "./point.ts";
import { referred, splatted } from "./reference.ts";
import { isContradicted } from "./stale.ts";
import { inText } from "./text.ts";

/** Longer than any configuration; what goes in circles ends here. */
const mostMoves = 500;

/** The way of a value, and whether the files on it are not those that were planned. */
export interface Trail {
  readonly spots: readonly Spot[];
  readonly stale: boolean;
}

/**
 * The places a value passes on its way back to its cause, the first being where it stands and the last its cause.
 * It ends where more than one thing can be meant, or where what it depends on is no plain copy of something else.
 */
export function trailFrom(start: Point): Trail {
  const spots: Spot[] = [];
  let here = start;
  for (let moves = 0; moves < mostMoves; moves++) {
    const part = partOf(here);
    if (part !== undefined) {
      here = part;
      continue;
    }
    const move = referred(here);
    if (move === undefined) break;
    if (move.to === undefined || move.to.shown !== here.shown) spots.push(spotOf(here));
    spots.push(...move.past);
    if (move.stale) return { spots, stale: true };
    if (move.to === undefined) return { spots, stale: false };
    here = move.to;
  }
  spots.push(spotOf(here));
  const planned = plannedAt(here);
  const stale = planned !== undefined && !here.forKey && isContradicted(comesTo(here), planned);
  return stale ? { spots: spots.slice(0, 1), stale } : { spots, stale };
}

/** The part of an expression that what is looked for stands in. */
function partOf(point: Point): Point | undefined {
  const { expression } = point;
  switch (expression.kind) {
    case "literal":
      return inText(point);
    case "template": {
      const [only, ...others] = expression.parts;
      if (typeof only === "object" && others.length === 0) return inside(point, only);
      return inText(point);
    }
    case "list":
      return item(point, expression);
    case "object":
      return entry(point, expression);
    case "call":
      return argument(point, expression);
    case "conditional":
      return branch(point, expression);
    case "for":
      return turn(point, expression);
    case "splat":
      return splatted(point);
    case "operation": {
      const [only, ...others] = expression.operands;
      if (only === undefined || others.length > 0) return undefined;
      return { ...inside(point, only), planned: undefined };
    }
    default:
      return undefined;
  }
}

function spotOf({ source, shown, what }: Point): Spot {
  return { source, span: shownSpan(shown, source.text), what };
}

function shownSpan({ key, value }: Point["shown"], text: string): Span {
  return key === undefined ? value : keyOrValue(key, value, text);
}
