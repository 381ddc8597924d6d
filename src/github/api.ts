import { type Patience, patiently } from "./patience.ts";

/** The few requests the gate makes, and nothing else of GitHub. */
export interface Api {
  /** Every comment of the pull request, oldest first. */
  readonly listComments: () => Promise<readonly Comment[]>;
  readonly createComment: (body: string) => Promise<Comment>;
  readonly updateComment: (id: number, body: string) => Promise<void>;
  readonly deleteComment: (id: number) => Promise<void>;
  /** The commit the pull request stands at now. */
  readonly headSha: () => Promise<string>;
  /** Whom the token speaks as. */
  readonly viewer: () => Promise<string>;
}

export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly author: string | undefined;
  readonly isBot: boolean;
  readonly viaApp: boolean;
}

/** Where requests go, as whom, about what. */
export interface RepositoryOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly patience: Patience;
}

export interface ApiOptions extends RepositoryOptions {
  readonly pullNumber: number;
}

/** A pull request that is open, and what it stands at. */
export interface OpenPull {
  readonly number: number;
  readonly headSha: string;
  /** `owner/name` of the repository that it comes from; `undefined` where that is gone. */
  readonly headRepository: string | undefined;
}

/** The open pull requests of a branch; `head` is `owner:branch`. */
export async function openPulls(options: RepositoryOptions, head: string): Promise<readonly OpenPull[]> {
  const { owner, repo, patience } = options;
  const octokit = await client(options);
  const { data } = await patiently(patience, "repeat", (signal) =>
    octokit.rest.pulls.list({ owner, repo, head, state: "open", per_page: 100, request: { signal } }),
  );
  return data.map(({ number, head }) => ({
    number,
    headSha: head.sha,
    headRepository: (head.repo as typeof head.repo | null)?.full_name,
  }));
}

/** Loads the client, which is most of the bundle, only now: most runs have nothing to say or nobody to say it to. */
export async function client({ token, apiUrl }: RepositoryOptions) {
  const { getOctokit } = await import("@actions/github");
  return getOctokit(token, { baseUrl: apiUrl, log: silent });
}

export async function connect(options: ApiOptions): Promise<Api> {
  const { owner, repo, pullNumber, patience } = options;
  const octokit = await client(options);
  const issue = { owner, repo, issue_number: pullNumber };
  return {
    async listComments() {
      const comments: Comment[] = [];
      for (let page = 1; ; page++) {
        const answer = await patiently(patience, "repeat", (signal) =>
          octokit.rest.issues.listComments({ ...issue, per_page: 100, page, request: { signal } }),
        );
        comments.push(...answer.data.map(asComment));
        // A page may be shorter than asked for and still not be the last.
        if (!/\brel="next"/.test(answer.headers.link ?? "")) return comments;
      }
    },
    async createComment(body) {
      const answer = await patiently(patience, "once", (signal) =>
        octokit.rest.issues.createComment({ ...issue, body, request: { signal } }),
      );
      return asComment(answer.data);
    },
    async updateComment(id, body) {
      await patiently(patience, "repeat", (signal) =>
        octokit.rest.issues.updateComment({ owner, repo, comment_id: id, body, request: { signal } }),
      );
    },
    async deleteComment(id) {
      await patiently(patience, "repeat", (signal) =>
        octokit.rest.issues.deleteComment({ owner, repo, comment_id: id, request: { signal } }),
      );
    },
    async headSha() {
      const answer = await patiently(patience, "repeat", (signal) =>
        octokit.rest.pulls.get({ owner, repo, pull_number: pullNumber, request: { signal } }),
      );
      return answer.data.head.sha;
    },
    async viewer() {
      const answer = await patiently(patience, "repeat", (signal) =>
        octokit.graphql<{ readonly viewer: { readonly login: string } }>("{ viewer { login } }", {
          request: { signal },
        }),
      );
      return answer.viewer.login;
    },
  };
}

/** What the client has to say is said by us, once, in words that help. */
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

function asComment(data: {
  readonly id: number;
  readonly body?: string | undefined;
  readonly user: { readonly login: string; readonly type: string } | null;
  readonly performed_via_github_app?: object | null | undefined;
}): Comment {
  return {
    id: data.id,
    body: data.body ?? "",
    author: data.user?.login,
    isBot: data.user?.type === "Bot",
    viaApp: data.performed_via_github_app != null,
  };
}
