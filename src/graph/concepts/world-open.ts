import { type Missing, Unknown, type Value } from "../../base/value.ts";
import type { Entity } from "../graph.ts";
import { isEntity } from "../lookup.ts";
import { type AddressBlock, addressBlock, blocksCoverWorld, coveringBlocks } from "./cidr.ts";
import { members } from "./members.ts";
import { bounds } from "./ports.ts";

/** Whether a rule opens any port of its own to the world. */
export function opensWorld(rule: Value): Value {
  return opens(rule, undefined);
}

/** Whether a rule opens a port (`22`), one of a range (`2379-2380`) or one of a protocol (`53/udp`) to the world. */
export function opensWorldAt(rule: Value, wanted: string): Value {
  const [, first = "0", last = first, protocol = "tcp"] = /^(\d+)(?:-(\d+))?(?:\/(\w+))?$/.exec(wanted) ?? [];
  return opens(rule, { protocol, first: Number(first), last: Number(last) });
}

interface Wanted {
  readonly protocol: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Whether a rule opens some wanted port to the world. A rule does if at one of the ports its block, with the blocks
 * of its group's other rules for that port, makes up all addresses of a family, and it is one of those needed.
 */
function opens(rule: Value, wanted: Wanted | undefined): Value {
  if (!isEntity(rule)) return false;
  const own = portsInQuestion(rule, wanted);
  if (own.kind === "answer") return own.value;
  const block = blockOf(rule);
  if (block === undefined) return false;
  if (blocksCoverWorld([block])) return true;
  const group = rule.get("group");
  const siblings = isEntity(group) ? members(group.get("rules") ?? []).known : [rule];
  const blocks = siblings.flatMap((sibling) => (isEntity(sibling) ? blocksOf(sibling, rule) : []));
  return own.ports.some((port) => {
    const there = blocks.filter((other) => other.rule === rule || covers(other.rule, port, wanted?.protocol));
    return coveringBlocks(there).some((other) => other.rule === rule);
  });
}

interface RuleBlock extends AddressBlock {
  readonly rule: Value;
}

function blocksOf(sibling: Value, rule: Value): readonly RuleBlock[] {
  if (!isEntity(sibling) || !isEntity(rule) || sibling.get("direction") !== rule.get("direction")) return [];
  const block = blockOf(sibling);
  return block === undefined ? [] : [{ ...block, rule: sibling }];
}

function blockOf(rule: Value): AddressBlock | undefined {
  const cidr = isEntity(rule) ? rule.get("cidr") : undefined;
  return typeof cidr === "string" ? addressBlock(cidr) : undefined;
}

/** The answer, where the rule alone gives it, or the ports at which its siblings have to be looked at. */
type Question =
  | { readonly kind: "answer"; readonly value: Value }
  | { readonly kind: "ports"; readonly ports: readonly number[] };

const no: Question = { kind: "answer", value: false };

function portsInQuestion(rule: Entity, wanted: Wanted | undefined): Question {
  const [protocol, range, kind, cidr] = ["protocol", "ports", "peerKind", "cidr"].map((field) => rule.get(field));
  if (kind === "group" || kind === "self" || kind === "none") return no;
  if (typeof protocol === "string" && wanted !== undefined && protocol !== "all" && protocol !== wanted.protocol) {
    return no;
  }
  const { first, last } = range instanceof Unknown || range === undefined ? { first: 0, last: 65535 } : bounds(range);
  const low = Math.max(first, wanted?.first ?? 0);
  const high = Math.min(last, wanted?.last ?? 65535);
  if (low > high) return no;
  if (typeof cidr === "string" && addressBlock(cidr) === undefined) return no;
  const missing: Missing[] = [];
  for (const value of [protocol, range, kind, cidr]) if (value instanceof Unknown) missing.push(...value.missing);
  if (kind === "prefix-list") {
    missing.push({ attribute: `${rule.resource} prefix list`, reason: "not resolved to its entries", ref: rule.ref });
  }
  if (missing.length > 0) return { kind: "answer", value: new Unknown(missing) };
  return { kind: "ports", ports: turningPoints(rule, low, high) };
}

/** The lowest wanted port and every port at which another rule of the group begins: in between nothing changes. */
function turningPoints(rule: Entity, low: number, high: number): readonly number[] {
  const group = rule.get("group");
  const siblings = group !== undefined && isEntity(group) ? members(group.get("rules") ?? []).known : [];
  const firsts = siblings.map((sibling) => (isEntity(sibling) ? bounds(sibling.get("ports") ?? null).first : low));
  return [...new Set([low, ...firsts.filter((first) => first > low && first <= high)])];
}

function covers(rule: Value, port: number, protocol: string | undefined): boolean {
  if (!isEntity(rule)) return false;
  const own = rule.get("protocol");
  const range = rule.get("ports");
  if (typeof own !== "string" || range === undefined || range instanceof Unknown) return false;
  const { first, last } = bounds(range);
  return (own === "all" || protocol === undefined || own === protocol) && first <= port && port <= last;
}
