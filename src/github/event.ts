/** What started the run, as far as it matters to the gate. */
export type GitHubEvent =
  | PullRequestEvent
  | MergeGroupEvent
  | WorkflowRunEvent
  /** A push, a schedule, a dispatch, something GitHub has yet to invent: judged without a comment. */
  | { readonly kind: "other"; readonly name: string; readonly problem?: string };

export interface PullRequestEvent {
  readonly kind: "pull-request";
  readonly number: number;
  /** The commit the author pushed; the checkout of a `pull_request` run is a merge of it. */
  readonly headSha: string;
  readonly baseSha: string | undefined;
  /** The branch it goes to. */
  readonly baseRef: string | undefined;
  /** `owner/name` of the repository it goes to. */
  readonly repository: string | undefined;
  /** It comes from another repository, or from one that is gone. */
  readonly fork: boolean;
  /** GitHub gives its run a token that cannot write, whatever the workflow asks for. */
  readonly readOnly: boolean;
}

export interface MergeGroupEvent {
  readonly kind: "merge-group";
  readonly headSha: string | undefined;
  readonly baseSha: string | undefined;
  readonly baseRef: string | undefined;
}

/** Another run came to its end. All of it is GitHub's own word, whatever that run did. */
export interface WorkflowRunEvent {
  readonly kind: "workflow-run";
  /** What started that run: `pull_request`. */
  readonly event: string;
  readonly workflow: string;
  readonly run: number;
  readonly attempt: number;
  readonly headSha: string;
  readonly headBranch: string;
  /** `owner/name` of the repository that the commit came from. */
  readonly headRepository: string;
}

/** The event of this run. Whatever is missing or malformed, the gate can still judge: it only cannot comment. */
export function readEvent(
  env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): GitHubEvent {
  const name = env.GITHUB_EVENT_NAME ?? "";
  const path = env.GITHUB_EVENT_PATH ?? "";
  if (path === "") return { kind: "other", name };
  let payload: unknown;
  try {
    payload = JSON.parse(readFile(path));
  } catch (cause) {
    return { kind: "other", name, problem: `the event file cannot be read: ${String(cause)}` };
  }
  return fromPayload(name, payload);
}

/** A run that is played again from its payload alone. */
export interface Replayed {
  readonly event: GitHubEvent;
  /** `https://github.com`, and `owner/name`, as far as the payload says. */
  readonly serverUrl?: string;
  readonly repository?: string;
}

/** What an event was about, told by what its payload holds. Throws where the text is no JSON. */
export function replayedEvent(text: string): Replayed {
  const payload: unknown = JSON.parse(text);
  const name = ["pull_request", "merge_group"].find((key) => at(payload, key) !== undefined) ?? "";
  const repository = string(at(payload, "repository", "full_name"));
  const page = string(at(payload, "repository", "html_url"));
  const serverUrl = page === undefined ? undefined : /^https?:\/\/[^/]+/.exec(page)?.[0];
  return {
    event: fromPayload(name, payload),
    ...(serverUrl === undefined ? {} : { serverUrl }),
    ...(repository === undefined ? {} : { repository }),
  };
}

function fromPayload(name: string, payload: unknown): GitHubEvent {
  switch (name) {
    case "pull_request":
    case "pull_request_target":
      return (
        pullRequest(name, payload) ?? { kind: "other", name, problem: "the event names no pull request" }
      );
    case "workflow_run":
      return workflowRun(payload) ?? { kind: "other", name, problem: "the event names no run of a commit" };
    case "merge_group":
      return {
        kind: "merge-group",
        headSha: string(at(payload, "merge_group", "head_sha")),
        baseSha: string(at(payload, "merge_group", "base_sha")),
        baseRef: string(at(payload, "merge_group", "base_ref"))?.replace(/^refs\/heads\//, ""),
      };
    default:
      return { kind: "other", name };
  }
}

function pullRequest(name: string, payload: unknown): PullRequestEvent | undefined {
  const number = at(payload, "pull_request", "number");
  const headSha = string(at(payload, "pull_request", "head", "sha"));
  if (typeof number !== "number" || !Number.isSafeInteger(number) || headSha === undefined) return undefined;
  const from = string(at(payload, "pull_request", "head", "repo", "full_name"));
  const to = string(at(payload, "pull_request", "base", "repo", "full_name"));
  const repository = to ?? string(at(payload, "repository", "full_name"));
  const fork = from === undefined || from.toLowerCase() !== repository?.toLowerCase();
  // The owner of a private repository may let forks have a token that writes: there only trying tells.
  const isPublic = at(payload, "pull_request", "base", "repo", "private") !== true;
  return {
    kind: "pull-request",
    number,
    headSha,
    baseSha: string(at(payload, "pull_request", "base", "sha")),
    baseRef: string(at(payload, "pull_request", "base", "ref")),
    repository,
    fork,
    readOnly: fork && isPublic && name === "pull_request",
  };
}

/** `undefined` where the repository that the commit came from is gone, for then nobody can tell whose it is. */
function workflowRun(payload: unknown): WorkflowRunEvent | undefined {
  const of = (...path: readonly string[]) => string(at(payload, "workflow_run", ...path));
  const [event, headSha, headBranch] = [of("event"), of("head_sha"), of("head_branch")];
  const headRepository = of("head_repository", "full_name");
  const [run, attempt] = ["id", "run_attempt"].map((name) => at(payload, "workflow_run", name));
  if (event === undefined || headSha === undefined || headBranch === undefined) return undefined;
  if (headRepository === undefined || typeof run !== "number" || typeof attempt !== "number")
    return undefined;
  const workflow = of("name") ?? of("path") ?? "";
  return { kind: "workflow-run", event, workflow, run, attempt, headSha, headBranch, headRepository };
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Readonly<Record<string, unknown>>)[key]
        : undefined,
    value,
  );
}

function string(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
