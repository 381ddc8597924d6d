import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pullRequest, workflowRun } from "./events.ts";
import { pullRequestOf } from "./history.ts";
import { botName, repository } from "./identities.ts";
import { head, number, scene, writes } from "./scene.ts";
import { deployment, deployments } from "./workspace.ts";

const fork = { repository: "somebody/infrastructure", branch: "patch-1" };
const inputs = { mode: "publish", "report-json": "report.json" };

type From = typeof fork;

/** What the first stage wrote about files, so that not every test has to judge them again. */
const written = new Map<string, string>();

/** A pull request of a fork whose run has judged, and the run that publishes what it left. */
async function judged(files: Readonly<Record<string, string>>, from: From = fork) {
  const set = await scene(files, { from });
  const path = join(set.folder, "report.json");
  const known = written.get(JSON.stringify([files, from]));
  if (known === undefined) {
    await set.run({ event: eventOf(from), inputs: { "report-json": "report.json" } });
    written.set(JSON.stringify([files, from]), readFileSync(path, "utf8"));
  } else writeFileSync(path, known);
  return {
    ...set,
    /** Writes the report again, as a fork could. */
    forge: (change: (report: ReturnType<typeof JSON.parse>) => unknown) => {
      const report = JSON.parse(readFileSync(path, "utf8"));
      change(report);
      writeFileSync(path, JSON.stringify(report));
    },
    publish: (payload: object = workflowRun({ head, from }), given: Readonly<Record<string, string>> = {}) =>
      set.run({
        event: { name: "workflow_run", payload },
        inputs: { ...inputs, ...given },
        env: { GITHUB_WORKFLOW: "Publish", GITHUB_JOB: "publish" },
        run: 999,
      }),
  };
}

function eventOf(from: From) {
  const origin = from === fork ? { fork: "public" as const } : {};
  return { name: "pull_request", payload: pullRequest({ repository, number, head, ...origin }) };
}

function why(result: Awaited<ReturnType<Awaited<ReturnType<typeof judged>>["publish"]>>) {
  return result.annotations
    .filter(({ properties }) => properties.title === "EKS policy gate: nothing published")
    .map(({ message }) => message)
    .join();
}

describe("the second stage of a fork's pull request", () => {
  test("comments what the first stage found, as the run that found it", async () => {
    const { github, publish } = await judged({ "k8s/web.yaml": deployments(2) });
    expect(github.requests).toEqual([]);
    const result = await publish();
    expect(result.exitCode).toBe(0);
    expect(result.outputs).toEqual({});
    expect(result.annotations).toEqual([]);
    const [comment] = github.comments;
    expect(comment?.author).toBe(botName);
    expect(comment?.body).toContain("blocked by 2 findings");
    expect(comment?.body).toContain("run=100 attempt=1");
    expect(comment?.body).toContain(`https://github.com/${repository}/blob/${head}/k8s/web.yaml`);
    expect(comment?.body).toContain(`https://github.com/${repository}/actions/runs/100`);
    expect(comment?.body).toContain("Told by the run of a fork");
  });

  test("says nothing twice, and turns the comment green", async () => {
    const set = await judged({ "k8s/web.yaml": deployments(2) });
    await set.publish();
    await set.publish();
    expect(writes(set.github.requests)).toEqual(["POST"]);
    set.write("k8s/web.yaml", deployments(2, 2));
    await set.run({
      event: eventOf(fork),
      inputs: { "report-json": "report.json" },
      run: 101,
    });
    await set.publish(workflowRun({ head, from: fork, run: 101 }));
    expect(set.github.comments).toHaveLength(1);
    expect(set.github.comments[0]?.body).toContain("All 2 findings reported here are resolved.");
  });

  test("leaves the comment alone that the first stage could write itself", async () => {
    const { github, publish } = await judged(
      { "k8s/web.yaml": deployments(2) },
      { repository, branch: "feature" },
    );
    await publish();
    expect(github.comments).toHaveLength(1);
    expect(writes(github.requests)).toEqual(["POST"]);
  });

  test("says word for word what the first stage says, policies, drawings and comparison included", async () => {
    const from = { repository, branch: "feature" };
    const policy = "policies/test/single-replica.yaml";
    const { folder, github, run } = await scene(
      { "k8s/web.yaml": deployments(1), ".github/eks-policy-gate.yaml": "{}\n" },
      { from },
    );
    const text = readFileSync(join(folder, policy), "utf8");
    const head = pullRequestOf(folder, {
      "k8s/web.yaml": `${deployments(1)}---\n${deployment("new", 1)}`,
      [policy]: text.replace(">= 2", ">= 3"),
    });
    github.head = head;
    const event = { name: "pull_request", payload: pullRequest({ repository, number, head }) };
    await run({ event, inputs: { "report-json": "report.json", "policy-ref": "base" } });
    expect(github.comments[0]?.body).toContain("changes policy");
    expect(github.comments[0]?.body).toContain("there before");
    const said = github.comments[0]?.body;
    const payload = workflowRun({ head, from });
    await run({ event: { name: "workflow_run", payload }, inputs, env: { GITHUB_JOB: "publish" }, run: 999 });
    expect(github.comments[0]?.body).toBe(said);
    expect(writes(github.requests)).toEqual(["POST"]);
  });

  test("has no comment to write for a clean pull request, nor where none is wanted", async () => {
    const clean = await judged({ "k8s/web.yaml": deployments(2, 2) });
    await clean.publish();
    await clean.publish(undefined, { comment: "off" });
    expect(clean.github.comments).toEqual([]);
  });
});

describe("the second stage believes nothing, and", () => {
  const other = "b".repeat(40);

  test.each([
    ["a report of another commit", (report: { run: object }) => Object.assign(report.run, { head: other })],
    [
      "a report of another pull request",
      (report: { run: object }) => Object.assign(report.run, { pullRequest: 7 }),
    ],
    ["a report of no run", (report: object) => Reflect.deleteProperty(report, "run")],
    ["markdown of the fork", (report: object) => Object.assign(report, { markdown: "# Approved" })],
    [
      "a finding that has more to say",
      (report: { findings: object[] }) => Object.assign(report.findings[0] ?? {}, { html: "" }),
    ],
  ] as const)("posts nothing for %s", async (_, change) => {
    const { github, forge, publish } = await judged({ "k8s/web.yaml": deployments(1) });
    forge(change);
    const result = await publish();
    expect(result.exitCode).toBe(0);
    expect(why(result)).not.toBe("");
    expect(writes(github.requests)).toEqual([]);
  });

  test.each([
    ["the pull request has moved on", workflowRun({ head, from: fork }), other],
    ["the run was of another commit", workflowRun({ head: other, from: fork }), head],
    ["the run was of another branch", workflowRun({ head, from: { ...fork, branch: "main" } }), head],
    [
      "the run was of another repository with a branch of that name",
      workflowRun({ head, from: { ...fork, repository: "somebody/other" } }),
      head,
    ],
    ["the run was of a push", workflowRun({ head, from: fork, event: "push" }), head],
    [
      "the fork is gone",
      { workflow_run: { event: "pull_request", head_sha: head, head_repository: null } },
      head,
    ],
  ] as const)("posts nothing where %s", async (_, payload, now) => {
    const { github, publish } = await judged({ "k8s/web.yaml": deployments(1) });
    github.head = now;
    const result = await publish(payload);
    expect(result.exitCode).toBe(0);
    expect(why(result)).not.toBe("");
    expect(writes(github.requests)).toEqual([]);
  });

  test.each([
    ["missing", undefined],
    ["no JSON", "{"],
    ["too large", " ".repeat(17 * 1024 * 1024)],
  ])("posts nothing for a report that is %s", async (_, text) => {
    const { github, folder, publish } = await judged({ "k8s/web.yaml": deployments(1) });
    if (text !== undefined) writeFileSync(join(folder, "report.json"), text);
    const result = await publish(undefined, text === undefined ? { "report-json": "none.json" } : {});
    expect(result.exitCode).toBe(0);
    expect(why(result)).toContain("the report `");
    expect(github.requests).toEqual([]);
  });

  test("escapes what the fork wrote, and links nowhere but to the commit", async () => {
    const { github, forge, publish } = await judged({ "k8s/web.yaml": deployment("web", 1) });
    const evil = "@octocat <img src=x> [x](http://evil.example)\n::error::forged\n## heading";
    forge((report) => {
      Object.assign(report.findings[0], {
        resource: evil,
        message: evil,
        place: { file: "../../../evil/x", line: 1 },
      });
      Object.assign(report.policies[0], { title: evil, why: evil, fix: evil });
      for (const finding of report.findings) finding.policy = report.policies[0].id;
    });
    const result = await publish();
    expect(result.otherCommands).toEqual([]);
    expect(result.annotations).toEqual([]);
    const outsideCode = (github.comments[0]?.body ?? "").replace(/(`+)(?!`).*?[^`]\1(?!`)/g, "");
    expect(outsideCode).toContain("blocked by 1 finding");
    expect(outsideCode).not.toMatch(/@octocat|<img|\]\(http:\/\/evil|^## heading|\/evil\/x/m);
  });

  test("is a mistake of the workflow where it names no report", async () => {
    const { publish } = await judged({ "k8s/web.yaml": deployments(1) });
    const result = await publish(undefined, { "report-json": "" });
    expect(result.exitCode).toBe(2);
    expect(result.annotations[0]?.message).toContain("`mode: publish` needs a report");
  });

  test("loses the comment and nothing else where its token may not write", async () => {
    const { github, publish } = await judged({ "k8s/web.yaml": deployments(1) });
    Object.assign(github, {
      fault: ({ method }: { method: string }) => (method === "POST" ? { status: 403 } : undefined),
    });
    const result = await publish();
    expect(result.exitCode).toBe(0);
    expect(result.annotations[0]?.message).toContain("pull-requests: write");
  });
});
