import type { Place } from "../base/place.ts";
import { code, link } from "./escape/markdown.ts";

/** What a link to a place needs; without it there are no links. */
export interface Repository {
  /** `https://github.com`, without a slash at the end. */
  readonly serverUrl?: string;
  /** `owner/name` of the repository the pull request goes to. */
  readonly repository?: string;
  /** The commit that places are linked to. */
  readonly headSha?: string;
  /** Whether a file is part of the commit; those that are not cannot be linked. */
  readonly isCommitted?: (file: string) => boolean;
}

/** A place in Markdown: a link to its lines in the commit, or as it is where there is none. */
export function placeLink(place: Place, repository: Repository): string {
  const label = code(placeName(place), 300);
  const address = placeAddress(place, repository);
  return address === undefined ? label : link(label, address);
}

/** `infra/main.tf:12`. */
export function placeName({ file, line }: Place): string {
  return line === undefined ? file : `${file}:${line}`;
}

/** The permalink of a place, where there is one. */
export function placeAddress(
  place: Place,
  { serverUrl, repository, headSha, isCommitted }: Repository,
): string | undefined {
  if (serverUrl === undefined || repository === undefined || headSha === undefined) return undefined;
  if (isCommitted !== undefined && !isCommitted(place.file)) return undefined;
  const path = place.file
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
  return path.length > longestPath
    ? undefined
    : `${serverUrl}/${repository}/blob/${headSha}/${path}${lines(place)}`;
}

/** No browser opens a longer one, and no disk has it. */
const longestPath = 4_096;

function lines({ line, endLine }: Place): string {
  if (line === undefined) return "";
  return endLine === undefined || endLine <= line ? `#L${line}` : `#L${line}-L${endLine}`;
}
