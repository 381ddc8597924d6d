import { Failure } from "../base/failure.ts";
import { baseCommitOf } from "../github/base.ts";
import { reportedRun } from "../github/context.ts";
import type { Inputs } from "../github/inputs.ts";
import { impactOver } from "../impact-over.ts";
import { packaged, prepared } from "../packaged.ts";
import { policySets } from "../policy/configuration.ts";
import { annotations } from "../report/annotations.ts";
import { impactMarkdown } from "../report/impact/markdown.ts";
import type { ImpactPart } from "../report/impact/sums.ts";
import { impactText } from "../report/impact/terminal.ts";
import { painter } from "../report/paint.ts";
import { gitIn } from "../source/git.ts";
import { filesOf } from "../source/past.ts";
import type { Verdict } from "../verdict/finding.ts";
import { nothingAsked, withoutVerdict } from "../verdict/without.ts";
import { type Answer, answered, look } from "./answer.ts";
import type { Run } from "./run.ts";

/**
 * `mode: impact`, for a repository of policies: what those of the pull request would do, beside those of its base, over
 * other repositories, plans or saved reports. It blocks nothing, and fails where something could not be judged.
 */
export async function weighed(inputs: Inputs, run: Run): Promise<Answer> {
  try {
    const { job, event, today, warnings } = run;
    const { paths, exclude, commentKey } = inputs;
    const root = job.workspace;
    const to = inputs.policies.length > 0 ? inputs.policies : ["./policies"];
    const from = before(to, run);
    const settings = { packaged, prepared };
    const report = await impactOver({ root, from, to, paths, exclude, now: today, settings });
    const markdown = impactMarkdown({ ...report, from: "the base", to: "this pull request" });
    const verdict = verdictOf(to, report.parts);
    return {
      verdict,
      shown: verdict,
      place: (place) => place,
      reported: reportedRun(job, event, commentKey, { isCommitted: () => true, shallow: false }, verdict),
      text: impactText(report, { width: look.width, paint: painter(true) }),
      summary: markdown,
      annotations: annotations(verdict, warnings),
      render: () => markdown,
    };
  } catch (error) {
    if (error instanceof Failure) return answered(withoutVerdict(error), run, inputs.commentKey);
    throw error;
  }
}

/** Policies that the base has nothing of are new: without them it asks nothing. */
function before(policies: readonly string[], { job, event }: Run): readonly string[] {
  const git = gitIn(job.workspace);
  const isCompared = event.kind === "pull-request" || event.kind === "merge-group";
  const base = isCompared ? baseCommitOf(git, event) : undefined;
  if (base === undefined) {
    throw new Failure("usage", "there is no base to compare policies with", {
      hint: "run `mode: impact` on pull requests, and check out with `fetch-depth: 2`",
    });
  }
  const there = [...filesOf(git, base.commit)];
  const past = policies.flatMap((name) => {
    if (policySets.includes(name)) return name;
    const folder = name.replace(/^\.\//, "").replace(/\/+$/, "");
    const isThere = there.some((file) => file === folder || file.startsWith(`${folder}/`));
    return isThere ? `git:${base.commit}:${folder}` : [];
  });
  return past.length === 0 ? ["none"] : past;
}

/** A comment is made where anything changes, and where something could not be judged. */
function verdictOf(files: readonly string[], parts: readonly ImpactPart[]): Verdict {
  const failures = parts.flatMap((part) => part.failures);
  const isChanged = parts.some(({ impacts }) => impacts.length > 0);
  return {
    ...(failures.length === 0 ? nothingAsked : { ...nothingAsked, conclusion: "unjudged", failures }),
    ...(isChanged ? { policyChange: { files, added: [], removed: [], failures: [] } } : {}),
  };
}
