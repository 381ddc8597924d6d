import { against, alone } from "../against.ts";
import { gate } from "../gate.ts";
import { drawn, render } from "../report/render.ts";
import { commitNamed } from "../source/base-commit.ts";
import { exitCode } from "../verdict/decide.ts";
import { dayOf } from "./day.ts";
import { formatOf, lookOf } from "./formats.ts";
import { parse, policyOptions, settingsOptions } from "./options.ts";
import { progressLine } from "./progress.ts";
import { writeReport } from "./write-report.ts";

const options = {
  ...policyOptions,
  exclude: { type: "string", short: "x", multiple: true },
  inventory: { type: "string", short: "i", multiple: true },
  parameters: { type: "string", multiple: true },
  base: { type: "string", short: "b" },
  event: { type: "string" },
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
  const { base, event } = values;
  const replay = event === undefined ? undefined : (await import("./replay.ts")).replayOf(event, scope.root);
  const compared = base === undefined ? undefined : commitNamed(scope.root, base);
  const what =
    replay?.subjectOf(settings, scope) ??
    (compared === undefined ? alone(settings, scope) : against(settings, scope, compared));
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
  const { shown, context } = replay?.shown(verdict, now) ?? { shown: verdict, context: {} };
  const report = await render(shown, format, { ...lookOf(values), now, context });
  if (values.output === undefined) process.stdout.write(report);
  else writeReport(values.output, report);
  return exitCode(verdict.conclusion);
}
