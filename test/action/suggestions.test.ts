import { describe, expect, test } from "vitest";
import { pullRequest } from "./events.ts";
import { pullRequestOf } from "./history.ts";
import { botName, repository } from "./identities.ts";
import { number, scene } from "./scene.ts";
import { deployment } from "./workspace.ts";

const file = "k8s/web.yaml";
const wanted = { "review-comments": "suggestions", "policy-ref": "base" };
const policy = `title: A workload runs a single replica
severity: high
enforcement: deny
select: Workload
assert: self.replicas == null || self.replicas >= 2
message: "{self.name} runs {self.replicas} replica(s)"
at: self.replicas
suggest: "2"
why: One pod is none while its node is drained.
fix: Set \`replicas\` to 2 or more.
cases:
  - { violated: one, kubernetes: "{}" }
  - { satisfied: two, kubernetes: "{}" }
  - { unresolved: some, kubernetes: "{}" }
`;

/** A pull request that changes the file from the one to the other. */
async function change(before: string, after: string) {
  const files = { ".github/eks-policy-gate.yaml": "{}\n", "policies/test/single-replica.yaml": policy };
  const made = await scene({ ...files, [file]: before });
  const head = pullRequestOf(made.folder, { [file]: after });
  made.github.head = head;
  const payload = pullRequest({ repository, number, head });
  const run = (more: object = {}) =>
    made.run({ inputs: { ...wanted, ...more }, event: { name: "pull_request", payload } });
  return { ...made, run };
}

const two = `${deployment("web", 2)}---\n${deployment("api", 1)}`;
const one = `${deployment("web", 1)}---\n${deployment("api", 1)}`;

describe("suggestions", () => {
  test("apply with a click on the lines that the pull request changes, and are made once", async () => {
    const { github, run } = await change(two, one);
    expect((await run()).exitCode).toBe(1);
    expect(github.reviewComments).toHaveLength(1);
    const [comment] = github.reviewComments;
    const line = one.split("\n").findIndex((text) => text.includes("replicas: 1")) + 1;
    expect(comment).toMatchObject({ path: file, line, author: botName });
    const original = one.split("\n")[line - 1] ?? "";
    expect(comment?.body).toContain(
      `\`\`\`suggestion\n${original.replace("replicas: 1", "replicas: 2")}\n\`\`\``,
    );
    await run();
    expect(github.reviewComments).toHaveLength(1);
  });

  test("are not made unless they are asked for", async () => {
    const { github, run } = await change(two, one);
    await run({ "review-comments": "off" });
    expect(
      github.requests.filter(({ path }) => path.includes("/pulls/") && !path.endsWith(`/${number}`)),
    ).toEqual([]);
  });

  test("go when they no longer hold, unless somebody has answered them", async () => {
    const { github, run, write } = await change(two, one);
    await run();
    const [first] = github.reviewComments;
    write(file, two);
    if (first !== undefined)
      github.reviewComments.push({ ...first, id: 1, author: "octocat", body: "no", inReplyTo: first.id });
    await run();
    expect(github.reviewComments).toHaveLength(2);
    github.reviewComments.pop();
    await run();
    expect(github.reviewComments).toEqual([]);
  });

  test("that GitHub refuses cost nothing but themselves", async () => {
    const files = { ".github/eks-policy-gate.yaml": "{}\n", "policies/test/single-replica.yaml": policy };
    const { github, folder, run } = await scene({ ...files, [file]: two }, { commentable: () => false });
    const head = pullRequestOf(folder, { [file]: one });
    github.head = head;
    const result = await run({
      inputs: wanted,
      event: { name: "pull_request", payload: pullRequest({ repository, number, head }) },
    });
    expect(result.exitCode).toBe(1);
    expect(result.log.join("\n")).toContain("no suggestions: ");
    expect(github.comments).toHaveLength(1);
  });

  test("of somebody else's that look like ours are left alone", async () => {
    const { github, run } = await change(two, two.replace("api", "api2"));
    github.reviewComments.push({
      id: 7,
      path: file,
      line: 1,
      author: "mallory",
      body: "<!-- eks-policy-gate:suggestion id=x key=y -->\nhi",
    });
    await run();
    expect(github.reviewComments.map(({ author }) => author)).toContain("mallory");
  });
});
