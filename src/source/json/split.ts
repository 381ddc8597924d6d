import type { Json } from "../declaration.ts";
import { isTooDeep, nestedTooDeeply } from "../depth.ts";
import { findMistake, type JsonMistake } from "./mistake.ts";

/**
 * What to read out of a document that is too large to hold. Where the document has another shape than the
 * selection, that part is passed over.
 */
export type Selection =
  | {
      readonly kind: "value";
      /** Looks at the first bytes of a value and may pass it over before it is parsed. */
      readonly wanted?: (head: Buffer) => boolean;
      readonly take: (value: Json) => void;
    }
  | { readonly kind: "items"; readonly of: Selection; readonly open?: () => void }
  | {
      readonly kind: "members";
      readonly of: Readonly<Record<string, Selection | undefined>>;
      readonly seen?: (key: string) => void;
    };

/**
 * Reads a UTF-8 document piece by piece and parses only what is selected, so that no more than one selected value is
 * ever held. What is passed over is only checked for its brackets. Answers with the mistake that ended the reading,
 * its offset in bytes. Behind the document, lines that start with `::` are allowed where `trailer` says so.
 */
export function splitJson(
  chunks: Iterable<Uint8Array>,
  selection: Selection,
  options: { readonly trailer?: boolean; readonly largest?: number } = {},
): JsonMistake | undefined {
  const splitter = new Splitter(selection, options.trailer === true, options.largest ?? 256 * 2 ** 20);
  for (const chunk of chunks) {
    splitter.read(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (splitter.mistake !== undefined) return splitter.mistake;
  }
  splitter.end();
  return splitter.mistake;
}

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

const headLength = 1024;

type Container = Exclude<Selection, { readonly kind: "value" }>;

/** What is being passed over byte by byte. */
type Span = "nested" | "text" | "plain";

type Expected = "value" | "first value" | "key" | "first key" | "colon" | "next" | "end" | "trailer";

/** A class, because a document may be cut into pieces anywhere, and everything must be remembered across the cut. */
class Splitter {
  mistake: JsonMistake | undefined;

  readonly #trailer: boolean;
  readonly #largest: number;
  readonly #around: Container[] = [];
  #expected: Expected = "value";
  /** What to do with the value that comes next. */
  #selection: Selection | undefined;

  #span: Span | undefined;
  #isKey = false;
  #depth = 0;
  #inText = false;
  #escaped = false;

  /** Where the span starts in the current piece, and its earlier pieces when they are kept. */
  #start = 0;
  #kept: Buffer[] = [];
  #keptLength = 0;
  /** Offset of the current piece in the file. */
  #base = 0;

  constructor(selection: Selection, trailer: boolean, largest: number) {
    this.#selection = selection;
    this.#trailer = trailer;
    this.#largest = largest;
  }

  read(chunk: Buffer): void {
    this.#start = 0;
    let at = 0;
    while (at < chunk.length && this.mistake === undefined) {
      at = this.#span === undefined ? this.#structure(chunk, at) : this.#within(chunk, at);
    }
    if (this.#span !== undefined && this.#keeps()) this.#keep(chunk);
    this.#base += chunk.length;
  }

  end(): void {
    if (this.#span === "plain" && this.#around.length === 0) this.#finish(Buffer.alloc(0), 0);
    const isComplete = this.#expected === "end" || this.#expected === "trailer";
    if (this.mistake === undefined && !isComplete) this.#refuse(this.#base, "it ends too early", true);
  }

  /** The next byte that is not inside a span; answers with the offset to go on from. */
  #structure(chunk: Buffer, at: number): number {
    const byte = chunk[at] ?? 0;
    if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) return at + 1;
    switch (this.#expected) {
      case "value":
        return this.#value(byte, at);
      case "first value":
        return byte === closeBracket ? this.#leave(at) : this.#value(byte, at);
      case "first key":
        if (byte === closeBrace) return this.#leave(at);
        return this.#key(byte, at);
      case "key":
        return this.#key(byte, at);
      case "colon":
        if (byte !== colon) return this.#unexpected(byte, at, "`:`");
        this.#expected = "value";
        return at + 1;
      case "next":
        return this.#next(byte, at);
      case "end":
        if (!this.#trailer || byte !== colon) return this.#unexpected(byte, at, "nothing more");
        this.#expected = "trailer";
        return chunk.length;
      case "trailer":
        return chunk.length;
    }
  }

  #value(byte: number, at: number): number {
    const selection = this.#selection;
    if (selection?.kind === "items" && byte === openBracket) {
      this.#around.push(selection);
      selection.open?.();
      this.#selection = selection.of;
      this.#expected = "first value";
      return at + 1;
    }
    if (selection?.kind === "members" && byte === openBrace) {
      this.#around.push(selection);
      this.#expected = "first key";
      return at + 1;
    }
    if (byte === comma || byte === colon || byte === closeBrace || byte === closeBracket) {
      return this.#unexpected(byte, at, "a value");
    }
    if (selection?.kind !== "value") this.#selection = undefined;
    this.#isKey = false;
    this.#start = at;
    this.#depth = 0;
    this.#span = byte === quote ? "text" : byte === openBrace || byte === openBracket ? "nested" : "plain";
    if (this.#span === "nested") this.#depth = 1;
    this.#inText = this.#span === "text";
    return at + 1;
  }

  #key(byte: number, at: number): number {
    if (byte !== quote) return this.#unexpected(byte, at, "a key in double quotes");
    this.#isKey = true;
    this.#start = at;
    this.#span = "text";
    this.#inText = true;
    return at + 1;
  }

  #next(byte: number, at: number): number {
    const around = this.#around.at(-1);
    if (around?.kind === "items") {
      if (byte === closeBracket) return this.#leave(at);
      if (byte !== comma) return this.#unexpected(byte, at, "`,` or `]`");
      this.#selection = around.of;
      this.#expected = "value";
      return at + 1;
    }
    if (byte === closeBrace) return this.#leave(at);
    if (byte !== comma) return this.#unexpected(byte, at, "`,` or `}`");
    this.#expected = "key";
    return at + 1;
  }

  #leave(at: number): number {
    this.#around.pop();
    this.#expected = this.#around.length === 0 ? "end" : "next";
    return at + 1;
  }

  /** Runs to the end of the span or of the piece. This is where the time goes: no calls, no allocation. */
  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: split into functions it takes half as long again
  #within(chunk: Buffer, from: number): number {
    const length = chunk.length;
    const span = this.#span;
    let at = from;
    let depth = this.#depth;
    let inText = this.#inText;
    if (this.#escaped) {
      this.#escaped = false;
      at++;
    }
    while (at < length) {
      if (inText) {
        let byte = 0;
        while (at < length) {
          byte = chunk[at++] ?? 0;
          if (byte === quote || byte === backslash) break;
        }
        if (byte === backslash) {
          if (at === length) this.#escaped = true;
          at++;
        } else if (byte === quote) {
          inText = false;
          if (span === "text") return this.#finish(chunk, at);
        }
        continue;
      }
      const byte = chunk[at] ?? 0;
      if (span === "plain") {
        if (byte <= 0x20 || byte === comma || byte === closeBrace || byte === closeBracket)
          return this.#finish(chunk, at);
        at++;
        continue;
      }
      at++;
      if (byte === quote) inText = true;
      else if (byte === openBrace || byte === openBracket) depth++;
      else if (byte === closeBrace || byte === closeBracket) {
        depth--;
        if (depth === 0) return this.#finish(chunk, at);
      }
    }
    this.#depth = depth;
    this.#inText = inText;
    return length;
  }

  /** The span ends before `end`. */
  #finish(chunk: Buffer, end: number): number {
    this.#span = undefined;
    this.#inText = false;
    this.#depth = 0;
    const selection = this.#selection;
    if (this.#isKey) {
      const key = this.#parse(this.#bytes(chunk, end), end);
      const around = this.#around.at(-1);
      if (around?.kind === "members" && typeof key === "string") {
        around.seen?.(key);
        this.#selection = Object.hasOwn(around.of, key) ? around.of[key] : undefined;
      }
      this.#expected = "colon";
      return end;
    }
    this.#expected = this.#around.length === 0 ? "end" : "next";
    if (selection?.kind !== "value") return end;
    const bytes = this.#bytes(chunk, end);
    if (selection.wanted?.(bytes.subarray(0, headLength)) === false) return end;
    const value = this.#parse(bytes, end);
    if (value !== undefined) selection.take(value);
    return end;
  }

  #parse(bytes: Buffer, end: number): Json | undefined {
    const text = bytes.toString("utf8");
    try {
      const value: Json = JSON.parse(text);
      if (!isTooDeep(value)) return value;
      this.#refuse(this.#base + end, nestedTooDeeply, false);
      return undefined;
    } catch {
      const inside = findMistake(text);
      const before = Buffer.byteLength(text.slice(0, inside?.offset ?? 0));
      this.#refuse(this.#base + end - bytes.length + before, inside?.message ?? "it cannot be parsed", false);
      return undefined;
    }
  }

  /** All bytes of the span. */
  #bytes(chunk: Buffer, end: number): Buffer {
    const last = chunk.subarray(this.#start, end);
    if (this.#kept.length === 0) return last;
    const all = Buffer.concat([...this.#kept, last]);
    this.#kept = [];
    this.#keptLength = 0;
    return all;
  }

  #keeps(): boolean {
    return this.#isKey || this.#selection?.kind === "value";
  }

  /** A piece is only valid until the next one is asked for. */
  #keep(chunk: Buffer): void {
    const piece = Buffer.from(chunk.subarray(this.#start));
    this.#kept.push(piece);
    this.#keptLength += piece.length;
    if (this.#keptLength <= this.#largest) return;
    this.#refuse(this.#base + chunk.length, `one value of it is larger than ${this.#largest} bytes`, false);
  }

  #unexpected(byte: number, at: number, expected: string): number {
    const found =
      byte > 0x20 && byte < 0x7f ? `\`${String.fromCharCode(byte)}\`` : `byte 0x${byte.toString(16)}`;
    this.#refuse(this.#base + at, `expected ${expected}, found ${found}`, false);
    return at + 1;
  }

  #refuse(offset: number, message: string, cut: boolean): void {
    this.mistake ??= { offset, message, cut };
  }
}
