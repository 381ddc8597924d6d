import { Failure } from "../../base/failure.ts";
import type { Json } from "../declaration.ts";
import { isTooDeep, nestedTooDeeply } from "../depth.ts";
import { findMistake } from "../json/mistake.ts";
import { jsonPieces, positionInPieces } from "../json/pieces.ts";
import { splitJson } from "../json/split.ts";
import { decodeText, positionOf, withoutCommandLine } from "../text.ts";
import type { FileTree } from "../tree.ts";
import { documentOf, documentParts, mayRepeatKeys, type PlanDocument } from "./document.ts";

/** Above this the plan is read piece by piece, and only what is wanted is parsed. */
const large = 4 * 2 ** 20;

/** Reads the parts of a plan. Throws `Failure("unreadable")` where they cannot be trusted to be all of it. */
export function readDocument(
  file: string,
  tree: FileTree,
  { wanted, fileSize = tree.size(file) }: DocumentOptions,
): PlanDocument {
  const document = fileSize > large ? readLarge(file, tree, wanted) : readSmall(file, tree, wanted);
  if (document.wrong !== undefined) throw unsound(document.wrong, file);
  refuseUnfinished(document, file);
  return document;
}

export interface DocumentOptions {
  /** Whether resources of a type are needed; others are counted and dropped while reading. */
  readonly wanted: (type: string) => boolean;
  /** Size in bytes where it is known already. */
  readonly fileSize?: number;
}

function readSmall(file: string, tree: FileTree, wanted: (type: string) => boolean): PlanDocument {
  const text = decodeText(tree.bytes(file), file);
  const json = withoutCommandLine(text);
  let plan: Json;
  try {
    plan = JSON.parse(json);
  } catch (error) {
    const mistake = findMistake(json);
    if (mistake === undefined) throw error;
    const before = json === text ? 0 : text.indexOf("\n") + 1;
    throw notJson(mistake.message, mistake.cut, { file, ...positionOf(text, before + mistake.offset) });
  }
  if (isTooDeep(plan)) throw unsound(nestedTooDeeply, file);
  return mayRepeatKeys(json) ? readLarge(file, tree, wanted) : documentOf(plan, wanted);
}

function readLarge(file: string, tree: FileTree, wanted: (type: string) => boolean): PlanDocument {
  const document = readParts(file, tree, wanted, false);
  // A plan without changes is rare: only then is the file read again for the planned values.
  if (document.declares > 0) return document;
  if (document.changes === undefined && document.keys.has("resource_changes")) {
    throw unsound("`resource_changes` is not a list", file);
  }
  return readParts(file, tree, wanted, true);
}

function readParts(
  file: string,
  tree: FileTree,
  wanted: (type: string) => boolean,
  planned: boolean,
): PlanDocument {
  const { selection, document } = documentParts(wanted, planned);
  const mistake = splitJson(jsonPieces(tree.chunks(file)).pieces, selection, { trailer: true });
  if (mistake === undefined) return document;
  const at = { file, ...positionInPieces(jsonPieces(tree.chunks(file)), mistake.offset) };
  throw notJson(mistake.message, mistake.cut, at);
}

/** An older gate and a newer plan, or a plan that Terraform gave up on: parts of it would be passed over silently. */
function refuseUnfinished({ version, errored }: PlanDocument, file: string): void {
  const major = typeof version === "string" ? Number(/^\d+/.exec(version)?.[0]) : 0;
  if (!(major <= newestFormat)) {
    const hint = `the gate reads formats 0 and ${newestFormat}; use a newer version of the gate`;
    const message = `this plan has a format that the gate does not know, \`${String(version)}\``;
    throw new Failure("unreadable", message, { at: { file }, hint });
  }
  if (errored === true) {
    const hint = "see what `terraform plan` says, and plan again";
    throw new Failure("unreadable", "planning ended with an error, so that this plan is not complete", {
      at: { file },
      hint,
    });
  }
}

/** The major version of `format_version`: others may mean something else by the same keys. */
const newestFormat = 1;

/** What to do where a plan cannot be read. */
export const planAgain = "write the plan again with `terraform show -json <plan file> > plan.json`";

function notJson(message: string, cut: boolean, at: { file: string; line: number; column: number }): Failure {
  if (cut) {
    const hint = `${planAgain}; the step that wrote it may have been stopped`;
    return new Failure("unreadable", `this plan is cut short: ${message}`, { at, hint });
  }
  return new Failure("unreadable", `this plan is not valid JSON: ${message}`, { at, hint: planAgain });
}

function unsound(what: string, file: string): Failure {
  return new Failure("unreadable", `this plan cannot be understood: ${what}`, {
    at: { file },
    hint: planAgain,
  });
}
