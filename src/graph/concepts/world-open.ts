import { type Missing, Unknown, type Value } from "../../base/value.ts";
import { isEntity } from "../entity.ts";
import type { Entity } from "../graph.ts";
import { type AddressBlock, addressBlock, coversWorld, isWide, piecesMissing } from "./cidr.ts";
import { members } from "./members.ts";
import { bounds } from "./ports.ts";
import { type WantedPorts, wantedPorts } from "./wanted-ports.ts";

/** Whether a rule opens any port of its own to the world. */
export function opensWorld(rule: Value): Value {
  return opens(rule, undefined);
}

/** Whether a rule opens a port (`22`), one of a range (`2379-2380`) or one of a protocol (`53/udp`) to the world. */
export function opensWorldAt(rule: Value, wanted: string): Value {
  return opens(rule, wantedPorts(wanted));
}

/**
 * Whether a rule opens some wanted port to the world. A rule does if at one of the ports its block and blocks of the
 * group's other rules that it does not overlap make up all addresses of a family. Only a wide block counts as a part
 * of the world: `0.0.0.0/1` does, and `10.0.0.0/8` is never asked what the other rules are.
 */
function opens(rule: Value, wanted: WantedPorts | undefined): Value {
  if (!isEntity(rule)) return false;
  const own = questionOf(rule, wanted);
  if (own.kind === "answer") return own.value;
  if (coversWorld([own.block])) return true;
  const others = neighboursOf(rule);
  const answers = placesOf(own, others).map((place) => opensThere(own.block, others, place));
  if (answers.includes(true)) return true;
  const open = answers.filter((answer) => answer instanceof Unknown);
  return open.length === 0 ? false : new Unknown(open.flatMap(({ missing }) => missing));
}

/** The answer, where the rule alone gives it, or what its group's other rules have to be asked. */
type Question =
  | { readonly kind: "answer"; readonly value: Value }
  | {
      readonly kind: "question";
      readonly block: AddressBlock;
      /** `undefined`: every one. */
      readonly protocol: string | undefined;
      readonly low: number;
      readonly high: number;
    };

const no: Question = { kind: "answer", value: false };

function questionOf(rule: Entity, wanted: WantedPorts | undefined): Question {
  const [protocol, range, kind, cidr] = ["protocol", "ports", "peerKind", "cidr"].map((field) =>
    rule.get(field),
  );
  if (kind === "group" || kind === "self" || kind === "none") return no;
  const own = typeof protocol === "string" && protocol !== "all" ? protocol : undefined;
  if (own !== undefined && wanted !== undefined && own !== wanted.protocol) return no;
  const [low, high] = overlap(range, wanted);
  const block = typeof cidr === "string" ? addressBlock(cidr) : undefined;
  const isNarrow = typeof cidr === "string" && (block === undefined || !isWide(block));
  if (low > high || isNarrow) return no;
  const open = [protocol, range, kind, cidr].filter((value) => value instanceof Unknown);
  const missing = open.flatMap((value) => value.missing);
  if (kind === "prefix-list") missing.push(entriesOf(rule));
  if (missing.length > 0 || block === undefined) return { kind: "answer", value: new Unknown(missing) };
  return { kind: "question", block, protocol: own ?? wanted?.protocol, low, high };
}

/** The ports that are wanted of a range; all of them may be where the range is not known. */
function overlap(
  range: Value | undefined,
  wanted: WantedPorts | undefined,
): readonly [low: number, high: number] {
  const isOpen = range === undefined || range instanceof Unknown;
  const { first, last } = isOpen ? { first: 0, last: 65535 } : bounds(range);
  return [Math.max(first, wanted?.first ?? 0), Math.min(last, wanted?.last ?? 65535)];
}

function entriesOf({ resource, ref }: Entity): Missing {
  return { attribute: `${resource} prefix list`, reason: "not resolved to its entries", ref };
}

/** The other rules of the group that look the same way. */
interface Neighbours {
  readonly certain: readonly Neighbour[];
  /** Rules of which something is not known: they may be a part, or not. */
  readonly possible: readonly Neighbour[];
  /** What may be in the group besides, where that cannot be told. */
  readonly unseen: readonly Missing[];
}

interface Neighbour {
  /** `undefined`: not known. */
  readonly protocol: string | undefined;
  readonly ports: { readonly first: number; readonly last: number } | undefined;
  readonly block: AddressBlock | undefined;
  readonly missing: readonly Missing[];
}

function neighboursOf(rule: Entity): Neighbours {
  const group = rule.get("group") ?? null;
  if (group instanceof Unknown) return { certain: [], possible: [], unseen: group.missing };
  if (!isEntity(group)) return { certain: [], possible: [], unseen: [] };
  const { known, doubtful } = members(group.get("rules") ?? []);
  const neighbour = (other: Value) => (isEntity(other) && other !== rule ? neighbourOf(other, rule) : []);
  const certain = known.flatMap(neighbour);
  const perhaps = doubtful.candidates
    .flatMap(neighbour)
    .map((other) => ({ ...other, missing: [...other.missing, ...doubtful.missing] }));
  return {
    certain: certain.filter(({ missing }) => missing.length === 0),
    possible: [...certain.filter(({ missing }) => missing.length > 0), ...perhaps],
    unseen: doubtful.bounded ? [] : doubtful.missing,
  };
}

/** A rule as far as it is known; nothing where it certainly has no block, or looks the other way. */
function neighbourOf(other: Entity, rule: Entity): readonly Neighbour[] {
  const [direction, protocol, range, kind, cidr] = ["direction", "protocol", "ports", "peerKind", "cidr"].map(
    (field) => other.get(field),
  );
  const own = rule.get("direction");
  if (typeof direction === "string" && typeof own === "string" && direction !== own) return [];
  if (kind === "group" || kind === "self" || kind === "none" || kind === "prefix-list") return [];
  const block = typeof cidr === "string" ? addressBlock(cidr) : undefined;
  if (typeof cidr === "string" && block === undefined) return [];
  const open = [own, direction, protocol, range, kind, cidr].filter((value) => value instanceof Unknown);
  return [
    {
      protocol: typeof protocol === "string" ? protocol : undefined,
      ports: range instanceof Unknown || range === undefined ? undefined : bounds(range),
      block,
      missing: open.flatMap(({ missing }) => missing),
    },
  ];
}

interface PlaceOfRule {
  readonly protocol: string;
  readonly port: number;
}

/**
 * Where to look: the lowest wanted port and every port at which another rule begins, for in between nothing changes;
 * for every protocol that is the rule's own, or another rule's where the rule is about all.
 */
function placesOf(own: Question & { kind: "question" }, others: Neighbours): readonly PlaceOfRule[] {
  const all = [...others.certain, ...others.possible];
  const firsts = all
    .map(({ ports }) => ports?.first ?? own.low)
    .filter((first) => first > own.low && first <= own.high);
  const named = all.flatMap(({ protocol }) => (protocol === undefined ? [] : [protocol]));
  const protocols = new Set(own.protocol === undefined ? ["all", ...named] : [own.protocol]);
  return [...protocols].flatMap((protocol) =>
    [...new Set([own.low, ...firsts])].map((port) => ({ protocol, port })),
  );
}

function opensThere(own: AddressBlock, others: Neighbours, place: PlaceOfRule): Value {
  const certain = others.certain.filter((other) => isAbout(other, place)).flatMap(({ block }) => block ?? []);
  if (piecesMissing(own, certain) === 0) return true;
  const possible = others.possible.filter((other) => isAbout(other, place));
  const blocks = [...certain, ...possible.flatMap(({ block }) => block ?? [])];
  const blanks = possible.filter(({ block }) => block === undefined).length;
  if (others.unseen.length === 0 && piecesMissing(own, blocks) > blanks) return false;
  return new Unknown([...possible.flatMap(({ missing }) => missing), ...others.unseen]);
}

function isAbout({ protocol, ports }: Neighbour, place: PlaceOfRule): boolean {
  const isProtocol = protocol === undefined || protocol === "all" || protocol === place.protocol;
  return isProtocol && (ports === undefined || (ports.first <= place.port && place.port <= ports.last));
}
