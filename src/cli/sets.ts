import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Failure } from "../base/failure.ts";
import { suggest } from "../base/suggest.ts";
import { filesIn, type SettingsFiles } from "../policy/files.ts";
import {
  digestOf,
  type ForeignSet,
  foldersOf,
  foreignSet,
  type Locked,
  lockFile,
  lockText,
  readForeign,
  readLock,
  topOf,
} from "../policy/foreign.ts";
import { foreignNames } from "../policy/settings.ts";
import { gitIn } from "../source/git.ts";
import { filesOf } from "../source/past.ts";
import { parse, policyOptions, settingsOptions } from "./options.ts";

const options = {
  ...policyOptions,
  update: { type: "boolean", default: false },
} as const;

const actions = ["lock", "verify"];

/**
 * `sets lock`: fetches the policies of others that the configuration names, and writes down what they are.
 * `sets verify`: looks, without the network, whether they still are.
 */
export async function sets(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("sets", args, options);
  const [action = "", ...more] = positionals;
  if (!actions.includes(action) || more.length > 0) throw noAction(action);
  const root = process.cwd();
  const files = filesIn(root);
  const named = foreignNames(settingsOptions(values)).flatMap((name) => foreignSet(name) ?? []);
  if (named.length === 0) {
    process.stdout.write("the configuration names no policies of others\n");
    return 0;
  }
  if (action === "verify") {
    for (const set of named) {
      const { length } = readForeign(set, files);
      process.stdout.write(`${set.name}  ${length} policies, as locked\n`);
    }
    return 0;
  }
  const locked = named.map((set) => lock(set, root, files, values.update));
  mkdirSync(join(root, dirname(lockFile)), { recursive: true });
  writeFileSync(join(root, lockFile), lockText(locked));
  process.stdout.write(`\nwrote ${lockFile}; look at what changed and commit it\n`);
  return 0;
}

/** A set that is not what it was under the same name is somebody's doing: only who asks for it gets it. */
function lock(set: ForeignSet, root: string, files: SettingsFiles, isUpdate: boolean): Locked {
  const before = readLock(files).find((entry) => entry.set === set.name);
  const commit = set.kind === "github" ? fetched(set, root, before, isUpdate) : undefined;
  const folder = foldersOf(set).find((each) => files.has(each));
  if (folder === undefined) {
    throw new Failure("usage", `\`${set.name}\` is not installed`, {
      hint: "npm install it, and lock again",
    });
  }
  const policies = files.policies(folder);
  const digest = digestOf(policies, folder);
  if (before !== undefined && before.digest !== digest && !isUpdate) throw changed(set);
  const at = commit === undefined ? "" : ` at ${commit.slice(0, 7)}`;
  process.stdout.write(
    `${set.name}  ${policies.length} policies${at}${before?.digest === digest ? ", as before" : ""}\n`,
  );
  return { set: set.name, ...(commit === undefined ? {} : { commit }), digest };
}

/** Fetches one commit and puts its policy files where they are to be committed. Answers with the commit. */
function fetched(
  set: ForeignSet & { readonly kind: "github" },
  root: string,
  before: Locked | undefined,
  isUpdate: boolean,
): string {
  const temporary = mkdtempSync(join(tmpdir(), "eks-policy-gate-"));
  try {
    const git = gitIn(temporary);
    git(["init", "--quiet"]);
    const url = `${process.env.GITHUB_SERVER_URL ?? "https://github.com"}/${set.owner}/${set.repository}`;
    try {
      git(["fetch", "--quiet", "--depth=1", "--no-tags", "--end-of-options", url, set.ref]);
    } catch {
      throw new Failure("usage", `\`${set.name}\` cannot be fetched from ${url}`, {
        hint: "is there such a tag, branch or commit, and may git read the repository?",
      });
    }
    const commit = git(["rev-parse", "FETCH_HEAD"]).trim();
    if (before?.commit !== undefined && before.commit !== commit && !isUpdate) throw changed(set);
    const files = filesOf(git, commit);
    const wanted = [...files].filter((file) => isPolicyOf(set, file));
    rmSync(join(root, topOf(set)), { recursive: true, force: true });
    for (const [file, content] of git.contents(commit, wanted)) {
      const target = join(root, topOf(set), file);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
    return commit;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** A repository shares what stands in its `policies`, or in the folder that is named, and nothing else of it. */
function isPolicyOf({ folder }: ForeignSet & { readonly kind: "github" }, file: string): boolean {
  const below = folder === "" ? "policies" : folder;
  return file.startsWith(`${below}/`) && /\.ya?ml$/.test(file);
}

function changed({ name }: ForeignSet): Failure {
  return new Failure("policy", `\`${name}\` is not what it was when it was locked`, {
    hint: "see what changed there; `eks-policy-gate sets lock --update` takes it",
  });
}

function noAction(action: string): Failure {
  const meant = suggest(action, actions);
  const hint = meant === undefined ? "it is `sets lock` or `sets verify`" : `did you mean \`${meant}\`?`;
  return new Failure(
    "usage",
    action === "" ? "sets needs to know what to do" : `\`sets\` cannot \`${action}\``,
    {
      hint,
    },
  );
}
