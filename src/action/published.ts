import { Failure } from "../base/failure.ts";
import type { Inputs } from "../github/inputs.ts";
import { annotate } from "../github/log.ts";
import { logPublished } from "../github/publish.ts";
import { secondStage } from "../github/second-stage.ts";
import { annotations } from "../report/annotations.ts";
import { openReport } from "../saved-reports.ts";
import { exitCode } from "../verdict/decide.ts";
import { withoutVerdict } from "../verdict/without.ts";
import type { Run } from "./run.ts";

/** `mode: publish`: the second stage of a fork's pull request. No verdict, no status, only the comment. */
export async function published(inputs: Inputs, { warnings, ...run }: Run): Promise<number> {
  const { reportJson } = inputs;
  if (reportJson === undefined) {
    const hint = "name with `report-json` the report that an earlier step downloaded";
    const failure = new Failure("usage", "`mode: publish` needs a report", { hint });
    for (const annotation of annotations(withoutVerdict(failure))) annotate(annotation);
    return exitCode("unjudged");
  }
  for (const annotation of warnings) annotate(annotation);
  logPublished(
    await secondStage({ ...run, inputs, report: openReport(reportJson, run.job.workspace) }),
    run.event,
  );
  return 0;
}
