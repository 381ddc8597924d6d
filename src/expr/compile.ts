import { EvalError, type Value } from "../base/value.ts";
import { type Checked, check } from "./check.ts";
import type { Environment } from "./environment.ts";
import { newFrame, type Step } from "./evaluate/frame.ts";
import { plan } from "./evaluate/plan.ts";
import type { Expression } from "./expression.ts";
import { libraryOf } from "./library.ts";
import { parse } from "./parse.ts";
import type { Node, Problem, Span } from "./syntax.ts";
import { tell } from "./tell.ts";
import { trace } from "./trace.ts";
import { fits, parseType, showType, type Type } from "./type.ts";

/** What became of an expression's text. */
export interface Compiled {
  /** Ready to be asked; `undefined` where there are problems. */
  readonly expression: Expression | undefined;
  /** Every mistake, in the order of the text. */
  readonly problems: readonly Problem[];
  /**
   * What is read from variables, step by step: `params.limit`, `self.cluster` and `self.cluster.name`. A variable's
   * bare name is among them only where it is used as a whole.
   */
  readonly uses: ReadonlySet<string>;
  /** Await `loadRegexEngine()` before the expression is asked. Compiled after it, patterns are checked in full. */
  readonly needsRegex: boolean;
  /** Await `loadNetworkEngine()` before the expression is asked. */
  readonly needsNetwork: boolean;
}

/**
 * Reads and checks an expression against an environment; `expected` is the type its answer has to have. Reports all
 * mistakes at once, with offsets into `text`; a mistake in the syntax is reported alone.
 */
export function compile(text: string, environment: Environment, expected?: string): Compiled {
  const { tree, problems } = parse(text);
  if (tree === undefined)
    return { expression: undefined, problems, uses: new Set(), needsRegex: false, needsNetwork: false };
  return compileTree({ text, tree, problems }, environment, expected);
}

/** An expression that `parse` has read. */
interface Syntax {
  readonly text: string;
  readonly tree: Node;
  readonly problems: readonly Problem[];
}

/** The same for a text that was read before. */
export function compileTree(
  { text, tree, problems }: Syntax,
  environment: Environment,
  expected?: string,
): Compiled {
  const checked = check(tree, text, libraryOf(environment));
  const found =
    problems.length > 0 ? checked.problems : [...checked.problems, ...unexpected(checked, expected)];
  const all = [...problems, ...found.filter((problem) => !problems.some(isWithin(problem)))].toSorted(
    byPlace,
  );
  return {
    expression: all.length === 0 ? expressionOf(checked, text, expected) : undefined,
    problems: all,
    uses: checked.uses,
    needsRegex: needs(checked, "regex"),
    needsNetwork: needs(checked, "network"),
  };
}

function unexpected(checked: Checked, expected: string | undefined): readonly Problem[] {
  if (expected === undefined || checked.problems.length > 0) return [];
  if (fits(checked.type, parseType(expected), new Map())) return [];
  const { start, end } = checked.tree;
  return [{ message: `\`${expected}\` is expected, but this is \`${showType(checked.type)}\``, start, end }];
}

/** What is not part of the language has no type: what surrounds it is not judged. */
function isWithin(outer: Span): (inner: Span) => boolean {
  return (inner) => outer.start <= inner.start && inner.end <= outer.end;
}

function byPlace(a: Problem, b: Problem): number {
  return a.start - b.start || a.end - b.end;
}

function needs(checked: Checked, engine: "regex" | "network"): boolean {
  const calls = [...checked.calls.values()];
  return calls.some(({ overloads }) => overloads.some(({ declaration }) => declaration.engine === engine));
}

function expressionOf(checked: Checked, text: string, expected: string | undefined): Expression {
  const planned = plan(checked, text);
  const wanted = expected === undefined ? undefined : parseType(expected);
  const settle = (value: Value): Value => (value === null ? nullAnswer(checked, wanted, text) : value);
  const evaluate = (root: Step) => (variables: ReadonlyMap<string, Value>) =>
    settle(root(newFrame(variables)));
  const expression: Expression = {
    text,
    type: showType(checked.type),
    evaluate: evaluate(planned.root),
    explain: (variables) => {
      const explanation = trace(checked, planned, variables);
      return { ...explanation, value: settle(explanation.value) };
    },
    observed: (see) => ({ ...expression, evaluate: evaluate(plan(checked, text, see).root) }),
    tell: (variables, options) => tell({ checked, plan: planned, text }, variables, options),
  };
  return expression;
}

/** An answer that may be null stands where one is expected that may not: allowed, and an error once it is null. */
function nullAnswer(checked: Checked, wanted: Type | undefined, text: string): Value {
  if (wanted === undefined || wanted.kind === "nullable" || wanted.kind === "null" || wanted.kind === "dyn")
    return null;
  return new EvalError(`\`${shown(checked.tree, text)}\` has no value`);
}

function shown(node: Node, text: string): string {
  return node.kind === "select" ? node.field : text.slice(node.start, node.end);
}
