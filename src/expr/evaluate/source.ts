import { OpenMap } from "../../base/open-map.ts";
import { EvalError, PartialList, type Unknown, type Value } from "../../base/value.ts";
import { describe, isList, isMap } from "../kind.ts";
import { furtherMembers } from "../members.ts";
import { carried, Fallible, isUndecided, type Undecided } from "../unknowns.ts";
import { type Frame, noValue, type Operand } from "./frame.ts";

/** What a macro is asked of; `kind` where its type is certain. */
export interface Listing extends Operand {
  readonly kind: "list" | "map" | undefined;
}

/** What a macro goes through: certain members, and the list itself where more may follow. */
export interface Source {
  readonly items: readonly Value[];
  /** A map's keys, where two names are bound. */
  readonly keys: readonly string[] | undefined;
  readonly more: PartialList | undefined;
  /** Why it is not known where the members stand. */
  readonly disorder: Unknown | undefined;
}

/** Where a macro puts its members: one slot, or one for the index or key and one for the member. */
export interface Binding {
  readonly slot: number;
  readonly two: boolean;
}

export function open(value: Value, list: Listing, two: boolean): Source | Undecided {
  if (isList(value)) return { items: value, keys: undefined, more: undefined, disorder: undefined };
  if (value instanceof PartialList)
    return { items: value.items, keys: undefined, more: furtherMembers(value), disorder: value.why };
  if (isUndecided(value)) return openUnknown(value, list);
  if (value === null) return noValue(list);
  if (!isMap(value)) return new EvalError(`${describe(value)} has no members to go through`);
  const why = value instanceof OpenMap ? value.whyDoubted() : undefined;
  if (value instanceof OpenMap && why !== undefined) return openDoubtful(value, why, two);
  const keys = [...value.keys()];
  return two
    ? { items: [...value.values()], keys, more: undefined, disorder: undefined }
    : { items: keys, keys: undefined, more: undefined, disorder: undefined };
}

export function place(frame: Frame, binding: Binding, source: Source, index: number): void {
  const item = source.items[index] ?? null;
  if (binding.two) {
    // Where a member stands is not known when others may stand before it.
    frame.slots[binding.slot] = source.keys?.[index] ?? source.disorder ?? index;
    frame.slots[binding.slot + 1] = item;
  } else frame.slots[binding.slot] = item;
}

export function placeFurther(frame: Frame, binding: Binding, more: PartialList, member: Value): void {
  frame.slots[binding.slot] = binding.two ? more.why : member;
  if (binding.two) frame.slots[binding.slot + 1] = member;
}

/** The members that may follow: the candidates, or one that could be anything and stands for all. */
export function furtherOf(more: PartialList): readonly Value[] {
  return more.candidates ?? [more.why];
}

/** The names that may be there are candidates; where two names are bound, their values are. */
function openDoubtful(map: OpenMap, why: Unknown, two: boolean): Source {
  const doubts = map.doubts();
  const isDoubtful = new Set(doubts);
  const keys = [...map.keys()].filter((name) => !isDoubtful.has(name));
  const valuesOf = (names: readonly string[]) => names.map((name) => map.get(name));
  const candidates = two ? valuesOf(doubts) : doubts;
  return {
    items: two ? valuesOf(keys) : keys,
    keys: two ? keys : undefined,
    more: new PartialList([], why, { atMost: doubts.length, candidates }),
    disorder: why,
  };
}

/** A list of which nothing is known is one of unknown members, unless it may turn out to be no list. */
function openUnknown(value: Undecided, list: Listing): Source | Undecided {
  if (value instanceof EvalError || value instanceof Fallible || list.kind === undefined)
    return carried(value, false);
  if (list.kind === "map") return carried(value, true);
  return { items: [], keys: undefined, more: new PartialList([], value), disorder: value };
}
