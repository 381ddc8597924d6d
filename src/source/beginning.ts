import { closeSync, openSync, readSync } from "node:fs";

/** The first bytes of a file, however large it is, or however endless. Throws where it cannot be opened or read. */
export function beginningOf(path: string, most: number): Uint8Array {
  const handle = openSync(path, "r");
  try {
    const pieces: Buffer[] = [];
    for (let left = most; left > 0; ) {
      const piece = Buffer.allocUnsafe(Math.min(left, 1024 * 1024));
      const read = readSync(handle, piece, 0, piece.length, null);
      if (read === 0) break;
      pieces.push(piece.subarray(0, read));
      left -= read;
    }
    return Buffer.concat(pieces);
  } finally {
    closeSync(handle);
  }
}
