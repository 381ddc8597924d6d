import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { payload, pullRequest } from "./events.ts";
import type { GitHubOptions } from "./github.ts";
import { gitOf, pullRequestOf } from "./history.ts";
import { botName, repository } from "./identities.ts";
import { startProxy } from "./proxy.ts";
import { head, notices, number, scene, writes } from "./scene.ts";
import { deployment, deployments } from "./workspace.ts";

const file = "k8s/web.yaml";

function event(at: string) {
  return { name: "pull_request", payload: pullRequest({ repository, number, head: at }) };
}

describe("the verdict", () => {
  test.each([
    ["401", { status: 401 }],
    ["422", { status: 422 }],
    ["a redirect to nowhere", { status: 301 }],
    ["503, always", { status: 503 }],
    ["a limit that lasts", { status: 403, headers: { "retry-after": "3600" } }],
    [
      "too many requests",
      { status: 429, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "9999999999" } },
    ],
  ] as const)("stands whatever GitHub answers: %s", async (_, fault) => {
    const { run } = await scene({ [file]: deployments(2) }, { fault: () => fault });
    const result = await run();
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: "blocked", blocking: "2" });
    expect(result.summary).toContain("blocked by 2 findings");
    expect(notices(result)).toHaveLength(1);
  });

  test("waits as long as GitHub asks, where that is short", async () => {
    const limited: GitHubOptions["fault"] = ({ method }, earlier) =>
      method === "POST" && !earlier.some((one) => one.method === "POST" && one.path !== "/graphql")
        ? { status: 403, headers: { "retry-after": "1" } }
        : undefined;
    const { github, run } = await scene({ [file]: deployments(2) }, { fault: limited });
    await run();
    expect(github.comments).toHaveLength(1);
  });
});

describe("the comment", () => {
  test("is one, although two runs write it at the same time", async () => {
    const { github, run } = await scene({ [file]: deployments(2) });
    await Promise.all([run({ run: 101 }), run({ run: 102 })]);
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain("blocked by 2 findings");
    await run({ run: 103 });
    expect(github.comments).toHaveLength(1);
  });

  test("of a newer run is not overwritten by an older one, nor that of a newer attempt", async () => {
    const { github, run, write } = await scene({ [file]: deployments(2) });
    await run({ run: 101, attempt: 2 });
    write(file, deployments(5));
    await run({ run: 100 });
    await run({ run: 101, attempt: 1 });
    expect(github.comments[0]?.body).toContain("blocked by 2 findings");
  });

  test("is not written by a run whose commit is no longer the last", async () => {
    const { github, run } = await scene({ [file]: deployments(2) }, { head: "b".repeat(40) });
    const result = await run();
    expect(result.exitCode).toBe(1);
    expect(result.log.join("\n")).toContain("comment superseded");
    expect(writes(github.requests)).toEqual([]);
  });

  test("that somebody deleted is written again, once there is something to say", async () => {
    const { github, run } = await scene({ [file]: deployments(2) });
    await run();
    github.comments.splice(0);
    await run({ run: 101 });
    expect(github.comments).toHaveLength(1);
  });

  test("that somebody edited says again what is the case", async () => {
    const { github, run } = await scene({ [file]: deployments(2) });
    await run();
    const [comment] = github.comments;
    if (comment === undefined) throw new Error("no comment");
    comment.body = comment.body.replace("blocked by 2 findings", "approved");
    await run({ run: 101 });
    expect(github.comments[0]?.body).toContain("blocked by 2 findings");
  });

  test("that people answered, or hid, stays the one comment and is kept current", async () => {
    const { github, run, write } = await scene({ [file]: deployments(2) });
    await run();
    Object.assign(github.comments[0] ?? {}, { minimized: true });
    github.addComment({ body: "> blocked by 2 findings\n\nWhy?", author: "octocat" });
    write(file, deployments(3));
    await run({ run: 101 });
    expect(github.comments.map(({ author, edits }) => [author, edits])).toEqual([
      [botName, 1],
      ["octocat", 0],
    ]);
  });

  test("of each key and each job is its own", async () => {
    const { github, run } = await scene({ [file]: deployments(2) });
    await run({ inputs: { "comment-key": "prod" } });
    await run({ inputs: { "comment-key": "dev" } });
    await run({ env: { GITHUB_JOB: "other" } });
    await run({ inputs: { "comment-key": "prod" }, run: 101 });
    expect(github.comments).toHaveLength(3);
    expect(github.comments.map(({ edits }) => edits)).toEqual([0, 0, 0]);
  });

  test("belongs to the app whose token is given, and not to that of the job", async () => {
    const { github, run } = await scene({ [file]: deployments(2) }, { viewer: "policy-app" });
    await run();
    const [ours] = github.comments.splice(0);
    github.addComment({ body: ours?.body ?? "", author: botName });
    github.addComment({ body: ours?.body ?? "", author: "policy-app[bot]" });
    await run({ run: 101 });
    expect(github.comments.map(({ author }) => author)).toEqual([botName, "policy-app[bot]"]);
  });

  test("and the summary stay within what GitHub takes, and say how much is left out", async () => {
    const long = "x".repeat(200);
    const many = Array.from({ length: 600 }, (_, index) => deployment(`${long}${index}`, 1)).join("---\n");
    const { github, run } = await scene({ [file]: many });
    const result = await run();
    const body = github.comments[0]?.body ?? "";
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(60_000);
    expect(body).toMatch(/\d+ more findings/);
    expect(body.match(/<details>/g)).toHaveLength(body.match(/<\/details>/g)?.length ?? 0);
    expect(Buffer.byteLength(result.summary ?? "")).toBeLessThanOrEqual(1_000_000);
    expect(result.summary).toBeDefined();
  });
});

describe("of GitHub", () => {
  test("nothing is asked but comments and where the pull request stands: no files, no checks, no threads", async () => {
    const { github, run } = await scene({ [file]: deployments(2) });
    await run();
    await run({ run: 101, inputs: { comment: "always" } });
    const comments = `/repos/${repository}/issues/${number}/comments`;
    const known = new Set([comments, `/repos/${repository}/pulls/${number}`, "/graphql"]);
    expect(github.requests.filter(({ path }) => !known.has(path))).toEqual([]);
  });

  test("a server of one's own is spoken to where it says it is, and linked", async () => {
    const { github, run } = await scene({ [file]: deployments(2) }, { prefix: "/api/v3" });
    const result = await run({
      env: {
        GITHUB_API_URL: `${github.url}/api/v3`,
        GITHUB_GRAPHQL_URL: `${github.url}/api/graphql`,
        GITHUB_SERVER_URL: "https://github.example.org",
      },
    });
    expect(notices(result)).toEqual([]);
    expect(github.comments[0]?.body).toContain(`https://github.example.org/${repository}/blob/${head}/`);
  });

  test("a proxy is used where the runner names one", async () => {
    const { github, run } = await scene({ [file]: deployments(2) });
    const proxy = await startProxy(github.url);
    try {
      const name = "http://api.github.example.org";
      await run({ env: { GITHUB_API_URL: name, http_proxy: proxy.url, no_proxy: "" } });
      expect(proxy.asked[0]).toBe("api.github.example.org:80");
      expect(github.comments).toHaveLength(1);
    } finally {
      proxy.close();
    }
  });
});

describe("a job that is cancelled", () => {
  test("has no comment and no half of a report", async () => {
    let cancel = () => {};
    const { github, folder, run } = await scene(
      { [file]: deployments(2) },
      {
        fault: () => {
          cancel();
          return { hang: true };
        },
      },
    );
    const result = await run({
      inputs: { "report-json": "out/report.json" },
      cancellable: (how) => {
        cancel = how;
      },
    });
    expect(result.exitCode).not.toBe(0);
    expect(github.comments).toEqual([]);
    expect(writes(github.requests)).toEqual([]);
    expect(readdirSync(join(folder, "out"))).toEqual(["report.json"]);
  });
});

describe("a merge queue", () => {
  test("is judged without a comment, by the group's own commit", async () => {
    const { github, run } = await scene({ [file]: deployments(1) });
    const result = await run({ event: { name: "merge_group", payload: payload("merge_group") } });
    expect(result.exitCode).toBe(1);
    expect(result.summary).toContain("/blob/2ffea6db159f6b6c47a24e778fb9ef40cf6b1c7d/");
    expect(github.requests).toEqual([]);
  });
});

describe("a pull request that touches nothing the gate reads", () => {
  const readme = { "README.md": "# shop\n" };
  const broken = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: [\n";

  test("passes at once, and says why", async () => {
    const { github, folder, run } = await scene({ [file]: broken });
    const result = await run({ event: event(pullRequestOf(folder, readme)) });
    expect(result.exitCode).toBe(0);
    expect(result.outputs.verdict).toBe("pass");
    expect(result.annotations).toMatchObject([
      { level: "notice", message: "Nothing to check: the change touches no file that the gate reads." },
    ]);
    expect(result.summary).toContain("nothing to check");
    expect(github.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  });

  test("has the comment of an earlier push turned green", async () => {
    const { github, folder, run } = await scene({ [file]: deployments(1, 2) });
    const first = pullRequestOf(folder, { [file]: deployments(1) });
    github.head = first;
    await run({ event: event(first) });
    expect(github.comments[0]?.body).toContain("blocked by 1 finding");
    const git = gitOf(folder);
    git("checkout", "-q", "-B", "main", "HEAD^1");
    git("branch", "-q", "-D", "feature");
    const second = pullRequestOf(folder, readme);
    github.head = second;
    await run({ event: event(second), run: 101 });
    expect(github.comments[0]?.body).toContain("nothing to check");
    expect(github.comments[0]?.body).toContain("no part of the pull request any more");
  });

  test.each([
    ["an input", { [file]: deployments(1) }, {}],
    ["an input, by deleting it", { "k8s/old.yaml": undefined }, {}],
    ["a policy", { "policies/test/host-network.yaml": "title: nothing\n" }, {}],
    [
      "a policy that the configuration names",
      { "policies/test/host-network.yaml": "title: nothing\n" },
      { paths: "k8s", policies: "" },
    ],
    ["a workflow", { ".github/workflows/gate.yml": "on: pull_request\n" }, { paths: "k8s" }],
    ["an inventory that the workflow names", { "account.txt": "version: 1\n" }, { inventory: "account.txt" }],
  ] as const)("is not one that touches %s", async (_, change, inputs) => {
    const { folder, run } = await scene({
      [file]: deployments(1, 2),
      "k8s/old.yaml": deployment("old", 2),
      "account.txt": "",
      ".github/workflows/gate.yml": "",
      ".github/eks-policy-gate.yaml": "policies: [./policies]\n",
    });
    const head = pullRequestOf(folder, change);
    const result = await run({ event: event(head), inputs });
    expect(result.summary).not.toContain("nothing to check");
  });

  test("is judged all the same where its configuration is wrong", async () => {
    const config = { ".github/eks-policy-gate.yaml": "polices: []\n" };
    const { folder, run } = await scene({ [file]: deployments(1, 2), ...config });
    expect((await run({ event: event(pullRequestOf(folder, readme)) })).exitCode).toBe(2);
  });

  test("is judged all the same where a step made an input that git does not know", async () => {
    const { folder, run, write } = await scene({ [file]: deployments(1, 2) });
    const head = pullRequestOf(folder, readme);
    write("k8s/rendered.yaml", deployments(1));
    const result = await run({ event: event(head) });
    expect(result.exitCode).toBe(1);
  });

  test("is judged all the same where git cannot tell", async () => {
    const { folder, run } = await scene({ [file]: deployments(1) });
    const git = gitOf(folder);
    git("init", "-q");
    git("add", "--all");
    git("commit", "-q", "-m", "shallow");
    const result = await run({ event: event(git("rev-parse", "HEAD")) });
    expect(result.exitCode).toBe(1);
    expect(existsSync(join(folder, ".git"))).toBe(true);
  });
});
