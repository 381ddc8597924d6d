import { isUtf8 } from "node:buffer";
import { Failure } from "../base/failure.ts";

/**
 * The text of a file: UTF-8 or UTF-16 in either order, with or without a byte order mark (which is dropped).
 * Throws `Failure("unreadable")`, with the place of the first bad byte, where the bytes are neither.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  switch (encodingOf(bytes)) {
    case "utf-8":
      return decodeUtf8(bytes, file);
    case "utf-16le":
      return decodeUtf16(bytes, "utf-16le", file);
    case "utf-16be":
      return decodeUtf16(bytes, "utf-16be", file);
    case "binary":
      throw new Failure("unreadable", "this is not a text file", {
        at: { file },
        hint: "the gate reads JSON and YAML; a saved plan becomes JSON with `terraform show -json <plan file>`",
      });
  }
}

/** What the first bytes look like. NUL bytes stand in UTF-16 text at every other place, and in binaries. */
export function encodingOf(head: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | "binary" {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first !== undefined && first !== 0 && second === 0) return "utf-16le";
  if (first === 0 && second !== undefined && second !== 0) return "utf-16be";
  return head.subarray(0, 1024).includes(0) ? "binary" : "utf-8";
}

/**
 * The JSON alone, where the wrapper of `hashicorp/setup-terraform` has printed its `[command]` line
 * before it and workflow commands (`::debug::`, `::set-output`) after it.
 */
export function withoutCommandLine(text: string): string {
  if (!text.startsWith("[command]")) return text;
  const start = text.indexOf("\n") + 1;
  const end = text.indexOf("\n::", start);
  return text.slice(start === 0 ? text.length : start, end === -1 ? text.length : end);
}

/** The line and column of an offset, both counted from 1. */
export function positionOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end !== -1 && end < offset; end = text.indexOf("\n", start)) {
    line++;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
}

function decodeUtf8(bytes: Uint8Array, file: string): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  if (!isUtf8(bytes)) throw notText(text, "UTF-8", file);
  return withoutMark(text);
}

function decodeUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be", file: string): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (bytes.length % 2 === 1 || text.includes("\u0000")) throw notText(text, "UTF-16", file);
  return withoutMark(text);
}

function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

function notText(text: string, encoding: string, file: string): Failure {
  const bad = text.search(/[\uFFFD\u0000]/);
  const at = bad === -1 ? { file } : { file, ...positionOf(text, bad) };
  return new Failure("unreadable", `this is not valid ${encoding} text`, {
    at,
    hint: "save the file as UTF-8",
  });
}
