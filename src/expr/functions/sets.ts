import type { Value } from "../../base/value.ts";
import { contains } from "../equality.ts";
import { certainItems, furtherMembers, type List } from "../members.ts";
import type { FunctionDeclaration } from "../signature.ts";
import { isUndecided, logical, type Undecided } from "../unknowns.ts";

/** Lists as sets: order and repetition do not count. */
export const setFunctions: readonly FunctionDeclaration[] = [
  {
    signature: "sets.contains(list<A>, list<A>): bool",
    doc: "Whether every member of the second list is in the first.",
    total: true,
    seesUnknownMembers: true,
    call: containsAll,
  },
  {
    signature: "sets.equivalent(list<A>, list<A>): bool",
    doc: "Whether both lists have the same members.",
    total: true,
    seesUnknownMembers: true,
    call: (a: List, b: List) => both(containsAll(a, b), () => containsAll(b, a)),
  },
  {
    signature: "sets.intersects(list<A>, list<A>): bool",
    doc: "Whether the lists have a member in common.",
    total: true,
    seesUnknownMembers: true,
    call: intersects,
  },
];

function containsAll(all: List, some: List): boolean | Undecided {
  let open: Undecided | undefined;
  for (const item of certainItems(some)) {
    const found = contains(all, item);
    if (found === false) return false;
    if (found !== true) open = logical(open, found);
  }
  const more = furtherMembers(some);
  if (more === undefined) return open ?? true;
  const answers = more.candidates?.map((candidate) => contains(all, candidate));
  if (answers?.every((answer) => answer === true)) return open ?? true;
  if (more.atLeast > 0 && answers?.every((answer) => answer === false)) return false;
  return withAnswers(logical(open, more.why), answers);
}

function intersects(a: List, b: List): boolean | Undecided {
  let open: Undecided | undefined;
  for (const item of certainItems(a)) {
    const found = contains(b, item);
    if (found === true) return true;
    if (found !== false) open = logical(open, found);
  }
  const more = furtherMembers(a);
  if (more === undefined || isNothing(b)) return open ?? false;
  const answers = more.candidates?.map((candidate) => contains(b, candidate));
  if (answers?.every((answer) => answer === false)) return open ?? false;
  if (more.atLeast > 0 && answers?.every((answer) => answer === true)) return true;
  return withAnswers(logical(open, more.why), answers);
}

function isNothing(list: List): boolean {
  return certainItems(list).length === 0 && furtherMembers(list) === undefined;
}

function both(left: boolean | Undecided, right: () => boolean | Undecided): Value {
  if (left === false) return false;
  const other = right();
  if (left === true || other === false) return other;
  return other === true ? left : logical(left, other);
}

function withAnswers(open: Undecided, answers: readonly (boolean | Undecided)[] | undefined): Undecided {
  return (answers ?? []).filter(isUndecided).reduce<Undecided>(logical, open);
}
