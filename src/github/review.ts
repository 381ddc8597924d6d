import { plainLogin } from "./login.ts";
import type { Offer } from "./suggestions.ts";

/** The requests that reviews need. */
export interface ReviewApi {
  /** Every comment on lines of the pull request. */
  readonly listReviewComments: () => Promise<readonly ReviewComment[]>;
  /** One review with all of these comments: GitHub takes all of them or none. */
  readonly createReview: (head: string, comments: readonly Written[]) => Promise<void>;
  readonly deleteReviewComment: (id: number) => Promise<void>;
  readonly viewer: () => Promise<string>;
  readonly headSha: () => Promise<string>;
}

export interface ReviewComment {
  readonly id: number;
  readonly body: string;
  readonly author: string | undefined;
  /** Whether the line it is about is no longer part of the pull request. */
  readonly isOutdated: boolean;
  readonly inReplyTo: number | undefined;
}

interface Written {
  readonly path: string;
  readonly line: number;
  readonly body: string;
}

/**
 * Brings the suggestions of this workflow, job and key up to date: those that are there stay, new ones come in one
 * review, and those that no longer hold go unless somebody has answered them. Answers with how many are new.
 */
export async function keepOffers(
  api: ReviewApi,
  { id, head, offers }: { readonly id: string; readonly head: string; readonly offers: readonly Offer[] },
): Promise<number> {
  const all = await api.listReviewComments();
  const marked = all.filter(({ body }) => body.startsWith(opening(id)));
  const viewer = marked.length === 0 ? "" : plainLogin(await api.viewer());
  const own = marked.filter(({ author }) => author !== undefined && plainLogin(author) === viewer);
  const standing = new Set(own.filter(({ isOutdated }) => !isOutdated).map(({ body }) => keyIn(body, id)));
  const wanted = new Set(offers.map(({ key }) => key));
  const fresh = offers.filter(({ key }) => !standing.has(key));
  if (fresh.length > 0 && (await api.headSha()) !== head) return 0;
  if (fresh.length > 0) {
    const comments = fresh.map(({ path, line, body, key }) => ({
      path,
      line,
      body: `${opening(id)}${key} -->\n${body}`,
    }));
    await api.createReview(head, comments);
  }
  const answered = new Set(all.map(({ inReplyTo }) => inReplyTo));
  for (const comment of own) {
    const isStale = comment.isOutdated || !wanted.has(keyIn(comment.body, id));
    if (isStale && !answered.has(comment.id)) await api.deleteReviewComment(comment.id);
  }
  return fresh.length;
}

function opening(id: string): string {
  return `<!-- eks-policy-gate:suggestion id=${id} key=`;
}

function keyIn(body: string, id: string): string {
  return body.slice(opening(id).length).split(" ", 1)[0] ?? "";
}
