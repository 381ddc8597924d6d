import { botName, repository, user } from "./identities.ts";

/** One comment on a line. */
export interface StoredReviewComment {
  readonly id: number;
  readonly path: string;
  readonly body: string;
  readonly author: string;
  readonly inReplyTo?: number;
  /** `null` where a later commit has changed it. */
  line: number | null;
}

interface Reviewed {
  readonly url: string;
  readonly head: string;
  readonly requests: readonly unknown[];
  readonly reviewComments: StoredReviewComment[];
}

interface ReviewOptions {
  readonly number: number;
  /** The lines of the difference: review comments on others are refused, and the whole review with them. */
  readonly commentable?: (path: string, line: number) => boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
}

/** GitHub takes a review whole or not at all. */
export function review(
  github: Reviewed,
  { number, commentable = () => true }: ReviewOptions,
  method: string,
  pathname: string,
  body: unknown,
): Answer | undefined {
  const pull = `/repos/${repository}/pulls/${number}`;
  if (pathname === `${pull}/comments` && method === "GET") {
    return { status: 200, body: github.reviewComments.map((comment) => shownReview(github, comment)) };
  }
  if (pathname === `${pull}/reviews` && method === "POST") {
    const { comments } = body as {
      readonly comments: readonly { path: string; line: number; body: string }[];
    };
    if (!comments.every(({ path, line }) => commentable(path, line))) {
      return { status: 422, body: { message: "Pull request review thread line must be part of the diff" } };
    }
    for (const comment of comments) {
      github.reviewComments.push({
        ...comment,
        id: 5000 + github.requests.length * 10 + github.reviewComments.length,
        author: botName,
      });
    }
    return { status: 200, body: reviewOf(github) };
  }
  const [, id] = new RegExp(`^/repos/${repository}/pulls/comments/(\\d+)$`).exec(pathname) ?? [];
  const at = github.reviewComments.findIndex((comment) => comment.id === Number(id));
  if (method !== "DELETE" || at < 0) return undefined;
  github.reviewComments.splice(at, 1);
  return { status: 204 };
}

function shownReview(
  github: Reviewed,
  { id, path, line, body, author, inReplyTo }: StoredReviewComment,
): object {
  const url = `${github.url}/repos/${repository}/pulls/comments/${id}`;
  return {
    id,
    node_id: `PRRC_${id}`,
    url,
    html_url: url,
    pull_request_url: url,
    pull_request_review_id: 1,
    diff_hunk: "@@",
    path,
    line,
    commit_id: github.head,
    original_commit_id: github.head,
    user: user(author),
    body,
    created_at: "2026-01-01T00:00:00Z",
    updated_at: "2026-01-01T00:00:00Z",
    author_association: "NONE",
    _links: { self: { href: url }, html: { href: url }, pull_request: { href: url } },
    ...(inReplyTo === undefined ? {} : { in_reply_to_id: inReplyTo }),
  };
}

function reviewOf(github: Reviewed): object {
  const url = `${github.url}/review`;
  return {
    id: 1,
    node_id: "PRR_1",
    user: user(botName),
    body: "",
    state: "COMMENTED",
    html_url: url,
    pull_request_url: url,
    _links: { html: { href: url }, pull_request: { href: url } },
    commit_id: github.head,
    author_association: "NONE",
  };
}
