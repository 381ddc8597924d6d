import type { Annotation } from "../report/annotations.ts";
import { oneLine, shorten, visible } from "../report/escape/visible.ts";
import { unknownInputs } from "./inputs.ts";
import { refusalOf } from "./patience.ts";

/** A `permissions` block takes away whatever it does not name, so that all of it has to be shown. */
const permissions = "permissions:\n  contents: read\n  pull-requests: write";

/** Why there is no comment, once, with what to do about it. The verdict stands without. */
export function noComment(error: unknown, fork: boolean): Annotation {
  const { status, limited, message } = refusalOf(error);
  if (!limited && (status === 401 || status === 403 || status === 404)) {
    return fork
      ? forkNotice
      : notice([`The job's token may not write one (${status}). Add to the job:`, permissions]);
  }
  const why = shorten(oneLine(message), 300);
  const what = status === 0 ? "GitHub could not be reached" : `GitHub answered ${status}`;
  return notice([`${what}: ${why}. The next run tries again.`]);
}

/** The token of a fork's pull request cannot write, and no permission in the workflow can change that. */
export const forkNotice: Annotation = notice([
  "This pull request comes from a fork, where GitHub hands out a token that only reads, whatever the workflow asks for. All the job can have, and all the gate needs to judge, is:",
  "permissions:\n  contents: read",
]);

export const noToken: Annotation = notice([
  "The input `github-token` is empty. Leave it out, so that the job's own token is used, and give the job:",
  permissions,
]);

/** Why nothing is published. What the pull request's own run says stands, and so does its status. */
export function notPublished(why: string): Annotation {
  return {
    level: "notice",
    title: "EKS policy gate: nothing published",
    message: shorten(visible(`${why}.\n\nThe run that judged has its own status and job summary.`), 4_000),
  };
}

/** What the workflow asks for and there is none of. */
export function inputWarnings(env: Readonly<Record<string, string | undefined>>): readonly Annotation[] {
  const unknown = unknownInputs(env);
  if (unknown.length === 0) return [];
  return [
    { level: "warning", title: "EKS policy gate: unknown input", message: visible(unknown.join("\n")) },
  ];
}

function notice(paragraphs: readonly string[]): Annotation {
  const elsewhere = "The verdict stands: everything is in the annotations and in the job summary.";
  return {
    level: "notice",
    title: "EKS policy gate: no comment",
    message: [...paragraphs, elsewhere].join("\n\n"),
  };
}
