import type { Settings } from "../policy/settings.ts";
import type { Past } from "../source/past.ts";
import type { FileTree } from "../source/tree.ts";

export interface Relevance {
  /** What the checkout was before the change. */
  readonly past: Past;
  readonly tree: FileTree;
  /** Whether a file would be taken for input, if it were there. */
  readonly isTaken: (file: string) => boolean;
  readonly settings: Settings;
  /** Files and folders that the workflow names beside what is judged. */
  readonly named: readonly string[];
}

/**
 * Whether nothing that the gate reads is touched by the change, so that there is nothing to check. Only where git can
 * tell: a file that git does not track, such as a plan or an inventory that a step made, may say anything.
 */
export function nothingTouched({ past, tree, isTaken, settings, named }: Relevance): boolean {
  const names = named.map((name) => name.replace(/^\.\//, "").replace(/\/+$/, ""));
  if (settings.mistakes.length > 0) return false;
  const own = new Set(ownFiles(settings));
  const known = [...tree.files(), ...own, ...names.filter((name) => !isFolderOf(past, name))];
  if (known.some((file) => !past.files.has(file))) return false;
  const isBeside = (file: string) =>
    own.has(file) ||
    file.startsWith(".github/") ||
    names.some((name) => file === name || file.startsWith(`${name}/`));
  return ![...past.changed, ...past.added].some((file) => isTaken(file) || isBeside(file));
}

/** Policies, inventories, values of parameters and waivers: whatever does not come with the gate. */
function ownFiles({ policies, inventories = [], parameters = [], waivers }: Settings): readonly string[] {
  const own = policies.flatMap((policy) => ("text" in policy && policy.isPackaged !== true ? [policy] : []));
  const excuses = [waivers?.waivers, waivers?.codeOwners].flatMap((text) => text ?? []);
  return [...own, ...inventories, ...parameters, ...excuses].map(({ file }) => file);
}

function isFolderOf({ files }: Past, name: string): boolean {
  return [...files].some((file) => file.startsWith(`${name}/`));
}
