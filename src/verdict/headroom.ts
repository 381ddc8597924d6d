import { Unknown, type Value } from "../base/value.ts";
import type { Expression } from "../expr/expression.ts";
import type { Graph } from "../graph/graph.ts";
import type { Parameter, Policy } from "../policy/policy.ts";
import { Scope } from "./scope.ts";

/** How much of a quota something uses. */
export interface Headroom {
  readonly policy: { readonly id: string };
  /** What there is a quota of: `managed node groups a cluster may have`. */
  readonly what: string;
  readonly concept: string;
  readonly resource: string;
  readonly used: number;
  /** Whether more may be used than is known. */
  readonly isOpen: boolean;
  /** What is used without this change, where that is known. */
  readonly before?: number;
  readonly limit: number;
}

/** What there is to know of a finding here. */
interface Found {
  readonly policy: { readonly id: string };
  readonly resource: string;
}

/** What expressions need besides the graph. */
interface Given {
  readonly facts: Value;
  readonly now: string;
}

/**
 * What is used of every quota that a policy compares with: `<something> <= params.<one whose default is a fact about
 * quotas>`. What is not a known number, or came of something sensitive, is left out.
 */
export function headroom(
  graph: Graph,
  policies: readonly Policy[],
  given: Given,
  baseGraph?: Graph,
): readonly Headroom[] {
  return policies.flatMap((policy) => {
    const quota = quotaOf(policy);
    if (quota === undefined) return [];
    const before = baseGraph === undefined ? undefined : byResource(used(baseGraph, policy, quota, given));
    return used(graph, policy, quota, given).map((now) => {
      const then = before?.get(now.resource);
      return then === undefined ? now : { ...now, before: then.used };
    });
  });
}

/** How full it is: 1 where nothing is left. */
export function fullness({ used, limit }: Headroom): number {
  return limit > 0 ? used / limit : used > 0 ? Number.POSITIVE_INFINITY : 0;
}

/** What people should look at: what is nearly full, or a finding is about; fullest first, and no more than a few. */
export function notable(
  all: readonly Headroom[],
  findings: readonly Found[],
  most: number = 12,
): readonly Headroom[] {
  const found = new Set(findings.map(({ policy, resource }) => `${policy.id} ${resource}`));
  return all
    .filter((one) => fullness(one) > nearlyFull || found.has(`${one.policy.id} ${one.resource}`))
    .toSorted((one, other) => fullness(other) - fullness(one))
    .slice(0, most);
}

const nearlyFull = 0.6;

interface Quota {
  readonly amount: Expression;
  readonly parameter: Parameter;
}

/** The left side has to be known as an expression of its own: as one that the message shows. */
function quotaOf({ family, assert, each, message, parameters }: Policy): Quota | undefined {
  if (family !== "quotas" || each !== undefined) return undefined;
  for (const part of assert.text.split(" && ")) {
    const [, left = "", name = ""] = /^\s*(.+?) <= (?:double\()?params\.(\w+)\)?\s*$/.exec(part) ?? [];
    const parameter = parameters.find((each) => each.name === name && each.fact?.startsWith("quotas."));
    const amount = message.find(
      (hole): hole is Expression => typeof hole !== "string" && hole.text.trim() === left,
    );
    if (parameter !== undefined && amount !== undefined) return { amount, parameter };
  }
  return undefined;
}

function used(graph: Graph, policy: Policy, { amount, parameter }: Quota, given: Given): readonly Headroom[] {
  const limit = policy.params.get(parameter.name);
  if (typeof limit !== "number") return [];
  const scope = new Scope(policy, given.facts, given.now);
  return graph.entities(policy.select).flatMap((entity) => {
    scope.enter(entity);
    if (policy.when !== undefined && policy.when.evaluate(scope) !== true) return [];
    const { value, sensitive } = scope.guarded(amount);
    const used = typeof value === "number" ? value : value instanceof Unknown ? value.low : undefined;
    if (sensitive || used === undefined || !Number.isFinite(used)) return [];
    const { concept, resource } = entity;
    return [
      { policy, what: whatOf(parameter), concept, resource, used, isOpen: typeof value !== "number", limit },
    ];
  });
}

/** `doc` says first what there is a quota of, and then what to do about it. */
function whatOf({ doc }: Parameter): string {
  return doc.split(";")[0]?.trim() ?? doc;
}

/** Resources that share a name cannot be told apart, so nothing is said of what they were. */
function byResource(all: readonly Headroom[]): ReadonlyMap<string, Headroom> {
  const times = new Map<string, number>();
  for (const { resource } of all) times.set(resource, (times.get(resource) ?? 0) + 1);
  return new Map(all.filter(({ resource }) => times.get(resource) === 1).map((one) => [one.resource, one]));
}
