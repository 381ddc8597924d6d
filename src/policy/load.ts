import { loadNetworkEngine } from "../expr/functions/network.ts";
import { loadRegexEngine } from "../expr/functions/patterns.ts";
import type { Vocabulary } from "../graph/vocabulary.ts";
import { sharedTypes } from "./environment.ts";
import type { Facts } from "./facts.ts";
import { type LoadedPolicy, readPolicy } from "./file.ts";
import { applyOverrides, type Override } from "./override.ts";
import type { Enforcement, Mistake } from "./policy.ts";

/** A policy file that was read: where it stands, and its text. */
export interface PolicyText {
  /** Relative, with forward slashes; the last folder is the family, the name is the id. */
  readonly file: string;
  readonly text: string;
}

export interface LoadOptions {
  readonly vocabulary: Vocabulary;
  readonly facts: Facts;
  readonly overrides?: readonly Override[];
  /** What an unresolved finding does where neither a policy nor an override says so. */
  readonly unresolved?: Enforcement;
}

export interface Loaded {
  /** The policies whose files are right, in the order of the files. */
  readonly policies: readonly LoadedPolicy[];
  /** Everything that is wrong in any file: a run with mistakes must not judge. */
  readonly mistakes: readonly Mistake[];
}

/** Reads policy files and checks them against the vocabulary; all mistakes of all files at once. */
export async function loadPolicies(files: readonly PolicyText[], options: LoadOptions): Promise<Loaded> {
  const { vocabulary, facts } = options;
  const world = { vocabulary, facts, types: sharedTypes(vocabulary, facts) };
  const first = files.map(({ file, text }) => readPolicy(file, text, world));
  if (first.some(({ needs }) => needs.network)) await loadNetworkEngine();
  if (first.some(({ needs }) => needs.regex)) await loadRegexEngine();
  // With the engine at hand patterns are checked in full, so those who need it are read again.
  const read = files.map(({ file, text }, index) => {
    const before = first[index];
    return before?.needs.regex === false ? before : readPolicy(file, text, world);
  });
  const policies = read.flatMap(({ policy }) => policy ?? []);
  const mistakes = [...read.flatMap((each) => each.mistakes), ...twice(policies)];
  const overridden = await applyOverrides(policies, options.overrides ?? [], options.unresolved);
  // An override of a policy that could not be read is no mistake of its own.
  if (mistakes.length > 0) return { policies: overridden.policies, mistakes };
  return overridden;
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
