import { compile } from "../expr/compile.ts";
import type { Expression } from "../expr/expression.ts";
import { mutants } from "../expr/mutants.ts";
import { environmentOf } from "./environment.ts";
import type { LoadedPolicy, World } from "./file.ts";

/** A policy with one small change in one of its expressions. */
export interface PolicyMutant {
  readonly policy: LoadedPolicy;
  /** `assert`, `when`, `each` or `let zones`. */
  readonly where: string;
  readonly was: string;
  /** `undefined` where it is left out. */
  readonly now: string | undefined;
}

/** Every small change of a policy that would still load. */
export function policyMutants(policy: LoadedPolicy, { types, facts }: World): readonly PolicyMutant[] {
  const environment = environmentOf(policy, types, facts);
  const changed = expressionsOf(policy).flatMap(({ where, expression }) =>
    mutants(expression.text).flatMap(({ text, was, now }): readonly PolicyMutant[] => {
      const { type } = expression;
      const expected = where === "when" || where === "assert" ? "bool" : undefined;
      const compiled = compile(text, environment, expected).expression;
      if (compiled === undefined || (expected === undefined && compiled.type !== type)) return [];
      return [{ policy: withExpression(policy, where, compiled), where, was, now }];
    }),
  );
  const { when } = policy;
  // Where it is a chain, leaving out a part of it says more.
  if (when === undefined || changed.some(({ where, now }) => where === "when" && now === undefined))
    return changed;
  const always = {
    policy: { ...policy, when: undefined },
    where: "when",
    was: oneLine(when),
    now: undefined,
  };
  return [...changed, always];
}

export interface Named {
  readonly where: string;
  readonly expression: Expression;
}

/** The expressions that decide what a policy answers, by what they are called, in the order they are asked. */
export function expressionsOf(policy: LoadedPolicy): readonly Named[] {
  const { when, each, assert } = policy;
  return [
    ...policy.let.map(({ name, expression }) => ({ where: `let ${name}`, expression })),
    ...(when === undefined ? [] : [{ where: "when", expression: when }]),
    ...(each === undefined ? [] : [{ where: "each", expression: each.list }]),
    { where: "assert", expression: assert },
  ];
}

/** The policy with another expression in the place that is named. */
export function withExpression(policy: LoadedPolicy, where: string, expression: Expression): LoadedPolicy {
  if (where === "when") return { ...policy, when: expression };
  if (where === "assert") return { ...policy, assert: expression };
  if (where === "each" && policy.each !== undefined)
    return { ...policy, each: { ...policy.each, list: expression } };
  const parts = policy.let.map((part) => (`let ${part.name}` === where ? { ...part, expression } : part));
  return { ...policy, let: parts };
}

function oneLine({ text }: Expression): string {
  return text.replace(/\s+/g, " ").trim();
}
