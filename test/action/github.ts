import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { payload } from "./events.ts";
import { type Answer, review, type StoredReviewComment } from "./github-reviews.ts";
import { botName, repository, user } from "./identities.ts";
import { mistakesInAnswer, mistakesInRequest } from "./openapi.ts";

export const token = "a-token-of-the-job";

/** One comment of the pull request, as GitHub stores it. */
export interface StoredComment {
  readonly id: number;
  body: string;
  readonly author: string;
  readonly viaApp: boolean;
  edits: number;
}

export interface GitHubOptions {
  /** The lines of the difference: review comments on others are refused, and the whole review with them. */
  readonly commentable?: (path: string, line: number) => boolean;
  /** Who the token belongs to, as GraphQL says it. */
  readonly viewer?: string | undefined;
  /** What the pull request stands at. */
  readonly head: string;
  readonly number: number;
  /** The repository and branch that the pull request comes from. */
  readonly from?: { readonly repository: string; readonly branch: string };
  readonly pageSize?: number;
  /** What stands before every path: `/api/v3`. */
  readonly prefix?: string;
  /** Asked before each request: what to answer instead of the truth. */
  readonly fault?: ((request: SeenRequest, earlier: readonly SeenRequest[]) => Fault | undefined) | undefined;
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** `stored`: what was asked for happens all the same. `hang`: there is no answer at all. */
export type Fault =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly stored?: boolean;
    }
  | { readonly hang: true; readonly stored?: boolean }
  | { readonly also: (github: GitHub) => void };

/** As much of GitHub as the gate speaks to, on loopback. It remembers, and holds every request against GitHub's own description. */
export interface GitHub {
  readonly url: string;
  readonly comments: StoredComment[];
  readonly reviewComments: StoredReviewComment[];
  readonly requests: SeenRequest[];
  /** What was wrong with requests, and with our own answers. Every test ends by looking that there is none. */
  readonly mistakes: string[];
  head: string;
  readonly fault: GitHubOptions["fault"];
  addComment(comment: {
    readonly body: string;
    readonly author: string;
    readonly viaApp?: boolean;
  }): StoredComment;
  close(): Promise<void>;
}

export async function startGitHub(options: GitHubOptions): Promise<GitHub> {
  const server = createServer((request, response) => {
    receive(github, options, request, response).catch((error) => github.mistakes.push(String(error)));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const github: GitHub = {
    url: `http://127.0.0.1:${port}`,
    comments: [],
    reviewComments: [],
    requests: [],
    mistakes: [],
    head: options.head,
    fault: options.fault,
    addComment({ body, author, viaApp = false }) {
      const comment = {
        id: 1000 + github.comments.length * 7 + github.requests.length,
        body,
        author,
        viaApp,
        edits: 0,
      };
      github.comments.push(comment);
      return comment;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
  return github;
}

async function receive(
  github: GitHub,
  options: GitHubOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prefix = "" } = options;
  const url = new URL(request.url ?? "/", github.url);
  if (prefix !== "" && !url.pathname.startsWith(prefix) && url.pathname !== "/api/graphql")
    github.mistakes.push(`${url.pathname} does not begin with ${prefix}`);
  if (prefix !== "") url.pathname = url.pathname.replace(prefix, "").replace("/api/graphql", "/graphql");
  const method = request.method ?? "GET";
  const text = await bodyOf(request);
  const body = text === "" ? undefined : (JSON.parse(text) as unknown);
  const seen = { method, path: url.pathname, body };
  const fault = github.fault?.(seen, [...github.requests]);
  github.requests.push(seen);
  if (request.headers.authorization !== `token ${token}`)
    github.mistakes.push(`${method} ${url.pathname}: not our token`);
  if (url.pathname !== "/graphql") note(github, method, url, mistakesInRequest(method, url, body));

  if (fault !== undefined && "also" in fault) fault.also(github);
  else if (fault !== undefined) {
    if (fault.stored === true) answer(github, options, method, url, body);
    if ("hang" in fault) return;
    send(response, {
      status: fault.status,
      headers: fault.headers,
      body: { message: "as told by the test" },
    });
    return;
  }
  const real = answer(github, options, method, url, body);
  note(github, method, url, mistakesInAnswer(method, url, real.status, real.body));
  send(response, real);
}

function note(github: GitHub, method: string, url: URL, mistakes: readonly string[]): void {
  github.mistakes.push(...mistakes.map((mistake) => `${method} ${url.pathname}: ${mistake}`));
}

function answer(github: GitHub, options: GitHubOptions, method: string, url: URL, body: unknown): Answer {
  const { pathname } = url;
  const comments = `/repos/${repository}/issues/${options.number}/comments`;
  const one = new RegExp(`^/repos/${repository}/issues/comments/(\\d+)$`).exec(pathname);
  const text = (body as { readonly body?: string } | undefined)?.body ?? "";
  if (pathname === "/graphql") return viewer(options, body);
  if (pathname === comments && method === "GET") return page(github, options, url);
  if (pathname === comments && method === "POST") {
    if (Buffer.byteLength(text) > 262_144 || text === "")
      return { status: 422, body: { message: "Validation Failed" } };
    return {
      status: 201,
      body: shown(github, github.addComment({ body: text, author: botName, viaApp: true })),
    };
  }
  const comment = github.comments.find(({ id }) => id === Number(one?.[1]));
  if (comment !== undefined && method === "PATCH") {
    comment.body = text;
    comment.edits += 1;
    return { status: 200, body: shown(github, comment) };
  }
  if (comment !== undefined && method === "DELETE") {
    github.comments.splice(github.comments.indexOf(comment), 1);
    return { status: 204 };
  }
  if (pathname.startsWith(`/repos/${repository}/pulls/`)) {
    const reviewed = review(github, options, method, pathname, body);
    if (reviewed !== undefined) return reviewed;
  }
  if (pathname === `/repos/${repository}/pulls/${options.number}` && method === "GET") {
    return { status: 200, body: pullRequest(github) };
  }
  if (pathname === `/repos/${repository}/pulls` && method === "GET") {
    return { status: 200, body: pulls(github, options, url) };
  }
  return { status: 404, body: { message: "Not Found", documentation_url: "https://docs.github.com/rest" } };
}

function viewer({ viewer: login = "github-actions" }: GitHubOptions, body: unknown): Answer {
  const { query } = body as { readonly query: string };
  if (!/^\s*\{\s*viewer\s*\{\s*login\s*\}\s*\}\s*$/.test(query))
    return { status: 400, body: { message: "Problems parsing" } };
  return { status: 200, body: { data: { viewer: { login } } } };
}

function page(github: GitHub, { pageSize = 100 }: GitHubOptions, url: URL): Answer {
  const size = Math.min(pageSize, Number(url.searchParams.get("per_page") ?? 30));
  const number = Number(url.searchParams.get("page") ?? 1);
  const some = github.comments.slice((number - 1) * size, number * size);
  const next = new URL(url);
  next.searchParams.set("page", String(number + 1));
  const hasNext = github.comments.length > number * size;
  return {
    status: 200,
    headers: hasNext ? { link: `<${next.href}>; rel="next", <${next.href}>; rel="last"` } : {},
    body: some.map((comment) => shown(github, comment)),
  };
}

function shown(github: GitHub, { id, body, author, viaApp }: StoredComment): object {
  const url = `${github.url}/repos/${repository}/issues/comments/${id}`;
  return {
    id,
    node_id: `IC_${id}`,
    url,
    html_url: url,
    issue_url: url,
    body,
    user: user(author),
    created_at: "2026-01-01T00:00:00Z",
    updated_at: "2026-01-01T00:00:00Z",
    author_association: "NONE",
    performed_via_github_app: viaApp ? app : null,
  };
}

const app = {
  id: 15368,
  node_id: "A_15368",
  slug: "github-actions",
  name: "GitHub Actions",
  owner: user("github"),
  description: null,
  external_url: "https://help.github.com/en/actions",
  html_url: "https://github.com/apps/github-actions",
  created_at: "2018-07-30T09:30:17Z",
  updated_at: "2025-01-01T00:00:00Z",
  permissions: {},
  events: [],
};

function pullRequest(github: GitHub): object {
  const { pull_request: example } = payload("pull_request", "opened");
  return { ...example, auto_merge: null, head: { ...example.head, sha: github.head } };
}

/** The open pull requests of a branch: the one there is, where it is of that branch. */
function pulls(github: GitHub, { number, from }: GitHubOptions, url: URL): readonly object[] {
  const { repository: head = repository, branch = "feature" } = from ?? {};
  const asked = url.searchParams.get("head");
  if (url.searchParams.get("state") !== "open") throw new Error("closed pull requests were asked for");
  if (asked !== `${head.split("/")[0]}:${branch}`) return [];
  const { pull_request: example } = payload("pull_request", "opened");
  const repo = { ...example.base.repo, full_name: head };
  return [
    { ...example, number, auto_merge: null, head: { ...example.head, ref: branch, sha: github.head, repo } },
  ];
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, {
    ...(body === undefined ? {} : { "content-type": "application/json; charset=utf-8" }),
    ...headers,
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
