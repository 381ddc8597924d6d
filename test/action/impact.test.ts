import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pullRequest } from "./events.ts";
import { pullRequestOf } from "./history.ts";
import { repository } from "./identities.ts";
import { number, scene } from "./scene.ts";
import { deployment } from "./workspace.ts";

const policy = "policies/test/single-replica.yaml";
const inputs = { mode: "impact", paths: "shop", policies: "./policies" };

/** A repository of policies, with another one to try them on. */
async function change(edit: (policy: string) => string) {
  const made = await scene({ "shop/k8s/web.yaml": deployment("web", 2) });
  const before = readFileSync(`${made.folder}/${policy}`, "utf8");
  const head = pullRequestOf(made.folder, { [policy]: edit(before) });
  made.github.head = head;
  const event = { name: "pull_request", payload: pullRequest({ repository, number, head }) };
  return { ...made, run: () => made.run({ inputs, event }) };
}

describe("a pull request that changes policies, in a repository of them", () => {
  test("is told what they would do, and is not blocked", async () => {
    const { github, run } = await change((text) => text.replace(">= 2", ">= 3"));
    const result = await run();
    expect(result.exitCode).toBe(0);
    const [comment] = github.comments;
    expect(comment?.body).toContain("single-replica");
    expect(comment?.body).toContain("newly violated");
    expect(result.summary).toContain("newly violated");
  });

  test("gets no comment where nothing changes", async () => {
    const { github, run } = await change((text) => text.replace("why: ", "why: Because. "));
    expect((await run()).exitCode).toBe(0);
    expect(github.comments).toEqual([]);
  });

  test("that breaks them ends without a verdict", async () => {
    const { run } = await change(() => "title: [");
    expect((await run()).exitCode).toBe(2);
  });
});
