import { createHash } from "node:crypto";
import { posix } from "node:path";
import * as v from "valibot";
import { Failure } from "../base/failure.ts";
import type { SettingsFiles } from "./files.ts";
import type { PolicyText } from "./load.ts";
import { plain, readYaml } from "./yaml.ts";

/**
 * A set of policies that others share: a folder of policy files in another repository (`github:acme/eks-policies@v3`,
 * `github:acme/platform/eks@v3` for a folder of it) or in an installed package (`npm:@acme/eks-policies`).
 */
export type ForeignSet =
  | {
      readonly kind: "github";
      /** As it is written, which is its name in the lock file. */
      readonly name: string;
      readonly owner: string;
      readonly repository: string;
      /** The folder of the policies; empty for `policies`. */
      readonly folder: string;
      readonly ref: string;
    }
  | { readonly kind: "npm"; readonly name: string; readonly package: string };

/** What was fetched, so that nothing else is ever judged by. */
export interface Locked {
  readonly set: string;
  /** The commit that a tag or branch stood for when it was fetched. */
  readonly commit?: string | undefined;
  /** `sha256:` of the files. */
  readonly digest: string;
}

export const lockFile = ".github/eks-policy-gate.lock.yaml";
/** Where sets of other repositories are kept, to be committed. */
const fetchedSets = ".github/eks-policy-gate.sets";

/** The set that a name means; `undefined` where it means none, `Failure` where it is malformed. */
export function foreignSet(name: string): ForeignSet | undefined {
  if (name.startsWith("npm:")) {
    const [, found] = /^npm:((?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*)$/i.exec(name) ?? [];
    if (found === undefined) throw malformed(name, "npm:@acme/eks-policies");
    return { kind: "npm", name, package: found };
  }
  if (!name.startsWith("github:")) return undefined;
  const [, owner, repository, folder = "", ref] =
    /^github:([\w][\w.-]*)\/([\w][\w.-]*)((?:\/[\w][\w.-]*)*)@([\w][\w./-]*)$/.exec(name) ?? [];
  if (owner === undefined || repository === undefined || ref === undefined || ref.includes("..")) {
    throw malformed(name, "github:acme/eks-policies@v3");
  }
  return { kind: "github", name, owner, repository, folder: folder.slice(1), ref };
}

/** Where the files of a set may be, from the root: the first that is there counts. */
export function foldersOf(set: ForeignSet): readonly string[] {
  const top = topOf(set);
  if (set.kind === "npm") return [`${top}/policies`, top];
  return [`${top}/${set.folder === "" ? "policies" : set.folder}`];
}

/** Where all that was fetched or installed of a set is. */
export function topOf(set: ForeignSet): string {
  if (set.kind === "npm") return `node_modules/${set.package}`;
  return posix.join(fetchedSets, set.owner, `${set.repository}@${set.ref.replaceAll("/", "+")}`);
}

/**
 * The policies of a set, as far as they are what the lock file says. Throws `Failure` where they are not there, are not
 * locked, or have changed since.
 */
export function readForeign(set: ForeignSet, files: SettingsFiles): readonly PolicyText[] {
  const folder = foldersOf(set).find((each) => files.has(each));
  if (folder === undefined) throw notThere(set);
  const policies = files.policies(folder);
  const locked = readLock(files).find((entry) => entry.set === set.name);
  if (locked === undefined) {
    throw new Failure("policy", `\`${set.name}\` is not in \`${lockFile}\``, {
      hint: "run `eks-policy-gate sets lock`, look at what it brings, and commit the lock file",
    });
  }
  if (locked.digest !== digestOf(policies, folder)) {
    throw new Failure("policy", `\`${set.name}\` is not what \`${lockFile}\` says it is`, {
      hint: "it has changed since it was locked: look at what changed, then run `eks-policy-gate sets lock --update`",
    });
  }
  return policies;
}

/** Of the names and texts of policies, whatever folder they stand in. */
export function digestOf(policies: readonly PolicyText[], folder: string): string {
  const hash = createHash("sha256");
  const named = policies.map(({ file, text }) => [posix.relative(folder, file), text]);
  hash.update(JSON.stringify(named.toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1))));
  return `sha256:${hash.digest("hex")}`;
}

const lockShape = v.array(
  v.strictObject({ set: v.string(), commit: v.optional(v.string()), digest: v.string() }),
);

/** What is locked; nothing where there is no lock file. */
export function readLock(files: SettingsFiles): readonly Locked[] {
  if (!files.has(lockFile)) return [];
  const { root, mistakes } = readYaml(lockFile, files.text(lockFile));
  const read = root === undefined ? undefined : v.safeParse(lockShape, plain(root));
  if (mistakes.length === 0 && read?.success === true) return read.output;
  throw new Failure("policy", "the lock file cannot be read", {
    at: mistakes[0]?.at ?? { file: lockFile },
    hint: "it is written by `eks-policy-gate sets lock`; take it from history, or lock again",
  });
}

/** The text of the lock file. */
export function lockText(entries: readonly Locked[]): string {
  const head =
    "# Written by `eks-policy-gate sets lock`: what policies from elsewhere were when somebody looked at them.\n";
  const written = entries.map(({ set, commit, digest }) =>
    [
      `- set: ${JSON.stringify(set)}`,
      ...(commit === undefined ? [] : [`  commit: "${commit}"`]),
      `  digest: ${digest}`,
    ].join("\n"),
  );
  return `${head}${written.length === 0 ? "[]" : written.join("\n")}\n`;
}

function notThere(set: ForeignSet): Failure {
  return new Failure("policy", `the policies of \`${set.name}\` are not here`, {
    hint:
      set.kind === "npm"
        ? "install the package before the gate runs"
        : `run \`eks-policy-gate sets lock\` and commit what it puts into \`${fetchedSets}\``,
  });
}

function malformed(name: string, example: string): Failure {
  return new Failure("policy", `\`${name}\` does not name a set`, { hint: `write it as \`${example}\`` });
}
