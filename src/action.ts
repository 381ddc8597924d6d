import { readFileSync } from "node:fs";
import { getInput } from "@actions/core";
import { type Answer, answered } from "./action/answer.ts";
import { judged } from "./action/judged.ts";
import { merged } from "./action/merged.ts";
import { published } from "./action/published.ts";
import type { Run } from "./action/run.ts";
import { weighed } from "./action/weighed.ts";
import { writeReport } from "./action/write-report.ts";
import { Failure } from "./base/failure.ts";
import { readEvent } from "./github/event.ts";
import { type Inputs, readInputs } from "./github/inputs.ts";
import { readJob } from "./github/job.ts";
import { annotate, log } from "./github/log.ts";
import { inputWarnings } from "./github/notice.ts";
import { writeOutputs, writeSummary } from "./github/outputs.ts";
import { logPublished, publish } from "./github/publish.ts";
import { offerFixes } from "./github/suggest.ts";
import { exitCode } from "./verdict/decide.ts";
import { withoutVerdict } from "./verdict/without.ts";

/**
 * The Action, from start to end. The verdict is known before anything is sent anywhere, and nothing that follows
 * changes it: not a report that cannot be written, not a comment that GitHub refuses.
 */
async function action(): Promise<number> {
  const run = runHere();
  const inputs = inputsOrFailure();
  if (inputs instanceof Failure) return told(answered(withoutVerdict(inputs), run), run);
  if (inputs.mode === "publish") return published(inputs, run);
  return told(await answers[inputs.mode](inputs, run), run, inputs);
}

const answers = { gate: judged, merge: merged, impact: weighed } as const;

/** In the log, in files, on the pull request. */
async function told(answer: Answer, run: Run, inputs?: Inputs): Promise<number> {
  const { verdict, shown, render, place } = answer;
  log(answer.text, { colours: true });
  const reportJson = writeReport(answer, inputs?.reportJson, run.job);
  await quietly("the job summary", () => writeSummary(answer.summary));
  for (const annotation of answer.annotations) annotate(annotation);
  if (inputs !== undefined) {
    logPublished(await publish({ ...run, inputs, verdict: shown, render }), run.event);
    await offerFixes({ ...run, inputs, verdict, place });
  }
  await quietly("the outputs", () => writeOutputs(verdict, reportJson));
  return exitCode(verdict.conclusion);
}

function runHere(): Run {
  const sleep = (milliseconds: number) => new Promise<void>((awake) => setTimeout(awake, milliseconds));
  return {
    job: readJob(process.env, process.cwd()),
    event: readEvent(process.env, (path) => readFileSync(path, "utf8")),
    clock: { now: () => Date.now(), sleep },
    today: new Date().toISOString().slice(0, 10),
    warnings: inputWarnings(process.env),
  };
}

function inputsOrFailure(): Inputs | Failure {
  try {
    return readInputs(getInput);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

async function quietly(what: string, write: () => void | Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    log(`${what} could not be written: ${String(error)}`);
  }
}

action().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    annotate({
      level: "error",
      title: "EKS policy gate: a bug",
      message:
        "This is a bug of eks-policy-gate, not of the pull request: there is no verdict. Please report it with the last " +
        "lines of the log: https://github.com/eks-policy-gate/eks-policy-gate/issues",
    });
    process.exitCode = 3;
  },
);
