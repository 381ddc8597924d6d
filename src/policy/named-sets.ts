import { filesIn, type SettingsFiles } from "./files.ts";
import { policyFilesAmong } from "./folder.ts";
import type { PolicyText } from "./load.ts";

/** What a commit has, as far as policies are read from it. */
export interface CommitFiles {
  readonly files: ReadonlySet<string>;
  readonly text: (file: string) => string | undefined;
}

/** `git:main:policies`: a folder of policies as it was at a commit. */
export function atCommit(name: string): { readonly ref: string; readonly folder: string } | undefined {
  const [, ref, folder] = /^git:([^:]+):(.+)$/.exec(name) ?? [];
  if (ref === undefined || folder === undefined) return undefined;
  return { ref, folder: folder.replace(/^\.\//, "").replace(/\/+$/, "") };
}

/** The policies of a folder at a commit. Throws `Failure` where it has none. */
export function policiesAt({ files, text }: CommitFiles, folder: string): readonly PolicyText[] {
  const isIn = (file: string) => folder === "." || file === folder || file.startsWith(`${folder}/`);
  const found = policyFilesAmong([...files].filter(isIn), folder);
  return found.map((file) => ({ file, text: text(file) ?? "" }));
}

/** The files of a repository, but for sets of policies that are named from elsewhere. */
export function withSets(root: string, sets: ReadonlyMap<string, readonly PolicyText[]>): SettingsFiles {
  const own = filesIn(root);
  return {
    ...own,
    has: (path) => sets.has(path) || own.has(path),
    policies: (path) => sets.get(path) ?? own.policies(path),
  };
}
