import { type Decision, decisions } from "../expr/decisions.ts";
import type { Expression } from "../expr/expression.ts";
import type { LoadedPolicy } from "./file.ts";
import { expressionsOf, type Named, withExpression } from "./mutants.ts";

/** A part of a policy that no case decides. */
export interface Uncovered {
  /** `assert`, `when`, `each` or `let zones`. */
  readonly where: string;
  readonly text: string;
  readonly lacks: "is never asked" | "is never true" | "is never false";
}

/** A policy that notes what its parts answer, and which of them have not answered all they can. */
export interface Covered {
  readonly policy: LoadedPolicy;
  readonly uncovered: () => readonly Uncovered[];
}

/** Watches a policy: what is asked of it afterwards counts. */
export function covered(policy: LoadedPolicy): Covered {
  const watched = expressionsOf(policy).map((named) => ({ named, seen: new Map<string, Set<unknown>>() }));
  const observed = watched.reduce((whole, { named, seen }) => {
    const expression = named.expression.observed(({ start, end }, value) => {
      const key = `${start}-${end}`;
      const values = seen.get(key) ?? new Set();
      seen.set(key, values.add(typeof value === "boolean" ? value : undefined));
    });
    return withExpression(whole, named.where, expression);
  }, policy);
  return {
    policy: observed,
    uncovered: () =>
      watched.flatMap(({ named, seen }) =>
        decisionsOf(named).flatMap((decision): readonly Uncovered[] => {
          const lacks = lackOf(decision, seen.get(`${decision.start}-${decision.end}`));
          return lacks === undefined ? [] : [{ where: named.where, text: decision.text, lacks }];
        }),
      ),
  };
}

function decisionsOf({ where, expression }: Named): readonly Decision[] {
  const found = decisions(expression.text, isCondition(where, expression));
  return [...new Map(found.map((decision) => [`${decision.start}-${decision.end}`, decision])).values()];
}

function isCondition(where: string, { type }: Expression): boolean {
  return where === "assert" || where === "when" || type === "bool";
}

function lackOf(
  { kind }: Decision,
  values: ReadonlySet<unknown> | undefined,
): Uncovered["lacks"] | undefined {
  if (values === undefined) return "is never asked";
  if (kind === "branch") return undefined;
  if (!values.has(true)) return "is never true";
  return values.has(false) ? undefined : "is never false";
}
