import { Failure } from "./base/failure.ts";
import type { GateOptions } from "./gate/options.ts";
import { filesAt, filesIn, watched } from "./policy/files.ts";
import { readSettings, type Settings, type SettingsOptions } from "./policy/settings.ts";
import type { BaseCommit } from "./source/base-commit.ts";
import { diskTree } from "./source/disk.ts";
import { gitIn } from "./source/git.ts";
import { type Past, pastAt, treeAt } from "./source/past.ts";
import { wouldTake } from "./source/walk.ts";

/** What is judged: the files of `root` that `paths` name, without those that `exclude` or the configuration leaves out. */
export interface Scope {
  readonly root: string;
  readonly paths: readonly string[];
  readonly exclude: readonly string[];
}

/** What a run judges, by what, and against what. */
export type Subject = Pick<GateOptions, "tree" | "settings" | "base" | "proposed">;

/** Everything as it is on the disk. Throws `Failure` where it cannot be read. */
export async function alone(options: SettingsOptions, scope: Scope): Promise<Subject> {
  const settings = readSettings(options);
  return { settings, tree: await diskTree(scope.root, scope.paths, { exclude: excluded(settings, scope) }) };
}

/**
 * A change whose base is not in the checkout. Resources of Terraform are still compared with what they are now. Throws
 * `Failure` where the repository has policies of its own: whether the change wrote them cannot be told.
 */
export async function withoutBase(
  options: SettingsOptions,
  scope: Scope,
  { name, policyRef }: { readonly name: string; readonly policyRef: "base" | "head" },
): Promise<Subject> {
  const files = watched(filesIn(options.root));
  const found = await alone({ ...options, files }, scope);
  const [own] = files.asked;
  if (own === undefined || policyRef === "head") {
    return { ...found, base: { name, tree: undefined, isBrought: trackedIn(options.root) } };
  }
  throw new Failure(
    "policy",
    "the base of this change is not in the checkout, so that its policies cannot be read",
    {
      at: { file: own },
      hint: "check out with `fetch-depth: 2`, in a folder that git trusts (`safe.directory`)",
    },
  );
}

/**
 * A change against its base: what the base has is told apart, and the change is judged by the configuration, policies
 * and inventories of its base. Those that it brings itself are told beside. Throws `Failure` where they cannot be read.
 */
export async function against(
  options: SettingsOptions,
  scope: Scope,
  { git, commit, name }: BaseCommit,
  policyRef: "base" | "head" = "base",
): Promise<Subject> {
  const past = pastAt(git, commit);
  const terms = policyRef === "head" ? { settings: readSettings(options) } : termsOf(options, past);
  const { settings } = terms;
  const exclude = excluded(settings, scope);
  const tree = await diskTree(scope.root, scope.paths, { exclude });
  const isTaken = await wouldTake(scope.root, scope.paths, { exclude });
  return {
    ...terms,
    tree,
    base: {
      name,
      text: past.text,
      tree: treeAt(git, commit, past, tree, isTaken),
      isBrought: (file) => past.changed.has(file) || past.added.has(file),
    },
  };
}

/** Without a base anything that git tracks may be of the change; where git does not answer, anything may. */
function trackedIn(root: string): (file: string) => boolean {
  try {
    const tracked = new Set(gitIn(root)(["ls-files", "-z"]).split("\0"));
    return (file) => tracked.has(file);
  } catch {
    return () => true;
  }
}

function excluded({ configuration }: Settings, { exclude }: Scope): readonly string[] {
  return [...configuration.exclude, ...exclude];
}

/**
 * What the run itself names and its base has nothing of is taken from the change: there is nothing yet that it could
 * weaken.
 */
function termsOf(options: SettingsOptions, past: Past): Pick<Subject, "settings" | "proposed"> {
  const { config, policies = [], inventories = [] } = options;
  const own = [...(config === undefined ? [] : [config]), ...policies, ...inventories];
  const there = watched(filesAt(options.root, past, own));
  const settings = readSettings({ ...options, files: there });
  const here = watched(filesIn(options.root));
  const proposal = settingsOrFailure({ ...options, files: here });
  const files = [...new Set([...there.asked, ...here.asked])].filter(
    (file) => past.changed.has(file) || (past.added.has(file) && !there.asked.has(file)),
  );
  return files.length === 0
    ? { settings }
    : { settings, proposed: { settings: proposal, files: files.toSorted() } };
}

function settingsOrFailure(options: SettingsOptions): Settings | Failure {
  try {
    return readSettings(options);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}
