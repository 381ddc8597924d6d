import { loadNetworkEngine } from "../expr/functions/network.ts";
import { loadRegexEngine } from "../expr/functions/patterns.ts";
import type { Vocabulary } from "../graph/vocabulary.ts";
import { sharedTypes } from "./environment.ts";
import type { Needs } from "./expressions.ts";
import type { Facts, FactsText } from "./facts.ts";
import type { LoadedPolicy, PolicyFile, World } from "./file.ts";
import { withInstanceTypes } from "./instance-types.ts";
import type { Inventories } from "./inventory.ts";
import { applyOverrides, type Override } from "./override.ts";
import type { Enforcement, Mistake } from "./policy.ts";
import { type PreparedFacts, type PreparedPolicy, restoreFacts, restorePolicy } from "./prepared.ts";
import type { PolicySet } from "./set.ts";

/** A policy file that was read: where it stands, and its text. */
export interface PolicyText {
  /** Relative, with forward slashes; the last folder is the family, the name is the id. */
  readonly file: string;
  readonly text: string;
  /** It comes with the gate: sets are about it. */
  readonly isPackaged?: boolean;
}

export interface LoadOptions {
  readonly vocabulary: Vocabulary;
  readonly facts: Facts;
  /** What the sets that were named change about the policies that come with the gate. */
  readonly changes?: readonly Override[];
  readonly overrides?: readonly Override[];
  /** What an unresolved finding does where neither a policy nor an override says so. */
  readonly unresolved?: Enforcement;
}

export interface Loaded {
  /** The policies whose files are right, in the order of the files. */
  readonly policies: readonly LoadedPolicy[];
  /** Those that come with the gate as their files say it, before sets and overrides. */
  readonly packaged: readonly LoadedPolicy[];
  /** Everything that is wrong in any file: a run with mistakes must not judge. */
  readonly mistakes: readonly Mistake[];
}

/** The facts of a run, from their file or as the build prepared them. */
export async function loadFacts(
  given: FactsText | PreparedFacts,
): Promise<{ readonly facts: Facts; readonly mistakes: readonly Mistake[] }> {
  const { instanceTypes } = given;
  const { facts, mistakes } = await readOrRestore(given);
  return { facts: instanceTypes === undefined ? facts : withInstanceTypes(facts, instanceTypes), mistakes };
}

async function readOrRestore(given: FactsText | PreparedFacts) {
  if (!("text" in given)) return { facts: restoreFacts(given), mistakes: [] };
  const { readFacts } = await import("./facts.ts");
  return readFacts(given.file, given.text);
}

/** Reads inventories and checks them; what reads and checks is only loaded where there are any. */
export async function loadInventories(given: readonly PolicyText[]): Promise<Inventories> {
  if (given.length === 0) return { inventories: [], mistakes: [] };
  return (await import("./inventory.ts")).readInventories(given);
}

/**
 * Reads policy files and checks them against the vocabulary; all mistakes of all files at once. Prepared policies
 * were checked before.
 */
export async function loadPolicies(
  given: readonly (PolicyText | PreparedPolicy)[],
  options: LoadOptions,
): Promise<Loaded> {
  const { vocabulary, facts } = options;
  const world = { vocabulary, facts, types: sharedTypes(vocabulary, facts) };
  const first = await Promise.all(given.map((each) => readOne(each, world)));
  await loadEngines(first);
  // With the engine at hand patterns are checked in full, so those who need it are read again.
  const read = await Promise.all(
    given.map((each, index) => {
      const before = first[index];
      return before?.needs.regex === false ? before : readOne(each, world);
    }),
  );
  const policies = read.flatMap(({ policy }) => policy ?? []);
  const packaged = new Set(
    read.flatMap(({ policy }, index) => (isPackaged(given[index]) ? (policy ?? []) : [])),
  );
  const changed = await changedBySets(policies, packaged, options.changes ?? []);
  const mistakes = [...read.flatMap((each) => each.mistakes), ...twice(policies)];
  const overridden = await applyOverrides(changed.policies, options.overrides ?? [], options.unresolved);
  // What is said about a policy that could not be read is no mistake of its own.
  const about = mistakes.length > 0 ? [] : [...changed.mistakes, ...overridden.mistakes];
  return { policies: overridden.policies, packaged: [...packaged], mistakes: [...mistakes, ...about] };
}

/** A set knows nothing of policies that do not come with the gate, whatever they are called. */
async function changedBySets(
  policies: readonly LoadedPolicy[],
  packaged: ReadonlySet<LoadedPolicy>,
  changes: readonly Override[],
): Promise<Pick<Loaded, "policies" | "mistakes">> {
  if (changes.length === 0) return { policies, mistakes: [] };
  const known = policies.filter((policy) => packaged.has(policy));
  const { policies: changed, mistakes } = await applyOverrides(known, changes, undefined);
  const after = new Map(known.map((policy, index) => [policy, changed[index] ?? policy]));
  return { policies: policies.map((policy) => after.get(policy) ?? policy), mistakes };
}

function isPackaged(given: PolicyText | PreparedPolicy | undefined): boolean {
  return given !== undefined && (!("text" in given) || given.isPackaged === true);
}

async function readOne(given: PolicyText | PreparedPolicy, world: World): Promise<PolicyFile> {
  if ("text" in given) return (await import("./file.ts")).readPolicy(given.file, given.text, world);
  return { policy: restorePolicy(given, world), mistakes: [], needs: { regex: false, network: false } };
}

/** The sets that come with the gate, from their files or as the build prepared them. */
export async function loadSets(
  given: readonly (PolicyText | PolicySet)[],
): Promise<{ readonly sets: readonly PolicySet[]; readonly mistakes: readonly Mistake[] }> {
  const read = await Promise.all(
    given.map(async (each) => {
      if (!("text" in each)) return { set: each, mistakes: [] };
      return (await import("./set.ts")).readSet(each.file, each.text);
    }),
  );
  return { sets: read.flatMap(({ set }) => set ?? []), mistakes: read.flatMap(({ mistakes }) => mistakes) };
}

/** Loads what expressions need to be asked. The policies of files have it already. */
export async function loadEngines(policies: readonly { readonly needs: Needs }[]): Promise<void> {
  if (policies.some(({ needs }) => needs.network)) await loadNetworkEngine();
  if (policies.some(({ needs }) => needs.regex)) await loadRegexEngine();
}

function twice(policies: readonly LoadedPolicy[]): readonly Mistake[] {
  const first = new Map<string, string>();
  const mistakes: Mistake[] = [];
  for (const { id, file } of policies) {
    const other = first.get(id);
    if (other === undefined) first.set(id, file);
    else mistakes.push({ at: { file, line: 1 }, message: `\`${id}\` is already the id of \`${other}\`` });
  }
  return mistakes;
}
