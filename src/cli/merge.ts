import { Failure } from "../base/failure.ts";
import { joined } from "../report/joined.ts";
import { json } from "../report/json.ts";
import { render } from "../report/render.ts";
import { openReport } from "../saved-reports.ts";
import { exitCode } from "../verdict/decide.ts";
import { formatOf, lookOf } from "./formats.ts";
import { parse } from "./options.ts";
import { writeReport } from "./write-report.ts";

const options = {
  format: { type: "string", short: "f", default: "terminal" },
  output: { type: "string", short: "o" },
  quiet: { type: "boolean", short: "q", default: false },
} as const;

/** `merge <reports...>`: the JSON reports of a matrix as one verdict, with its exit code. */
export async function merge(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse("merge", args, options);
  const format = formatOf(values.format);
  if (positionals.length === 0) {
    throw new Failure("usage", "merge takes the JSON reports to join", {
      hint: "eks-policy-gate merge prod.json staging.json",
    });
  }
  const parts = positionals.map((file) => ({
    file,
    report: openReport(file),
  }));
  const { verdict, run } = joined(parts);
  const report = format === "json" ? json(verdict, { run }) : await render(verdict, format, lookOf(values));
  if (values.output === undefined) process.stdout.write(report);
  else writeReport(values.output, report);
  return exitCode(verdict.conclusion);
}
