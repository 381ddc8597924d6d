import { PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { matching } from "./matching.ts";
import { every, sameAs, type Truth } from "./truth.ts";

/** The node groups of the same cluster, as far as they were read, whose nodes run the same pods. */
export const siblingsOf: Reader = ({ entity, part, lookup }) => {
  const others = lookup
    .entities("NodeGroup")
    .filter((group) => group !== entity && group.declaration.mode === "managed");
  const isSibling = (group: (typeof others)[number]): Truth =>
    every([
      sameAs(entity.get("cluster"), group.get("cluster")),
      sameList(entity.get("instanceTypes") ?? [], group.get("instanceTypes") ?? []),
      sameLabels(entity.get("labels") ?? null, group.get("labels") ?? null),
    ]);
  return derived(matching(others, isSibling), part.root.ref);
};

function sameList(one: Value, other: Value): Truth {
  if (!Array.isArray(one) || !Array.isArray(other)) return undecided(one, other);
  const [a, b]: readonly [readonly Value[], readonly Value[]] = [one, other];
  if ([...a, ...b].some((member) => member instanceof Unknown)) return undecided(...a, ...b);
  return a.length === b.length && a.every((member) => b.includes(member));
}

/** A label that says the zone tells siblings apart; it is not what pods choose between them by. */
function sameLabels(one: Value, other: Value): Truth {
  if (!(one instanceof Map) || !(other instanceof Map)) return undecided(one, other);
  const keys = [...new Set([...one.keys(), ...other.keys()])].filter(
    (key) => !/zone|\baz\b/i.test(String(key)),
  );
  return every(
    keys.map((key) => (one.has(key) && other.has(key) ? sameAs(one.get(key), other.get(key)) : false)),
  );
}

function undecided(...values: readonly Value[]): Unknown {
  const missing = values.flatMap((value) =>
    value instanceof PartialList ? value.why.missing : value instanceof Unknown ? value.missing : [],
  );
  return new Unknown(missing);
}
