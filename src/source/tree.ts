/** Where bytes come from: the disk in a run, memory in cases and tests. */
export interface FileTree {
  /** Every file that may be input: relative to the root, forward slashes, sorted, pruned folders left out. */
  files(): Iterable<string>;
  /** Whether a file was asked for by its own name. */
  isNamed?(file: string): boolean;
  /** Size in bytes; throws `Failure` where the file cannot be opened. */
  size(file: string): number;
  /** The whole file. */
  bytes(file: string): Uint8Array;
  /** The file in pieces, for files too large to hold. A piece is only valid until the next one is asked for. */
  chunks(file: string): Iterable<Uint8Array>;
  /**
   * Everything that stands in a folder, input or not (`""` is the root): findings are placed in the author's own
   * `.tf` files, which are no input. Pruned folders are left out; a folder that cannot be read is empty.
   */
  list(folder: string): Listing;
}

/** Names without their folder, sorted. */
export interface Listing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** A tree in memory. */
export function memoryTree(contents: Readonly<Record<string, string | Uint8Array>>): FileTree {
  const encoder = new TextEncoder();
  const files = new Map(
    Object.entries(contents).map(([file, content]) => [
      file,
      typeof content === "string" ? encoder.encode(content) : content,
    ]),
  );
  const bytes = (file: string) => files.get(file) ?? new Uint8Array();
  return {
    files: () => [...files.keys()].sort(),
    size: (file) => bytes(file).length,
    bytes,
    chunks: (file) => [bytes(file)],
    list: (folder) => listing(folder, files.keys()),
  };
}

export const noFiles: FileTree = memoryTree({});

/** A tree without some of its files. */
export function without(tree: FileTree, left: ReadonlySet<string>): FileTree {
  return { ...tree, files: () => [...tree.files()].filter((file) => !left.has(file)) };
}

function listing(folder: string, paths: Iterable<string>): Listing {
  const prefix = folder === "" ? "" : `${folder}/`;
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const path of paths) {
    if (!path.startsWith(prefix)) continue;
    const [name = "", ...below] = path.slice(prefix.length).split("/");
    (below.length === 0 ? files : folders).add(name);
  }
  return { files: [...files].sort(), folders: [...folders].sort() };
}
