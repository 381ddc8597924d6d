import { createHash } from "node:crypto";

/** The hidden first line of our comment: whose it is, and which run wrote it. */
export interface Marker {
  /** Tells apart the comments of several workflows, jobs and keys on one pull request. */
  readonly id: string;
  readonly head: string;
  readonly run: number;
  readonly attempt: number;
  /** Of the text below it, as it was written. */
  readonly digest: string;
  /** How many findings it told of when it last told of any. */
  readonly told: number;
}

export function commentId(workflow: string, job: string, key: string): string {
  return hash([workflow, job, key].join("\0"));
}

/**
 * What makes two texts the same comment. The run is left out, for its link alone is no news, and so is what a
 * browser does to line ends when somebody edits.
 */
export function digest(text: string): string {
  return hash(
    text
      .replaceAll("\r\n", "\n")
      .replace(/\/actions\/runs\/\d+/g, "")
      .trim(),
  );
}

export function withMarker(marker: Marker, text: string): string {
  const { id, head, run, attempt, told } = marker;
  const fields = `id=${id} head=${head} run=${run} attempt=${attempt} digest=${marker.digest} told=${told}`;
  return `${opening}${fields} -->\n${text}`;
}

/** The marker and the text of a comment; `undefined` for one that is not ours. That it is there proves nothing. */
export function readMarker(comment: string): { readonly marker: Marker; readonly text: string } | undefined {
  if (!comment.startsWith(opening)) return undefined;
  const end = comment.indexOf("\n");
  const first = (end < 0 ? comment : comment.slice(0, end)).trimEnd();
  if (!first.endsWith(" -->")) return undefined;
  const fields = new Map(
    first
      .slice(opening.length, -" -->".length)
      .split(" ")
      .map((field) => [field.slice(0, field.indexOf("=")), field.slice(field.indexOf("=") + 1)]),
  );
  const marker = {
    id: fields.get("id") ?? "",
    head: fields.get("head") ?? "",
    run: count(fields.get("run")),
    attempt: count(fields.get("attempt")),
    digest: fields.get("digest") ?? "",
    told: count(fields.get("told")),
  };
  return { marker, text: end < 0 ? "" : comment.slice(end + 1) };
}

type RunOfMarker = Pick<Marker, "run" | "attempt">;

/** Whether the first was written by a later run than the second, or by a later attempt of the same. */
export function isNewer(first: RunOfMarker, second: RunOfMarker): boolean {
  return first.run === second.run ? first.attempt > second.attempt : first.run > second.run;
}

const opening = "<!-- eks-policy-gate:v1 ";

function count(value: string | undefined): number {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
