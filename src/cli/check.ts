import { against, alone, commitNamed } from "../against.ts";
import { Failure } from "../base/failure.ts";
import { gate } from "../gate.ts";
import { isDay } from "../policy/day.ts";
import { exitCode } from "../verdict/decide.ts";
import { drawn, formatOf, formats } from "./formats.ts";
import { parse, policyOptions, settingsOptions } from "./options.ts";
import { progressLine } from "./progress.ts";
import { writeReport } from "./write-report.ts";

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
  const what =
    base === undefined ? alone(settings, scope) : against(settings, scope, commitNamed(scope.root, base));
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

function dayOf(date: string | undefined): string {
  if (date === undefined) return new Date().toISOString().slice(0, 10);
  if (isDay(date)) return date;
  throw new Failure("usage", `\`${date}\` is not a date`, { hint: "write it as 2027-01-31" });
}
