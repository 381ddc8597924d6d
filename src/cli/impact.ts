import { Failure } from "../base/failure.ts";
import { impactOver } from "../impact-over.ts";
import type { ImpactReport } from "../report/impact/sums.ts";
import { dayOf } from "./day.ts";
import { formatAmong } from "./format-among.ts";
import { parse, settingsOptions } from "./options.ts";
import { pageFor } from "./page.ts";
import { progressLine } from "./progress.ts";
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
  const progress = progressLine(process.stderr);
  const report = await impactOver({
    root: process.cwd(),
    from,
    to,
    paths: positionals.length === 0 ? ["."] : positionals,
    exclude: values.exclude ?? [],
    now,
    settings: settingsOptions({}),
    onProgress: progress.show,
  });
  progress.clear();
  const text = await rendered(report, format, values.output !== undefined);
  if (values.output === undefined) process.stdout.write(text);
  else writeReport(values.output, text);
  return report.parts.some(({ failures }) => failures.length > 0) ? 2 : 0;
}

const formats = ["terminal", "json", "markdown"] as const;

async function rendered(
  report: ImpactReport,
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
