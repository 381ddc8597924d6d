/** The run this is part of, as GitHub names it. */
export interface Job {
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly repository: string | undefined;
  readonly sha: string | undefined;
  /** The name of what started it: `pull_request`. */
  readonly event: string;
  readonly workflow: string;
  readonly job: string;
  readonly run: number;
  readonly attempt: number;
  readonly workspace: string;
  /** Where files may be left for later steps; gone after the job. */
  readonly temp: string | undefined;
}

export function readJob(env: Readonly<Record<string, string | undefined>>, currentFolder: string): Job {
  return {
    serverUrl: given(env.GITHUB_SERVER_URL) ?? "https://github.com",
    apiUrl: given(env.GITHUB_API_URL) ?? "https://api.github.com",
    repository: given(env.GITHUB_REPOSITORY),
    sha: given(env.GITHUB_SHA),
    event: env.GITHUB_EVENT_NAME ?? "",
    workflow: env.GITHUB_WORKFLOW ?? "",
    job: env.GITHUB_JOB ?? "",
    run: number(env.GITHUB_RUN_ID),
    attempt: number(env.GITHUB_RUN_ATTEMPT),
    workspace: given(env.GITHUB_WORKSPACE) ?? currentFolder,
    temp: given(env.RUNNER_TEMP),
  };
}

/** The page of the run; `undefined` outside of one. */
export function runUrl({ serverUrl, repository, run }: Job): string | undefined {
  return repository === undefined || run === 0 ? undefined : `${serverUrl}/${repository}/actions/runs/${run}`;
}

function given(value: string | undefined): string | undefined {
  return value === undefined || value === "" ? undefined : value.replace(/\/+$/, "");
}

function number(value: string | undefined): number {
  const parsed = Number(value);
  return Number.isSafeInteger(parsed) && parsed > 0 ? parsed : 0;
}
