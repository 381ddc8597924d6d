import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "js-yaml";
import { type Command, parseCommand } from "./commands.ts";
import { token } from "./github.ts";
import { repository } from "./identities.ts";

/** A step of a job: `uses:` the Action, `with:` these inputs, started by this event. */
export interface Step {
  readonly bundle: string;
  readonly workspace: string;
  readonly event:
    | { readonly name: string; readonly payload: unknown }
    | { readonly name: string; readonly file: string };
  readonly apiUrl: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** What the runner sets otherwise; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly run?: number;
  readonly attempt?: number;
  /** Is told how to end the step before its time, as the runner does for a job that is cancelled. */
  readonly cancellable?: (cancel: () => void) => void;
}

/** What people see of a step. */
export interface Result {
  readonly exitCode: number | null;
  readonly annotations: readonly Annotation[];
  /** Annotations that the runner drops without a word. */
  readonly dropped: readonly Annotation[];
  /** The commands that are none of annotations. */
  readonly otherCommands: readonly Command[];
  readonly log: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  /** `undefined` where it is too large to be uploaded. */
  readonly summary: string | undefined;
}

export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
}

const action = load(readFileSync(new URL("../../action.yml", import.meta.url), "utf8")) as {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
};

/** Starts the bundle as the runner does, and reads what it prints by the runner's own rules. */
export async function runStep(step: Step): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "runner-"));
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const paths = {
    GITHUB_EVENT_PATH:
      "file" in step.event ? step.event.file : file("event.json", JSON.stringify(step.event.payload)),
    GITHUB_OUTPUT: file("output", ""),
    GITHUB_STEP_SUMMARY: file("summary", ""),
    GITHUB_ENV: file("env", ""),
    GITHUB_PATH: file("path", ""),
    GITHUB_STATE: file("state", ""),
  };
  try {
    const { exitCode, lines } = await start(step, { ...paths, RUNNER_TEMP: folder });
    return {
      exitCode,
      ...readLog(lines),
      outputs: readOutputs(readFileSync(paths.GITHUB_OUTPUT, "utf8")),
      summary: readSummary(paths.GITHUB_STEP_SUMMARY),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function start(step: Step, paths: Readonly<Record<string, string>>) {
  const given: Record<string, string | undefined> = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: step.event.name,
    GITHUB_REPOSITORY: repository,
    GITHUB_WORKSPACE: step.workspace,
    GITHUB_WORKFLOW: "Plan",
    GITHUB_JOB: "gate",
    GITHUB_RUN_ID: String(step.run ?? 100),
    GITHUB_RUN_ATTEMPT: String(step.attempt ?? 1),
    GITHUB_SHA: "c".repeat(40),
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_API_URL: step.apiUrl,
    GITHUB_GRAPHQL_URL: `${step.apiUrl}/graphql`,
    ...paths,
    ...inputVariables(step.inputs ?? {}),
    ...step.env,
  };
  const env = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const node = process.env.GATE_NODE ?? process.execPath;
  const child = spawn(node, [step.bundle], { cwd: step.workspace, env: env as Record<string, string> });
  step.cancellable?.(() => child.kill("SIGINT"));
  const texts = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    texts[0] += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    texts[1] += text;
  });
  const exitCode = await new Promise<number | null>((done) => child.on("close", done));
  return { exitCode, lines: texts.flatMap((text) => text.split(/\r\n|\r|\n/)) };
}

/** Defaults first; names in capitals, spaces as underscores, hyphens as they are. */
function inputVariables(inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const defaults = Object.entries(action.inputs).map(([name, input]): [string, string] => [
    name,
    String(input.default ?? "").replace("${{ github.token }}", token),
  ]);
  const all = { ...Object.fromEntries(defaults), ...inputs };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
  );
}

/** Ten annotations of each level are kept; a message ends after 4,096 characters. */
export function readLog(lines: readonly string[]) {
  const annotations: Annotation[] = [];
  const dropped: Annotation[] = [];
  const otherCommands: Command[] = [];
  const log: string[] = [];
  for (const line of lines) {
    const command = parseCommand(line);
    if (command === undefined) log.push(line);
    else if (isLevel(command.name)) {
      const level = command.name;
      const annotation = {
        level,
        message: command.data.slice(0, 4_096),
        properties: checkedPlace(command.properties),
      };
      const kept = annotations.filter((one) => one.level === level).length;
      (kept < 10 ? annotations : dropped).push(annotation);
    } else otherCommands.push(command);
  }
  return { annotations, dropped, otherCommands, log };
}

function isLevel(name: string): name is Annotation["level"] {
  return ["error", "warning", "notice"].includes(name);
}

/** The runner takes away lines and columns that do not belong together. A test that meets one has found a mistake of ours. */
function checkedPlace(properties: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { file, line, endLine, col, endColumn } = properties;
  const lost =
    (file === undefined && line !== undefined) ||
    (line === undefined && (endLine ?? col ?? endColumn) !== undefined) ||
    (endLine !== undefined && Number(endLine) < Number(line)) ||
    (endLine !== undefined && endLine !== line && (col ?? endColumn) !== undefined) ||
    (endColumn !== undefined && (col === undefined || Number(endColumn) < Number(col)));
  if (lost) throw new Error(`the runner would drop part of this place: ${JSON.stringify(properties)}`);
  return properties;
}

function readOutputs(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...text.matchAll(/^([^\n]+?)<<(\S+)\n(.*?)\n?\2$/gms)].map(([, name, , value]) => [
      name ?? "",
      value ?? "",
    ]),
  );
}

function readSummary(path: string): string | undefined {
  const bytes = readFileSync(path);
  return bytes.length > 1_048_576 ? undefined : bytes.toString("utf8");
}
