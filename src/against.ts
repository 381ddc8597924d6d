import { Failure } from "./base/failure.ts";
import type { Base, Proposal } from "./gate.ts";
import { filesAt, filesIn, watched } from "./policy/files.ts";
import { readSettings, type Settings, type SettingsOptions } from "./policy/settings.ts";
import { wouldTake } from "./source/disk.ts";
import type { Git } from "./source/git.ts";
import { type Past, pastAt, treeAt } from "./source/past.ts";
import type { FileTree } from "./source/tree.ts";

/** What a change is compared with. */
export interface BaseCommit {
  readonly git: Git;
  /** The whole id of the commit. */
  readonly commit: string;
  /** What people call it. */
  readonly name: string;
}

/** By what a change is judged: by the policies of its base, beside those it brings itself. */
export interface Terms {
  readonly settings: Settings;
  /** Left out where the change touches neither policies nor configuration. */
  readonly proposed?: Proposal;
  /** Where the change brings what its base has nothing of, and the run asks for it: it counts already. */
  readonly brought: readonly string[];
  readonly past: Past;
}

/** Reads configuration, policies, inventories and waivers as they are in the base. Throws `Failure` where it cannot. */
export function termsOf(options: SettingsOptions, { git, commit }: BaseCommit): Terms {
  const past = pastAt(git, commit);
  const brought = new Set<string>();
  const { config, policies = [], inventories = [] } = options;
  const own = [...(config === undefined ? [] : [config]), ...policies, ...inventories];
  const there = watched(filesAt(options.root, past, own, (path) => brought.add(path)));
  const settings = readSettings({ ...options, files: there });
  const here = watched(filesIn(options.root));
  const proposal = settingsOrFailure({ ...options, files: here });
  const differing = [...new Set([...there.asked, ...here.asked])].filter(
    (file) => past.changed.has(file) || (past.added.has(file) && !brought.has(file)),
  );
  return {
    settings,
    ...(differing.length === 0 ? {} : { proposed: { settings: proposal, files: differing.toSorted() } }),
    brought: [...brought].toSorted(),
    past,
  };
}

/** The files of a run as they were in the base. */
export async function baseOf(
  { git, commit, name }: BaseCommit,
  past: Past,
  now: FileTree,
  scope: { readonly root: string; readonly paths: readonly string[]; readonly exclude: readonly string[] },
): Promise<Base> {
  const isTaken = await wouldTake(scope.root, scope.paths, { exclude: scope.exclude });
  return { name, tree: treeAt(git, commit, past, now, isTaken) };
}

function settingsOrFailure(options: SettingsOptions): Settings | Failure {
  try {
    return readSettings(options);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}
