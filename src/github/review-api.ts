import { type ApiOptions, client } from "./api.ts";
import { patiently } from "./patience.ts";
import type { ReviewApi, ReviewComment } from "./review.ts";

/** The requests for comments on lines of a pull request. */
export async function reviewsOf(
  options: ApiOptions,
  api: Pick<ReviewApi, "viewer" | "headSha">,
): Promise<ReviewApi> {
  const { owner, repo, pullNumber, patience } = options;
  const { pulls } = (await client(options)).rest;
  const pull = { owner, repo, pull_number: pullNumber };
  return {
    ...api,
    async listReviewComments() {
      const comments: ReviewComment[] = [];
      for (let page = 1; ; page++) {
        const answer = await patiently(patience, "repeat", (signal) =>
          pulls.listReviewComments({ ...pull, per_page: 100, page, request: { signal } }),
        );
        comments.push(...answer.data.map(asReviewComment));
        if (!/\brel="next"/.test(answer.headers.link ?? "")) return comments;
      }
    },
    async createReview(head, written) {
      const comments = written.map((comment) => ({ ...comment, side: "RIGHT" }));
      await patiently(patience, "once", (signal) =>
        pulls.createReview({ ...pull, commit_id: head, event: "COMMENT", comments, request: { signal } }),
      );
    },
    async deleteReviewComment(id) {
      await patiently(patience, "repeat", (signal) =>
        pulls.deleteReviewComment({ owner, repo, comment_id: id, request: { signal } }),
      );
    },
  };
}

function asReviewComment(data: {
  readonly id: number;
  readonly body: string;
  readonly user: { readonly login: string } | null;
  readonly line?: number | null | undefined;
  readonly in_reply_to_id?: number | undefined;
}): ReviewComment {
  return {
    id: data.id,
    body: data.body,
    author: data.user?.login,
    isOutdated: data.line === null || data.line === undefined,
    inReplyTo: data.in_reply_to_id,
  };
}
