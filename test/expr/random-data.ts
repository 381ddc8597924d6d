import { type Fields, PartialList, Unknown, type Value } from "../../src/base/value.ts";
import type { Environment } from "../../src/expr/environment.ts";
import { pick, type Random } from "./random.ts";
import { missing, thing } from "./things.ts";

/** What `dataWithHoles` makes, for the checker. */
export const environment: Environment = {
  types: [{ name: "Thing", fields: { zone: "string", port: "int", limit: "int?", next: "Thing?" } }],
  variables: {
    a: "int",
    b: "int",
    c: "int?",
    p: "bool",
    q: "bool?",
    s: "string",
    l: "list<int>",
    m: "list<int>",
    w: "list<string>",
    ts: "list<Thing>",
    t: "Thing",
    o: "Thing?",
    k: "map<int>",
  },
};

/** A value with holes, and a way to fill them. */
export interface Hole<T extends Value = Value> {
  readonly given: Value;
  fill(random: Random): T;
}

let holes = 0;

function hole<T extends Value>(random: Random, make: (random: Random) => T, chance = 2): Hole<T> {
  if (random(chance) !== 0) {
    const value = make(random);
    return { given: value, fill: () => value };
  }
  return { given: missing(`u${++holes}`), fill: make };
}

const anInt = (random: Random): number => random(4);
const aBool = (random: Random): boolean => random(2) === 0;
const aString = (random: Random): string => pick(random, ["x", "y", "xy", ""]);
const orNull =
  <T extends Value>(make: (random: Random) => T) =>
  (random: Random): T | null =>
    random(4) === 0 ? null : make(random);

function boundedInt(random: Random): Hole {
  const low = random(3);
  const high = low + random(3);
  return {
    given: new Unknown(missing(`u${++holes}`).missing, low, high),
    fill: (again) => low + again(high - low + 1),
  };
}

/** One completion of a list with holes fills each member once, so that a candidate is one value wherever it stands. */
function listHole(random: Random, member: (random: Random) => Hole): Hole {
  const items = Array.from({ length: random(4) }, () => member(random));
  const given = items.map((item) => item.given);
  switch (random(6)) {
    case 0: {
      const name = missing(`u${++holes}`);
      return {
        given: name,
        fill: (again) => Array.from({ length: again(4) }, () => member(again).fill(again)),
      };
    }
    case 1:
    case 2:
      return partialHole(random, items, member);
    default:
      return { given, fill: (again) => items.map((item) => item.fill(again)) };
  }
}

function partialHole(random: Random, items: readonly Hole[], member: (random: Random) => Hole): Hole {
  const why = missing(`u${++holes}`);
  const atLeast = random(3);
  const atMost = random(2) === 0 ? atLeast + random(3) : Number.POSITIVE_INFINITY;
  const candidates =
    random(3) === 0 ? undefined : Array.from({ length: 1 + random(3) }, () => member(random));
  const given = new PartialList(
    items.map((item) => item.given),
    why,
    {
      atLeast,
      atMost,
      ...(candidates === undefined ? {} : { candidates: candidates.map((candidate) => candidate.given) }),
    },
  );
  return {
    given,
    fill: (again) => {
      const filled: Value[] = items.map((item) => item.fill(again));
      const choices = candidates?.map((candidate) => candidate.fill(again));
      const count = atLeast + again(Math.min(atMost, atLeast + 2) - atLeast + 1);
      for (let added = 0; added < count; added++) {
        const value =
          choices === undefined ? member(again).fill(again) : (choices[again(choices.length)] ?? null);
        filled.splice(again(filled.length + 1), 0, value);
      }
      return filled;
    },
  };
}

function thingHole(random: Random, depth: number): Hole<Fields> {
  const zone = hole(random, aString);
  const port = hole(random, anInt, 3);
  const limit = hole(random, orNull(anInt), 3);
  const next: Hole =
    depth > 0 && random(2) === 0 ? thingHole(random, depth - 1) : { given: null, fill: () => null };
  const given = thing("Thing", { zone: zone.given, port: port.given, limit: limit.given, next: next.given });
  return {
    given,
    fill: (again) =>
      thing("Thing", {
        zone: zone.fill(again),
        port: port.fill(again),
        limit: limit.fill(again),
        next: next.fill(again),
      }),
  };
}

function someThing(random: Random): Hole<Fields> {
  if (random(5) !== 0) return thingHole(random, 1);
  return { given: missing(`u${++holes}`), fill: (again) => thingHole(again, 1).fill(again) };
}

function mapHole(random: Random): Hole {
  const one = hole(random, anInt);
  return {
    given: new Map([["x", one.given]]),
    fill: (again) => new Map([["x", one.fill(again)]]),
  };
}

export function dataWithHoles(random: Random): ReadonlyMap<string, Hole> {
  const anIntHole = (again: Random): Hole => hole(again, anInt, 3);
  return new Map<string, Hole>([
    ["a", hole(random, anInt)],
    ["b", random(3) === 0 ? boundedInt(random) : hole(random, anInt)],
    ["c", hole(random, orNull(anInt))],
    ["p", hole(random, aBool)],
    ["q", hole(random, orNull(aBool))],
    ["s", hole(random, aString)],
    ["l", listHole(random, anIntHole)],
    ["m", listHole(random, anIntHole)],
    ["w", listHole(random, (again) => hole(again, aString, 3))],
    ["ts", listHole(random, someThing)],
    ["t", thingHole(random, 1)],
    ["o", random(3) === 0 ? { given: null, fill: () => null } : someThing(random)],
    ["k", mapHole(random)],
  ]);
}
