import { writeFileSync } from "node:fs";
import { against, alone, type BaseCommit } from "../against.ts";
import { Failure } from "../base/failure.ts";
import { suggest } from "../base/suggest.ts";
import { gate } from "../gate.ts";
import { gitIn } from "../source/git.ts";
import { linesIn } from "../source/lines.ts";
import { exitCode } from "../verdict/decide.ts";
import type { Verdict } from "../verdict/finding.ts";
import { parse, policyOptions, settingsOptions } from "./options.ts";
import { progressLine } from "./progress.ts";
import { version } from "./version.ts";

const options = {
  ...policyOptions,
  exclude: { type: "string", short: "x", multiple: true },
  inventory: { type: "string", short: "i", multiple: true },
  parameters: { type: "string", multiple: true },
  base: { type: "string", short: "b" },
  format: { type: "string", short: "f", default: "terminal" },
  output: { type: "string", short: "o" },
  quiet: { type: "boolean", short: "q", default: false },
  date: { type: "string" },
} as const;

/** `check [paths...]`: judges, reports, and answers with the exit code. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("check", args, options);
  const format = formatOf(values.format);
  const settings = settingsOptions(values);
  const scope = { root: process.cwd(), paths: positionals, exclude: values.exclude ?? [] };
  const { base } = values;
  const what = base === undefined ? alone(settings, scope) : against(settings, scope, baseCommit(base));
  const progress = progressLine(process.stderr);
  const now = dayOf(values.date);
  const verdict = await gate({
    ...(await what),
    now,
    clock: () => performance.now(),
    pictures: drawn.includes(format),
    onProgress: progress.show,
  });
  progress.clear();
  const report = await formats[format](verdict, {
    now,
    quiet: values.quiet,
    toFile: values.output !== undefined,
  });
  if (values.output === undefined) process.stdout.write(report);
  else writeReport(values.output, report);
  return exitCode(verdict.conclusion);
}

/** Where a branch left the one it is compared with: what came there since is no part of the change. */
function baseCommit(ref: string): BaseCommit {
  const git = gitIn(process.cwd());
  const ask = (args: readonly string[]) => {
    try {
      return git(args).trim();
    } catch {
      return "";
    }
  };
  const meant = ask(["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]);
  if (meant === "") {
    throw new Failure("usage", `there is no commit \`${ref}\` to compare with`, {
      hint: "name a branch, a tag or a commit of the repository that the current folder is in",
    });
  }
  const commit = ask(["merge-base", meant, "HEAD"]);
  if (commit !== "") return { git, commit, name: ref };
  throw new Failure("usage", `\`${ref}\` has nothing in common with what is checked out`, {
    hint: "fetch the whole history, or name another commit",
  });
}

/** Those that draw. */
const drawn: readonly Format[] = ["terminal", "markdown", "html"];

interface Wish {
  /** The day, for those who tell what ends soon. */
  readonly now?: string;
  readonly quiet: boolean;
  readonly toFile: boolean;
}

type Format = "terminal" | "json" | "markdown" | "html" | "sarif" | "junit";

export const formats: Readonly<Record<Format, (verdict: Verdict, wish: Wish) => Promise<string>>> = {
  terminal: async (verdict, { quiet, toFile, now }) => {
    const { terminal } = await import("../report/terminal.ts");
    const { isTTY, columns } = process.stdout;
    return terminal(verdict, {
      quiet,
      ...(now === undefined ? {} : { now }),
      colour: !toFile && wantsColour(isTTY),
      width: columns ?? 100,
      lines: linesIn(process.cwd()),
    });
  },
  json: async (verdict) => (await import("../report/json.ts")).json(verdict),
  sarif: async (verdict) => (await import("../report/sarif.ts")).sarif(verdict, { version }),
  junit: async (verdict) => (await import("../report/junit.ts")).junit(verdict),
  markdown: async (verdict, { now }) =>
    `${(await import("../report/comment.ts")).renderComment(verdict, now === undefined ? {} : { now })}\n`,
  html: async (verdict, { now }) =>
    (await import("../report/html.ts")).renderHtml(verdict, now === undefined ? {} : { now }),
};

export function formatOf(name: string): Format {
  const names = Object.keys(formats);
  if (isFormat(name)) return name;
  const meant = suggest(name, names);
  const hint = meant === undefined ? `formats are ${names.join(", ")}` : `did you mean \`${meant}\`?`;
  throw new Failure("usage", `there is no format \`${name}\``, { hint });
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(formats, name);
}

/** The conventions of terminals: NO_COLOR turns colour off, FORCE_COLOR on. */
function wantsColour(isTerminal: boolean): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== "") return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTerminal && TERM !== "dumb";
}

function dayOf(date: string | undefined): string {
  if (date === undefined) return new Date().toISOString().slice(0, 10);
  const day = new Date(`${date}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date))
    return date;
  throw new Failure("usage", `\`${date}\` is not a date`, { hint: "write it as 2027-01-31" });
}

export function writeReport(file: string, report: string): void {
  try {
    writeFileSync(file, report);
  } catch (error) {
    throw new Failure("usage", `the report cannot be written to \`${file}\``, { hint: reason(error) });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "its folder does not exist",
  ENOTDIR: "its folder is a file",
  EISDIR: "it is a folder",
  EACCES: "writing there is not permitted",
  EPERM: "writing there is not permitted",
  EROFS: "nothing can be written there",
  ENOSPC: "there is no space left",
};

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return reasons[code ?? ""] ?? error.message;
}
