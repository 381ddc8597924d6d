import { existsSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { alone } from "./against.ts";
import { Failure } from "./base/failure.ts";
import { impact, questionsOf } from "./impact.ts";
import { policySets } from "./policy/configuration.ts";
import { filesIn } from "./policy/files.ts";
import type { PolicyText } from "./policy/load.ts";
import { atCommit, policiesAt, withSets } from "./policy/named-sets.ts";
import { readSettings, type Settings, type SettingsOptions } from "./policy/settings.ts";
import type { ImpactPart, ImpactReport } from "./report/impact/sums.ts";
import type { ReadReport } from "./report/read-report.ts";
import { openReport, savedReports } from "./saved-reports.ts";
import { gitIn } from "./source/git.ts";
import { pastAt } from "./source/past.ts";
import { impactsOnSaved } from "./verdict/impact.ts";

/** Two sets of policies, and what they are tried on. */
export interface ImpactQuestion {
  /** The folder that names are relative to. */
  readonly root: string;
  /** Sets, folders, and folders at a commit: `git:main:policies`. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** Repositories, plans, saved reports, and folders of nothing but saved reports. */
  readonly paths: readonly string[];
  readonly exclude: readonly string[];
  /** The day, `YYYY-MM-DD`. */
  readonly now: string;
  /** Where the policies that come with the gate are. */
  readonly settings: Pick<SettingsOptions, "packaged" | "prepared">;
  readonly onProgress?: (progress: {
    readonly file: string;
    readonly done: number;
    readonly total: number;
  }) => void;
}

/** What a change of policies would do, path by path. Throws `Failure` where a set or a path is not there. */
export async function impactOver(question: ImpactQuestion): Promise<ImpactReport> {
  const { root, from, to, paths } = question;
  const sides = { from: sideOf(root, from), to: sideOf(root, to) };
  const parts: ImpactPart[] = [];
  for (const [done, name] of paths.entries()) {
    question.onProgress?.({ file: name, done, total: paths.length });
    const saved = savedReports(name, root);
    if (saved === undefined) parts.push(await repository(name, sides, question));
    else parts.push(...(await reports(saved, sides, question)));
  }
  return { from: from.join(" + "), to: to.join(" + "), parts };
}

/** Sets by their names, and what the others hold, read once for all repositories. */
interface Side {
  readonly names: readonly string[];
  readonly sets: ReadonlyMap<string, readonly PolicyText[]>;
}

interface Sides {
  readonly from: Side;
  readonly to: Side;
}

function sideOf(root: string, names: readonly string[]): Side {
  const here = filesIn(root);
  const sets = new Map<string, readonly PolicyText[]>();
  for (const name of names) {
    const past = atCommit(name);
    if (past !== undefined) sets.set(name, policiesAt(commitOf(root, past.ref), past.folder));
    else if (!policySets.includes(name) && existsSync(resolve(root, name)))
      sets.set(name, here.policies(name));
  }
  return { names, sets };
}

function commitOf(root: string, ref: string) {
  const git = gitIn(root);
  try {
    const asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`];
    return pastAt(git, git(asked).trim());
  } catch {
    throw new Failure("usage", `there is no commit \`${ref}\` to read policies at`, {
      hint: "name a branch, a tag or a commit of the repository that the current folder is in",
    });
  }
}

/** The settings of a repository, with other policies than its own. */
function settingsFor(root: string, { names, sets }: Side, { settings }: ImpactQuestion): Settings {
  return readSettings({ ...settings, root, policies: names, files: withSets(root, sets) });
}

async function repository(name: string, { from, to }: Sides, question: ImpactQuestion): Promise<ImpactPart> {
  const { exclude, now, settings } = question;
  const path = resolve(question.root, name);
  const isFile = statSync(path).isFile();
  const root = isFile ? dirname(path) : path;
  const scope = { root, paths: isFile ? [basename(path)] : [], exclude };
  const { tree } = await alone({ ...settings, root, policies: ["none"] }, scope);
  const sides = { from: settingsFor(root, from, question), to: settingsFor(root, to, question) };
  const { before, after, impacts, failures } = await impact({ tree, ...sides, now });
  return { name, impacts, failures, conclusions: [before, after] };
}

async function reports(
  files: readonly string[],
  { from, to }: Sides,
  question: ImpactQuestion,
): Promise<readonly ImpactPart[]> {
  const before = await questionsOf(settingsFor(question.root, from, question));
  const after = await questionsOf(settingsFor(question.root, to, question));
  return files.map((file): ImpactPart => {
    const report = openReport(file, question.root);
    if (report instanceof Failure) return { name: file, impacts: [], failures: [report] };
    const { findings } = report.verdict;
    const { impacts, untold } = impactsOnSaved(findings, before.questions, after.questions);
    const failures = [...before.failures, ...after.failures];
    return { name: nameOf(file, report), impacts, untold, failures };
  });
}

function nameOf(file: string, { run }: ReadReport): string {
  return run.repository === undefined ? file : `${run.repository} (${file})`;
}
