import { Failure } from "../base/failure.ts";
import { isTemplate } from "./cloudformation/template.ts";
import type { Json } from "./declaration.ts";
import { isTooDeep, nestedTooDeeply } from "./depth.ts";
import { isClusterConfig } from "./eksctl/config.ts";
import { findMistake } from "./json/mistake.ts";
import { jsonPieces } from "./json/pieces.ts";
import { secondKey } from "./json-keys.ts";
import { type JsonShape, jsonShape } from "./json-shape.ts";
import { isManifest } from "./kubernetes/manifest.ts";
import { blankPlan, isPlan, notPlan, planWithin, savedPlan } from "./terraform-shape.ts";
import { decodeText, encodingOf, positionOf, withoutCommandLine } from "./text.ts";
import type { FileTree } from "./tree.ts";
import { unrendered } from "./unrendered.ts";
import { type Dialect, duplicateKey, loadYaml } from "./yaml/load.ts";

/** What a file turned out to be, with what had to be parsed to tell. */
export type Recognised =
  | { readonly kind: "nothing" }
  | { readonly kind: "terraform" }
  /** Something of Terraform's that is no plan the gate can read; `saved` where it is one that must be converted. */
  | { readonly kind: "other-terraform"; readonly failure: Failure; readonly saved: boolean }
  | { readonly kind: "template"; readonly root: Json }
  | { readonly kind: "documents"; readonly documents: readonly Json[]; readonly text: string };

const nothing: Recognised = { kind: "nothing" };

/** Larger files are never held: among them, only a plan is of interest. */
const largest = 32 * 1024 * 1024;

/**
 * Tells what a file is by its content. Throws `Failure("unreadable")` where it claims to be input and cannot be
 * read as such; what claims nothing is left alone, however broken it is.
 */
export function recognise(file: string, tree: FileTree): Recognised {
  if (tree.size(file) > largest) return recogniseLarge(file, tree);
  const bytes = tree.bytes(file);
  const saved = savedPlan(bytes, file);
  if (saved !== undefined) return { kind: "other-terraform", failure: saved, saved: true };
  const blank = blankPlan(bytes, file);
  if (blank !== undefined) return { kind: "other-terraform", failure: blank, saved: false };
  const isWide = encodingOf(bytes).startsWith("utf-16");
  if (!isWide && !isOfInterest(bytes)) return nothing;
  const text = readable(bytes, file);
  return text === undefined ? nothing : recogniseText(text, file);
}

/** Every format has one of these words in it. They are looked for in the bytes: most files are none of ours. */
const words = [
  "apiVersion",
  "Resources",
  "AWSTemplateFormatVersion",
  "terraform_version",
  "planned_values",
  "resource_changes",
  "format_version",
  "terraform.ui",
  "tofu.ui",
];

function isOfInterest(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (words.some((word) => buffer.includes(word))) return true;
  if (!buffer.includes("\\u00") && !buffer.includes("\\x") && !buffer.includes("\\U0000")) return false;
  const text = withoutEscapes(buffer.toString("latin1"));
  return words.some((word) => text.includes(word));
}

/** A key may be written `"apiV\u0065rsion"`: it is the same key. */
function withoutEscapes(text: string): string {
  return text.replace(/\\(?:u00|x|U000000)([2-7][0-9a-fA-F])/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** How a JSON document of ours begins, and what only a plan has in it. */
const claimed = /^[^\w"]*"(format_version|AWSTemplateFormatVersion)"|"(resource_changes|planned_values)"\s*:/;

/** What is not text counts only where it claims to be ours as far as it can be read. */
function readable(bytes: Uint8Array, file: string): string | undefined {
  try {
    return decodeText(bytes, file);
  } catch (error) {
    const lossy = Buffer.from(bytes)
      .toString("latin1")
      .replace(/^(\xFF\xFE|\xFE\xFF)|\0/g, "");
    if (claimsYaml(lossy) || claimed.test(lossy)) throw error;
    return undefined;
  }
}

function recogniseLarge(file: string, tree: FileTree): Recognised {
  const shape = jsonShape(jsonPieces(tree.chunks(file)).pieces);
  const terraform = terraformOf(shape, "", file);
  if (terraform !== undefined) return terraform;
  if (!claimsJson(shape, "") && !(/\.ya?ml$/i.test(file) && isAnyOfInterest(tree.chunks(file))))
    return nothing;
  throw new Failure("unreadable", "this file is too large to be read", {
    at: { file },
    hint: "split it, or leave it out with `exclude`",
  });
}

/** Whether a word of ours stands in some piece or across the edge of two. */
function isAnyOfInterest(chunks: Iterable<Uint8Array>): boolean {
  const longest = 64;
  let tail = Buffer.alloc(0);
  for (const chunk of chunks) {
    if (isOfInterest(chunk) || isOfInterest(Buffer.concat([tail, chunk.subarray(0, longest)]))) return true;
    tail = Buffer.from(chunk.subarray(-longest));
  }
  return false;
}

function recogniseText(text: string, file: string): Recognised {
  const json = withoutCommandLine(text);
  const isJson = /^\s*"?\{(?![{%#])/.test(json);
  const recognised = isJson ? recogniseJson(json, file) : recogniseYaml(text, file);
  const hiddenPlan = recognised.kind === "nothing" ? planWithin(json, file) : undefined;
  return hiddenPlan === undefined
    ? recognised
    : { kind: "other-terraform", failure: hiddenPlan, saved: false };
}

function recogniseJson(text: string, file: string): Recognised {
  const shape = jsonShape([Buffer.from(text)]);
  const terraform = terraformOf(shape, text, file);
  if (terraform !== undefined) return terraform;
  if (!["apiVersion", "AWSTemplateFormatVersion", "Resources"].some((key) => shape.keys.has(key))) {
    return shape.broken ? recogniseYaml(text, file) : nothing;
  }
  const root = parsed(text);
  if (root === undefined) {
    if (/\.ya?ml$/i.test(file)) return recogniseYaml(text, file);
    if (claimsJson(shape, text)) throw notJson(text, file);
    return nothing;
  }
  if (isTooDeep(root)) throw new Failure("unreadable", nestedTooDeeply, { at: { file } });
  if (isTemplate(root)) {
    refuseDuplicates(text, file);
    return { kind: "template", root };
  }
  return ofDocuments([root], text, file);
}

function terraformOf(shape: JsonShape, text: string, file: string): Recognised | undefined {
  const failure = notPlan(shape, text, file);
  if (failure !== undefined) return { kind: "other-terraform", failure, saved: false };
  return isPlan(shape) ? { kind: "terraform" } : undefined;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function claimsJson({ keys }: JsonShape, text: string): boolean {
  if (keys.has("AWSTemplateFormatVersion") || (keys.has("apiVersion") && keys.has("kind"))) return true;
  return keys.has("Resources") && /"Type"\s*:\s*"(Custom|\w+::\w+)::/.test(text);
}

function notJson(text: string, file: string): Failure {
  const mistake = findMistake(text);
  const at = { file, ...positionOf(text, mistake?.offset ?? 0) };
  return new Failure("unreadable", `this is not valid JSON: ${mistake?.message ?? "it cannot be parsed"}`, {
    at,
  });
}

/** `JSON.parse` keeps the last of them silently. */
function refuseDuplicates(text: string, file: string): void {
  const offset = secondKey(text);
  if (offset === undefined) return;
  throw new Failure("unreadable", duplicateKey, { at: { file, ...positionOf(text, offset) } });
}

function recogniseYaml(text: string, file: string): Recognised {
  if (!["apiVersion", "AWSTemplateFormatVersion", "Resources"].some((word) => mentions(text, word)))
    return nothing;
  const documents = yamlDocuments(text, file);
  if (documents === undefined) return nothing;
  const [first, ...others] = documents;
  if (!documents.some(isTemplate)) return ofDocuments(documents, text, file);
  if (first !== undefined && isTemplate(first) && others.every((other) => other === null)) {
    return { kind: "template", root: first };
  }
  throw new Failure("unreadable", "this template is one of several documents of its file", {
    at: { file },
    hint: "CloudFormation takes one template a file; put the others into files of their own",
  });
}

function mentions(text: string, word: string): boolean {
  return text.includes(word) || (/\\[uUx]/.test(text) && withoutEscapes(text).includes(word));
}

function yamlDocuments(text: string, file: string): readonly Json[] | undefined {
  try {
    return loadYaml(text, file, dialectOf(text));
  } catch (error) {
    if (!claimsYaml(text)) return undefined;
    throw (claimsManifest(text) ? unrendered(text, file) : undefined) ?? error;
  }
}

function ofDocuments(documents: readonly Json[], text: string, file: string): Recognised {
  if (!documents.some((document) => isManifest(document) || isClusterConfig(document))) return nothing;
  const template = text.includes("{{") ? unrendered(text, file, documents) : undefined;
  if (template !== undefined) throw template;
  return { kind: "documents", documents, text };
}

function dialectOf(text: string): Dialect {
  if (claimsTemplate(text)) return "template";
  return /^["']?apiVersion["']?[ \t]*:[ \t]*["']?eksctl\.io\//m.test(text) ? "strict" : "manifest";
}

/** Whether a text that cannot be parsed says what it wants to be. */
function claimsYaml(text: string): boolean {
  if (claimsTemplate(text)) return true;
  return claimsManifest(text);
}

function claimsManifest(text: string): boolean {
  return /^["']?apiVersion["']?[ \t]*:/m.test(text) && /^["']?kind["']?[ \t]*:/m.test(text);
}

/** A template may stand indented as a whole; a manifest may hold one as text. */
function claimsTemplate(text: string): boolean {
  if (claimsManifest(text)) return false;
  if (/^ {0,4}["']?AWSTemplateFormatVersion["']?[ \t]*:/m.test(text)) return true;
  return (
    /^["']?Resources["']?[ \t]*:/m.test(text) &&
    /["'\s{,]Type["']?[ \t]*:[ \t]*["']?(Custom|\w+::\w+)::/.test(text)
  );
}
