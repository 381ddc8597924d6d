import { createRequire } from "node:module";

/** As much of a payload as the tests change. */
interface PullRequestPayload {
  readonly repository: object;
  readonly pull_request: {
    readonly user: object;
    readonly base: { readonly repo: object };
    readonly head: object;
  };
}

/** Payloads that GitHub really sent, collected by Octokit. */
const definitions = createRequire(import.meta.url)("@octokit/webhooks-examples") as readonly {
  readonly name: string;
  readonly examples: readonly Readonly<Record<string, unknown>>[];
}[];

export function payload(name: "pull_request", action: string): PullRequestPayload;
export function payload(name: string, action?: string): Readonly<Record<string, unknown>>;
export function payload(name: string, action?: string): unknown {
  const examples = definitions.find((definition) => definition.name === name)?.examples ?? [];
  const example = examples.find((one) => action === undefined || one.action === action);
  if (example === undefined) throw new Error(`Octokit has no example of ${name} ${action ?? ""}`);
  return structuredClone(example);
}

/** A pull request of a branch of this repository, or of a fork. */
export function pullRequest(options: {
  readonly action?: string;
  readonly repository: string;
  readonly number: number;
  readonly head: string;
  readonly fork?: "public" | "private" | "deleted";
}): object {
  const { action = "opened", repository, number, head, fork } = options;
  const event = payload("pull_request", action);
  const [, name = ""] = repository.split("/");
  const base = { ...event.pull_request.base.repo, full_name: repository, name, private: fork === "private" };
  const from = fork === undefined ? base : { ...base, full_name: `somebody/${name}`, fork: true };
  return {
    ...event,
    number,
    repository: { ...event.repository, full_name: repository, name, private: base.private },
    pull_request: {
      ...event.pull_request,
      number,
      base: { ...event.pull_request.base, repo: base },
      head: { ...event.pull_request.head, sha: head, repo: fork === "deleted" ? null : from },
    },
  };
}

/** A run of a workflow that came to its end. Of a fork's it never says which pull requests it was about. */
export function workflowRun(options: {
  readonly head: string;
  readonly from: { readonly repository: string; readonly branch: string };
  readonly event?: string;
  readonly run?: number;
}): object {
  const example = payload("workflow_run", "completed") as { readonly workflow_run: object };
  return {
    ...example,
    workflow_run: {
      ...example.workflow_run,
      event: options.event ?? "pull_request",
      name: "Plan",
      id: options.run ?? 100,
      run_attempt: 1,
      head_sha: options.head,
      head_branch: options.from.branch,
      head_repository: { full_name: options.from.repository },
      pull_requests: [],
    },
  };
}
