import type { Git } from "./git.ts";
import { type FileTree, memoryTree } from "./tree.ts";

/** What the files of a checkout were at a commit. */
export interface Past {
  /** The files that were there. Those that are still the same are read from the disk. */
  readonly files: ReadonlySet<string>;
  /** Files that are no longer what they were, or no longer there. */
  readonly changed: ReadonlySet<string>;
  /** Files that are there now and were not; files that git does not track are not among them. */
  readonly added: ReadonlySet<string>;
  /** The content of one file; `undefined` where it was not there. */
  readonly text: (file: string) => string | undefined;
}

/** Asks git what was. Throws where there is no such commit. Links and submodules are no files. */
export function pastAt(git: Git, commit: string): Past {
  const files = filesOf(git, commit);
  const changed = new Set<string>();
  const added = new Set<string>();
  const parts = git([...difference, commit]).split("\0");
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const file = parts[at + 1] ?? "";
    (files.has(file) ? changed : added).add(file);
  }
  const text = (file: string) => {
    const bytes = files.has(file) ? git.contents(commit, [file]).get(file) : undefined;
    return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
  };
  return { files, changed, added, text };
}

/** Every file of a commit, below the folder that is asked in. */
export function filesOf(git: Git, commit: string): ReadonlySet<string> {
  return new Set(
    git(["ls-tree", "-r", "-z", commit])
      .split("\0")
      .flatMap((entry) => {
        const [, file] = /^100\d+ blob [\da-f]+\t(.+)$/s.exec(entry) ?? [];
        return file ?? [];
      }),
  );
}

/** From a commit to the files as they stand on the disk. */
const difference = [
  "diff",
  "--relative",
  "--no-renames",
  "--no-ext-diff",
  "--no-textconv",
  "--name-status",
  "-z",
];

/** The tree that `now` was at a commit: of the files that would be taken, as far as they were there. */
export function treeAt(
  git: Git,
  commit: string,
  { files, changed }: Pick<Past, "files" | "changed">,
  now: FileTree,
  wouldTake: (file: string) => boolean,
): FileTree {
  const taken = [...files].filter(wouldTake);
  const contents = git.contents(
    commit,
    taken.filter((file) => changed.has(file)),
  );
  const past = memoryTree(Object.fromEntries(taken.map((file) => [file, contents.get(file) ?? ""])));
  const isSame = (file: string) => !changed.has(file);
  return {
    ...past,
    isNamed: (file) => now.isNamed?.(file) ?? false,
    size: (file) => (isSame(file) ? now.size(file) : past.size(file)),
    bytes: (file) => (isSame(file) ? now.bytes(file) : past.bytes(file)),
    chunks: (file) => (isSame(file) ? now.chunks(file) : past.chunks(file)),
  };
}
