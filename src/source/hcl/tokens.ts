import type { Span } from "../span.ts";
import { skipStretch } from "./scan.ts";

/**
 * Walks the tokens of an expression. It stands at the end of the last token taken; blanks and comments before the
 * next one are not stepped over until that one is taken, so a span never ends in a blank.
 */
export class Cursor {
  readonly text: string;
  at: number;
  #linesCount = true;
  readonly #origin: (offset: number) => number;
  #peeked = { at: -1, linesCount: true, next: 0, symbol: "" };

  /** Reads to the end of `text`. `origin` turns offsets in it into those that spans are told in. */
  constructor(text: string, start: number, origin = (offset: number): number => offset) {
    this.text = text;
    this.at = start;
    this.#origin = origin;
  }

  /** The offset of the next token. */
  get next(): number {
    return this.#peek().next;
  }

  /** The operator, bracket or, where lines count, line end that comes next; empty for everything else. */
  get symbol(): string {
    return this.#peek().symbol;
  }

  /** The identifier that comes next. */
  get word(): string | undefined {
    return match(word, this.text, this.next);
  }

  get done(): boolean {
    return this.next >= this.text.length;
  }

  /** Whether this bracket comes next, or nothing that could stand before it. */
  closing(bracket: string): boolean {
    return this.done || this.symbol === bracket;
  }

  /** From an offset to the end of the last token taken; empty where nothing was taken since. */
  span(start: number): Span {
    return { start: this.#origin(start), end: this.#origin(Math.max(start, this.at)) };
  }

  take(symbol: string): boolean {
    if (this.symbol !== symbol) return false;
    this.at = this.next + symbol.length;
    return true;
  }

  takeWord(): string | undefined {
    return this.#takeText(word);
  }

  takeNumber(): string | undefined {
    return this.#takeText(number);
  }

  /** Takes whatever comes next, with all that its bracket, quote or heredoc holds. */
  takeStretch(): void {
    const { next, symbol } = this.#peek();
    if (symbol !== "" && !openers.includes(symbol)) this.at = next + symbol.length;
    else if (this.takeWord() === undefined && this.takeNumber() === undefined) {
      this.at = Math.min(skipStretch(this.text, next), this.text.length);
    }
  }

  /** Moves before the next of these symbols outside of brackets, at the latest before a bracket that closes. */
  skipTo(symbols: readonly string[]): void {
    while (!this.done && !symbols.includes(this.symbol) && !closers.includes(this.symbol)) this.takeStretch();
  }

  /** Whether the end of a line means something, as it does in an object, or is a blank, as in a list. */
  within<T>(linesCount: boolean, read: () => T): T {
    const before = this.#linesCount;
    this.#linesCount = linesCount;
    const result = read();
    this.#linesCount = before;
    return result;
  }

  #takeText(pattern: RegExp): string | undefined {
    const { next } = this.#peek();
    const text = match(pattern, this.text, next);
    if (text !== undefined) this.at = next + text.length;
    return text;
  }

  #peek(): { readonly next: number; readonly symbol: string } {
    if (this.#peeked.at !== this.at || this.#peeked.linesCount !== this.#linesCount) {
      const next = this.#afterBlanks();
      const symbol = match(symbols, this.text, next) ?? "";
      this.#peeked = { at: this.at, linesCount: this.#linesCount, next, symbol };
    }
    return this.#peeked;
  }

  #afterBlanks(): number {
    let next = this.at;
    for (;;) {
      next += match(this.#linesCount ? blanks : blanksAndLines, this.text, next)?.length ?? 0;
      if (match(comment, this.text, next) === undefined) return next;
      next = Math.min(skipStretch(this.text, next), this.text.length);
    }
  }
}

const word = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Two `<` start a heredoc or nothing. */
const symbols = /&&|\|\||[=!<>]=|=>|\.\.\.|::|~\}|<(?!<)|[-+*/%>!?:.,=()[\]{}\n]/y;
const blanks = /[ \t\r]+/y;
const blanksAndLines = /[ \t\r\n]+/y;
const comment = /#|\/[/*]/y;
const openers: readonly string[] = ["(", "[", "{"];
const closers: readonly string[] = [")", "]", "}", "~}"];

/** What matches just here. */
export function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
