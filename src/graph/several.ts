import { type Path, showPath } from "../base/place.ts";
import { type Missing, PartialList, Unknown, type Value } from "../base/value.ts";
import type { Attribute } from "../source/declaration.ts";
import type { Doubt } from "./concept.ts";
import type { Entity } from "./graph.ts";
import { unreadAttribute } from "./unread.ts";

/** A member of a list that is one entity, or stands for those of a list that is not known. */
export interface Member {
  readonly root: Attribute;
  readonly key: string;
  readonly count?: Unknown;
}

/**
 * The members of a list that are one entity each. A list that is not known, and a member that may turn out to be
 * several or none, stand for themselves: they are never passed over, and never counted as one.
 */
export function membersOf(list: Attribute, name: string): readonly Member[] {
  switch (list.state) {
    case "absent":
      return [];
    case "unknown":
      return [{ root: list, key: name, count: anyNumber([missingOf(list)]) }];
    case "known": {
      const items = list.items();
      if (items.length > 0 || Array.isArray(list.json))
        return items.flatMap((item, index) => one(item, `${name}[${index}]`));
      if (list.entries().length > 0) return [{ root: list, key: name }];
      const missing = { ...missingOf(list), reason: "not a list" };
      return [{ root: unreadAttribute(list.ref, missing), key: name, count: anyNumber([missing]) }];
    }
  }
}

/** Like `membersOf`, of a list of maps: a member that is none may mean anything. */
export function blocksOf(list: Attribute, name: string): readonly Member[] {
  return membersOf(list, name).map((member) => {
    const { root, key } = member;
    if (root.state !== "known" || isBlock(root)) return member;
    const missing = { ...missingOf(root), reason: "not a map" };
    return { root: unreadAttribute(root.ref, missing), key, count: anyNumber([missing]) };
  });
}

function one(item: Attribute, key: string): readonly Member[] {
  if (item.state === "absent") return [];
  return item.state === "known"
    ? [{ root: item, key }]
    : [{ root: item, key, count: anyNumber([missingOf(item)]) }];
}

/** Whether a member may have parts of its own: a text or a list where a map belongs has none. */
function isBlock({ json }: Attribute): boolean {
  return json === undefined || (typeof json === "object" && !Array.isArray(json));
}

/** The map at a path. What stands on the way and is no map leaves everything below it unknown. */
export function mapAt(root: Attribute, ...path: Path): Attribute {
  let at = root;
  for (const step of path) {
    at = at.get(step);
    if (at.state === "known" && (!isBlock(at) || at.items().length > 0))
      return unreadAttribute(at.ref, { ...missingOf(at), reason: "not a map" });
  }
  return at;
}

/** Why an attribute is not known, named by its place where it does not say itself. */
export function missingOf({ missing, ref }: Attribute): Missing {
  return (
    missing ?? {
      attribute: [ref.owner, showPath(ref.path)].filter((name) => name !== "").join("."),
      reason: "not known",
      ref,
    }
  );
}

/** Any number of them, also none. */
export function anyNumber(missing: readonly Missing[]): Unknown {
  return new Unknown(missing, 0, Number.POSITIVE_INFINITY);
}

/** One or none. */
export function perhaps(missing: readonly Missing[]): Unknown {
  return new Unknown(missing, 0, 1);
}

/** Entities as a list: those of which there is certainly one, and those that may be more, fewer, or not in it. */
export function listOf(entities: readonly Entity[], doubtful: readonly Doubt[] = []): Value {
  const certain = entities.filter(({ count }) => count === undefined);
  const counted = entities.flatMap((holder) =>
    holder.count === undefined ? [] : [{ holder, missing: holder.count.missing }],
  );
  const doubts = [...counted, ...doubtful.filter(({ holder }) => !certain.includes(holder))];
  if (doubts.length === 0) return certain;
  const why = new Unknown(distinct(doubts.flatMap(({ missing }) => missing)));
  const candidates = [...new Set(doubts.map(({ holder }) => holder))];
  const isBounded = candidates.every(({ count }) => (count?.high ?? 1) <= 1);
  return new PartialList(certain, why, isBounded ? { atMost: candidates.length, candidates } : {});
}

function distinct(missing: readonly Missing[]): readonly Missing[] {
  return [...new Map(missing.map((each) => [each.attribute, each])).values()];
}
