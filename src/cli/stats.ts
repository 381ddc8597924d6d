import { Failure, showFailure } from "../base/failure.ts";
import { type Usage, usageOf } from "../report/stats/usage.ts";
import { jsonFiles, openReport } from "../saved-reports.ts";
import { errorLine } from "./error-line.ts";
import { formatAmong } from "./format-among.ts";
import { parse } from "./options.ts";
import { pageFor } from "./page.ts";
import { writeReport } from "./write-report.ts";

const options = {
  format: { type: "string", short: "f", default: "terminal" },
  output: { type: "string", short: "o" },
} as const;

/** `stats <reports...>`: which policies fire, are waived, never apply, cannot tell. */
export async function stats(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("stats", args, options);
  const format = formatAmong(formats, values.format);
  if (positionals.length === 0) {
    throw new Failure("usage", "stats takes JSON reports, or folders of them", {
      hint: "eks-policy-gate check --format json --output reports/today.json writes one",
    });
  }
  const files = positionals.flatMap((path) => jsonFiles(path));
  const read = files.map((file) => openReport(file));
  for (const failure of read.filter((each) => each instanceof Failure)) errorLine(showFailure(failure));
  const verdicts = read.flatMap((each) => (each instanceof Failure ? [] : [each.verdict]));
  if (verdicts.length === 0) {
    if (read.length > 0) return 2;
    throw new Failure("usage", "there are no JSON reports in what is named");
  }
  const text = await rendered(usageOf(verdicts), format, values.output !== undefined);
  if (values.output === undefined) process.stdout.write(text);
  else writeReport(values.output, text);
  return verdicts.length === read.length ? 0 : 2;
}

const formats = ["terminal", "json", "markdown"] as const;

async function rendered(usage: Usage, format: (typeof formats)[number], toFile: boolean): Promise<string> {
  switch (format) {
    case "json":
      return (await import("../report/stats/json.ts")).statsJson(usage);
    case "markdown":
      return (await import("../report/stats/markdown.ts")).statsMarkdown(usage);
    case "terminal":
      return (await import("../report/stats/terminal.ts")).statsText(usage, pageFor(toFile));
  }
}
