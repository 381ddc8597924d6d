import { EvalError, type Missing, PartialList, Unknown, type Value } from "../base/value.ts";
import type { FieldRead } from "../expr/explain.ts";
import type { Expression } from "../expr/expression.ts";
import type { Entity, Graph } from "../graph/graph.ts";
import type { Policy } from "../policy/policy.ts";
import { Applicability } from "./applicability.ts";
import type { Finding, Outcome, PolicyTally } from "./finding.ts";
import { unresolvedMessage, violatedMessage } from "./message.ts";
import { placesOf } from "./places.ts";
import { Scope } from "./scope.ts";
import { suggestionOf } from "./suggestion.ts";
import { type Alternatives, type Answer, Worlds } from "./worlds.ts";

export interface Judgement {
  /** By policy, then in the order entities were read. */
  readonly findings: readonly Finding[];
  /** One for every policy. With `each`, answers are counted by element. */
  readonly tally: readonly PolicyTally[];
}

/**
 * Asks every policy about every entity of its concept. `now` is `YYYY-MM-DD`. What is open because of a choice is
 * asked again in the worlds that `alternatives` makes.
 */
export function judge(
  graph: Graph,
  policies: readonly Policy[],
  given: { readonly facts: Value; readonly now: string },
  alternatives: Alternatives = () => undefined,
): Judgement {
  const findings: Finding[] = [];
  const worlds = new Worlds(graph, alternatives);
  const applicability = new Applicability(policies);
  const tally = policies.map((policy) => {
    const scope = new Scope(policy, given.facts, given.now);
    const counts: Record<Outcome, number> = { ...none };
    const bench = new Bench(policy, scope, applicability.of(policy));
    for (const entity of graph.entities(policy.select)) {
      const plain = bench.plainly(entity);
      if (plain !== undefined) {
        counts[plain]++;
        continue;
      }
      const here = bench.answer();
      const answer = worlds.settle(entity, policy.each === undefined, here, (others) => bench.ask(others));
      if (answer.findings.length > 0) findings.push(...answer.findings);
      for (const outcome of outcomes) counts[outcome] += answer.counts[outcome];
    }
    const { violated, satisfied, unresolved, "not-applicable": notApplicable } = counts;
    return { policy, violated, satisfied, unresolved, notApplicable };
  });
  return { findings, tally };
}

const none = { violated: 0, satisfied: 0, unresolved: 0, "not-applicable": 0 } as const;
const outcomes: readonly Outcome[] = ["violated", "satisfied", "unresolved", "not-applicable"];

/**
 * What `when` and `assert` make together. Unknown is decided where both ways end the same; an error is never
 * satisfied.
 *
 *     when \ assert   true        false        unknown      error
 *     true            satisfied   violated     unresolved   unresolved
 *     false           not applicable, and `assert` is not asked
 *     unknown         satisfied   unresolved   unresolved   unresolved
 *     error           unresolved, and `assert` is not asked
 */
export function outcomeOf(applies: Value, asserted: Value): Outcome {
  if (applies === false) return "not-applicable";
  if (applies !== true && !(applies instanceof Unknown)) return "unresolved";
  if (asserted === true) return "satisfied";
  return asserted === false && applies === true ? "violated" : "unresolved";
}

/** One policy, and what it has answered of the question that is asked. */
class Bench {
  readonly #policy: Policy;
  readonly #scope: Scope;
  readonly #applies: (entity: Entity, scope: Scope) => Value;
  #findings: Finding[] = [];
  #counts: Record<Outcome, number> = { ...none };

  constructor(policy: Policy, scope: Scope, applies: (entity: Entity, scope: Scope) => Value) {
    this.#policy = policy;
    this.#scope = scope;
    this.#applies = applies;
  }

  ask(entities: readonly Entity[]): Answer {
    for (const entity of entities) {
      const outcome = this.plainly(entity);
      if (outcome !== undefined) this.#counts[outcome]++;
    }
    return this.answer();
  }

  /** What was noted since the last answer. */
  answer(): Answer {
    const answer = { findings: this.#findings, counts: this.#counts };
    this.#findings = [];
    this.#counts = { ...none };
    return answer;
  }

  /** How it ends for an entity, where there is no more to say, as of most; else that is noted. */
  plainly(entity: Entity): "satisfied" | "not-applicable" | undefined {
    const { each } = this.#policy;
    this.#scope.enter(entity);
    const applies = this.#applies(entity, this.#scope);
    if (applies === false) return "not-applicable";
    if (applies !== true && !(applies instanceof Unknown)) this.#report(entity, "unresolved", applies, true);
    else if (each === undefined) return this.#answer(entity, applies);
    else this.#answerEach(entity, applies, each.list.evaluate(this.#scope));
    return undefined;
  }

  #answer(entity: Entity, applies: Value): "satisfied" | "not-applicable" | undefined {
    const asserted = this.#policy.assert.evaluate(this.#scope);
    const outcome = outcomeOf(applies, asserted);
    if (outcome === "satisfied" || outcome === "not-applicable") return outcome;
    this.#report(entity, outcome, applies, asserted);
    return undefined;
  }

  #answerEach(entity: Entity, applies: Value, list: Value): void {
    if (isList(list) || list instanceof PartialList) {
      const items = isList(list) ? list : list.items;
      for (const item of items) {
        this.#scope.enterElement(item);
        const outcome = this.#answer(entity, applies);
        if (outcome !== undefined) this.#counts[outcome]++;
      }
      if (list instanceof PartialList) this.#answerFurther(entity, applies, list);
      else if (items.length === 0) this.#counts["not-applicable"]++;
    } else if (list === null) this.#counts["not-applicable"]++;
    else if (list instanceof Unknown) this.#answerFurther(entity, applies, new PartialList([], list));
    else this.#reportList(entity, list);
  }

  /**
   * The members of a list that are not known: each is one of the candidates, or could be anything. What holds of all
   * of them holds of the members; what holds of none is a violation only where a member certainly exists.
   */
  #answerFurther(entity: Entity, applies: Value, list: PartialList): void {
    if (list.atMost <= 0) return;
    const stranger = new Unknown(list.why.missing);
    const candidates = list.candidates ?? [stranger];
    const answers = candidates.map((candidate) => {
      this.#scope.enterElement(candidate);
      return this.#policy.assert.evaluate(this.#scope);
    });
    if (answers.every((answer) => answer === true)) {
      if (list.items.length === 0) this.#counts.satisfied++;
      return;
    }
    this.#scope.enterElement(candidates.length === 1 ? (candidates[0] ?? stranger) : stranger);
    if (applies === true && list.atLeast > 0 && answers.every((answer) => answer === false)) {
      this.#report(entity, "violated", applies, false);
    } else {
      const missing = [...list.why.missing, ...answers.flatMap(missingOf)];
      const error = answers.find((answer) => answer instanceof EvalError);
      this.#report(entity, "unresolved", applies, error ?? new Unknown(missing));
    }
  }

  /**
   * `answer` is what the assertion said, or what stood in its way. What may not be there at all is not violated: of
   * a rule in a list that is not known it cannot be told.
   */
  #report(entity: Entity, outcome: "violated" | "unresolved", applies: Value, answer: Value): void {
    const { assert, when } = this.#policy;
    if (outcome === "violated" && (entity.count?.low ?? 1) < 1) {
      this.#add(entity, "unresolved", assert, applies, entity.count ?? answer);
      return;
    }
    const isAboutWhen = applies !== true && !(answer instanceof Unknown) && !(answer instanceof EvalError);
    const decided = isAboutWhen && when !== undefined ? when : assert;
    this.#add(entity, outcome, decided, applies, answer);
  }

  #reportList(entity: Entity, list: Value): void {
    const { each } = this.#policy;
    const answer = list instanceof EvalError ? list : new EvalError("`each` is not a list");
    if (each !== undefined) this.#add(entity, "unresolved", each.list, true, answer);
  }

  #add(
    entity: Entity,
    outcome: Finding["outcome"],
    decided: Expression,
    applies: Value,
    answer: Value,
  ): void {
    const policy = this.#policy;
    const isViolated = outcome === "violated";
    const missing = isViolated ? [] : distinct([...missingOf(applies), ...missingOf(answer)]);
    const enforcement = isViolated ? policy.enforcement : policy.unresolved;
    const { select: concept, severity } = policy;
    const { resource, ref: about } = entity;
    const found = { policy, outcome, severity, enforcement, concept, resource, missing, about };
    const tell = (): Told => {
      const reads: readonly FieldRead[] = this.#scope.explain(decided).reads;
      const refs = placesOf(policy, this.#scope, entity, reads, missing);
      if (!isViolated) {
        return { refs, message: unresolvedMessage(policy, this.#scope, decided, [applies, answer]) };
      }
      return { refs, message: violatedMessage(policy, this.#scope), ...suggestionOf(policy, this.#scope) };
    };
    this.#counts[outcome]++;
    this.#findings.push(
      enforcement === "audit"
        ? toldWhenAsked(found, this.#scope.again(entity, tell))
        : { ...found, ...tell() },
    );
  }
}

type Told = Pick<Finding, "refs" | "message" | "suggestion">;

/** What is only counted is told in few reports, and there may be thousands: its words are put together when it is. */
function toldWhenAsked(found: Omit<Finding, keyof Told>, tell: () => Told): Finding {
  let known: Told | undefined;
  const told = () => {
    known ??= tell();
    return known;
  };
  return {
    ...found,
    get message() {
      return told().message;
    },
    get refs() {
      return told().refs;
    },
  };
}

function missingOf(value: Value): readonly Missing[] {
  return value instanceof Unknown ? value.missing : [];
}

function distinct(missing: readonly Missing[]): readonly Missing[] {
  return [...new Map(missing.map((each) => [each.attribute, each])).values()];
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
