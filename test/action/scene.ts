import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect } from "vitest";
import { pullRequest } from "./events.ts";
import { type GitHub, type GitHubOptions, type SeenRequest, startGitHub } from "./github.ts";
import { repository } from "./identities.ts";
import { type Result, runStep, type Step } from "./runner.ts";
import { workspace } from "./workspace.ts";

const bundle = process.env.GATE_ACTION ?? new URL("../../dist/action.js", import.meta.url).pathname;
export const head = "ec26c3e57ca3a959ca5aad62de7213c562f8c821";
export const number = 42;

let github: GitHub | undefined;
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  const mistakes = github?.mistakes;
  await github?.close();
  github = undefined;
  expect(mistakes ?? []).toEqual([]);
});

/** Checked-out files, and the GitHub that the job speaks to. */
export async function scene(files: Readonly<Record<string, string>>, options: Partial<GitHubOptions> = {}) {
  const server = await startGitHub({ head, number, ...options });
  github = server;
  const folder = workspace(files);
  folders.push(folder);
  const event = { name: "pull_request", payload: pullRequest({ repository, number, head }) };
  const run = (more: Partial<Step> = {}): Promise<Result> =>
    runStep({
      bundle,
      workspace: folder,
      event,
      apiUrl: server.url,
      ...more,
      // There is no base in the checkout that policies could be read from: test/action/base.test.ts has one.
      inputs: { policies: "./policies", "policy-ref": "head", ...more.inputs },
    });
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  return { github: server, folder, run, write };
}

export function writes(requests: readonly SeenRequest[]): readonly string[] {
  return requests
    .filter(({ method, path }) => method !== "GET" && path !== "/graphql")
    .map(({ method }) => method);
}

export function notices(result: Result) {
  return result.annotations.filter(
    ({ level, properties }) => level === "notice" && properties.title?.includes("no comment"),
  );
}
