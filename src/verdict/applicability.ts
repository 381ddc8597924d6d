import type { Value } from "../base/value.ts";
import type { Entity } from "../graph/graph.ts";
import type { Policy } from "../policy/policy.ts";
import type { Scope } from "./scope.ts";

/**
 * Whether policies apply to an entity. Many policies of one concept begin with the same question, so its answer is
 * kept where another policy will ask it: it depends on nothing but the entity and what all policies share.
 */
export class Applicability {
  readonly #kept = new Map<string, Map<Entity, Value>>();
  readonly #shared: ReadonlySet<string>;

  constructor(policies: readonly Policy[]) {
    const seen = new Set<string>();
    const shared = new Set<string>();
    for (const policy of policies) {
      const question = questionOf(policy);
      if (question === undefined) continue;
      if (seen.has(question)) shared.add(question);
      seen.add(question);
    }
    this.#shared = shared;
  }

  of(policy: Policy): (entity: Entity, scope: Scope) => Value {
    const { when } = policy;
    if (when === undefined) return () => true;
    const question = questionOf(policy);
    if (question === undefined || !this.#shared.has(question)) return (_, scope) => when.evaluate(scope);
    const kept = this.#kept.get(question) ?? new Map<Entity, Value>();
    this.#kept.set(question, kept);
    return (entity, scope) => {
      const known = kept.get(entity);
      if (known !== undefined) return known;
      const answer = when.evaluate(scope);
      kept.set(entity, answer);
      return answer;
    };
  }
}

/** What a policy asks first, where that says the same for every policy: it reads nothing that is the policy's own. */
function questionOf({ select, when, let: parts }: Policy): string | undefined {
  if (when === undefined) return undefined;
  const own = ["params", ...parts.map(({ name }) => name)];
  return own.some((name) => when.text.includes(name)) ? undefined : `${select}\n${when.text}`;
}
