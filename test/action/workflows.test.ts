import { readdirSync, readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, test } from "vitest";
import { readInputs } from "../../src/github/inputs.ts";

interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, { readonly workflows?: readonly string[] } | null>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly needs?: string;
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}

const folder = new URL("../../examples/workflows/", import.meta.url);
const workflows = new Map(readdirSync(folder).map((file) => [file, read(file)]));
const action = load(readFileSync(new URL("../../action.yml", import.meta.url), "utf8")) as {
  readonly inputs: Readonly<Record<string, object>>;
};

function read(file: string): Workflow {
  return load(readFileSync(new URL(file, folder), "utf8")) as Workflow;
}

function stepsOf(file: string) {
  return Object.values(workflows.get(file)?.jobs ?? {}).flatMap(({ steps }) => steps);
}

function gates(file: string) {
  return stepsOf(file).filter(({ uses }) => uses?.startsWith("eks-policy-gate/") === true);
}

describe.each([...workflows.keys()])("the example %s", (file) => {
  const workflow = read(file);

  test("asks for no more than it needs", () => {
    const asked = [workflow, ...Object.values(workflow.jobs)].flatMap(({ permissions = {} }) =>
      Object.entries(permissions).map(([scope, level]) => `${scope}: ${level}`),
    );
    expect(["actions: read", "contents: read", "pull-requests: write"]).toEqual(
      expect.arrayContaining(asked),
    );
    expect(workflow.permissions).toBeDefined();
  });

  test("gives the Action inputs that there are, with values it takes", () => {
    expect(gates(file).length).toBeGreaterThan(0);
    for (const { with: inputs = {} } of gates(file)) {
      expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
      expect(Object.values(inputs).every((value) => typeof value === "string")).toBe(true);
      expect(() => readInputs((name) => String(inputs[name] ?? ""))).not.toThrow();
    }
  });

  test("runs no text of the pull request's", () => {
    for (const { run = "" } of stepsOf(file)) expect(run).not.toContain("${{");
  });

  test("has the check that is required run always", () => {
    const { jobs } = workflow;
    for (const { needs, if: condition } of Object.values(jobs)) {
      if (needs !== undefined) expect(condition).toBe("always()");
    }
  });
});

test("the second stage waits for the first, and looks for the report where the first leaves it", () => {
  const publish = workflows.get("publish.yml");
  expect(publish?.on.workflow_run?.workflows).toEqual([workflows.get("gate.yml")?.name]);
  const [upload, download] = ["gate.yml", "publish.yml"].map((file) =>
    stepsOf(file).find(({ uses }) => uses?.includes("load-artifact") === true),
  );
  expect(download?.with?.name).toBe(upload?.with?.name);
  const path = `${download?.with?.path}/${upload?.with?.path}`;
  expect(gates("publish.yml")[0]?.with).toEqual({ mode: "publish", "report-json": path });
  expect(gates("gate.yml")[0]?.with?.["report-json"]).toBe(upload?.with?.path);
});

test("the second stage checks out and runs nothing", () => {
  const steps = stepsOf("publish.yml");
  expect(steps.filter(({ uses, run }) => run !== undefined || uses?.includes("checkout") === true)).toEqual(
    [],
  );
});

test("the matrix joins the reports that its parts leave", () => {
  const matrix = readFileSync(new URL("matrix.yml", folder), "utf8");
  const parts = /part: \[(.*)\]/.exec(matrix)?.[1]?.split(", ") ?? [];
  const [, merge] = gates("matrix.yml");
  expect(merge?.with?.reports).toBe(parts.map((part) => `reports/${part}.json\n`).join(""));
});
