import { closeSync, type Dirent, fstatSync, openSync, readdirSync, readFileSync, readSync } from "node:fs";
import { join, resolve } from "node:path";
import { opened, statOf } from "./opened.ts";
import type { FileTree, Listing } from "./tree.ts";
import { pruned, type WalkOptions, walked } from "./walk.ts";

/**
 * The files below some paths of a folder. Paths are relative to the root, or absolute; one outside the root keeps
 * its `../`. A file that is named is taken whatever it is called and whatever is excluded.
 * Throws `Failure("usage")` where a path does not exist.
 */
export async function diskTree(
  root: string,
  paths: readonly string[],
  options: WalkOptions = {},
): Promise<FileTree> {
  const top = resolve(root);
  const found = await walked(top, paths, options);
  const files = [...found.files].sort();
  const sizes = new Map<string, number>();
  let held: { readonly file: string; readonly bytes: Uint8Array } | undefined;
  /** What is asked for its size is read next, so that a small file is opened once. */
  const sizeOf = (file: string) => {
    const { size, bytes } = openedOnce(join(top, file));
    held = bytes === undefined ? undefined : { file, bytes };
    return size;
  };
  return {
    files: () => files,
    isNamed: (file) => found.named.has(file),
    size: (file) => {
      const size = sizes.get(file) ?? opened(file, () => sizeOf(file));
      sizes.set(file, size);
      return size;
    },
    bytes: (file) => (held?.file === file ? held.bytes : opened(file, () => readFileSync(join(top, file)))),
    chunks: (file) => pieces(top, file),
    list: (folder) => listing(join(top, folder)),
  };
}

function listing(full: string): Listing {
  try {
    const entries = readdirSync(full, { withFileTypes: true });
    const names = (wanted: (entry: Dirent) => boolean) =>
      entries
        .filter(wanted)
        .map(({ name }) => name)
        .sort();
    return {
      files: names(
        (entry) =>
          entry.isFile() || (entry.isSymbolicLink() && statOf(join(full, entry.name))?.isFile() === true),
      ),
      folders: names((entry) => entry.isDirectory() && !pruned.has(entry.name)),
    };
  } catch {
    return { files: [], folders: [] };
  }
}

const pieceSize = 1024 * 1024;

/** The size of a file, and its bytes where they are few. */
function openedOnce(full: string): { readonly size: number; readonly bytes: Uint8Array | undefined } {
  const handle = openSync(full, "r");
  try {
    const { size } = fstatSync(handle);
    if (size > pieceSize) return { size, bytes: undefined };
    const bytes = Buffer.allocUnsafe(size);
    return { size, bytes: readSync(handle, bytes, 0, size, 0) === size ? bytes : undefined };
  } finally {
    closeSync(handle);
  }
}

function* pieces(top: string, file: string): Generator<Uint8Array> {
  const full = join(top, file);
  const handle = opened(file, () => openSync(full, "r"));
  try {
    const buffer = Buffer.allocUnsafe(pieceSize);
    for (;;) {
      const read = opened(file, () => readSync(handle, buffer, 0, pieceSize, null));
      if (read === 0) return;
      yield buffer.subarray(0, read);
    }
  } finally {
    closeSync(handle);
  }
}
