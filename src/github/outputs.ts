import { setOutput, summary } from "@actions/core";
import { answers, told } from "../report/headline.ts";
import { exitCode } from "../verdict/decide.ts";
import type { Verdict } from "../verdict/finding.ts";

/** The names in action.yml, which a test compares with these. */
export const outputNames = [
  "verdict",
  "exit-code",
  "blocking",
  "warnings",
  "violated",
  "unresolved",
  "satisfied",
  "report-json",
] as const;

/** What later steps can read. `reportJson` is a path, empty where there is no report. */
export function writeOutputs(verdict: Verdict, reportJson: string): void {
  // Without the file the toolkit would print the values as a command that the runner no longer knows.
  if (given("GITHUB_OUTPUT") === undefined) return;
  const { blocking, warnings } = told(verdict);
  const { violated, unresolved, satisfied } = answers(verdict);
  const values: Readonly<Record<(typeof outputNames)[number], string | number>> = {
    verdict: verdict.conclusion,
    "exit-code": exitCode(verdict.conclusion),
    blocking: blocking.length,
    warnings: warnings.length,
    violated,
    unresolved,
    satisfied,
    "report-json": reportJson,
  };
  for (const name of outputNames) setOutput(name, values[name]);
}

/** Adds to the summary of the job, where there is one. */
export async function writeSummary(markdown: string): Promise<void> {
  if (given("GITHUB_STEP_SUMMARY") === undefined) return;
  await summary.addRaw(markdown).write();
}

function given(name: string): string | undefined {
  return process.env[name] === "" ? undefined : process.env[name];
}
