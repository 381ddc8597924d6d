import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { scene, writes } from "./scene.ts";
import { deployments } from "./workspace.ts";

/** A matrix of two jobs that have judged, without a comment each. */
async function matrix(prod: string, dev: string) {
  const set = await scene({ "prod/web.yaml": prod, "dev/web.yaml": dev });
  for (const name of ["prod", "dev"])
    await set.run({ inputs: { paths: name, "report-json": `${name}.json`, comment: "off" } });
  set.github.requests.length = 0;
  const merge = (reports = "prod.json\ndev.json", inputs: Readonly<Record<string, string>> = {}) =>
    set.run({ inputs: { mode: "merge", reports, ...inputs }, env: { GITHUB_JOB: "verdict" } });
  return { ...set, merge };
}

describe("the reports of a matrix", () => {
  test("become one verdict, one comment and one exit code", async () => {
    const { github, folder, merge } = await matrix(deployments(1), deployments(2));
    const result = await merge(undefined, { "report-json": "all.json" });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: "blocked", blocking: "3" });
    expect(result.summary).toContain("blocked by 3 findings");
    expect(writes(github.requests)).toEqual(["POST"]);
    for (const file of ["prod/web.yaml", "dev/web.yaml"]) expect(github.comments[0]?.body).toContain(file);
    expect(JSON.parse(readFileSync(join(folder, "all.json"), "utf8"))).toMatchObject({
      conclusion: "blocked",
      run: { pullRequest: 42, job: "verdict" },
    });
  });

  test("are annotated by the jobs that wrote them, not again", async () => {
    const { merge } = await matrix(deployments(1), deployments(2));
    const { annotations } = await merge();
    expect(annotations.map(({ level, message }) => [level, message])).toEqual([
      ["error", "Blocked by 3 findings."],
    ]);
  });

  test("pass where all of them do", async () => {
    const { github, merge } = await matrix(deployments(1, 2), deployments(2, 2));
    expect((await merge()).exitCode).toBe(0);
    expect(github.comments).toEqual([]);
  });

  test.each([
    ["missing", "prod.json\nstaging.json"],
    ["a folder", "prod.json\nk8s"],
    ["none at all", ""],
  ])("are no verdict where one is %s", async (_, reports) => {
    const { merge } = await matrix(deployments(1, 2), deployments(2, 2));
    const result = await merge(reports);
    expect(result.exitCode).toBe(2);
    expect(result.outputs.verdict).toBe("unjudged");
  });

  test("are no verdict where one is of an earlier commit", async () => {
    const { folder, write, merge } = await matrix(deployments(1, 2), deployments(2, 2));
    const report = JSON.parse(readFileSync(join(folder, "dev.json"), "utf8"));
    write("dev.json", JSON.stringify({ ...report, run: { ...report.run, head: "b".repeat(40) } }));
    const result = await merge();
    expect(result.exitCode).toBe(2);
    expect(result.annotations[1]?.message).toContain("the report `dev.json` is of");
  });
});
