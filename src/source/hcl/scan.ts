import type { Span } from "../span.ts";

/** The structure of an HCL file: its blocks and attributes with their offsets. Expressions are not understood. */
export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
}

export interface Attribute {
  readonly name: Span;
  readonly value: Span;
  /** The value is one of a `.tf.json` file: JSON whose strings are templates. */
  readonly json?: true;
}

export interface Block extends Body {
  readonly type: string;
  readonly labels: readonly string[];
  /** From the type to the last label, as in `resource "aws_eks_cluster" "main"`. */
  readonly header: Span;
}

/**
 * Reads what is there and never fails: whatever is not closed costs its own place and nothing that
 * starts on a later line of its own.
 */
export function scanHcl(text: string): Body {
  const scanner = new Scanner(text);
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  for (let restarts = 0; restarts < mostRestarts && scanner.skipBlank(); ) {
    const start = scanner.at;
    scanner.item(attributes, blocks, 0);
    if (!scanner.unclosed) continue;
    scanner.restart(start);
    restarts++;
  }
  return { attributes, blocks };
}

/** The offset after the string, heredoc, comment or bracket that starts here; one further where none does. */
export function skipStretch(text: string, at: number): number {
  const scanner = new Scanner(text);
  scanner.at = at;
  scanner.stretch();
  return scanner.at;
}

const identifier = /[\p{L}\p{N}_-]+/uy;
const heredocStart = /<<-?([\p{L}\p{N}_-]+)[ \t]*\r?\n/uy;
const blanks = /\s+/y;
const words = /[\w.]+/y;
const inStrings = /[^"\\\n$%]+/y;
const inHeredocs = /[^\n$%]+/y;
const inBrackets = /[^"{}[\]()#/<]+/y;
const topLevel =
  /\n(?=(?:(?:resource|data|module|variable|output|provider|ephemeral|check)[ \t]+"|(?:locals|terraform|moved|removed|import)[ \t]*\{))/g;
const deepest = 100;
/** Each may read to the end of the text; a file with more unclosed blocks than this is no work in progress. */
const mostRestarts = 50;

class Scanner {
  readonly text: string;
  at = 0;
  /** Something was still open at the end of the text. */
  unclosed = false;

  constructor(text: string) {
    this.text = text;
  }

  /** Moves to the next word; `false` at the end. */
  skipBlank(): boolean {
    do this.#run(blanks);
    while (this.#comment());
    return this.at < this.text.length;
  }

  /** Reads an attribute or a block; steps over anything else. */
  item(attributes: Map<string, Attribute>, blocks: Block[], depth: number): void {
    const start = this.at;
    const word = this.#word();
    if (word === undefined) {
      this.at = start + 1;
      return;
    }
    const name = { start, end: this.at };
    this.#skipSpace();
    if (this.#here === "=" && this.text[this.at + 1] !== "=") {
      this.at++;
      attributes.set(word, { name, value: this.#expression() });
      return;
    }
    const labels: string[] = [];
    let end = name.end;
    for (let label = this.#word(); label !== undefined; label = this.#word()) {
      labels.push(label);
      end = this.at;
      this.#skipSpace();
    }
    if (this.#here !== "{") return;
    this.at++;
    blocks.push({ type: word, labels, header: { start, end }, ...this.#body(depth + 1) });
  }

  /** Goes on after an item that was not closed, at the next line that can only start a new one. */
  restart(start: number): void {
    topLevel.lastIndex = start;
    this.at = topLevel.test(this.text) ? topLevel.lastIndex : this.text.length;
    this.unclosed = false;
  }

  /** Moves past a string, heredoc, comment or bracketed part, however deeply they nest; else by one character. */
  stretch(): void {
    const closers: string[] = [];
    do {
      const closer = closers.at(-1);
      const heredoc = closer?.startsWith("<<") === true;
      if (closer !== undefined) this.#run(closer === '"' ? inStrings : heredoc ? inHeredocs : inBrackets);
      if (this.at >= this.text.length) {
        this.unclosed = closers.length > 0;
        return;
      }
      if (closer === '"') this.#inString(closers);
      else if (heredoc) this.#inHeredoc(closers);
      else this.#inExpression(closers);
    } while (closers.length > 0);
  }

  #inString(closers: string[]): void {
    const character = this.#here;
    if (character === "\\") this.at += 2;
    else if (character === '"' || character === "\n") {
      closers.pop();
      this.at++;
    } else this.#inTemplate(closers);
  }

  #inHeredoc(closers: string[]): void {
    if (this.#here === "\n") {
      this.at++;
      this.#closeHeredoc(closers);
    } else this.#inTemplate(closers);
  }

  /** Ends a heredoc whose marker stands alone on the line that starts here. */
  #closeHeredoc(closers: string[]): void {
    const end = this.text.indexOf("\n", this.at);
    const line = this.text.slice(this.at, end === -1 ? undefined : end).trimEnd();
    if (`<<${line.trimStart()}` !== closers.at(-1)) return;
    closers.pop();
    this.at += line.length;
  }

  #inTemplate(closers: string[]): void {
    const character = this.#here;
    const next = this.text[this.at + 1];
    if ((character === "$" || character === "%") && next === character && this.text[this.at + 2] === "{") {
      this.at += 3;
    } else if ((character === "$" || character === "%") && next === "{") {
      closers.push("}");
      this.at += 2;
    } else this.at++;
  }

  #inExpression(closers: string[]): void {
    const character = this.#here;
    const closer = { '"': '"', "{": "}", "[": "]", "(": ")" }[character];
    if (this.#comment() || this.#heredoc(closers)) return;
    if (closer !== undefined) closers.push(closer);
    else if (character === closers.at(-1)) closers.pop();
    this.at++;
  }

  #body(depth: number): Body {
    const attributes = new Map<string, Attribute>();
    const blocks: Block[] = [];
    while (!this.unclosed && depth < deepest && this.skipBlank()) {
      if (this.#here === "}") {
        this.at++;
        return { attributes, blocks };
      }
      this.item(attributes, blocks, depth);
    }
    this.unclosed = true;
    return { attributes, blocks };
  }

  /** To the end of the line, or of the block the line closes, whichever comes first outside of brackets. */
  #expression(): Span {
    this.#skipSpace();
    const start = this.at;
    let end = start;
    while (this.at < this.text.length && this.#here !== "\n" && this.#here !== "}") {
      const blank = /\s/.test(this.#here);
      if (!blank && this.#comment()) continue;
      if (!this.#run(words)) this.stretch();
      if (!blank) end = this.at;
    }
    return { start, end };
  }

  /** An identifier or a quoted label, which ends on its line. */
  #word(): string | undefined {
    const start = this.at;
    if (this.#here === '"') {
      this.stretch();
      if (this.text[this.at - 1] !== "\n") return this.text.slice(start + 1, this.at - 1);
      this.at--;
      return undefined;
    }
    identifier.lastIndex = start;
    const word = identifier.exec(this.text)?.[0];
    this.at += word?.length ?? 0;
    return word;
  }

  /** Moves past characters that mean nothing where they stand; `false` where there are none. */
  #run(characters: RegExp): boolean {
    characters.lastIndex = this.at;
    if (!characters.test(this.text)) return false;
    this.at = characters.lastIndex;
    return true;
  }

  #skipSpace(): void {
    for (;;) {
      if (this.#here === " " || this.#here === "\t" || this.#here === "\r") this.at++;
      else if (!this.text.startsWith("/*", this.at) || !this.#comment()) return;
    }
  }

  #comment(): boolean {
    const inline = this.text.startsWith("/*", this.at);
    if (!inline && this.#here !== "#" && !this.text.startsWith("//", this.at)) return false;
    const end = this.text.indexOf(inline ? "*/" : "\n", this.at);
    this.at = end === -1 ? this.text.length : end + (inline ? 2 : 0);
    return true;
  }

  #heredoc(closers: string[]): boolean {
    heredocStart.lastIndex = this.at;
    const marker = this.text.startsWith("<<", this.at) ? heredocStart.exec(this.text)?.[1] : undefined;
    if (marker === undefined) return false;
    this.at = heredocStart.lastIndex;
    closers.push(`<<${marker}`);
    this.#closeHeredoc(closers);
    return true;
  }

  get #here(): string {
    return this.text[this.at] ?? "";
  }
}
