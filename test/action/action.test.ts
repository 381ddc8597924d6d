import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { outputNames } from "../../src/github/outputs.ts";
import { pullRequest } from "./events.ts";
import { botName, repository } from "./identities.ts";
import { head, number, scene, writes } from "./scene.ts";
import { deployment, deployments } from "./workspace.ts";

describe("a pull request", () => {
  test("with findings is annotated, summed up, commented on, and blocked", async () => {
    const { github, run } = await scene({ "k8s/web.yaml": deployments(2) });
    const result = await run();
    expect(result.exitCode).toBe(1);
    expect(result.annotations.map(({ level }) => level)).toEqual(["error", "error", "error"]);
    expect(result.annotations[0]?.message).toBe("Blocked by 2 findings.");
    expect(result.annotations[1]?.properties).toMatchObject({
      file: "k8s/web.yaml",
      line: "5",
      endLine: "5",
      col: "13",
    });
    expect(result.summary).toContain("blocked by 2 findings");
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toMatch(
      /^<!-- eks-policy-gate:v1 id=\w{16} head=ec26\w+ run=100 attempt=1 digest=\w{16} told=2 -->\n### ❌/,
    );
    expect(github.comments[0]?.body).toContain(
      `https://github.com/${repository}/blob/${head}/k8s/web.yaml#L5`,
    );
    expect(result.otherCommands).toEqual([]);
  });

  test("links only what is part of the commit", async () => {
    const { folder, run, github } = await scene({
      "k8s/web.yaml": deployments(1),
      "made/by-a-step.yaml": deployments(1),
    });
    const head = committed(folder, "k8s");
    github.head = head;
    await run({ event: event(head) });
    expect(github.comments[0]?.body).toContain("[`k8s/web.yaml:5`](https://");
    expect(github.comments[0]?.body).toContain("at `made/by-a-step.yaml:5`<br>");
  });

  test("is shown the lines of its own commit, not those of the merge that is checked out", async () => {
    const { folder, run, github, write } = await scene({ "k8s/web.yaml": deployments(1) });
    const head = committed(folder, "k8s");
    github.head = head;
    write("k8s/web.yaml", `# since then, on the base\n# branch\n${deployments(1)}`);
    committed(folder, "k8s");
    const result = await run({ event: event(head) });
    expect(result.annotations[1]?.properties).toMatchObject({ file: "k8s/web.yaml", line: "5", col: "13" });
    expect(github.comments[0]?.body).toContain(
      `[\`k8s/web.yaml:5\`](https://github.com/${repository}/blob/${head}/k8s/web.yaml#L5)`,
    );
    expect(result.log.join("\n")).toContain("7:13");
  });

  test("is shown no lines where its own commit is not there to compare with, and told what helps", async () => {
    const { folder, run, github } = await scene({ "k8s/web.yaml": deployments(1) });
    committed(folder, "k8s");
    const result = await run();
    expect(result.annotations[1]?.properties).toMatchObject({ file: "k8s/web.yaml" });
    expect(result.annotations[1]?.properties.line).toBeUndefined();
    const body = github.comments[0]?.body ?? "";
    expect(body).toContain(`[\`k8s/web.yaml\`](https://github.com/${repository}/blob/${head}/k8s/web.yaml)`);
    expect(body).toContain("no lines: check out with `fetch-depth: 2`");
    expect(result.summary).toContain("no lines: check out with `fetch-depth: 2`");
  });

  test("gives later steps the verdict, the counts and the report", async () => {
    const { folder, run } = await scene({ "k8s/web.yaml": deployments(2) });
    const { outputs } = await run({ inputs: { "report-json": "out/report.json" } });
    expect(outputs).toEqual({
      verdict: "blocked",
      "exit-code": "1",
      blocking: "2",
      warnings: "0",
      violated: "2",
      unresolved: "0",
      satisfied: "2",
      "report-json": join(folder, "out/report.json"),
    });
    expect(JSON.parse(readFileSync(join(folder, "out/report.json"), "utf8"))).toMatchObject({
      conclusion: "blocked",
    });
  });

  test("that says the same again is not written to again", async () => {
    const { github, run } = await scene({ "k8s/web.yaml": deployments(2) });
    await run();
    github.requests.length = 0;
    const again = await run({ attempt: 2 });
    expect(writes(github.requests)).toEqual([]);
    expect(again.log.join("\n")).toContain("comment unchanged");
    expect(github.comments).toHaveLength(1);
  });

  test("that says something else has its comment edited, once", async () => {
    const { github, run, write } = await scene({ "k8s/web.yaml": deployments(2) });
    await run();
    write("k8s/web.yaml", deployments(3));
    await run({ run: 101 });
    expect(writes(github.requests)).toEqual(["POST", "PATCH"]);
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain("blocked by 3 findings");
    expect(github.comments[0]?.body).toContain("run=101");
  });

  test("that becomes clean has its comment turned short and green, and left so", async () => {
    const { github, run, write } = await scene({ "k8s/web.yaml": deployments(2) });
    await run();
    write("k8s/web.yaml", deployments(2, 3));
    const clean = await run({ run: 101 });
    expect(clean.exitCode).toBe(0);
    expect(github.comments[0]?.body).toContain("### ✅ EKS policy gate: passed");
    expect(github.comments[0]?.body).toContain("All 2 findings reported here are resolved.");
    await run({ run: 102 });
    expect(writes(github.requests)).toEqual(["POST", "PATCH"]);
  });

  test("that never had a finding gets no comment", async () => {
    const { github, run } = await scene({ "k8s/web.yaml": deployments(2, 3) });
    const result = await run();
    expect(result.exitCode).toBe(0);
    expect(result.annotations).toMatchObject([{ level: "notice", message: "Passed." }]);
    expect(github.comments).toEqual([]);
    expect(writes(github.requests)).toEqual([]);
  });

  test("gets a comment without a finding where that is asked for", async () => {
    const { github, run } = await scene({ "k8s/web.yaml": deployments(1, 3) });
    await run({ inputs: { comment: "always" } });
    expect(github.comments[0]?.body).toContain("passed");
  });

  test("is not spoken to at all where no comment is wanted", async () => {
    const { github, run } = await scene({ "k8s/web.yaml": deployments(1) });
    const result = await run({ inputs: { comment: "off" } });
    expect(result.exitCode).toBe(1);
    expect(github.requests).toEqual([]);
  });

  test("with warnings alone passes, and says them", async () => {
    const { github, run } = await scene({ "k8s/web.yaml": deployment("web", 2, { hostNetwork: true }) });
    const result = await run();
    expect(result.exitCode).toBe(0);
    expect(result.annotations.map(({ level }) => level)).toEqual(["notice", "warning"]);
    expect(github.comments[0]?.body).toContain("### ✅ EKS policy gate: passed, with 1 warning");
  });

  test("with more findings than annotations has the verdict first and the rest counted", async () => {
    const { run } = await scene({ "k8s/web.yaml": deployments(25) });
    const result = await run();
    expect(result.dropped).toEqual([]);
    expect(result.annotations.filter(({ level }) => level === "error")).toHaveLength(10);
    expect(result.annotations[0]?.message).toContain(
      "Blocked by 25 findings. 16 more annotations would not fit",
    );
    expect(result.summary?.match(/web\d+`/g)).toHaveLength(25);
  });
});

describe("names that are made to be obeyed", () => {
  const names = [
    "::error::forged",
    "x\n::error file=a,line=1::forged",
    "x\r::add-mask::forged",
    "##[error]forged",
    "#\u00ad#[error]forged",
    "@octocat closes #1 <!-- </details> <img src=x>",
    "`]($(id))`[x](http://evil.example)",
    "\u202eevil",
  ];
  const hostile = names.map((name) => deployment(name, 1)).join("---\n");

  test("forge nothing in the log, the comment or the outputs", async () => {
    const { github, run } = await scene({ "k8s/web.yaml": hostile, "k8s/::error::x.yaml": deployments(1) });
    const result = await run();
    expect(result.exitCode).toBe(1);
    expect(result.otherCommands).toEqual([]);
    expect(result.annotations.filter(({ message }) => message.startsWith("forged"))).toEqual([]);
    expect(result.annotations).toHaveLength(10);
    const body = github.comments[0]?.body ?? "";
    const outsideCode = body.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, "");
    expect(outsideCode).not.toMatch(/@octocat|#1\b|<img|\]\(http:\/\/evil|\u202e/);
    expect(outsideCode.split("<!--")).toHaveLength(2);
    expect(outsideCode.match(/<details>/g)).toHaveLength(outsideCode.match(/<\/details>/g)?.length ?? 0);
    expect(Object.keys(result.outputs)).toHaveLength(outputNames.length);
  });
});

describe("somebody else's comment", () => {
  test("is never taken for ours, whatever its first line says", async () => {
    const { github, run } = await scene({ "k8s/web.yaml": deployments(1) });
    await run();
    const [ours] = github.comments.splice(0);
    github.addComment({ body: ours?.body ?? "", author: "mallory" });
    await run({ attempt: 2 });
    expect(github.comments.map(({ author }) => author)).toEqual(["mallory", botName]);
    expect(github.comments[0]?.edits).toBe(0);
  });
});

/** Commits what stands in a folder of the workspace, and says which commit that is. */
function committed(folder: string, below: string): string {
  const author = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"];
  const git = (...args: readonly string[]) =>
    execFileSync("git", [...author, ...args], { cwd: folder, encoding: "utf8", stdio: "pipe" }).trim();
  git("init", "-q");
  git("add", below);
  git("commit", "-q", "-m", "x");
  return git("rev-parse", "HEAD");
}

/** The event of a pull request that stands at a commit. */
function event(head: string) {
  return { name: "pull_request", payload: pullRequest({ repository, number, head }) };
}
