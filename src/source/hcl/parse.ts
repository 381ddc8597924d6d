import type { Span } from "../span.ts";
import { list, object, type Reader } from "./brackets.ts";
import { tooDeep } from "./children.ts";
import type { Broken, Expression } from "./syntax.ts";
import { bareTemplate, heredoc, isHeredoc, quoted } from "./template.ts";
import { Cursor } from "./tokens.ts";

/**
 * Reads the expression that stands at a stretch of a file, in time linear to its length. It never fails: what cannot
 * be read becomes `Broken`, and so does what is nested deeper than anyone writes.
 */
export function parseExpression(text: string, span: Span): Expression {
  const cursor = new Cursor(text.slice(0, span.end), span.start);
  const expression = new Parser(cursor).expression();
  while (cursor.take("\n"));
  return cursor.done && !tooDeep(expression) ? expression : { kind: "broken", span };
}

/** Reads a text that is a template as a whole, as a string of `.tf.json` is. `origin` tells its offsets in the file. */
export function parseTemplate(text: string, span: Span, origin: (offset: number) => number): Expression {
  const cursor = new Cursor(text, 0, origin);
  const parser = new Parser(cursor);
  const expression = bareTemplate(cursor, span, () => parser.filled());
  return tooDeep(expression) ? { kind: "broken", span } : expression;
}

const deepest = 200;

const levels: ReadonlyMap<string, number> = new Map(
  [["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]].flatMap(
    (operators, level) => operators.map((operator) => [operator, level]),
  ),
);

class Parser implements Reader {
  readonly cursor: Cursor;
  #depth = 0;

  constructor(cursor: Cursor) {
    this.cursor = cursor;
  }

  expression(): Expression {
    const start = this.cursor.next;
    this.#depth++;
    const condition = this.#operation(0);
    const chosen = this.#depth < deepest && this.cursor.take("?");
    const expression = chosen ? this.#conditional(start, condition) : condition;
    this.#depth--;
    return expression;
  }

  /** The expression of a `${ }`, without what closes it. */
  filled(): Expression {
    return this.cursor.within(false, () => this.element([]));
  }

  element(ends: readonly string[]): Expression {
    const cursor = this.cursor;
    const start = cursor.next;
    const expression = this.expression();
    const read = cursor.at;
    cursor.skipTo(ends);
    return cursor.at === read ? expression : this.#broken(start);
  }

  #conditional(start: number, condition: Expression): Expression {
    const yes = this.expression();
    if (!this.cursor.take(":")) return this.#broken(start);
    const no = this.expression();
    return { kind: "conditional", condition, yes, no, span: this.cursor.span(start) };
  }

  #operation(lowest: number): Expression {
    const start = this.cursor.next;
    let left = this.#unary();
    for (;;) {
      const operator = this.cursor.symbol;
      const level = levels.get(operator) ?? -1;
      if (level < lowest) return left;
      this.cursor.take(operator);
      const right = this.#operation(level + 1);
      left = { kind: "operation", operator, operands: [left, right], span: this.cursor.span(start) };
    }
  }

  #unary(): Expression {
    const cursor = this.cursor;
    const operators: { readonly operator: string; readonly start: number }[] = [];
    for (let operator = cursor.symbol; operator === "!" || operator === "-"; operator = cursor.symbol) {
      operators.push({ operator, start: cursor.next });
      cursor.take(operator);
    }
    const operand = this.#steps(cursor.next, this.#term());
    return operators.reduceRight<Expression>(
      (of, { operator, start }) => ({
        kind: "operation",
        operator,
        operands: [of],
        span: cursor.span(start),
      }),
      operand,
    );
  }

  /** All attributes, indexes and splats that follow. */
  #steps(start: number, root: Expression): Expression {
    let of = root;
    for (;;) {
      if (this.cursor.take(".")) of = this.#attribute(start, of);
      else if (this.cursor.symbol === "[") of = this.#index(start, of);
      else return of;
    }
  }

  #attribute(start: number, of: Expression): Expression {
    const cursor = this.cursor;
    if (cursor.take("*")) return this.#attributeSplat(start, of);
    const key = cursor.takeWord();
    if (key !== undefined) return { kind: "member", of, key, bracketed: false, span: cursor.span(start) };
    const index = this.#legacyIndex();
    if (index === undefined) return this.#broken(start);
    return { kind: "member", of, key: index, bracketed: false, span: cursor.span(start) };
  }

  /** The index of `list.0`. What looks like `.0.1` is a number to Terraform too, and refused. */
  #legacyIndex(): number | undefined {
    const number = this.cursor.takeNumber();
    return number !== undefined && /^\d+$/.test(number) ? Number(number) : undefined;
  }

  /** `.*` takes the attributes that follow out of each member, and no index in brackets. */
  #attributeSplat(start: number, of: Expression): Expression {
    const cursor = this.cursor;
    const path: (string | number)[] = [];
    while (cursor.take(".")) {
      const step = cursor.takeWord() ?? this.#legacyIndex();
      if (step === undefined) return this.#broken(start);
      path.push(step);
    }
    return { kind: "splat", of, path, span: cursor.span(start) };
  }

  #index(start: number, of: Expression): Expression {
    const cursor = this.cursor;
    const bracket = cursor.next;
    if (this.#depth >= deepest) return this.#brokenStretch(start);
    cursor.take("[");
    const key = cursor.within(false, () => {
      const splat = cursor.take("*");
      const inside = splat ? undefined : this.element([]);
      return cursor.take("]") ? (inside ?? "*") : undefined;
    });
    if (key === undefined) return this.#broken(start);
    if (key === "*") return this.#fullSplat(start, bracket, of);
    return { kind: "member", of, key: plainKey(key), bracketed: true, span: cursor.span(start) };
  }

  /** `[*]` takes all that follows out of each member. Where that is a splat again, it is a `for` that says so. */
  #fullSplat(start: number, bracket: number, of: Expression): Expression {
    const cursor = this.cursor;
    const members: Expression = { kind: "splat", of, path: [], span: cursor.span(start) };
    const item: Expression = { kind: "name", name: "*", span: cursor.span(bracket) };
    this.#depth++;
    const result = this.#steps(bracket, item);
    this.#depth--;
    const span = cursor.span(start);
    const path = pathFrom(item, result);
    if (path !== undefined) return { kind: "splat", of, path, span };
    return {
      kind: "for",
      key: undefined,
      item: "*",
      in: members,
      keyResult: undefined,
      result,
      grouped: false,
      condition: undefined,
      span,
    };
  }

  #term(): Expression {
    const cursor = this.cursor;
    const start = cursor.next;
    const first = cursor.text[start];
    if (this.#depth >= deepest && first !== undefined && /["([{<]/.test(first))
      return this.#brokenStretch(start);
    if (first === "(") return this.#parenthesized(start);
    if (first === "[") return list(this, start);
    if (first === "{") return object(this, start);
    if (first === '"') return quoted(cursor, () => this.#filledDeeper());
    if (isHeredoc(cursor)) return heredoc(cursor, () => this.#filledDeeper());
    const number = cursor.takeNumber();
    if (number !== undefined) return this.#number(start, Number(number));
    const word = cursor.takeWord();
    return word === undefined ? this.#broken(start) : this.#named(start, word);
  }

  /** Beyond what a double holds, a number is not guessed. */
  #number(start: number, value: number): Expression {
    const exact = Math.abs(value) <= Number.MAX_SAFE_INTEGER;
    return exact ? { kind: "literal", value, span: this.cursor.span(start) } : this.#broken(start);
  }

  #filledDeeper(): Expression {
    this.#depth++;
    const expression = this.filled();
    this.#depth--;
    return expression;
  }

  #named(start: number, word: string): Expression {
    const cursor = this.cursor;
    let name = word;
    while (cursor.take("::")) name += `::${cursor.takeWord() ?? ""}`;
    if (cursor.symbol === "(") return this.#call(start, name);
    if (name !== word) return this.#broken(start);
    const span = cursor.span(start);
    const keyword = keywords.get(word);
    return keyword === undefined
      ? { kind: "name", name, span }
      : { kind: "literal", value: keyword.value, span };
  }

  #call(start: number, name: string): Expression {
    const cursor = this.cursor;
    if (this.#depth >= deepest) return this.#brokenStretch(start);
    cursor.take("(");
    return cursor.within(false, () => {
      const args: Expression[] = [];
      let spread = false;
      while (!spread && !cursor.closing(")")) {
        args.push(this.element([",", "..."]));
        spread = cursor.take("...");
        if (!spread && !cursor.take(",")) break;
      }
      const complete = cursor.symbol === ")";
      cursor.skipTo([]);
      cursor.take(")");
      if (!complete) return this.#broken(start);
      return { kind: "call", name, arguments: args, spread, span: cursor.span(start) };
    });
  }

  #parenthesized(start: number): Expression {
    const cursor = this.cursor;
    cursor.take("(");
    return cursor.within(false, () => {
      const expression = this.element([]);
      return cursor.take(")") ? expression : this.#broken(start);
    });
  }

  #brokenStretch(start: number): Broken {
    this.cursor.takeStretch();
    return this.#broken(start);
  }

  #broken(start: number): Broken {
    return { kind: "broken", span: this.cursor.span(start) };
  }
}

const keywords: ReadonlyMap<string, { readonly value: boolean | null }> = new Map([
  ["true", { value: true }],
  ["false", { value: false }],
  ["null", { value: null }],
]);

function plainKey(key: Expression): string | number | Expression {
  const value = key.kind === "literal" ? key.value : undefined;
  return typeof value === "string" || typeof value === "number" ? value : key;
}

/** The steps that lead from one expression to another; `undefined` where there is more than steps between them. */
function pathFrom(root: Expression, to: Expression): readonly (string | number | Expression)[] | undefined {
  const path: (string | number | Expression)[] = [];
  let expression = to;
  for (; expression.kind === "member"; expression = expression.of) path.push(expression.key);
  return expression === root ? path.reverse() : undefined;
}
