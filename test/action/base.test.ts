import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pullRequest } from "./events.ts";
import { gitOf, pullRequestOf } from "./history.ts";
import { repository } from "./identities.ts";
import { number, scene } from "./scene.ts";
import { deployment } from "./workspace.ts";

const file = "k8s/web.yaml";
const config = ".github/eks-policy-gate.yaml";
const compared = { [config]: "{}\n" };
const asBase = { "policy-ref": "base" };

describe("what a pull request causes", () => {
  test("blocks, and what its base has already does not", async () => {
    const { folder, run } = await scene({ ...compared, [file]: deployment("old", 1) });
    const both = `${deployment("old", 1)}---\n${deployment("new", 1)}`;
    const result = await run({ inputs: asBase, event: event(pullRequestOf(folder, { [file]: both })) });
    expect(result.exitCode).toBe(1);
    expect(result.outputs).toMatchObject({ verdict: "blocked", blocking: "1" });
    expect(result.annotations.map(({ message }) => message).join()).not.toContain("old runs");
  });

  test("does not block where it only moves and renames what was there", async () => {
    const { folder, run } = await scene({ ...compared, [file]: deployment("old", 1) });
    const head = pullRequestOf(folder, {
      [file]: undefined,
      "k8s/front.yaml": `\n\n${deployment("old", 1)}`,
    });
    const result = await run({ inputs: asBase, event: event(head) });
    expect(result.outputs).toMatchObject({ verdict: "pass", blocking: "0" });
  });

  test("blocks where it changes what was found, and still violates", async () => {
    const { folder, run } = await scene({ ...compared, [file]: deployment("old", 1) });
    const head = pullRequestOf(folder, { [file]: deployment("old", 0) });
    expect((await run({ inputs: asBase, event: event(head) })).outputs).toMatchObject({ blocking: "1" });
  });

  test("is all that is found where the configuration says so", async () => {
    const { folder, run } = await scene({
      [config]: "gate: { new-only: false }\n",
      [file]: deployment("old", 1),
    });
    const head = pullRequestOf(folder, { "k8s/other.yaml": deployment("other", 2) });
    expect((await run({ inputs: asBase, event: event(head) })).outputs).toMatchObject({ blocking: "1" });
  });

  test("is all that is found where the base is not in the checkout, which is said", async () => {
    const { folder, run } = await scene({ ...compared, [file]: deployment("old", 1) });
    const git = gitOf(folder);
    git("init", "-q");
    git("add", "--all");
    git("commit", "-q", "-m", "shallow");
    const result = await run({ event: event(git("rev-parse", "HEAD")) });
    expect(result.exitCode).toBe(1);
    expect(result.annotations.map(({ message }) => message).join()).toContain("fetch-depth: 2");
  });

  test("is what a merge queue would add", async () => {
    const { folder, run } = await scene({ ...compared, [file]: deployment("old", 1) });
    pullRequestOf(folder, { "k8s/other.yaml": deployment("other", 2) });
    const git = gitOf(folder);
    const payload = {
      merge_group: { base_sha: git("rev-parse", "HEAD^1"), head_sha: git("rev-parse", "HEAD") },
    };
    const result = await run({ inputs: asBase, event: { name: "merge_group", payload } });
    expect(result.outputs).toMatchObject({ verdict: "pass", blocking: "0" });
  });
});

describe("a plan", () => {
  const rule = (before: object | null, after: object | null) => ({
    format_version: "1.2",
    terraform_version: "1.11.4",
    resource_changes: [
      {
        address: "kubernetes_deployment_v1.web",
        mode: "managed",
        type: "kubernetes_deployment_v1",
        name: "web",
        provider_name: "registry.terraform.io/hashicorp/kubernetes",
        change: {
          actions: before === null ? ["create"] : after === null ? ["delete"] : ["no-op"],
          before,
          after,
          after_unknown: {},
          before_sensitive: false,
          after_sensitive: {},
        },
      },
    ],
    configuration: { root_module: {} },
  });
  const single = {
    metadata: [{ name: "web", namespace: "shop" }],
    spec: [{ replicas: "1", template: [{ metadata: [{ labels: {} }], spec: [{ container: [] }] }] }],
  };
  const made = JSON.stringify(rule(null, single));

  test("that a step made is believed about what was there before", async () => {
    const { folder, run, write } = await scene({ ...compared, [file]: deployment("old", 2) });
    const head = pullRequestOf(folder, { "k8s/other.yaml": deployment("other", 2) });
    write("plan.json", JSON.stringify(rule(single, single)));
    expect((await run({ inputs: asBase, event: event(head) })).outputs).toMatchObject({ blocking: "0" });
    write("plan.json", made);
    expect((await run({ inputs: asBase, event: event(head) })).outputs).toMatchObject({ blocking: "1" });
  });

  test("that the pull request brings excuses nothing by what it says was there before", async () => {
    const { folder, run, write } = await scene({ ...compared, [file]: deployment("old", 2) });
    const head = pullRequestOf(folder, { "k8s/fake.json": JSON.stringify(rule(single, null)) });
    write("plan.json", made);
    expect((await run({ inputs: asBase, event: event(head) })).outputs).toMatchObject({ blocking: "1" });
  });

  test("that is in a checkout without its base excuses nothing either", async () => {
    const { folder, run, write } = await scene({
      ...compared,
      "k8s/fake.json": JSON.stringify(rule(single, null)),
    });
    const git = gitOf(folder);
    git("init", "-q");
    git("add", "--all");
    git("commit", "-q", "-m", "shallow");
    write("plan.json", made);
    const result = await run({ event: event(git("rev-parse", "HEAD")) });
    expect(result.outputs).toMatchObject({ blocking: "1" });
  });
});

describe("the policies of a pull request", () => {
  const bad = { ...compared, [file]: deployment("old", 2) };
  const weaker = (text: string) => text.replace("enforcement: deny", "enforcement: audit");

  test("are those of its base, whatever it makes of them", async () => {
    const { folder, run } = await scene(bad);
    const policy = "policies/test/single-replica.yaml";
    const text = textOf(folder, policy);
    const head = pullRequestOf(folder, { [file]: deployment("old", 1), [policy]: weaker(text) });
    const result = await run({ inputs: asBase, event: event(head) });
    expect(result.outputs).toMatchObject({ verdict: "blocked", blocking: "1" });
    const trusting = await run({ inputs: { "policy-ref": "head" }, event: event(head) });
    expect(trusting.outputs).toMatchObject({ verdict: "pass" });
  });

  test("are not switched off by a configuration that it brings", async () => {
    const { folder, run } = await scene(bad);
    const head = pullRequestOf(folder, {
      [file]: deployment("old", 1),
      [config]: 'override: { "test/*": { enforcement: off } }\n',
    });
    expect((await run({ inputs: asBase, event: event(head) })).outputs).toMatchObject({ blocking: "1" });
  });

  test("may be broken by it without harm to its verdict", async () => {
    const { folder, run } = await scene(bad);
    const head = pullRequestOf(folder, { "policies/test/single-replica.yaml": "title: [" });
    expect((await run({ inputs: asBase, event: event(head) })).outputs).toMatchObject({ verdict: "pass" });
  });

  test("count at once where its base has none", async () => {
    const { folder, run } = await scene(bad);
    const policy = "policies/test/single-replica.yaml";
    const text = textOf(folder, policy);
    rmSync(`${folder}/policies`, { recursive: true });
    mkdirSync(`${folder}/policies/test`, { recursive: true });
    const head = pullRequestOf(folder, { [file]: deployment("old", 1), [policy]: text });
    expect((await run({ inputs: asBase, event: event(head) })).outputs).toMatchObject({ blocking: "1" });
  });

  test("cannot be read where the base is not in the checkout, and then nothing is judged", async () => {
    const { folder, run } = await scene(bad);
    const git = gitOf(folder);
    git("init", "-q");
    git("add", "--all");
    git("commit", "-q", "-m", "shallow");
    const result = await run({ inputs: asBase, event: event(git("rev-parse", "HEAD")) });
    expect(result.exitCode).toBe(2);
    expect(result.annotations.map(({ message }) => message).join()).toContain("fetch-depth: 2");
  });
});

function textOf(folder: string, path: string): string {
  return readFileSync(`${folder}/${path}`, "utf8");
}

/** The event of a pull request that stands at a commit. */
function event(head: string) {
  return { name: "pull_request", payload: pullRequest({ repository, number, head }) };
}
