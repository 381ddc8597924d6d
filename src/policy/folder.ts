import { readdirSync, readFileSync, statSync } from "node:fs";
import { Failure } from "../base/failure.ts";
import type { PolicyText } from "./load.ts";

/** The policy files below a folder, or the one file that is named; sorted, `facts.yaml` left out. */
export function readPolicyFiles(path: string): readonly PolicyText[] {
  return policyPaths(path).map((file) => ({ file, text: read(file) }));
}

/** The text of a facts or configuration file. */
export function readText(file: string): string {
  return read(file);
}

function policyPaths(path: string): readonly string[] {
  if (!isFolder(path)) return [path];
  const found = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll("\\", "/"));
  return policyFilesAmong(found, path).map((file) => file.replace(/^\.\//, ""));
}

/** Those of a folder's files that are policies, sorted. Throws `Failure` where none is. */
export function policyFilesAmong(files: readonly string[], folder: string): readonly string[] {
  const found = files.filter((file) => /\.ya?ml$/.test(file) && !/(?:^|\/)facts\.ya?ml$/.test(file));
  if (found.length > 0) return found.toSorted();
  throw new Failure("policy", `no policy files in \`${folder}\``, {
    hint: "policies are `<family>/<id>.yaml`",
  });
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    throw new Failure("policy", `there is no \`${path}\``, {
      hint: "name a folder of policies or one policy file",
    });
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure("policy", `\`${file}\` cannot be read`, { at: { file }, hint: why });
  }
}
