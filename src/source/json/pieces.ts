import { encodingOf } from "../text.ts";

/** A JSON file in pieces of UTF-8: without byte order mark, without what setup-terraform's wrapper prints before it. */
export interface Pieces {
  readonly pieces: Iterable<Uint8Array>;
  /** Whether a line was left out; known once the pieces were read. */
  readonly droppedLine: () => boolean;
}

/** The pieces of a file that holds one JSON object, in any encoding that `decodeText` reads. */
export function jsonPieces(chunks: Iterable<Uint8Array>): Pieces {
  let state: "start" | "command" | "json" = "start";
  let dropped = false;
  function* pieces(): Iterable<Uint8Array> {
    for (const chunk of asUtf8(chunks)) {
      // The document is an object: a bracket before it can only be that of `[command]`.
      if (state === "start" && chunk.length > 0) state = chunk[0] === openBracket ? "command" : "json";
      if (state === "json") yield chunk;
      if (state !== "command") continue;
      dropped = true;
      const end = chunk.indexOf(newline);
      if (end === -1) continue;
      state = "json";
      yield chunk.subarray(end + 1);
    }
  }
  return { pieces: pieces(), droppedLine: () => dropped };
}

/** Line and column of a byte, both from 1, found by reading the file once more. */
export function positionInPieces(
  { pieces, droppedLine }: Pieces,
  offset: number,
): { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  let base = 0;
  for (const piece of pieces) {
    for (
      let at = piece.indexOf(newline);
      at !== -1 && base + at < offset;
      at = piece.indexOf(newline, at + 1)
    ) {
      line++;
      lineStart = base + at + 1;
    }
    base += piece.length;
    if (base > offset) break;
  }
  return { line: droppedLine() ? line + 1 : line, column: offset - lineStart + 1 };
}

const openBracket = 0x5b;
const newline = 0x0a;

function* asUtf8(chunks: Iterable<Uint8Array>): Iterable<Uint8Array> {
  let decode: ((chunk: Uint8Array) => Uint8Array) | undefined;
  for (const chunk of chunks) {
    decode ??= decoderFor(chunk);
    yield decode(chunk);
  }
}

/** Takes UTF-8 as it is and recodes UTF-16. */
function decoderFor(head: Uint8Array): (chunk: Uint8Array) => Uint8Array {
  const encoding = encodingOf(head);
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const decoder = new TextDecoder(encoding);
    const encoder = new TextEncoder();
    return (chunk) => encoder.encode(decoder.decode(chunk, { stream: true }));
  }
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  return (chunk) => (marked && chunk === head ? chunk.subarray(3) : chunk);
}
