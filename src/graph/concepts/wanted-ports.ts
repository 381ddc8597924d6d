import { Unknown, type Value } from "../../base/value.ts";
import { isEntity } from "../entity.ts";
import { bounds } from "./ports.ts";
import type { Truth } from "./truth.ts";

/** Ports as policies write them: `22`, `2379-2380`, `53/udp`. */
export interface WantedPorts {
  readonly protocol: string;
  readonly first: number;
  readonly last: number;
}

/** TCP where no protocol is named. */
export function wantedPorts(written: string): WantedPorts {
  const [, first = "0", last = first, protocol = "tcp"] =
    /^(\d+)(?:-(\d+))?(?:\/(\w+))?$/.exec(written) ?? [];
  return { protocol, first: Number(first), last: Number(last) };
}

/** Whether a rule opens nothing but some ports; one about every protocol, or about another one, opens more. */
export function opensOnly(rule: Value, allowed: Value): Truth {
  if (!isEntity(rule)) return false;
  const wanted = Array.isArray(allowed) ? allowed.map((each) => wantedPorts(String(each))) : [];
  const [protocol, range] = [rule.get("protocol") ?? null, rule.get("ports") ?? null];
  const among = wanted.filter((each) => protocol instanceof Unknown || each.protocol === protocol);
  if (among.length === 0) return false;
  if (protocol instanceof Unknown) return protocol;
  return range instanceof Unknown ? range : areIn(bounds(range), among);
}

/** Whether a rule is about all of some ports. */
export function isAbout(rule: Value, { protocol: wanted, first, last }: WantedPorts): Truth {
  if (!isEntity(rule)) return false;
  const [protocol, range] = [rule.get("protocol") ?? null, rule.get("ports") ?? null];
  if (protocol instanceof Unknown || protocol === "all") return protocol === "all" ? true : protocol;
  if (protocol !== wanted) return false;
  if (range instanceof Unknown) return range;
  const held = bounds(range);
  return held.first <= first && last <= held.last;
}

/** Whether every port of a range is in one of some ranges. */
function areIn(
  range: { readonly first: number; readonly last: number },
  among: readonly WantedPorts[],
): boolean {
  let next = range.first;
  for (const { first, last } of among.toSorted((a, b) => a.first - b.first)) {
    if (first <= next) next = Math.max(next, last + 1);
  }
  return next > range.last;
}
