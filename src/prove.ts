import { stageCase } from "./cases.ts";
import type { Case } from "./policy/cases/case.ts";
import { covered } from "./policy/coverage.ts";
import type { LoadedPolicy, World } from "./policy/file.ts";
import { policyMutants } from "./policy/mutants.ts";
import type { Mutation, Proof, ProvenCase } from "./verdict/proof.ts";

export interface ProveOptions {
  /** What the policies were checked against. */
  readonly world: World;
  /** The text of the plan that a case names, relative to the policy's folder; `undefined` where there is none. */
  readonly plan: (policy: LoadedPolicy, path: string) => string | undefined;
  /** Whether to try the small changes of a policy, and which of them its cases notice. */
  readonly mutate: boolean;
  /** Whether to note which parts of a policy no case decides. */
  readonly coverage: boolean;
}

/** Runs the cases of a policy. */
export function prove(policy: LoadedPolicy, options: ProveOptions): Proof {
  const staged = policy.cases.map((given) => ({ given, ...stage(policy, given, options) }));
  const watched = covered(policy);
  const asked = options.coverage ? watched.policy : policy;
  const cases = staged.map(({ given, run, tell }): ProvenCase => {
    const result = run(asked);
    return { given, ...result, told: result.outcome === "right" ? [] : tell(policy) };
  });
  const isRight = cases.every(({ outcome }) => outcome === "right");
  const { id, file, title } = policy;
  return {
    policy: { id, file, title },
    cases,
    ...(options.coverage ? { uncovered: watched.uncovered() } : {}),
    ...(options.mutate && isRight ? { mutation: mutate(policy, staged, options) } : {}),
  };
}

type Staged = ReturnType<typeof stageCase>;

function stage(policy: LoadedPolicy, given: Case, { plan, world }: ProveOptions): Staged {
  if (given.terraformPlan === undefined) return stageCase(given, world.facts, policy.select);
  const text = plan(policy, given.terraformPlan);
  if (text !== undefined) return stageCase(given, world.facts, policy.select, text);
  const got = `there is no plan \`${given.terraformPlan}\` beside the policy`;
  return { run: () => ({ outcome: "unreadable", got }), tell: () => [] };
}

/** A change is noticed where a case that was right is no longer. */
function mutate(policy: LoadedPolicy, staged: readonly Staged[], { world }: ProveOptions): Mutation {
  const made = policyMutants(policy, world);
  const survivors = made.filter((mutant) =>
    staged.every(({ run }) => run(mutant.policy).outcome === "right"),
  );
  return { made: made.length, survivors: survivors.map(({ where, was, now }) => ({ where, was, now })) };
}
