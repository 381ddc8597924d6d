import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { getInput } from "@actions/core";
import { against, alone, type Case, withoutBase } from "./against.ts";
import { Failure } from "./base/failure.ts";
import { gate } from "./gate.ts";
import { baseCommitOf, baseName } from "./github/base.ts";
import { type Checkout, checkoutOf, gitIn, placesIn, shownAt } from "./github/checkout.ts";
import { type GitHubEvent, readEvent } from "./github/event.ts";
import { type Inputs, readInputs, unknownInputs } from "./github/inputs.ts";
import { type Job, readJob, runUrl } from "./github/job.ts";
import { annotate, log } from "./github/log.ts";
import { writeOutputs, writeSummary } from "./github/outputs.ts";
import type { Clock } from "./github/patience.ts";
import { type Publication, publish } from "./github/publish.ts";
import { type Annotation, annotations } from "./report/annotations.ts";
import { visible } from "./report/escape/visible.ts";
import { json } from "./report/json.ts";
import type { ReportContext } from "./report/markdown.ts";
import { renderSummary } from "./report/summary.ts";
import { terminal } from "./report/terminal.ts";
import { gitIn as sourceGit } from "./source/git.ts";
import { linesIn } from "./source/lines.ts";
import { exitCode } from "./verdict/decide.ts";
import type { Verdict } from "./verdict/finding.ts";

/**
 * The Action, from start to end. The verdict is known before anything is sent anywhere, and nothing that follows
 * changes it: not a report that cannot be written, not a comment that GitHub refuses.
 */
async function run(): Promise<number> {
  const job = readJob(process.env, process.cwd());
  const event = readEvent(process.env, (path) => readFileSync(path, "utf8"));
  const inputs = inputsOrFailure();
  const verdict = inputs instanceof Failure ? withoutVerdict(inputs) : await judge(inputs, job, event);
  const checkout = checkoutFor(job, event, verdict);
  const shown = shownAt(checkout, verdict);
  const context = contextOf(job, event, checkout);
  const summary = renderSummary(shown, context);

  log(terminal(verdict, { colour: true, width: 110, lines: linesIn(job.workspace) }), { colours: true });
  const reportJson = writeReport(verdict, inputs instanceof Failure ? undefined : inputs.reportJson, job);
  await quietly("the job summary", () => writeSummary(summary));
  for (const annotation of annotations(shown, inputWarnings())) annotate(annotation);
  if (!(inputs instanceof Failure)) await comment({ verdict: shown, inputs, event, job, context, clock });
  await quietly("the outputs", () => writeOutputs(verdict, reportJson));
  return exitCode(verdict.conclusion);
}

function inputsOrFailure(): Inputs | Failure {
  try {
    return readInputs(getInput);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

async function judge(inputs: Inputs, job: Job, event: GitHubEvent): Promise<Verdict> {
  try {
    const now = new Date().toISOString().slice(0, 10);
    return await gate({ ...(await caseOf(inputs, job, event)), now, clock: () => performance.now() });
  } catch (error) {
    if (error instanceof Failure) return withoutVerdict(error);
    throw error;
  }
}

async function caseOf(inputs: Inputs, { workspace: root }: Job, event: GitHubEvent): Promise<Case> {
  const { paths, exclude, policyRef } = inputs;
  const scope = { root, paths, exclude };
  const settings = { ...inputs, root, packaged, prepared };
  if (event.kind === "other") return alone(settings, scope);
  const base = baseCommitOf(sourceGit(root), event);
  return base === undefined
    ? withoutBase(settings, scope, { name: baseName(event), policyRef })
    : against(settings, scope, base, policyRef);
}

/** The policies that come with the gate. The bundle stands in `dist/`, beside `policies/`. */
const packaged = join(__dirname, "..", "policies");
const prepared = join(__dirname, "policies.json");

/** A mistake in how the gate is called ends like any other run, with nothing to say but what is wrong. */
function withoutVerdict(failure: Failure): Verdict {
  return {
    conclusion: "unjudged",
    findings: [],
    tally: [],
    failures: [failure],
    inputs: [],
    notes: [],
    leftAlone: 0,
    policies: [],
    entities: 0,
    elapsedMilliseconds: 0,
  };
}

/** Comments and annotations belong to the commit the author pushed; what is checked out is a merge of it. */
function checkoutFor(job: Job, event: GitHubEvent, verdict: Verdict): Checkout {
  const files = placesIn(verdict).map(({ file }) => file);
  const head = event.kind === "pull-request" ? event.headSha : undefined;
  return checkoutOf(gitIn(job.workspace), files, head);
}

function contextOf(job: Job, event: GitHubEvent, { isCommitted, shallow }: Checkout): ReportContext {
  const headSha = event.kind === "other" ? job.sha : (event.headSha ?? job.sha);
  const page = runUrl(job);
  return {
    serverUrl: job.serverUrl,
    isCommitted,
    shallow,
    ...(job.repository === undefined ? {} : { repository: job.repository }),
    ...(headSha === undefined ? {} : { headSha }),
    ...(page === undefined ? {} : { runUrl: page }),
  };
}

/** Writes the JSON report for later steps. Where it cannot be, the answer is empty and the log says why. */
function writeReport(verdict: Verdict, wanted: string | undefined, job: Job): string {
  if (wanted === undefined && job.temp === undefined) return "";
  try {
    const file =
      wanted === undefined
        ? join(mkdtempSync(join(job.temp ?? "", "eks-policy-gate-")), "report.json")
        : resolve(job.workspace, wanted);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, json(verdict));
    return file;
  } catch (error) {
    log(`the JSON report could not be written: ${String(error)}`);
    return "";
  }
}

async function comment(publication: Publication): Promise<void> {
  const { event } = publication;
  if (event.kind === "other" && event.problem !== undefined) log(`no comment: ${event.problem}`);
  const published = await publish(publication);
  if (published.kind === "not-possible") annotate(published.notice);
  else if (published.kind !== "not-wanted") log(`comment ${published.kind}`);
}

function inputWarnings(): readonly Annotation[] {
  const unknown = unknownInputs(process.env);
  if (unknown.length === 0) return [];
  return [
    { level: "warning", title: "EKS policy gate: unknown input", message: visible(unknown.join("\n")) },
  ];
}

async function quietly(what: string, write: () => void | Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    log(`${what} could not be written: ${String(error)}`);
  }
}

const clock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((awake) => setTimeout(awake, milliseconds)),
};

run().then(
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
