import { type ASTNode, Environment, ParseError } from "@marcbachmann/cel-js";
import { macros } from "./macros.ts";
import type { BinaryOperator, CallNode, NameNode, Node, Problem, Span } from "./syntax.ts";

/** Limits that no honest policy meets, so that a hostile one ends quickly. */
const limits = { maxAstNodes: 5_000, maxDepth: 100, maxListElements: 1_000, maxCallArguments: 32 };
const deepest = 400;

/** Reads an expression. The tree is there unless the syntax is wrong; what is not part of our CEL is a problem too. */
export function parse(text: string): {
  readonly tree: Node | undefined;
  readonly problems: readonly Problem[];
} {
  const syntax = readSyntax(text);
  if ("message" in syntax) return { tree: undefined, problems: [syntax] };
  const problems: Problem[] = [];
  return { tree: convert(syntax, { text, problems, depth: 0 }), problems };
}

interface Context {
  readonly text: string;
  readonly problems: Problem[];
  readonly depth: number;
}

let parser: Environment | undefined;

function readSyntax(text: string): ASTNode | Problem {
  parser ??= new Environment({ unlistedVariablesAreDyn: true, limits });
  try {
    return parser.parse(text).ast;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return syntaxProblem(error, text);
  }
}

function convert(ast: ASTNode, context: Context): Node {
  const at = { start: ast.start, end: ast.end };
  if (context.depth > deepest) return refused(at, "the expression is nested too deep", context);
  const inner = { ...context, depth: context.depth + 1 };
  const go = (operand: ASTNode): Node => convert(operand, inner);
  switch (ast.op) {
    case "value":
      return literal(ast.args, at, context);
    case "id":
      return { kind: "name", name: ast.args, ...at };
    case ".": {
      const [object, field] = ast.args;
      const fieldSpan = { start: ast.end - field.length, end: ast.end };
      return { kind: "select", object: go(object), field, fieldSpan, ...at };
    }
    case "[]":
      return { kind: "index", object: go(ast.args[0]), index: go(ast.args[1]), ...at };
    case "!_":
      return { kind: "unary", operator: "!", operand: go(ast.args), ...at };
    case "-_":
      return negation(go(ast.args), at);
    case "&&":
    case "||":
      return { kind: "logic", operator: ast.op, left: go(ast.args[0]), right: go(ast.args[1]), ...at };
    case "?:": {
      const [condition, yes, no] = ast.args;
      return { kind: "conditional", condition: go(condition), yes: go(yes), no: go(no), ...at };
    }
    case "list":
      return { kind: "list", elements: ast.args.map(go), ...at };
    case "map":
      return {
        kind: "map",
        entries: ast.args.map(([key, value]) => ({ key: go(key), value: go(value) })),
        ...at,
      };
    case "call":
      return call(ast.args[0], undefined, ast.args[1].map(go), at, context);
    case "rcall":
      return call(ast.args[0], go(ast.args[1]), ast.args[2].map(go), at, context);
    case ".?":
    case "[?]":
      return refused(at, "optional values are not part of the language", context);
    default:
      return binary(ast.op, go(ast.args[0]), go(ast.args[1]), at);
  }
}

function binary(operator: BinaryOperator, left: Node, right: Node, at: Span): Node {
  return { kind: "binary", operator, left, right, ...at };
}

function literal(value: unknown, at: Span, context: Context): Node {
  if (value === null) return { kind: "literal", type: "null", value, ...at };
  if (typeof value === "string") return { kind: "literal", type: "string", value, ...at };
  if (typeof value === "boolean") return { kind: "literal", type: "bool", value, ...at };
  if (typeof value === "number") return { kind: "literal", type: "double", value, ...at };
  if (typeof value !== "bigint") {
    const what = value instanceof Uint8Array ? "bytes" : "unsigned integers";
    return refused(at, `${what} are not part of the language`, context);
  }
  if (!Number.isSafeInteger(Number(value))) {
    return refused(at, `\`${value}\` is too large; integers go up to ${Number.MAX_SAFE_INTEGER}`, context);
  }
  return { kind: "literal", type: "int", value: Number(value), ...at };
}

function negation(operand: Node, at: Span): Node {
  if (operand.kind === "literal" && typeof operand.value === "number") {
    return { ...operand, value: operand.type === "int" ? 0 - operand.value : -operand.value, ...at };
  }
  return { kind: "unary", operator: "-", operand, ...at };
}

function call(
  name: string,
  receiver: Node | undefined,
  args: readonly Node[],
  at: Span,
  context: Context,
): Node {
  if (receiver === undefined && name === "has") return has(args, at, context);
  if (receiver?.kind === "name" && receiver.name === "cel" && name === "bind") return bind(args, at, context);
  const macro = receiver !== undefined && Object.hasOwn(macros, name) ? macros[name] : undefined;
  if (receiver !== undefined && macro !== undefined) {
    const form = macro.forms.find((candidate) => candidate.length === args.length);
    if (form !== undefined) return macroNode(name, receiver, form, args, at, context);
    // `list.count()` is left to the checker: an object's method may have a macro's name.
  }
  return callNode(name, receiver, args, at, context.text);
}

function callNode(
  name: string,
  receiver: Node | undefined,
  args: readonly Node[],
  at: Span,
  text: string,
): CallNode {
  const from = receiver === undefined ? at.start : text.indexOf(name, receiver.end);
  const functionSpan = { start: from, end: from + name.length };
  return { kind: "call", function: name, functionSpan, receiver, arguments: args, ...at };
}

function macroNode(
  name: string,
  list: Node,
  form: string,
  args: readonly Node[],
  at: Span,
  context: Context,
): Node {
  const names: NameNode[] = [];
  let predicate: Node | undefined;
  let transform: Node | undefined;
  for (const [index, argument] of args.entries()) {
    if (form[index] === "p") predicate = argument;
    else if (form[index] === "t") transform = argument;
    else if (argument.kind === "name") names.push(argument);
    else return refused(argument, needsName(name), context);
  }
  if (name === "filter" || transform !== undefined)
    return { kind: "collect", list, names, predicate, transform, ...at };
  if (predicate === undefined) return refused(at, `write \`${macros[name]?.usage}\``, context);
  return { kind: "quantifier", quantifier: quantifierOf(name), list, names, predicate, ...at };
}

function needsName(macro: string): string {
  const usage = Object.hasOwn(macros, macro) ? macros[macro]?.usage : undefined;
  return `\`${macro}()\` binds a name${usage === undefined ? "" : `; write \`${usage}\``}`;
}

function quantifierOf(name: string): "all" | "exists" | "exists_one" | "count" {
  return name === "all" || name === "exists" || name === "count" ? name : "exists_one";
}

function has(args: readonly Node[], at: Span, context: Context): Node {
  const [select] = args;
  if (args.length !== 1 || select?.kind !== "select") {
    return refused(at, "`has()` asks for one field; write `has(x.field)`", context);
  }
  return { kind: "has", select, ...at };
}

function bind(args: readonly Node[], at: Span, context: Context): Node {
  const [name, value, body] = args;
  if (args.length !== 3 || name?.kind !== "name" || value === undefined || body === undefined) {
    return refused(at, "`cel.bind()` names a value; write `cel.bind(name, value, expression)`", context);
  }
  return { kind: "bind", name: name.name, value, body, ...at };
}

/** Reports, and stands in for what was refused so that the rest can still be checked. */
function refused(at: Span, message: string, context: Context): Node {
  if (!context.problems.some((problem) => problem.message === message && problem.start === at.start)) {
    context.problems.push({ message, start: at.start, end: at.end });
  }
  return {
    kind: "call",
    function: "",
    functionSpan: at,
    receiver: undefined,
    arguments: [],
    start: at.start,
    end: at.end,
  };
}

function syntaxProblem(error: ParseError, text: string): Problem {
  const start = Math.min(error.node?.start ?? error.range?.start ?? 0, text.length);
  const end = Math.max(error.range?.end ?? start, start);
  return { message: syntaxMessage(error, text, start), start, end: wordEnd(text, start, end) };
}

const spelling: Readonly<Record<string, string>> = {
  "=": "==",
  "&": "&&",
  "|": "||",
  and: "&&",
  or: "||",
  not: "!",
};

const tokenText: Readonly<Record<string, string>> = {
  RPAREN: ")",
  RBRACKET: "]",
  RBRACE: "}",
  COLON: ":",
  COMMA: ",",
};

function syntaxMessage(error: ParseError, text: string, start: number): string {
  const found = text.slice(start, wordEnd(text, start, start + 1));
  switch (error.code) {
    case "unterminated_string":
    case "unterminated_triple_quoted_string":
      return "this string is never closed";
    case "newline_in_string":
      return "a string between single quotes ends on its line; use three quotes for more";
    case "limit_exceeded":
      return /maxDepth/.test(error.summary)
        ? "the expression is nested too deep"
        : "the expression is too long";
    case "invalid_macro_argument": {
      const name = /^\w+/.exec(error.summary)?.[0] ?? "";
      return needsName(name);
    }
    case "reserved_identifier":
      return `\`${found}\` is a reserved word`;
  }
  if (start >= text.trimEnd().length) return "the expression ends too early";
  const meant = Object.hasOwn(spelling, found) ? spelling[found] : undefined;
  if (meant !== undefined) return `unexpected \`${found}\`; did you mean \`${meant}\`?`;
  const wanted = /^Expected (\w+), got/.exec(error.summary)?.[1];
  if (wanted === "IDENTIFIER") return `expected a field's name, found \`${found}\``;
  const token = wanted === undefined ? undefined : tokenText[wanted];
  if (token !== undefined) return `expected \`${token}\`, found \`${found}\``;
  if (/^unexpected_/.test(error.code)) return `unexpected \`${found}\``;
  return `${error.summary.charAt(0).toLowerCase()}${error.summary.slice(1)}`;
}

/** The end of the word that starts here, so that `a and b` names `and`, not `a`. */
function wordEnd(text: string, start: number, end: number): number {
  const word = /^\w+/.exec(text.slice(start));
  return word === null ? Math.min(end, text.length) : Math.max(end, start + word[0].length);
}
