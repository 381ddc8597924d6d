import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { inputNames } from "../../src/github/inputs.ts";
import { outputNames } from "../../src/github/outputs.ts";
import { payload, pullRequest } from "./events.ts";
import type { SeenRequest } from "./github.ts";
import { repository } from "./identities.ts";
import { head, notices, number, scene, writes } from "./scene.ts";
import { deployments } from "./workspace.ts";

describe("a token that cannot write", () => {
  const forbidden = ({ method }: SeenRequest) => (method === "POST" ? ({ status: 403 } as const) : undefined);

  test("costs one notice with the permissions to add, and nothing else", async () => {
    const { run } = await scene({ "k8s/web.yaml": deployments(2) }, { fault: forbidden });
    const result = await run();
    expect(result.exitCode).toBe(1);
    expect(notices(result)).toHaveLength(1);
    expect(notices(result)[0]?.message).toContain("permissions:\n  contents: read\n  pull-requests: write");
    expect(result.annotations.filter(({ level }) => level === "error")).toHaveLength(3);
    expect(result.outputs.verdict).toBe("blocked");
  });

  test.each(["public", "deleted"] as const)(
    "loses no finding of a fork (%s), and asks for nothing",
    async (fork) => {
      const { github, run } = await scene({ "k8s/web.yaml": deployments(12) });
      const event = { name: "pull_request", payload: pullRequest({ repository, number, head, fork }) };
      const result = await run({ event });
      expect(result.exitCode).toBe(1);
      expect(github.requests).toEqual([]);
      expect(notices(result)).toHaveLength(1);
      expect(notices(result)[0]?.message).toContain("comes from a fork");
      for (let index = 0; index < 12; index++)
        expect(result.summary).toContain(`Deployment/shop/web${index}\``);
    },
  );

  test("is tried for a fork of a private repository, whose owner may have let it write", async () => {
    const { github, run } = await scene({ "k8s/web.yaml": deployments(1) });
    await run({
      event: { name: "pull_request", payload: pullRequest({ repository, number, head, fork: "private" }) },
    });
    expect(github.comments).toHaveLength(1);
  });

  test("is no news on a fork where there is nothing to say", async () => {
    const { run } = await scene({ "k8s/web.yaml": deployments(1, 2) });
    const result = await run({
      event: { name: "pull_request", payload: pullRequest({ repository, number, head, fork: "public" }) },
    });
    expect(notices(result)).toEqual([]);
  });

  test("may be missing altogether", async () => {
    const { github, run } = await scene({ "k8s/web.yaml": deployments(1) });
    const result = await run({ inputs: { "github-token": "" } });
    expect(result.exitCode).toBe(1);
    expect(notices(result)).toHaveLength(1);
    expect(github.requests).toEqual([]);
  });
});

describe("a GitHub that fails", () => {
  test("after it stored the comment does not get a second one", async () => {
    const { github, run } = await scene(
      { "k8s/web.yaml": deployments(1) },
      {
        fault: ({ method, path }) =>
          method === "POST" && path.endsWith("/comments") ? { status: 502, stored: true } : undefined,
      },
    );
    const result = await run();
    expect(github.comments).toHaveLength(1);
    expect(notices(result)).toEqual([]);
    expect(result.exitCode).toBe(1);
  });

  test("to list the comments gets none", async () => {
    const { github, run } = await scene(
      { "k8s/web.yaml": deployments(1) },
      {
        fault: ({ method, path }) =>
          method === "GET" && path.endsWith("/comments") ? { status: 404 } : undefined,
      },
    );
    const result = await run();
    expect(writes(github.requests)).toEqual([]);
    expect(notices(result)).toHaveLength(1);
    expect(result.exitCode).toBe(1);
  });
});

describe("a run that is of no pull request", () => {
  test.each([
    ["merge_group", payload("merge_group")],
    ["push", payload("push")],
    ["workflow_run", payload("workflow_run")],
    ["workflow_dispatch", payload("workflow_dispatch")],
    ["schedule", { schedule: "0 5 * * *" }],
    ["an_event_of_the_future", { anything: [1, null] }],
    ["pull_request", { pull_request: { number: "not a number" } }],
    ["pull_request", null],
    ["", {}],
  ])("(%s) is judged without a request", async (name, body) => {
    const { github, run } = await scene({ "k8s/web.yaml": deployments(1) });
    const result = await run({ event: { name, payload: body } });
    expect(result.exitCode).toBe(1);
    expect(result.annotations).toHaveLength(2);
    expect(result.summary).toContain("blocked by 1 finding");
    expect(github.requests).toEqual([]);
  });

  test.each(["missing", "broken"])("is judged although the event file is %s", async (how) => {
    const { folder, run, github } = await scene({ "k8s/web.yaml": deployments(1), broken: "{" });
    const result = await run({ event: { name: "pull_request", file: join(folder, how) } });
    expect(result.exitCode).toBe(1);
    expect(result.log.join("\n")).toContain("no comment: the event file cannot be read");
    expect(github.requests).toEqual([]);
  });
});

describe("a run that cannot judge", () => {
  test("an input that cannot be read exits with 2, and is named", async () => {
    const { github, run } = await scene({
      "k8s/web.yaml": "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: [\n",
    });
    const result = await run();
    expect(result.exitCode).toBe(2);
    expect(result.outputs.verdict).toBe("unjudged");
    expect(result.annotations[0]).toMatchObject({
      level: "error",
      message: expect.stringMatching(/^Not judged: /),
    });
    expect(result.annotations[1]?.properties.file).toBe("k8s/web.yaml");
    expect(github.comments[0]?.body).toContain("Why there is no verdict");
  });

  test("nothing to judge is never green", async () => {
    const { run } = await scene({ "README.md": "# nothing" });
    const result = await run({ inputs: { paths: "README.md" } });
    expect(result.exitCode).toBe(2);
  });

  test.each([
    ["comment", "sometimes", "the input `comment` is `sometimes`"],
    ["paths", "nowhere", "nowhere"],
    ["config", "no.yaml", "there is no configuration `no.yaml`"],
  ])("a wrong input (%s) exits with 2 and says which", async (name, value, message) => {
    const { run } = await scene({ "k8s/web.yaml": deployments(1) });
    const result = await run({ inputs: { [name]: value } });
    expect(result.exitCode).toBe(2);
    expect(result.annotations[0]?.message).toContain(message);
  });

  test("an input that does not exist is named, with the one that was meant", async () => {
    const { run } = await scene({ "k8s/web.yaml": deployments(1, 2) });
    const result = await run({ inputs: { path: "k8s" } });
    expect(result.exitCode).toBe(0);
    expect(result.annotations[1]).toMatchObject({
      level: "warning",
      message: "there is no input `path`; did you mean `paths`?",
    });
  });
});

describe("a runner that lacks something", () => {
  test("needs no job summary, no outputs and no temporary folder", async () => {
    const { run } = await scene({ "k8s/web.yaml": deployments(1) });
    const none = { GITHUB_STEP_SUMMARY: undefined, GITHUB_OUTPUT: undefined, RUNNER_TEMP: undefined };
    const result = await run({ env: none });
    expect(result.exitCode).toBe(1);
    expect(result.otherCommands).toEqual([]);
    expect(result.annotations).toHaveLength(2);
  });
});

describe("action.yml", () => {
  const action = load(readFileSync(new URL("../../action.yml", import.meta.url), "utf8")) as {
    readonly inputs: object;
    readonly outputs: object;
    readonly runs: object;
  };

  test("names the inputs and outputs that there are", () => {
    expect(Object.keys(action.inputs)).toEqual([...inputNames]);
    expect(Object.keys(action.outputs)).toEqual([...outputNames]);
  });

  test("runs the bundle on Node 24", () => {
    expect(action.runs).toEqual({ using: "node24", main: "dist/action.js" });
  });
});
