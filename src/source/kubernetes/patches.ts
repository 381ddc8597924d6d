import { posix } from "node:path";
import { Failure } from "../../base/failure.ts";
import type { Json } from "../declaration.ts";
import { isList, memberOf } from "../plain.ts";
import { decodeText } from "../text.ts";
import type { FileTree } from "../tree.ts";
import { loadYaml } from "../yaml/load.ts";

/**
 * The files that kustomizations lay over others. They look like manifests and say only what differs: what they do
 * not say is not the platform's default, so they cannot be judged on their own.
 */
export function patchFiles(files: readonly string[], tree: FileTree): ReadonlySet<string> {
  const kustomizations = files.filter((file) => /(^|\/)kustomization(\.ya?ml)?$/i.test(file));
  return new Set(kustomizations.flatMap((file) => patchesOf(file, tree)));
}

function patchesOf(file: string, tree: FileTree): readonly string[] {
  const root = kustomization(file, tree);
  return ["patches", "patchesStrategicMerge"]
    .flatMap((key) => entriesOf(memberOf(root, key)))
    .map((entry) => (typeof entry === "string" ? entry : memberOf(entry, "path")))
    .filter((path) => typeof path === "string" && !path.includes("\n"))
    .map((path) => posix.join(posix.dirname(file), String(path)));
}

/** A kustomization is none of our input: one that cannot be read has nothing to say. */
function kustomization(file: string, tree: FileTree): Json | undefined {
  try {
    return loadYaml(decodeText(tree.bytes(file), file), file, "manifest")[0];
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function entriesOf(json: Json | undefined): readonly Json[] {
  return isList(json) ? json : [];
}
