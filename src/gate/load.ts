import { Failure } from "../base/failure.ts";
import { vocabulary } from "../graph/words.ts";
import { loadFacts, loadInventories, loadPolicies, loadSets } from "../policy/load.ts";
import type { Mistake } from "../policy/policy.ts";
import { withQuotas } from "../policy/quotas.ts";
import type { Settings } from "../policy/settings.ts";
import { loadWaivers } from "../policy/waiver-settings.ts";

export type Loaded = Awaited<ReturnType<typeof load>>;

/** The policies and facts of a run, checked; with everything that is wrong in any file. */
export async function load(settings: Settings) {
  const read = await loadFacts(settings.facts);
  const existing = await loadInventories(settings.inventories ?? []);
  const { facts, mistakes: quotaMistakes } = withQuotas(read.facts, existing.inventories);
  const { overrides, unresolved } = settings.configuration;
  const { sets, mistakes: setMistakes } = await loadSets(settings.sets ?? []);
  const changes = (settings.chosen ?? []).flatMap(
    (name) => sets.find((set) => set.name === name)?.changes ?? [],
  );
  const options = {
    vocabulary,
    facts,
    changes,
    overrides,
    ...(unresolved === undefined ? {} : { unresolved }),
  };
  const loaded = await loadPolicies(settings.policies, options);
  // What is said about a policy that could not be read is no mistake of its own.
  const ids = loaded.mistakes.length > 0 ? undefined : loaded.policies.map(({ id }) => id);
  const answered = await loadWaivers(settings.waivers?.waivers, ids);
  return {
    facts,
    policies: loaded.policies,
    packaged: loaded.packaged,
    sets,
    inventories: existing.inventories,
    waivers: answered.waivers,
    mistakes: [
      ...settings.mistakes,
      ...read.mistakes,
      ...existing.mistakes,
      ...quotaMistakes,
      ...setMistakes,
      ...loaded.mistakes,
      ...answered.mistakes,
    ],
  };
}

export function asFailure({ at, message }: Mistake): Failure {
  return new Failure("policy", message, { at });
}
