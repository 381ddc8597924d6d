import type { Failure } from "../../base/failure.ts";
import type { Conclusion, ToldPolicy } from "../../verdict/finding.ts";
import type { Impact, ImpactKind } from "../../verdict/impact.ts";
import { grouped } from "../grouped.ts";

/** What a change of policies does to one repository, plan or saved report. */
export interface ImpactPart {
  /** What people call it: the path that was named. */
  readonly name: string;
  readonly impacts: readonly Impact[];
  readonly failures: readonly Failure[];
  /** Left out for saved reports, which nobody judges again. */
  readonly conclusions?: readonly [before: Conclusion, after: Conclusion];
  /** Policies whose answers cannot be told, because only a report is there. */
  readonly untold?: readonly string[];
}

export interface ImpactReport {
  readonly from: string;
  readonly to: string;
  readonly parts: readonly ImpactPart[];
}

export type Sums = Readonly<Record<"violated" | "unresolved" | "gone" | "stricter" | "milder", number>>;

export function sumsOf(impacts: readonly Impact[]): Sums {
  const of = (...kinds: readonly ImpactKind[]) => impacts.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    violated: of("violated"),
    unresolved: of("unresolved"),
    gone: of("satisfied", "not-applicable", "dropped"),
    stricter: of("stricter"),
    milder: of("milder"),
  };
}

export interface PolicyImpact {
  readonly policy: ToldPolicy;
  readonly sums: Sums;
  /** The names of the parts that it touches. */
  readonly parts: readonly string[];
}

/** By policy, those first that change most. */
export function byPolicy({ parts }: ImpactReport): readonly PolicyImpact[] {
  const found = new Map<string, { policy: ToldPolicy; impacts: Impact[]; parts: Set<string> }>();
  for (const { name, impacts } of parts) {
    for (const impact of impacts) {
      const { policy } = impact.finding;
      const entry = found.get(policy.id) ?? { policy, impacts: [], parts: new Set() };
      entry.impacts.push(impact);
      entry.parts.add(name);
      found.set(policy.id, entry);
    }
  }
  return [...found.values()]
    .toSorted((a, b) => b.impacts.length - a.impacts.length || (a.policy.id < b.policy.id ? -1 : 1))
    .map(({ policy, impacts, parts: names }) => ({ policy, sums: sumsOf(impacts), parts: [...names] }));
}

/** Policies of which no saved report can tell what they would answer. */
export function untoldIn({ parts }: ImpactReport): readonly string[] {
  return [...new Set(parts.flatMap(({ untold = [] }) => untold))];
}

/** Changes that read alike, those that hurt most first. */
export function alike(impacts: readonly Impact[]): readonly (readonly Impact[])[] {
  const weight = ({ kind, is }: Impact) => order.indexOf(kind) - (is?.enforcement === "deny" ? 0.5 : 0);
  const groups = grouped(impacts, (impact) => `${impact.finding.policy.id} ${sayImpact(impact)}`);
  return groups
    .map(([, group]) => group)
    .toSorted(([a], [b]) => (a === undefined || b === undefined ? 0 : weight(a) - weight(b)));
}

const order: readonly ImpactKind[] = [
  "violated",
  "stricter",
  "unresolved",
  "milder",
  "satisfied",
  "not-applicable",
  "dropped",
];

/** What is said of one: `newly violated`, `satisfied, was violated`. */
export function sayImpact({ kind, was, is }: Impact): string {
  switch (kind) {
    case "violated":
    case "unresolved": {
      const before = was === undefined ? "" : `, was ${was.outcome}`;
      return `newly ${kind}${before}, ${does[is?.enforcement ?? "audit"]}`;
    }
    case "satisfied":
      return `satisfied, was ${was?.outcome}`;
    case "not-applicable":
      return `does not apply, was ${was?.outcome}`;
    case "dropped":
      return `not asked, was ${was?.outcome}`;
    case "stricter":
    case "milder":
      return `${does[is?.enforcement ?? "audit"]}, where it ${did[was?.enforcement ?? "audit"]}`;
  }
}

const does = { deny: "blocks", warn: "warns", audit: "is counted" } as const;
const did = { deny: "blocked", warn: "warned", audit: "was counted" } as const;

/** `passed`, `blocked → passed`. */
export function sayConclusions([before, after]: readonly [Conclusion, Conclusion]): string {
  return before === after ? said[before] : `${said[before]} → ${said[after]}`;
}

const said = { pass: "passes", blocked: "blocked", unjudged: "not judged" } as const;
