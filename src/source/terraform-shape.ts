import { posix } from "node:path";
import { Failure } from "../base/failure.ts";
import type { JsonShape } from "./json-shape.ts";

/** Whether a JSON document is a plan, or was one before it was cut off. */
export function isPlan({ keys, broken }: JsonShape): boolean {
  if (keys.has("planned_values") || keys.has("resource_changes")) return true;
  return broken && keys.has("format_version") && keys.has("terraform_version") && !keys.has("values");
}

/** What to say about a document that is something else that Terraform writes: how a plan is made instead. */
export function notPlan({ keys, broken }: JsonShape, text: string, file: string): Failure | undefined {
  const at = { file };
  const hint =
    "make a plan and convert it: `terraform plan -out=tfplan && terraform show -json tfplan > tfplan.json`";
  const isOfPlan = keys.has("planned_values") || keys.has("resource_changes");
  if (keys.has("@level") && keys.has("@module") && /"@module"\s*:\s*"(terraform|tofu)\.ui"/.test(text)) {
    return new Failure("unreadable", "this is the log of `terraform plan -json`, not a plan", { at, hint });
  }
  if (keys.size === 0 && /^\s*"?\{\s*\\*["']?format_version\b/.test(text)) {
    const copied =
      "write it straight to a file, `terraform show -json tfplan > tfplan.json`, not through a variable";
    return new Failure("unreadable", "this plan has lost its quotes, as a shell does to it", {
      at,
      hint: copied,
    });
  }
  if (isOfPlan || !keys.has("terraform_version")) return undefined;
  if (keys.has("values") || keys.has("lineage") || keys.has("serial")) {
    return new Failure("unreadable", "this is a Terraform state, not a plan", { at, hint });
  }
  if (keys.has("format_version") && !broken) {
    const message = "this plan has neither `resource_changes` nor `planned_values`";
    return new Failure("unreadable", message, { at, hint });
  }
  return undefined;
}

/** What to say about a plan as Terraform saves it: a zip archive with `tfplan` in it, or the older form. */
export function savedPlan(bytes: Uint8Array, file: string): Failure | undefined {
  if (bytes[0] !== 0x50 && bytes[0] !== 0x74) return undefined;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 512)).toString(
    "latin1",
  );
  const isArchive = head.startsWith("PK\u0003\u0004") && /tfplan|tfstate/.test(head);
  if (!isArchive && !(head.startsWith("tfplan") && head.charCodeAt(6) < 9)) return undefined;
  return new Failure("unreadable", "this is a plan as Terraform saves it, which only Terraform can read", {
    at: { file },
    hint: `convert it: \`terraform show -json ${file} > ${file}.json\``,
  });
}

/** What to say about a plan's file with nothing in it, as it is left behind when `terraform show` fails. */
export function blankPlan(bytes: Uint8Array, file: string): Failure | undefined {
  const isNamedPlan = /(^|[^a-z])(tf|tofu)?plan([^a-z].*)?$/i.test(
    posix.basename(file).replace(/\.json$/i, ""),
  );
  const isBlank = bytes.byteLength < 64 && /^\s*$/.test(Buffer.from(bytes).toString("latin1"));
  const isCommandAlone =
    bytes.byteLength < 4096 &&
    /^\[command\][^\n]*(terraform|tofu)[^\n]*\s*$/.test(Buffer.from(bytes).toString("latin1"));
  if (!isCommandAlone && !(isBlank && isNamedPlan && /\.json$/i.test(file))) return undefined;
  return new Failure("unreadable", "this plan is empty", {
    at: { file },
    hint: "the step that wrote it has failed; see what `terraform show -json` says there",
  });
}

/**
 * What to say about a plan that is not alone in its file: inside another document, behind other text, with comments
 * in it, or repeated. A text that only speaks of plans does not have all of its keys.
 */
export function planWithin(text: string, file: string): Failure | undefined {
  const isPlanlike =
    /\.(json|out|plan|tfplan|tofuplan)$/i.test(file) &&
    /"format_version"\s*:\s*"\d/.test(text) &&
    /"(resource_changes|planned_values)"\s*:\s*[[{]/.test(text);
  if (!isPlanlike) return undefined;
  return new Failure("unreadable", "there is a plan in this file, and it is not the file's only content", {
    at: { file },
    hint: "write it straight to a file of its own: `terraform show -json tfplan > tfplan.json`",
  });
}
