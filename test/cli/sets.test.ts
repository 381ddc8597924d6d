import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gitOf } from "../action/history.ts";
import { command } from "./command.ts";
import { deployment } from "./inputs.ts";

const gate = command();
const lock = ".github/eks-policy-gate.lock.yaml";
const kept = ".github/eks-policy-gate.sets/acme/eks-policies@v3/policies/acme/replicas-not-three.yaml";

const policy = (wanted: number) => `title: A workload does not run three replicas
severity: low
enforcement: warn
select: Workload
assert: self.replicas == ${wanted}
message: "{self.name} runs {self.replicas} replicas"
why: Three is what we agreed on.
fix: Set \`replicas\` to ${wanted}.
cases:
  - violated: one
    kubernetes: |
      apiVersion: apps/v1
      kind: Deployment
      metadata: { name: web }
      spec: { replicas: 1 }
  - { satisfied: another, kubernetes: "{}" }
  - { unresolved: another, kubernetes: "{}" }
`;

/** A server with one repository that has a tag, and a checkout that names it. */
function scene() {
  const server = gate.folder({
    "acme/eks-policies/policies/acme/replicas-not-three.yaml": policy(3),
    "acme/eks-policies/docker-compose.yaml": "services: {}\n",
  });
  const git = gitOf(join(server, "acme/eks-policies"));
  git("init", "-q");
  git("add", "--all");
  git("commit", "-q", "-m", "x");
  git("tag", "v3");
  const checkout = gate.folder({
    ".github/eks-policy-gate.yaml": "policies:\n  - none\n  - github: acme/eks-policies@v3\n",
    "k8s/web.yaml": deployment,
  });
  const run = (...args: readonly string[]) =>
    gate.runIn(checkout, args, { GITHUB_SERVER_URL: `file://${server}` });
  const offline = (...args: readonly string[]) =>
    gate.runIn(checkout, args, { GITHUB_SERVER_URL: "file:///nowhere" });
  return { server, git, checkout, run, offline };
}

describe("policies of another repository", () => {
  it("are fetched and locked once, and judge without the network from then on", () => {
    const { checkout, run, offline } = scene();
    expect(run("sets", "lock")).toMatchObject({
      code: 0,
      out: expect.stringContaining("github:acme/eks-policies@v3  1 policies"),
    });
    expect(readFileSync(join(checkout, lock), "utf8")).toMatch(
      /- set: "github:acme\/eks-policies@v3"\n {2}commit: "[\da-f]{40}"\n {2}digest: sha256:[\da-f]{64}\n/,
    );
    expect(readFileSync(join(checkout, kept), "utf8")).toBe(policy(3));
    expect(offline("sets", "verify").out).toContain("as locked");
    expect(offline("list").out).toContain("replicas-not-three");
    expect(offline("check").code).toBe(0);
  });

  it("are an error until they are locked, and the message says what to do", () => {
    const { offline } = scene();
    expect(offline("check")).toMatchObject({ code: 2, err: expect.stringContaining("sets lock") });
  });

  it("are an error where somebody changed them", () => {
    const { checkout, run, offline } = scene();
    run("sets", "lock");
    writeFileSync(join(checkout, kept), policy(1));
    expect(offline("check")).toMatchObject({ code: 2, err: expect.stringContaining("is not what") });
    expect(offline("sets", "verify").code).toBe(2);
  });

  it("are an error where their tag has moved, until the update is asked for", () => {
    const { server, git, checkout, run } = scene();
    run("sets", "lock");
    writeFileSync(join(server, "acme/eks-policies/policies/acme/replicas-not-three.yaml"), policy(2));
    git("commit", "-q", "-a", "-m", "y");
    git("tag", "-f", "v3");
    expect(run("sets", "lock")).toMatchObject({ code: 2, err: expect.stringContaining("--update") });
    expect(readFileSync(join(checkout, kept), "utf8")).toBe(policy(3));
    expect(run("sets", "lock", "--update").code).toBe(0);
    expect(readFileSync(join(checkout, kept), "utf8")).toBe(policy(2));
  });

  it("that do not exist are an error with the address that was asked", () => {
    const { offline } = scene();
    expect(offline("sets", "lock")).toMatchObject({
      code: 2,
      err: expect.stringContaining("file:///nowhere/acme/eks-policies"),
    });
  });
});

describe("policies of an installed package", () => {
  it("are locked as they are installed, and refused when they are not what was locked", () => {
    const file = "node_modules/@acme/eks-policies/policies/acme/replicas-not-three.yaml";
    const checkout = gate.folder({
      ".github/eks-policy-gate.yaml": 'policies:\n  - none\n  - npm: "@acme/eks-policies"\n',
      "k8s/web.yaml": deployment,
      [file]: policy(3),
    });
    expect(gate.runIn(checkout, ["sets", "lock"]).code).toBe(0);
    expect(gate.runIn(checkout, ["check"]).code).toBe(0);
    writeFileSync(join(checkout, file), policy(2));
    expect(gate.runIn(checkout, ["check"]).code).toBe(2);
    rmSync(join(checkout, "node_modules"), { recursive: true });
    expect(gate.runIn(checkout, ["check"]).err).toContain("install the package");
  });
});

describe("the name of a set", () => {
  it.each([
    "github:acme",
    "github:acme/x",
    "github:../x@v1",
    "github:acme/x@../y",
    "npm:../x",
    "github:-x/y@v1",
  ])("%s is refused", (name) => {
    const { code, err } = gate.run(["check", "-p", name], { files: { "k8s/web.yaml": deployment } });
    expect(code).toBe(2);
    expect(err).toContain("does not name a set");
  });

  it("in a configuration has to be one of the two kinds", () => {
    const files = {
      ".github/eks-policy-gate.yaml": "policies:\n  - gitlab: acme/x@v1\n",
      "k8s/web.yaml": deployment,
    };
    const { code, out } = gate.run(["check"], { files });
    expect(code).toBe(2);
    expect(out).toContain("github: owner/repository@ref");
  });
});
