import type { Path } from "../../base/place.ts";
import type { Attribute, Json } from "../../source/declaration.ts";
import { memberOf } from "../../source/hcl/access.ts";
import { known, type Result } from "../../source/hcl/result.ts";
import type { Expression } from "../../source/hcl/syntax.ts";
import type { LocatedText, Span } from "../../source/span.ts";
import { couldBe } from "./could-be.ts";
import { type Scope, valueOf, type Written } from "./scope.ts";

/** A value on its way back to where it comes from: an expression, and what of it is looked for. */
export interface Point extends Written {
  /** What stands here, in a few words. */
  readonly what: string;
  /** What is shown to people: the innermost part that was entered, and its key. */
  readonly shown: Shown;
  /** What is left to enter. */
  readonly path: Path;
  /** So many steps of the path are as Terraform takes them. Those behind come from a plan, where sets are sorted. */
  readonly sure: number;
  /** What the plan says of what is found behind the sure steps. */
  readonly planned: Attribute | undefined;
  /** Not the value at the path is looked for, but the key that leads to it. */
  readonly forKey: boolean;
}

export interface Shown {
  readonly key: Span | undefined;
  readonly value: Span;
}

/** A stretch of a file, and what stands there. */
export interface Spot {
  readonly source: LocatedText;
  readonly span: Span;
  readonly what: string;
}

/** The value of an attribute. */
export function pointAt(
  written: Written,
  what: string,
  path: Path,
  { sure, planned, forKey = false }: { sure: number; planned: Attribute | undefined; forKey?: boolean },
): Point {
  const shown = { key: written.name, value: written.expression.span };
  return { ...written, what, shown, path, sure, planned, forKey };
}

/** From one expression to another: `keys` are taken out of the other before anything else. */
export function leapTo(from: Point, written: Written, what: string, keys: Path, forKey = from.forKey): Point {
  const { path, sure, planned } = from;
  return pointAt(written, what, [...keys, ...path], { sure: sure + keys.length, planned, forKey });
}

/** A part of an expression that stands for the whole. */
export function inside(point: Point, expression: Expression, scope: Scope = point.scope): Point {
  return { ...point, expression, scope };
}

/** A part of an expression with another way to go from there. */
export function along(point: Point, expression: Expression, keys: Path, dropped: number): Point {
  const rest = dropped === 0 ? point : advanced(point, dropped);
  return { ...rest, expression, path: [...keys, ...rest.path], sure: rest.sure + keys.length };
}

/** The part of an expression that the next step of the path leads to. */
export function into(point: Point, expression: Expression, key?: Span): Point {
  return { ...advanced(point, 1), expression, shown: { key, value: expression.span } };
}

export function advanced(point: Point, steps: number): Point {
  const { path, sure, planned } = point;
  const unsure = path.slice(Math.min(sure, steps), steps);
  return {
    ...point,
    path: path.slice(steps),
    sure: Math.max(0, sure - steps),
    planned: unsure.length === 0 ? planned : planned?.get(...unsure),
  };
}

/** Whether what an expression comes to can be what the plan says. */
export function isPossible(point: Point): boolean {
  const json = plannedAt(point);
  return json === undefined || couldBe(comesTo(point), json);
}

/** What the plan says, where it says all of it. */
export function plannedAt({ planned }: Point): Json | undefined {
  return planned?.state === "known" ? planned.json : undefined;
}

/** What an expression comes to behind the steps that are sure. */
export function comesTo(point: Point): Result {
  return point.path.slice(0, point.sure).reduce((of, step) => memberOf(of, known(step)), valueOf(point));
}

/** The only one that can be meant, if there is one such. */
export function onlyPossible(points: readonly Point[]): Point | undefined {
  if (points.length > mostChoices) return undefined;
  const possible = points.filter(isPossible);
  return possible.length === 1 ? possible[0] : undefined;
}

/** Each choice may be worked out anew: nobody writes more. */
const mostChoices = 1_000;
