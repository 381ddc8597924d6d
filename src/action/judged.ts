import { against, alone, type Subject, withoutBase } from "../against.ts";
import { Failure } from "../base/failure.ts";
import { gate } from "../gate.ts";
import { baseCommitOf, baseName } from "../github/base.ts";
import { reportedRun } from "../github/context.ts";
import type { Inputs } from "../github/inputs.ts";
import { nothingTouched } from "../github/relevance.ts";
import { packaged, prepared } from "../packaged.ts";
import { policySets } from "../policy/configuration.ts";
import { nothingToCheck, renderNothing } from "../report/nothing.ts";
import type { BaseCommit } from "../source/base-commit.ts";
import { gitIn } from "../source/git.ts";
import { pastAt } from "../source/past.ts";
import { wouldTake } from "../source/walk.ts";
import { nothingAsked, withoutVerdict } from "../verdict/without.ts";
import { type Answer, answered } from "./answer.ts";
import type { Run } from "./run.ts";

/** `mode: gate`: the change is judged, where it touches anything that the gate reads. */
export async function judged(inputs: Inputs, run: Run): Promise<Answer> {
  try {
    const subject = await subjectOf(inputs, run);
    if (subject === "nothing touched") return nothingJudged(inputs, run);
    const verdict = await gate({
      ...subject,
      now: run.today,
      clock: () => performance.now(),
      pictures: true,
    });
    return answered(verdict, run, inputs.commentKey);
  } catch (error) {
    if (error instanceof Failure) return answered(withoutVerdict(error), run, inputs.commentKey);
    throw error;
  }
}

async function subjectOf(inputs: Inputs, { job, event }: Run): Promise<Subject | "nothing touched"> {
  const { paths, exclude, policyRef } = inputs;
  const root = job.workspace;
  const scope = { root, paths, exclude };
  const settings = { ...inputs, root, packaged, prepared };
  if (event.kind === "other" || event.kind === "workflow-run") return alone(settings, scope);
  const base = baseCommitOf(gitIn(root), event);
  if (base === undefined) return withoutBase(settings, scope, { name: baseName(event), policyRef });
  const subject = await against(settings, scope, base, policyRef);
  return (await isUntouched(subject, inputs, root, base)) ? "nothing touched" : subject;
}

async function isUntouched(
  { tree, settings, proposed }: Subject,
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

function nothingJudged({ commentKey }: Inputs, { job, event, warnings }: Run): Answer {
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
      ...warnings,
    ],
    render: renderNothing,
  };
}
