import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  CompletionItemKind,
  createConnection,
  type Diagnostic,
  DiagnosticSeverity,
  type Location,
  MarkupKind,
  type Range,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { Failure } from "../base/failure.ts";
import type { Place } from "../base/place.ts";
import { vocabulary } from "../graph/words.ts";
import { packaged } from "../packaged.ts";
import { complete, type Proposal } from "../policy/editor/complete.ts";
import { definition } from "../policy/editor/definition.ts";
import { type PolicyDocument, readDocument } from "../policy/editor/document.ts";
import { hover } from "../policy/editor/hover.ts";
import { sharedTypes } from "../policy/environment.ts";
import type { World } from "../policy/file.ts";
import { diagnose, isPolicy } from "../policy/lint/diagnose.ts";
import type { Remark } from "../policy/lint/remark.ts";
import { loadFacts } from "../policy/load.ts";
import { readSettings } from "../policy/settings.ts";
import { version } from "../version.ts";
import { parse, settingsOptions } from "./options.ts";

/** Editors say by which channel they speak, and who they are. There is but one channel. */
const options = { stdio: { type: "boolean" }, clientProcessId: { type: "string" } } as const;

/** `lsp`: a language server for policy files, over standard input and output, until the editor ends it. */
export async function lsp(args: readonly string[]): Promise<number> {
  const { positionals } = parse("lsp", args, options);
  if (positionals[0] !== undefined) {
    throw new Failure("usage", `lsp takes no \`${positionals[0]}\``, {
      hint: "an editor starts it and tells it the rest; see eks-policy-gate lsp --help",
    });
  }
  serve(await knownWorld());
  return new Promise(() => {});
}

/** What every policy can name. Facts are those that come with the gate, whatever the repository's configuration says. */
async function knownWorld(): Promise<World> {
  const nothing = { has: () => false, text: () => "", policies: () => [] };
  const settings = readSettings({ ...settingsOptions({ policies: ["none"] }), files: nothing });
  const { facts } = await loadFacts(settings.facts);
  return { vocabulary, facts, types: sharedTypes(vocabulary, facts) };
}

function serve(world: World): void {
  const connection = createConnection(process.stdin, process.stdout);
  const documents = new TextDocuments(TextDocument);
  const read = (
    uri: string,
  ): { readonly text: TextDocument; readonly policy: PolicyDocument } | undefined => {
    const text = documents.get(uri);
    if (text === undefined || !isPolicy(fileOf(uri), text.getText())) return undefined;
    const policy = readDocument(fileOf(uri), text.getText(), world);
    return policy && { text, policy };
  };

  const publish = async (uri: string, version: number): Promise<void> => {
    const remarks = await diagnose(fileOf(uri), documents.get(uri)?.getText() ?? "", world);
    if (documents.get(uri)?.version !== version) return;
    await connection.sendDiagnostics({ uri, version, diagnostics: remarks.map(diagnosticOf) });
  };

  connection.onInitialize(() => ({
    serverInfo: { name: "eks-policy-gate", version },
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      definitionProvider: true,
      completionProvider: { triggerCharacters: [".", " ", "{"] },
    },
  }));

  documents.onDidChangeContent(async ({ document: { uri, version } }) => {
    try {
      await publish(uri, version);
    } catch (error) {
      // One text that cannot be judged must not end the help with all others.
      connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  });
  documents.onDidClose(({ document: { uri } }) => connection.sendDiagnostics({ uri, diagnostics: [] }));

  connection.onHover(({ textDocument: { uri }, position }) => {
    const found = read(uri);
    const value = found && hover(found.policy, found.text.offsetAt(position));
    return value === undefined ? null : { contents: { kind: MarkupKind.Markdown, value } };
  });

  connection.onDefinition(({ textDocument: { uri }, position }): Location | null => {
    const found = read(uri);
    const declared = found && definition(found.policy, found.text.offsetAt(position));
    if (found === undefined || declared === undefined) return null;
    if (declared.kind === "word") return inVocabulary(declared.concept, declared.field);
    const [start, end] = [found.text.positionAt(declared.start), found.text.positionAt(declared.end)];
    return { uri, range: { start, end } };
  });

  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const document = documents.get(uri);
    if (document === undefined || !isPolicy(fileOf(uri), document.getText())) return [];
    const found = complete(fileOf(uri), document.getText(), document.offsetAt(position), world);
    if (found === undefined) return [];
    const range = { start: document.positionAt(found.start), end: document.positionAt(found.end) };
    return found.items.map(({ label, kind, detail, doc }, index) => ({
      label,
      kind: kinds[kind],
      detail,
      documentation: doc,
      sortText: String(index).padStart(4, "0"),
      textEdit: { range, newText: label },
    }));
  });

  documents.listen(connection);
  connection.listen();
}

const kinds: Readonly<Record<Proposal["kind"], CompletionItemKind>> = {
  concept: CompletionItemKind.Class,
  field: CompletionItemKind.Field,
  method: CompletionItemKind.Method,
  function: CompletionItemKind.Function,
  variable: CompletionItemKind.Variable,
};

/** A policy's id and family are read from its path. */
function fileOf(uri: string): string {
  try {
    return decodeURIComponent(new URL(uri).pathname);
  } catch {
    return uri;
  }
}

function diagnosticOf({ kind, rule, at, message }: Remark): Diagnostic {
  const isMistake = kind === "mistake";
  return {
    range: rangeOf(at),
    severity: isMistake ? DiagnosticSeverity.Error : DiagnosticSeverity.Information,
    source: "eks-policy-gate",
    ...(isMistake ? {} : { code: rule }),
    message,
  };
}

/** Places count from 1 and positions from 0; what has no end is its line to the end. */
function rangeOf({ line = 1, column = 1, endLine, endColumn }: Place): Range {
  const start = { line: line - 1, character: column - 1 };
  if (endLine === undefined || endColumn === undefined)
    return { start, end: { line: line - 1, character: 1_000 } };
  return { start, end: { line: endLine - 1, character: endColumn - 1 } };
}

/** The section of a concept in VOCABULARY.md, or the line of its field. */
function inVocabulary(concept: string, field: string | undefined): Location | null {
  const file = join(packaged, "VOCABULARY.md");
  const lines = readVocabulary(file);
  const section = lines.indexOf(`## ${concept}`);
  if (section === -1) return null;
  const row =
    field === undefined
      ? -1
      : lines.findIndex((text, at) => at > section && text.startsWith(`| \`${field}\` |`));
  const line = row === -1 ? section : row;
  const range = { start: { line, character: 0 }, end: { line, character: lines[line]?.length ?? 0 } };
  return { uri: pathToFileURL(file).href, range };
}

function readVocabulary(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}
