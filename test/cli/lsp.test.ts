import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import {
  type CompletionItem,
  CompletionRequest,
  createProtocolConnection,
  DefinitionRequest,
  DiagnosticSeverity,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type Location,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { command } from "./command.ts";

const gate = command();
const uri = "file:///work%20shop/policies/team/node-group-too-small.yaml";

const policy = `title: A node group is too small
severity: high
select: NodeGroup
params:
  least: { type: int, default: 2, doc: fewest nodes }
let:
  few: self.desiredSize < params.least
assert: "!few"
message: "{self.resource} starts with {self.desiredSize}"
why: It falls over.
fix: Make it larger.
cases:
  - { violated: one, eksctl: x }
  - { satisfied: two, eksctl: x }
  - { unresolved: not known, eksctl: x }
`;

/** An editor, as far as a server can tell. */
class Editor {
  readonly server: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly #published: PublishDiagnosticsParams[] = [];
  #heard: () => void = () => {};

  constructor() {
    this.server = spawn(process.execPath, [gate.script, "lsp", "--stdio"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const { stdin, stdout } = this.server;
    if (stdin === null || stdout === null) throw new Error("the server has no channel");
    this.connection = createProtocolConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onNotification(PublishDiagnosticsNotification.type, (published) => {
      this.#published.push(published);
      this.#heard();
    });
    this.connection.listen();
  }

  async begin() {
    const answer = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return answer;
  }

  async open(text: string, at = uri): Promise<PublishDiagnosticsParams> {
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: at, languageId: "yaml", version: 1, text },
    });
    return this.published();
  }

  /** The next diagnostics there are. */
  async published(): Promise<PublishDiagnosticsParams> {
    const next = this.#published.shift();
    if (next !== undefined) return next;
    await new Promise<void>((resolve) => {
      this.#heard = resolve;
    });
    return this.published();
  }

  async end(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.server.once("exit", resolve));
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return ended;
  }
}

let editor: Editor | undefined;
afterEach(() => {
  editor?.connection.dispose();
  editor?.server.kill();
});

function isMistake({ severity }: { readonly severity?: DiagnosticSeverity | undefined }): boolean {
  return severity === DiagnosticSeverity.Error;
}

/** Where some text stands in the policy, and how far into it. */
function position(of: string, into = 0): Position {
  const before = policy.slice(0, policy.indexOf(of) + into).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

describe("`lsp`", () => {
  it("says what it can do, helps while a policy is written, and ends when it is told to", async () => {
    editor = new Editor();
    const { connection } = editor;
    const { capabilities, serverInfo } = await editor.begin();
    expect(serverInfo?.name).toBe("eks-policy-gate");
    expect(capabilities).toMatchObject({ hoverProvider: true, definitionProvider: true });

    expect((await editor.open(policy)).diagnostics.filter(isMistake)).toEqual([]);
    const start = position("desiredSize");
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [{ range: { start, end: position("desiredSize", 11) }, text: "desiredSise" }],
    });
    const { diagnostics, version } = await editor.published();
    expect(version).toBe(2);
    expect(diagnostics.filter(isMistake).map(({ message, range }) => [message, range.start])).toEqual([
      ["`NodeGroup` has no field `desiredSise`; did you mean `desiredSize`?", start],
    ]);
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 3 },
      contentChanges: [{ text: policy }],
    });
    const advice = (await editor.published()).diagnostics;
    expect(advice.filter(isMistake)).toEqual([]);
    expect(advice.map(({ code }) => code)).toContain("format-without-case");

    const textDocument = { uri };
    const hovered = await connection.sendRequest(HoverRequest.type, {
      textDocument,
      position: position("desiredSize", 3),
    });
    expect(JSON.stringify(hovered?.contents)).toContain("NodeGroup.desiredSize: int?");
    expect(JSON.stringify(hovered?.contents)).toContain("From Terraform, CloudFormation, eksctl");

    const proposed = await connection.sendRequest(CompletionRequest.type, {
      textDocument,
      position: position("self.desiredSize", 5),
    });
    const items = proposed as readonly CompletionItem[];
    expect(items.find(({ label }) => label === "subnets")).toMatchObject({ detail: "list<Subnet>" });
    const concepts = await connection.sendRequest(CompletionRequest.type, {
      textDocument,
      position: position("NodeGroup\n", 4),
    });
    expect((concepts as readonly CompletionItem[]).map(({ label }) => label)).toContain("Workload");

    const parameter = (await connection.sendRequest(DefinitionRequest.type, {
      textDocument,
      position: position("params.least", 9),
    })) as Location;
    expect(parameter).toMatchObject({ uri, range: { start: position("least: {") } });
    const concept = (await connection.sendRequest(DefinitionRequest.type, {
      textDocument,
      position: position("NodeGroup\n", 2),
    })) as Location;
    const vocabulary = readFileSync(fileURLToPath(concept.uri), "utf8").split("\n");
    expect(vocabulary[concept.range.start.line]).toBe("## NodeGroup");

    await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument });
    expect((await editor.published()).diagnostics).toEqual([]);
    expect(await editor.end()).toBe(0);
  });

  it("says what is wrong in configurations and waivers, and nothing about other files", async () => {
    editor = new Editor();
    await editor.begin();
    const configuration = await editor.open(
      "polices: [recommended]\n",
      "file:///r/.github/eks-policy-gate.yaml",
    );
    expect(configuration.diagnostics.map(({ message }) => message)).toEqual([
      "unknown key `polices`; did you mean `policies`?",
    ]);
    const waivers = await editor.open("- { policy: a }\n", "file:///r/.github/eks-policy-gate.waivers.yaml");
    expect(waivers.diagnostics.length).toBeGreaterThan(2);
    const other = await editor.open("kind: Deployment\n", "file:///r/k8s/web.yaml");
    expect(other.diagnostics).toEqual([]);
    expect(await editor.end()).toBe(0);
  });
});
