import { existsSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import { alone } from "../against.ts";
import { Failure } from "../base/failure.ts";
import { impact, questionsOf } from "../impact.ts";
import { policySets } from "../policy/configuration.ts";
import { filesIn } from "../policy/files.ts";
import type { PolicyText } from "../policy/load.ts";
import { atCommit, policiesAt, withSets } from "../policy/named-sets.ts";
import { readSettings, type Settings } from "../policy/settings.ts";
import type { ImpactPart } from "../report/impact/sums.ts";
import type { ReadReport } from "../report/read-report.ts";
import { gitIn } from "../source/git.ts";
import { pastAt } from "../source/past.ts";
import { impactsOnSaved } from "../verdict/impact.ts";
import { dayOf } from "./day.ts";
import { formatAmong } from "./format-among.ts";
import { parse, settingsOptions } from "./options.ts";
import { pageFor } from "./page.ts";
import { progressLine } from "./progress.ts";
import { openReport, savedReports } from "./reports.ts";
import { writeReport } from "./write-report.ts";

const options = {
  from: { type: "string", multiple: true },
  to: { type: "string", multiple: true },
  exclude: { type: "string", short: "x", multiple: true },
  format: { type: "string", short: "f", default: "terminal" },
  output: { type: "string", short: "o" },
  date: { type: "string" },
} as const;

/** `impact --from <policies> --to <policies> [paths...]`: what a change of policies would do. */
export async function impactOf(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("impact", args, options);
  const format = formatAmong(formats, values.format);
  const { from, to } = values;
  if (from === undefined || to === undefined) {
    throw new Failure("usage", "impact compares two sets of policies", {
      hint: "eks-policy-gate impact --from recommended --to strict",
    });
  }
  const now = dayOf(values.date);
  const sides = { from: sideOf(from), to: sideOf(to) };
  const parts: ImpactPart[] = [];
  const progress = progressLine(process.stderr);
  for (const [done, name] of (positionals.length === 0 ? ["."] : positionals).entries()) {
    progress.show({ file: name, done, total: positionals.length });
    const saved = savedReports(name);
    if (saved === undefined) parts.push(await repository(name, sides, now, values.exclude ?? []));
    else parts.push(...(await reports(saved, sides)));
  }
  progress.clear();
  const report = { from: from.join(" + "), to: to.join(" + "), parts };
  const text = await rendered(report, format, values.output !== undefined);
  if (values.output === undefined) process.stdout.write(text);
  else writeReport(values.output, text);
  return parts.some(({ failures }) => failures.length > 0) ? 2 : 0;
}

const formats = ["terminal", "json", "markdown"] as const;

async function rendered(
  report: { readonly from: string; readonly to: string; readonly parts: readonly ImpactPart[] },
  format: (typeof formats)[number],
  toFile: boolean,
): Promise<string> {
  switch (format) {
    case "json":
      return (await import("../report/impact/json.ts")).impactJson(report);
    case "markdown":
      return (await import("../report/impact/markdown.ts")).impactMarkdown(report);
    case "terminal":
      return (await import("../report/impact/terminal.ts")).impactText(report, pageFor(toFile));
  }
}

/** Sets by their names, and what the others hold, read once for all repositories. */
interface Side {
  readonly names: readonly string[];
  readonly sets: ReadonlyMap<string, readonly PolicyText[]>;
}

function sideOf(names: readonly string[]): Side {
  const here = filesIn(process.cwd());
  const sets = new Map<string, readonly PolicyText[]>();
  for (const name of names) {
    const past = atCommit(name);
    if (past !== undefined) sets.set(name, policiesAt(commitOf(past.ref), past.folder));
    else if (!policySets.includes(name) && existsSync(name)) sets.set(name, here.policies(name));
  }
  return { names, sets };
}

function commitOf(ref: string) {
  const git = gitIn(process.cwd());
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
function settingsFor(root: string, { names, sets }: Side): Settings {
  const given = settingsOptions({ policies: [...names] });
  return readSettings({ ...given, root, files: withSets(root, sets) });
}

interface Sides {
  readonly from: Side;
  readonly to: Side;
}

async function repository(
  name: string,
  { from, to }: Sides,
  now: string,
  exclude: readonly string[],
): Promise<ImpactPart> {
  const isFile = statSync(name).isFile();
  const root = isFile ? dirname(name) : name;
  const { tree } = await alone(
    { ...settingsOptions({ policies: ["none"] }), root },
    { root, paths: isFile ? [basename(name)] : [], exclude },
  );
  const told = await impact({ tree, from: settingsFor(root, from), to: settingsFor(root, to), now });
  const { before, after, impacts, failures } = told;
  return { name, impacts, failures, conclusions: [before, after] };
}

async function reports(files: readonly string[], { from, to }: Sides): Promise<readonly ImpactPart[]> {
  const before = await questionsOf(settingsFor(process.cwd(), from));
  const after = await questionsOf(settingsFor(process.cwd(), to));
  return files.map((file): ImpactPart => {
    const report = openReport(file);
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
