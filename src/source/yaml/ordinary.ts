import type { Json } from "../declaration.ts";
import { type FlowValue, nullOr, readFlow, readQuoted } from "./flow.ts";
import { gaveUp, giveUp } from "./give-up.ts";
import { ordinaryScalar } from "./scalar.ts";

/**
 * The documents of a YAML file that is written as most are: maps and lists in blocks, keys and values that end on
 * their line, `|` and `>` texts, brackets that close on their line, comments. It gives up (`undefined`) as soon as anything is
 * unusual or wrong, and never reads what js-yaml would read differently: that is several times slower, and decides.
 */
export function readOrdinary(text: string): readonly Json[] | undefined {
  if (unusual.test(text)) return undefined;
  try {
    return new Reader(text).documents();
  } catch (error) {
    if (error === gaveUp) return undefined;
    throw error;
  }
}

/** Tabs, carriage returns, control characters and directives are left to js-yaml. */
const unusual = /[^\n\x20-\x7e\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]|^%/m;

interface Key {
  readonly name: string;
  readonly end: number;
}

const quotedKey = /"([\w./ -]+)"/y;

const blockHeader = /^[|>][+-]?$/;
const deepest = 50;

/** A class, because reading means standing somewhere: at the first word of a line that says something. */
class Reader {
  readonly #text: string;
  /** Where the next line begins. */
  #next = 0;
  /** The column of the first word, its offset, and the offset where its line ends. */
  #indent = 0;
  #start = 0;
  #end = 0;
  #line: "content" | "marker" | "none" = "none";
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  documents(): readonly Json[] {
    const documents: Json[] = [];
    this.#advance();
    if (this.#isWithin(-1)) documents.push(this.#document());
    while (this.#line === "marker") {
      this.#advance();
      documents.push(this.#isWithin(-1) ? this.#document() : null);
    }
    return documents;
  }

  #document(): Json {
    const value = this.#block();
    return this.#isWithin(-1) ? giveUp() : value;
  }

  /** Goes to the next line that says something. */
  #advance(): void {
    const text = this.#text;
    while (this.#next < text.length) {
      const from = this.#next;
      this.#end = lineEnd(text, from);
      this.#next = this.#end + 1;
      this.#start = skipSpaces(text, from);
      this.#indent = this.#start - from;
      if (this.#start >= this.#end || text[this.#start] === "#") continue;
      this.#line = this.#indent === 0 && isMarker(text, this.#start, this.#end) ? "marker" : "content";
      return;
    }
    this.#indent = -1;
    this.#line = "none";
  }

  #isAt(indent: number): boolean {
    return this.#line === "content" && this.#indent === indent;
  }

  #isWithin(indent: number): boolean {
    return this.#line === "content" && this.#indent > indent;
  }

  #isItem(): boolean {
    const text = this.#text;
    return text[this.#start] === "-" && (this.#start + 1 === this.#end || text[this.#start + 1] === " ");
  }

  /** The map or list that begins on this line. */
  #block(): Json {
    if (++this.#depth > deepest) giveUp();
    const value = this.#isItem() ? this.#list(this.#indent) : this.#map(this.#indent);
    this.#depth--;
    return value;
  }

  #list(indent: number): Json {
    const items: Json[] = [];
    while (this.#isAt(indent) && this.#isItem()) items.push(this.#item(indent));
    return this.#isWithin(indent) ? giveUp() : items;
  }

  #item(indent: number): Json {
    const start = skipSpaces(this.#text, this.#start + 1);
    if (this.#isNothing(start)) return this.#below(indent);
    if (this.#keyAt(start) === undefined) return this.#value(start, indent);
    this.#indent += start - this.#start;
    this.#start = start;
    return this.#block();
  }

  #map(indent: number): Json {
    const map: Record<string, Json> = {};
    while (this.#isAt(indent)) {
      const key = this.#keyAt(this.#start) ?? giveUp();
      if (Object.hasOwn(map, key.name)) giveUp();
      const start = skipSpaces(this.#text, key.end);
      map[key.name] = this.#isNothing(start) ? this.#member(indent) : this.#value(start, indent);
    }
    return this.#isWithin(indent) ? giveUp() : map;
  }

  /** A list may stand as far left as the key it belongs to. */
  #member(indent: number): Json {
    const value = this.#below(indent);
    return value === null && this.#isAt(indent) && this.#isItem() ? this.#list(indent) : value;
  }

  /** What the following lines say, if they are indented further. */
  #below(indent: number): Json {
    this.#advance();
    return this.#isWithin(indent) ? this.#block() : null;
  }

  /** The key that stands here, and where its colon is behind. */
  #keyAt(start: number): Key | undefined {
    const text = this.#text;
    if (text[start] === '"') return this.#quotedKey(start);
    let end = start;
    while (isKeyCharacter(text.charCodeAt(end))) end++;
    if (end === start || !endsKey(text, end)) return undefined;
    const name = text.slice(start, end);
    if (!/^[A-Za-z_]/.test(name) || name === "__proto__" || typeof ordinaryScalar(name) !== "string")
      giveUp();
    return { name, end: end + 1 };
  }

  #quotedKey(start: number): Key | undefined {
    quotedKey.lastIndex = start;
    const name = quotedKey.exec(this.#text)?.[1];
    if (name === undefined || !endsKey(this.#text, quotedKey.lastIndex)) return undefined;
    return name === "__proto__" ? giveUp() : { name, end: quotedKey.lastIndex + 1 };
  }

  /** Whether the line ends here but for a comment. */
  #isNothing(start: number): boolean {
    return start >= this.#end || (this.#text[start] === "#" && this.#text[start - 1] === " ");
  }

  /** A value that begins on the line of its key or dash. */
  #value(start: number, indent: number): Json {
    const first = this.#text[start];
    if (first === "|" || first === ">") return this.#blockText(start, indent);
    const value = this.#inline(start);
    this.#advance();
    return this.#isWithin(indent) ? giveUp() : value;
  }

  #inline(start: number): Json {
    const first = this.#text[start];
    if (first === '"' || first === "'") return this.#alone(readQuoted(this.#text, start));
    if (first === "[" || first === "{") return this.#alone(readFlow(this.#text, start));
    const text = this.#withoutComment(start);
    return ordinaryScalar(text) ?? (text === "" ? giveUp() : nullOr(text));
  }

  /** A value, if nothing but a comment follows on its line. */
  #alone({ value, end }: FlowValue): Json {
    return end <= this.#end && this.#isNothing(skipSpaces(this.#text, end)) ? value : giveUp();
  }

  #withoutComment(start: number): string {
    const line = this.#text.slice(start, this.#end);
    const comment = line.indexOf(" #");
    return (comment === -1 ? line : line.slice(0, comment)).trimEnd();
  }

  #blockText(start: number, indent: number): string {
    const header = this.#text.slice(start, this.#end);
    if (!blockHeader.test(header)) giveUp();
    const lines = this.#blockLines(indent);
    const text = header.startsWith("|") ? lines.join("\n") : folded(lines);
    if (header.endsWith("-")) return text.replace(/\n+$/, "");
    return header.endsWith("+") ? `${text}\n` : `${text.replace(/\n+$/, "")}\n`;
  }

  /** The lines of a block text without their indentation; the blank ones at its end included. */
  #blockLines(indent: number): readonly string[] {
    const text = this.#text;
    const lines: string[] = [];
    const margin = this.#marginOf(indent);
    while (this.#next < text.length) {
      const from = this.#next;
      const end = lineEnd(text, from);
      const start = Math.min(skipSpaces(text, from), end);
      const isBlank = start === end;
      if (!isBlank && start - from < margin) break;
      if (end === text.length || (isBlank && start - from > margin)) giveUp();
      lines.push(isBlank ? "" : text.slice(from + margin, end));
      this.#next = end + 1;
    }
    this.#advance();
    return this.#isWithin(indent) ? giveUp() : lines;
  }

  /** How far the first line that is not blank is indented. */
  #marginOf(indent: number): number {
    let from = this.#next;
    while (this.#text[from] === "\n") from++;
    const margin = skipSpaces(this.#text, from) - from;
    return margin <= indent || lineEnd(this.#text, from) === from + margin ? giveUp() : margin;
  }
}

/** Lines that follow one another make one; blank lines and lines that are indented further mean more than that. */
function folded(lines: readonly string[]): string {
  const last = lines.findLastIndex((line) => line !== "");
  const words = lines.slice(0, last + 1);
  if (words.some((line) => line === "" || line.startsWith(" "))) giveUp();
  return [words.join(" "), ...lines.slice(last + 1)].join("\n");
}

function isMarker(text: string, start: number, end: number): boolean {
  if (!text.startsWith("---", start) && !text.startsWith("...", start)) return false;
  return text[start] === "-" && /^--- *$/.test(text.slice(start, end)) ? true : giveUp();
}

/** Letters, digits, `_`, `-`, `.` and `/`. */
function isKeyCharacter(code: number): boolean {
  const lower = code | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x2d && code <= 0x39) || code === 0x5f;
}

/** A colon with a blank or nothing behind it. */
function endsKey(text: string, at: number): boolean {
  if (text[at] !== ":") return false;
  const next = text[at + 1];
  return next === " " || next === "\n" || next === undefined;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}
