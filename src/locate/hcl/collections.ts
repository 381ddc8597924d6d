import type { Attribute } from "../../source/declaration.ts";
import { sorted } from "../../source/hcl/access.ts";
import { asText, entriesOf, itemsOf, type Result } from "../../source/hcl/result.ts";
import type { For, ListExpression, ObjectExpression } from "../../source/hcl/syntax.ts";
import { isList } from "../../source/plain.ts";
import { couldBe } from "./could-be.ts";
import { advanced, inside, into, isPossible, onlyPossible, type Point } from "./point.ts";
import { type Bound, valueOf, type Written, withBound } from "./scope.ts";

/** The item of a list that is meant: by its place, by its value where a plan has sorted it, or by its key in a set. */
export function item(point: Point, { items }: ListExpression): Point | undefined {
  const [step] = point.path;
  if (step === undefined) {
    const [only, ...others] = items;
    return only === undefined || others.length > 0 || only.kind === "literal"
      ? undefined
      : single(point, only);
  }
  if (typeof step === "string") {
    const named = items.filter((each) => textOf(valueOf({ ...point, expression: each })) === step);
    const [only, ...others] = named;
    return only === undefined || others.length > 0 ? undefined : into(point, only);
  }
  const points = items.map((each) => into(point, each));
  return byPlace(point, step, points) ?? onlyPossible(points);
}

/** Of a list of one, that one is the cause of all of it. */
function single(point: Point, only: ListExpression["items"][number]): Point {
  const { planned } = point;
  const items = point.sure === 0 ? planned?.items() : undefined;
  return { ...inside(point, only), planned: items?.length === 1 ? items[0] : undefined };
}

/** The entry of an object; of keys written twice the last counts. */
export function entry(point: Point, { entries }: ObjectExpression): Point | undefined {
  const [step] = point.path;
  if (step === undefined) return undefined;
  if (step === 0 && point.sure === 0 && isJson(point)) return advanced(point, 1);
  const found = entries.findLast(
    ({ key }) => textOf(valueOf({ ...point, expression: key })) === String(step),
  );
  if (found === undefined) return undefined;
  const { key, value } = found;
  if (point.forKey && point.path.length === 1) {
    return { ...into(point, key), shown: { key: undefined, value: key.span } };
  }
  return into(point, value, key.span);
}

/** In JSON a block may be written as it is, where a list of blocks might stand. */
function isJson({ source }: Point): boolean {
  return source.file.endsWith(".json");
}

/** The turn of a `for` that made what is looked for. */
export function turn(point: Point, loop: For): Point | undefined {
  const [step] = point.path;
  if (step === undefined || loop.grouped) return undefined;
  const turns = turnsOf(point, loop);
  const { keyResult } = loop;
  if (keyResult !== undefined) {
    const [only, ...others] = turns.filter(
      ({ scope }) => textOf(valueOf({ expression: keyResult, scope })) === String(step),
    );
    if (only === undefined || others.length > 0) return undefined;
    const asKey = point.forKey && point.path.length === 1;
    return inside(advanced(point, 1), asKey ? keyResult : loop.result, only.scope);
  }
  if (typeof step !== "number") return undefined;
  const points = turns.map(({ scope }) => inside(advanced(point, 1), loop.result, scope));
  const allRun = turns.every(({ certain }) => certain);
  return (allRun ? byPlace(point, step, points) : undefined) ?? onlyPossible(points);
}

/** The item at an index, where nothing can have changed the order. */
function byPlace(point: Point, index: number, points: readonly Point[]): Point | undefined {
  const isOrdered = point.sure > 0 || point.planned === undefined || isInOrder(point.planned, points);
  return isOrdered ? points[index] : undefined;
}

/** Whether a plan has a list as it is written. Where nothing in it is known, nothing says so. */
function isInOrder(planned: Attribute, points: readonly Point[]): boolean {
  const { json } = planned;
  if (!isList(json) || json.length !== points.length) return false;
  return points.every((each) => valueOf(each).kind === "known" && isPossible(each));
}

interface Turn {
  readonly scope: Point["scope"];
  /** Its condition certainly holds. */
  readonly certain: boolean;
}

function turnsOf(point: Point, loop: For): readonly Turn[] {
  const collection: Written = { ...point, name: undefined, expression: loop.in };
  return membersOf(valueOf(collection)).flatMap(([key, value]) => {
    const bound = (kind: Bound["kind"]): Bound => ({ kind, collection, what: point.what, key, item: value });
    const names: [string, Bound][] = [[loop.item, bound("item")]];
    if (loop.key !== undefined) names.push([loop.key, bound("key")]);
    const scope = withBound(point.scope, names);
    if (loop.condition === undefined) return { scope, certain: true };
    const condition = valueOf({ expression: loop.condition, scope });
    if (condition.kind === "known") return condition.value === true ? { scope, certain: true } : [];
    return { scope, certain: false };
  });
}

/** What a `for` or a dynamic block goes through, in its order. The key of a member of a set is the member. */
export function membersOf(collection: Result): readonly (readonly [key: string | number, item: Result])[] {
  const entries = entriesOf(collection);
  if (entries !== undefined) return sorted(entries);
  const isSet = collection.kind === "list" && collection.isSet;
  return (itemsOf(collection) ?? []).map((value, index) => [isSet ? (textOf(value) ?? index) : index, value]);
}

export function textOf(result: Result): string | undefined {
  return result.kind === "known" ? asText(result.value) : undefined;
}

/** Whether a result can be what a plan says of a value, if it says anything. */
export function agreesWith(result: Result, planned: Attribute): boolean {
  return planned.state !== "known" || planned.json === undefined || couldBe(result, planned.json);
}
