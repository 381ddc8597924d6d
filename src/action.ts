import { mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { getInput } from "@actions/core";
import { against, alone, type BaseCommit, type Case, withoutBase } from "./against.ts";
import { Failure } from "./base/failure.ts";
import type { Place } from "./base/place.ts";
import { gate } from "./gate.ts";
import { baseCommitOf, baseName } from "./github/base.ts";
import { checkoutOf, gitIn, placesIn, shownAt } from "./github/checkout.ts";
import { contextOf, headOf, reportedRun } from "./github/context.ts";
import { type GitHubEvent, readEvent } from "./github/event.ts";
import { type Inputs, readInputs, unknownInputs } from "./github/inputs.ts";
import { type Job, readJob } from "./github/job.ts";
import { annotate, log } from "./github/log.ts";
import { writeOutputs, writeSummary } from "./github/outputs.ts";
import type { Clock } from "./github/patience.ts";
import { type Published, publish } from "./github/publish.ts";
import { nothingTouched } from "./github/relevance.ts";
import { secondStage } from "./github/second-stage.ts";
import { groundOf, suggest } from "./github/suggest.ts";
import { policySets } from "./policy/configuration.ts";
import { type Annotation, annotations } from "./report/annotations.ts";
import { renderComment } from "./report/comment.ts";
import { visible } from "./report/escape/visible.ts";
import { joined } from "./report/joined.ts";
import { json } from "./report/json.ts";
import { nothingToCheck, renderNothing } from "./report/nothing.ts";
import { reportIn } from "./report/read-report.ts";
import type { ReportedRun } from "./report/reported-run.ts";
import { renderSummary } from "./report/summary.ts";
import { terminal } from "./report/terminal.ts";
import { beginningOf } from "./source/beginning.ts";
import { wouldTake } from "./source/disk.ts";
import { gitIn as sourceGit } from "./source/git.ts";
import { linesIn } from "./source/lines.ts";
import { pastAt } from "./source/past.ts";
import { exitCode } from "./verdict/decide.ts";
import type { Verdict } from "./verdict/finding.ts";
import { nothingAsked, withoutVerdict } from "./verdict/without.ts";

/**
 * The Action, from start to end. The verdict is known before anything is sent anywhere, and nothing that follows
 * changes it: not a report that cannot be written, not a comment that GitHub refuses.
 */
async function run(): Promise<number> {
  const job = readJob(process.env, process.cwd());
  const event = readEvent(process.env, (path) => readFileSync(path, "utf8"));
  const inputs = inputsOrFailure();
  if (!(inputs instanceof Failure) && inputs.mode === "publish") return publishOnly(inputs, job, event);
  const answer = await answerTo(inputs, job, event);
  const { verdict, shown } = answer;

  log(answer.text, { colours: true });
  const reportJson = writeReport(answer, inputs instanceof Failure ? undefined : inputs.reportJson, job);
  await quietly("the job summary", () => writeSummary(answer.summary));
  for (const annotation of answer.annotations) annotate(annotation);
  if (!(inputs instanceof Failure))
    tell(await publish({ verdict: shown, render: answer.render, inputs, event, job, clock }), event);
  if (!(inputs instanceof Failure)) await offerFixes(answer, inputs, job, event);
  await quietly("the outputs", () => writeOutputs(verdict, reportJson));
  return exitCode(verdict.conclusion);
}

/** The verdict, and the words for it. */
interface Answer {
  readonly verdict: Verdict;
  /** With its places as they are at the commit that comments and annotations are shown at. */
  readonly shown: Verdict;
  /** A place of the checkout at that commit. */
  readonly place: (place: Place) => Place;
  readonly reported: ReportedRun;
  readonly text: string;
  readonly summary: string;
  readonly annotations: readonly Annotation[];
  readonly render: (resolved: number) => string;
}

function answerTo(inputs: Inputs | Failure, job: Job, event: GitHubEvent): Promise<Answer> | Answer {
  if (inputs instanceof Failure) return answered(withoutVerdict(inputs), job, event);
  return inputs.mode === "merge" ? mergedAnswer(inputs, job, event) : gateAnswer(inputs, job, event);
}

function inputsOrFailure(): Inputs | Failure {
  try {
    return readInputs(getInput);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

async function gateAnswer(inputs: Inputs, job: Job, event: GitHubEvent): Promise<Answer> {
  try {
    const what = await caseOf(inputs, job, event);
    if (what === "nothing touched") return nothingAnswer(inputs, job, event);
    const clock = () => performance.now();
    return answered(await gate({ ...what, now: today(), clock, pictures: true }), job, event, inputs);
  } catch (error) {
    if (error instanceof Failure) return answered(withoutVerdict(error), job, event, inputs);
    throw error;
  }
}

async function caseOf(
  inputs: Inputs,
  { workspace: root }: Job,
  event: GitHubEvent,
): Promise<Case | "nothing touched"> {
  const { paths, exclude, policyRef } = inputs;
  const scope = { root, paths, exclude };
  const settings = { ...inputs, root, packaged, prepared };
  if (event.kind === "other" || event.kind === "workflow-run") return alone(settings, scope);
  const base = baseCommitOf(sourceGit(root), event);
  if (base === undefined) return withoutBase(settings, scope, { name: baseName(event), policyRef });
  const what = await against(settings, scope, base, policyRef);
  return (await isUntouched(what, inputs, root, base)) ? "nothing touched" : what;
}

async function isUntouched(
  { tree, settings, proposed }: Case,
  { paths, exclude, policies, inventories, parameters, config }: Inputs,
  root: string,
  { git, commit }: BaseCommit,
): Promise<boolean> {
  if (proposed !== undefined) return false;
  const isTaken = await wouldTake(root, paths, {
    exclude: [...settings.configuration.exclude, ...exclude],
  });
  const given = [...policies, ...inventories, ...parameters, ...(config === undefined ? [] : [config])];
  const named = given.filter((name) => !policySets.includes(name));
  return nothingTouched({ past: pastAt(git, commit), tree, isTaken, settings, named });
}

/** The policies that come with the gate. The bundle stands in `dist/`, beside `policies/`. */
const packaged = join(__dirname, "..", "policies");
const prepared = join(__dirname, "policies.json");

/** Comments and annotations belong to the commit the author pushed; what is checked out is a merge of it. */
function answered(verdict: Verdict, job: Job, event: GitHubEvent, inputs?: Inputs): Answer {
  const files = placesIn(verdict).map(({ file }) => file);
  const head = event.kind === "pull-request" ? event.headSha : undefined;
  const checkout = checkoutOf(gitIn(job.workspace), files, head);
  const shown = shownAt(checkout, verdict);
  const context = contextOf(job, headOf(event, job), checkout, today());
  return {
    verdict,
    shown,
    place: checkout.place,
    reported: reportedRun(job, event, inputs?.commentKey ?? "", checkout, shown),
    text: terminal(verdict, { ...look, now: today(), lines: linesIn(job.workspace) }),
    summary: renderSummary(shown, context),
    annotations: annotations(shown, inputWarnings()),
    render: (resolved) => renderComment(shown, { ...context, resolved }),
  };
}

/** Of the log. */
const look = { colour: true, width: 110 } as const;

function nothingAnswer({ commentKey }: Inputs, job: Job, event: GitHubEvent): Answer {
  const checkout = { isCommitted: () => true, shallow: false };
  return {
    verdict: nothingAsked,
    shown: nothingAsked,
    place: (place) => place,
    reported: reportedRun(job, event, commentKey, checkout, nothingAsked),
    text: nothingToCheck,
    summary: `${renderNothing()}\n`,
    annotations: [
      { level: "notice", title: "EKS policy gate", message: `${nothingToCheck}.`.replace(/^n/, "N") },
      ...inputWarnings(),
    ],
    render: renderNothing,
  };
}

/** The places of reports are those of the commit already, and the jobs that wrote them have annotated them. */
function mergedAnswer({ reports, commentKey }: Inputs, job: Job, event: GitHubEvent): Answer {
  const parts = reports.map((file) => ({ file, report: reportAt(file, job) }));
  const { verdict, run } = joined(parts, headOf(event, job));
  const uncommitted = new Set(run.uncommitted);
  const checkout = { isCommitted: (file: string) => !uncommitted.has(file), shallow: run.shallow === true };
  const context = contextOf(job, headOf(event, job), checkout, today());
  return {
    verdict,
    shown: verdict,
    place: (place) => place,
    reported: reportedRun(job, event, commentKey, checkout, verdict),
    text: terminal(verdict, { ...look, now: today(), lines: () => undefined }),
    summary: renderSummary(verdict, context),
    annotations: annotations(verdict, inputWarnings()).filter(({ place }) => place === undefined),
    render: (resolved) => renderComment(verdict, { ...context, resolved }),
  };
}

/** Fixes that apply with a click, on the lines that the pull request changes. */
async function offerFixes({ verdict, place }: Answer, inputs: Inputs, job: Job, event: GitHubEvent) {
  if (inputs.reviewComments === "off" || inputs.mode !== "gate" || event.kind !== "pull-request") return;
  const base = baseCommitOf(sourceGit(job.workspace), event);
  if (base === undefined) return log("no suggestions: check out with `fetch-depth: 2`");
  const ground = groundOf(base, linesIn(job.workspace), place);
  const offered = await suggest({ verdict, ground, inputs, event, job, clock });
  log(typeof offered === "string" ? `no suggestions: ${offered}` : `new suggestions: ${offered}`);
}

/** The second stage of a fork's pull request: no verdict, no status, only the comment. */
async function publishOnly(inputs: Inputs, job: Job, event: GitHubEvent): Promise<number> {
  const { reportJson } = inputs;
  if (reportJson === undefined) {
    const hint = "name with `report-json` the report that an earlier step downloaded";
    const failure = new Failure("usage", "`mode: publish` needs a report", { hint });
    for (const annotation of annotations(withoutVerdict(failure))) annotate(annotation);
    return exitCode("unjudged");
  }
  for (const annotation of inputWarnings()) annotate(annotation);
  tell(await secondStage({ report: reportAt(reportJson, job), inputs, event, job, clock }), event);
  return 0;
}

function reportAt(file: string, { workspace }: Job) {
  return reportIn(file, (most) => beginningOf(resolve(workspace, file), most));
}

/** Writes the JSON report for later steps. Where it cannot be, the answer is empty and the log says why. */
function writeReport({ shown, reported }: Answer, wanted: string | undefined, job: Job): string {
  if (wanted === undefined && job.temp === undefined) return "";
  try {
    const file =
      wanted === undefined
        ? join(mkdtempSync(join(job.temp ?? "", "eks-policy-gate-")), "report.json")
        : resolve(job.workspace, wanted);
    mkdirSync(dirname(file), { recursive: true });
    // Whoever cancels the job leaves the whole report behind or none.
    writeFileSync(`${file}.partial`, json(shown, { run: reported }));
    renameSync(`${file}.partial`, file);
    return file;
  } catch (error) {
    log(`the JSON report could not be written: ${String(error)}`);
    return "";
  }
}

function tell(published: Published, event: GitHubEvent): void {
  if (event.kind === "other" && event.problem !== undefined) log(`no comment: ${event.problem}`);
  if (published.kind === "not-possible") annotate(published.notice);
  else if (published.kind !== "not-wanted") log(`comment ${published.kind}`);
}

/** `YYYY-MM-DD`. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
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
