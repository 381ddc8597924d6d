import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { policyFilesAmong, readPolicyFiles, readText } from "./folder.ts";
import type { PolicyText } from "./load.ts";

/** Where configuration and policies are read from. Paths are relative to the root of the repository, or absolute. */
export interface SettingsFiles {
  readonly has: (path: string) => boolean;
  readonly text: (path: string) => string;
  /** The policy files of a folder, or the one file that is named, by their path from the root. */
  readonly policies: (path: string) => readonly PolicyText[];
}

/** The files as they are on the disk. */
export function filesIn(root: string): SettingsFiles {
  const top = resolve(root);
  return {
    has: (path) => existsSync(resolve(top, path)),
    text: (path) => readText(resolve(top, path)),
    policies: (path) =>
      readPolicyFiles(resolve(top, path)).map(({ file, text }) => ({ file: named(file, top), text })),
  };
}

/** What a commit has of a repository, as far as settings need it. */
export interface PastFiles {
  readonly files: ReadonlySet<string>;
  /** Files that came after it. */
  readonly added: ReadonlySet<string>;
  readonly text: (file: string) => string | undefined;
}

/**
 * The files as they were at a commit. What git does not track, such as what a step of the workflow made, is read from
 * the disk; what came after the commit is not there. The exception are files and folders of `own`, which the workflow
 * names itself: where the commit has nothing of them, they are read as they are.
 */
export function filesAt(root: string, past: PastFiles, own: readonly string[]): SettingsFiles {
  const top = resolve(root);
  const disk = filesIn(root);
  const inside = (path: string) => named(resolve(top, path), top);
  const isOwn = new Set(own.map(inside));
  const isIn = (set: ReadonlySet<string>, path: string) =>
    set.has(path) || [...set].some((file) => isBelow(file, path));
  const sideOf = (path: string): "past" | "disk" | "none" => {
    if (isIn(past.files, path)) return "past";
    return isOwn.has(path) || !isIn(past.added, path) ? "disk" : "none";
  };
  return {
    has: (path) => {
      const side = sideOf(inside(path));
      return side === "past" || (side === "disk" && disk.has(path));
    },
    text: (path) => {
      const file = inside(path);
      return (sideOf(file) === "past" ? past.text(file) : undefined) ?? disk.text(path);
    },
    policies: (path) => {
      const folder = inside(path);
      if (sideOf(folder) !== "past") return disk.policies(path);
      const found = past.files.has(folder)
        ? [folder]
        : policyFilesAmong(
            [...past.files].filter((file) => isBelow(file, folder)),
            path,
          );
      return found.map((file) => ({ file, text: past.text(file) ?? "" }));
    },
  };
}

/** The same files, and which of them were asked for. */
export function watched(files: SettingsFiles): SettingsFiles & { readonly asked: ReadonlySet<string> } {
  const asked = new Set<string>();
  const text = (path: string) => {
    asked.add(path.replace(/^\.\//, ""));
    return files.text(path);
  };
  const policies = (path: string) => {
    const found = files.policies(path);
    for (const { file } of found) asked.add(file);
    return found;
  };
  return { has: files.has, text, policies, asked };
}

function isBelow(file: string, folder: string): boolean {
  return folder === "" || file.startsWith(`${folder}/`);
}

/** By the path from the root, so that reports read the same on every machine. */
function named(file: string, top: string): string {
  return relative(top, file).split(sep).join("/");
}
