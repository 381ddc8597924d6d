import { groupsOf } from "../base/groups.ts";
import type { Enforcement, Policy } from "../policy/policy.ts";
import type { LocatedFinding, Outcome } from "./finding.ts";

/**
 * What becomes of an answer under other policies:
 * - `violated`, `unresolved`: newly so
 * - `satisfied`, `not-applicable`: what was found is no longer
 * - `dropped`: its policy is no longer asked
 * - `stricter`, `milder`: the same is found, and does more or less
 */
export type ImpactKind =
  | "violated"
  | "unresolved"
  | "satisfied"
  | "not-applicable"
  | "dropped"
  | "stricter"
  | "milder";

export interface Impact {
  readonly kind: ImpactKind;
  /** As it would be found; as it was where it would no longer be. */
  readonly finding: LocatedFinding;
  /** What was found before, and what it did; left out where nothing was. */
  readonly was?: Found;
  /** What would be found; left out where nothing would be. */
  readonly is?: Found;
}

export interface Found {
  readonly outcome: LocatedFinding["outcome"];
  readonly enforcement: Enforcement;
}

/** What differs between the answers of two sets of policies to the same input. `gone` tells what became of a finding. */
export function impactsOf(
  before: readonly LocatedFinding[],
  after: readonly LocatedFinding[],
  gone: (finding: LocatedFinding) => Exclude<Outcome, "violated" | "unresolved"> | "dropped",
): readonly Impact[] {
  const [then, now] = [bySubject(before), bySubject(after)];
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((subject) =>
    pairs(then.get(subject) ?? [], now.get(subject) ?? []).flatMap(([was, is]) => impactOf(was, is, gone)),
  );
}

/** What both sets ask alike, and what each does where it is violated or not known. */
export interface Asked {
  readonly id: string;
  readonly question: string;
  readonly enforcement: Enforcement;
  readonly unresolved: Enforcement;
}

/** What a policy asks, so that two that ask the same can be told: messages and places play no part. */
export function asked(policy: Policy): Asked {
  const { id, select, when, each, let: parts, assert, params, enforcement, unresolved } = policy;
  const question = JSON.stringify([
    select,
    when?.text,
    each && [each.list.text, each.name],
    parts.map(({ name, expression }) => [name, expression.text]),
    assert.text,
    [...params].map(([name, value]) => [name, plain(value)]),
  ]);
  return { id, question, enforcement, unresolved };
}

/** What can be told of a report that was saved, whose input is not there to be asked again. */
export interface Told {
  readonly impacts: readonly Impact[];
  /** Policies whose answers would have to be asked for. */
  readonly untold: readonly string[];
}

/**
 * What follows for findings that were saved. A policy that asks the same gives the same answer; what one that asks
 * something else, or is new, would answer is not known. What the run itself was told otherwise stays as it was told.
 */
export function impactsOnSaved(
  findings: readonly LocatedFinding[],
  from: readonly Asked[],
  to: readonly Asked[],
): Told {
  const [before, after] = [byId(from), byId(to)];
  const untold = to.filter(({ id, question }) => before.get(id)?.question !== question).map(({ id }) => id);
  const open = new Set(untold);
  const impacts = findings.flatMap((finding): readonly Impact[] => {
    const [then, now] = [before.get(finding.policy.id), after.get(finding.policy.id)];
    if (then === undefined || open.has(finding.policy.id)) return [];
    const was = foundOf(finding);
    if (now === undefined) return [{ kind: "dropped", finding, was }];
    const does = ({ enforcement, unresolved }: Asked) =>
      finding.outcome === "violated" ? enforcement : unresolved;
    if (does(then) !== finding.enforcement || does(then) === does(now)) return [];
    return [changed(finding, { ...finding, enforcement: does(now) })];
  });
  return { impacts, untold };
}

function plain(value: unknown): unknown {
  return value instanceof Map ? [...value].map(([key, each]) => [key, plain(each)]) : value;
}

function byId(policies: readonly Asked[]): ReadonlyMap<string, Asked> {
  return new Map(policies.map((policy) => [policy.id, policy]));
}

type Pair = readonly [was: LocatedFinding | undefined, is: LocatedFinding | undefined];

function bySubject(findings: readonly LocatedFinding[]): ReadonlyMap<string, readonly LocatedFinding[]> {
  return groupsOf(findings, ({ policy, concept, resource }) =>
    JSON.stringify([policy.id, concept, resource]),
  );
}

/** Of one thing a policy may find several: those that say the same belong together, then those that end the same. */
function pairs(before: readonly LocatedFinding[], after: readonly LocatedFinding[]): readonly Pair[] {
  let then = before;
  let now = after;
  const found: Pair[] = [];
  for (const keyOf of [saying, ending, () => ""]) {
    const waiting = groupsOf(now, keyOf);
    const left: LocatedFinding[] = [];
    const used = new Set<LocatedFinding>();
    for (const was of then) {
      const is = waiting.get(keyOf(was))?.shift();
      if (is === undefined) left.push(was);
      else {
        used.add(is);
        found.push([was, is]);
      }
    }
    then = left;
    now = now.filter((finding) => !used.has(finding));
  }
  return [...found, ...then.map((was): Pair => [was, undefined]), ...now.map((is): Pair => [undefined, is])];
}

function saying({ outcome, message, place }: LocatedFinding): string {
  return JSON.stringify([outcome, message, place.file, place.line]);
}

function ending({ outcome }: LocatedFinding): string {
  return outcome;
}

function impactOf(
  was: LocatedFinding | undefined,
  is: LocatedFinding | undefined,
  gone: Parameters<typeof impactsOf>[2],
): readonly Impact[] {
  if (is === undefined)
    return was === undefined ? [] : [{ kind: gone(was), finding: was, was: foundOf(was) }];
  if (was === undefined) return [{ kind: is.outcome, finding: is, is: foundOf(is) }];
  if (was.outcome !== is.outcome) {
    return [{ kind: is.outcome, finding: is, was: foundOf(was), is: foundOf(is) }];
  }
  return was.enforcement === is.enforcement ? [] : [changed(was, is)];
}

const strength: readonly Enforcement[] = ["audit", "warn", "deny"];

function changed(was: LocatedFinding, is: LocatedFinding): Impact {
  const isStricter = strength.indexOf(is.enforcement) > strength.indexOf(was.enforcement);
  return { kind: isStricter ? "stricter" : "milder", finding: is, was: foundOf(was), is: foundOf(is) };
}

function foundOf({ outcome, enforcement }: LocatedFinding): Found {
  return { outcome, enforcement };
}
