import type { Path } from "../../base/place.ts";
import type { Json } from "../declaration.ts";
import { isList, isObject } from "../plain.ts";
import { type Resolved, type Unresolved, unknown } from "./resolved.ts";

/** An entry of a map, written out or made by a loop. */
export interface Entry {
  readonly key: string;
  readonly value: Json;
  /** Leads from the map to where it is written. */
  readonly at: Path;
}

/** A loop of which it is not known what it repeats for. */
export interface OpenLoop {
  readonly body: Json;
  readonly at: Path;
  readonly why: Unresolved;
}

export interface Expanded {
  readonly entries: readonly Entry[];
  readonly open: readonly OpenLoop[];
}

/** How much loops may still make: a small template must not become an endless one. */
export interface Allowance {
  left: number;
}

export function anAllowance(): Allowance {
  return { left: 200_000 };
}

/** Whether a key of a map is a loop of `AWS::LanguageExtensions`. */
export function isLoop(key: string): boolean {
  return key.startsWith("Fn::ForEach::");
}

/**
 * A map with its `Fn::ForEach` written out, as far as it is known what they repeat for. "too many" where they make
 * more than the allowance.
 */
export function expandLoops(
  map: { readonly [key: string]: Json },
  resolve: (json: Json) => Resolved,
  allowance: Allowance,
  path: Path = [],
): Expanded | "too many" {
  const entries: Entry[] = [];
  const open: OpenLoop[] = [];
  for (const [key, value] of Object.entries(map)) {
    const at = [...path, key];
    if (!isLoop(key)) {
      entries.push({ key, value, at });
      continue;
    }
    const made = rounds(value, resolve, allowance);
    if (made === "too many") return made;
    const body = [...at, 2];
    if ("kind" in made) {
      open.push({ body: isList(value) ? (value[2] ?? null) : null, at: body, why: made });
      continue;
    }
    for (const round of made) {
      const inner = expandLoops(round, resolve, allowance, body);
      if (inner === "too many") return inner;
      entries.push(...inner.entries);
      open.push(...inner.open);
    }
  }
  return { entries, open };
}

type Body = { readonly [key: string]: Json };

/** The body once for every member of the collection, with the member put in. */
function rounds(
  loop: Json,
  resolve: (json: Json) => Resolved,
  allowance: Allowance,
): readonly Body[] | Unresolved | "too many" {
  const [name, collection, body] = isList(loop) ? loop : [];
  if (typeof name !== "string" || collection === undefined || !isObject(body)) {
    return unknown("made by `Fn::ForEach` of something it does not take");
  }
  const values = membersOf(collection, resolve);
  if ("kind" in values) return values;
  const made: Body[] = [];
  for (const value of values) {
    const round = withMember(body, name, value, allowance);
    if (allowance.left < 0) return "too many";
    if (isObject(round)) made.push(round);
  }
  return made;
}

function membersOf(collection: Json, resolve: (json: Json) => Resolved): readonly string[] | Unresolved {
  const list = resolve(collection);
  if (list.kind === "unknown") return list;
  if (list.kind !== "plain" || !isList(list.json)) return unknown("no list");
  const members: string[] = [];
  for (const item of list.json) {
    const member = list.within === undefined ? resolve(item) : unknown("given by another template");
    if (member.kind === "unknown") return member;
    if (member.kind === "absent") continue;
    if (
      member.kind === "plain" &&
      isList(member.json) &&
      member.json.every((each) => typeof each === "string")
    )
      members.push(...member.json);
    else if (member.kind === "plain" && ["string", "number", "boolean"].includes(typeof member.json))
      members.push(String(member.json));
    else return unknown("no list of texts");
  }
  return members;
}

/** A copy with the loop's name filled in: `${Zone}`, `&{Zone}` without what a logical id cannot have, `Ref: Zone`. */
function withMember(json: Json, name: string, value: string, allowance: Allowance): Json {
  if (--allowance.left < 0) return null;
  const fill = (text: string) => {
    const filled = text
      .replaceAll(`\${${name}}`, () => value)
      .replaceAll(`&{${name}}`, () => value.replace(/[^A-Za-z0-9]/g, ""));
    allowance.left -= Math.floor(filled.length / 1000);
    return filled;
  };
  const visit = (each: Json) => withMember(each, name, value, allowance);
  if (typeof json === "string") return fill(json);
  if (isList(json)) return json.map(visit);
  if (!isObject(json)) return json;
  if (json.Ref === name && Object.keys(json).length === 1) return value;
  return Object.fromEntries(Object.entries(json).map(([key, each]) => [fill(key), visit(each)]));
}
