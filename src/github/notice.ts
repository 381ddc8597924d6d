import type { Annotation } from "../report/annotations.ts";
import { oneLine, shorten } from "../report/escape/visible.ts";
import { refusalOf } from "./patience.ts";

/** Why there is no comment, once, with what to do about it. The verdict stands without. */
export function noComment(error: unknown, fork: boolean): Annotation {
  const { status, limited, message } = refusalOf(error);
  const refused = !limited && (status === 401 || status === 403 || status === 404);
  if (refused && fork) return forkNotice;
  if (refused)
    return notice([
      `GitHub did not let this job write it (${status}). Add to the job:`,
      permissions,
      elsewhere,
    ]);
  const why = shorten(oneLine(message), 300);
  const what = status === 0 ? `GitHub could not be reached (${why}).` : `GitHub answered ${status} (${why}).`;
  return notice([what, elsewhere, "The next run tries again."]);
}

/** The token of a fork's pull request cannot write, whatever `permissions` says. */
export const forkNotice: Annotation = notice([
  "This pull request comes from a fork, and GitHub gives the runs of forks a token that only reads, whatever the workflow asks for. Nothing has to be changed; these are the permissions that are used:",
  "permissions:\n  contents: read",
  "The whole result is in the annotations and in the job summary.",
]);

/** The other jobs of the workflow are not touched by what stands in one of them. */
const permissions = "permissions:\n  contents: read\n  pull-requests: write";

const elsewhere =
  "The verdict is not affected: the whole result is in the annotations and in the job summary.";

function notice(paragraphs: readonly string[]): Annotation {
  return { level: "notice", title: "EKS policy gate: no comment", message: paragraphs.join("\n\n") };
}
