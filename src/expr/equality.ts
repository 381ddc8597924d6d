import { OpenMap } from "../base/open-map.ts";
import { PartialList, type Value } from "../base/value.ts";
import { isList, isMap } from "./kind.ts";
import { certainItems, furtherMembers, type List, sizeBounds, wholeList } from "./members.ts";
import { Opaque } from "./opaque.ts";
import { areApart, rangeOf } from "./range.ts";
import { carried, isUndecided, logical, strict, type Undecided, union } from "./unknowns.ts";

/**
 * Whether two values are equal. Different kinds never are, lists and maps are compared member by member, entities are
 * equal only to themselves. One pair of members that is known to differ decides, whatever else is unknown.
 */
export function equal(a: Value, b: Value): boolean | Undecided {
  if (isUndecided(a)) return undecidedEqual(a, b);
  if (isUndecided(b)) return undecidedEqual(b, a);
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (a instanceof PartialList || b instanceof PartialList) return partialEqual(a, b);
  if (isList(a)) return isList(b) && listsEqual(a, b);
  if (isMap(a)) return isMap(b) && mapsEqual(a, b);
  return a instanceof Opaque && b instanceof Opaque && a.sameAs(b);
}

/** Whether a list has a member equal to `value`: one that is known to be settles it. */
export function contains(list: List, value: Value): boolean | Undecided {
  const among = containsItem(certainItems(list), value);
  const more = furtherMembers(list);
  if (among === true || more === undefined) return among;
  const further = more.candidates === undefined ? undefined : candidatesContain(more, value);
  if (further === true) return true;
  if (further === false) return among;
  const open = among === false ? more.why : logical(among, more.why);
  return further === undefined ? open : logical(open, further);
}

function undecidedEqual(a: Undecided, b: Value): boolean | Undecided {
  if (areOutOfRange(a, b)) return false;
  return carried(isUndecided(b) ? strict(a, b) : a, true);
}

/** Whether the bounds of an unknown number rule the other value out. */
function areOutOfRange(a: Value, b: Value): boolean {
  const [left, right] = [rangeOf(a), rangeOf(b)];
  return left !== undefined && right !== undefined && areApart(left, right);
}

function listsEqual(a: readonly Value[], b: readonly Value[]): boolean | Undecided {
  if (a.length !== b.length) return false;
  let open: Undecided | undefined;
  for (const [index, item] of a.entries()) {
    const same = equal(item, b[index] ?? null);
    if (same === false) return false;
    if (same !== true) open = logical(open, same);
  }
  return open ?? true;
}

function mapsEqual(a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>): boolean | Undecided {
  let open = doubtsOf(a, b);
  if (open === undefined && a.size !== b.size) return false;
  if (open !== undefined && (lacksName(a, b) || lacksName(b, a))) return false;
  for (const [key, value] of a) {
    const other = b.has(key) ? b.get(key) : undefined;
    if (other === undefined && open === undefined) return false;
    if (other === undefined) continue;
    const same = equal(value, other);
    if (same === false) return false;
    if (same !== true) open = logical(open, same);
  }
  return open ?? true;
}

/** Whether a map has for certain no entry of a name that the other one has for certain. */
function lacksName(map: ReadonlyMap<string, Value>, other: ReadonlyMap<string, Value>): boolean {
  const isCertain = (name: string) => !(other instanceof OpenMap) || other.holds(name) === true;
  return [...other.keys()].some((name) => isCertain(name) && !map.has(name));
}

/** Entries that may be there or not. */
function doubtsOf(...maps: readonly ReadonlyMap<string, Value>[]): Undecided | undefined {
  return maps
    .flatMap((map) => (map instanceof OpenMap ? (map.whyDoubted() ?? []) : []))
    .reduce<Undecided | undefined>(logical, undefined);
}

/** Lists of which some members are unknown differ for certain when their sizes or a certain member cannot agree. */
function partialEqual(a: Value, b: Value): boolean | Undecided {
  const [left, right] = [asList(a), asList(b)];
  if (left === undefined || right === undefined) return false;
  const [leftWhole, rightWhole] = [wholeList(left), wholeList(right)];
  if (leftWhole !== undefined && rightWhole !== undefined) return listsEqual(leftWhole, rightWhole);
  const [leftSize, rightSize] = [sizeBounds(left), sizeBounds(right)];
  if (areApart(leftSize, rightSize) || lacksMember(left, right) || lacksMember(right, left)) return false;
  return [left, right]
    .map((list) => (list instanceof PartialList ? list.why : undefined))
    .filter((why) => why !== undefined)
    .reduce(union);
}

function asList(value: Value): List | undefined {
  return isList(value) || value instanceof PartialList ? value : undefined;
}

function lacksMember(list: List, of: List): boolean {
  return certainItems(of).some((item) => contains(list, item) === false);
}

function containsItem(items: readonly Value[], value: Value): boolean | Undecided {
  let open: Undecided | undefined;
  for (const item of items) {
    const same = equal(item, value);
    if (same === true) return true;
    if (same !== false) open = logical(open, same);
  }
  return open ?? false;
}

/** True when every candidate equals the value and one is there for certain; false when none does. */
function candidatesContain(list: PartialList, value: Value): boolean | Undecided | undefined {
  const answers = (list.candidates ?? []).map((candidate) => equal(candidate, value));
  if (answers.every((answer) => answer === false)) return false;
  if (list.atLeast > 0 && answers.every((answer) => answer === true)) return true;
  return answers.filter(isUndecided).reduce<Undecided | undefined>(logical, undefined);
}
