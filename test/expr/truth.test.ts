import { describe, expect, test } from "vitest";
import { EvalError, PartialList, Unknown, type Value } from "../../src/base/value.ts";
import { compile } from "../../src/expr/compile.ts";
import type { Environment } from "../../src/expr/environment.ts";
import { missing, thing } from "./things.ts";

/** What a truth value can be: known, an error, or unknown because of some attributes. */
type Truth = boolean | "error" | ReadonlySet<string>;

const inputs: readonly { readonly text: string; readonly truth: Truth }[] = [
  { text: "x.yes", truth: true },
  { text: "x.no", truth: false },
  { text: "x.u", truth: new Set(["u"]) },
  { text: "x.v", truth: new Set(["v"]) },
  { text: "(1 / x.zero > 0)", truth: "error" },
];

/** The rules of CEL's ExprValue: a side that decides wins; otherwise unknowns come together and hide errors. */
function or(a: Truth, b: Truth): Truth {
  if (a === true || b === true) return true;
  if (a === false) return b;
  if (b === false) return a;
  const attributes = [a, b].flatMap((side) => (side instanceof Set ? [...side] : []));
  return attributes.length === 0 ? "error" : new Set(attributes);
}

function not(a: Truth): Truth {
  return typeof a === "boolean" ? !a : a;
}

function and(a: Truth, b: Truth): Truth {
  return not(or(not(a), not(b)));
}

interface Row {
  readonly text: string;
  readonly truth: Truth;
}

function rows(): readonly Row[] {
  return inputs.flatMap((a) => [
    { text: `!${a.text}`, truth: not(a.truth) },
    ...inputs.flatMap((b) => pairRows(a, b)),
  ]);
}

function pairRows(a: Row, b: Row): readonly Row[] {
  const each = `i == 0 ? ${a.text} : ${b.text}`;
  return [
    { text: `${a.text} && ${b.text}`, truth: and(a.truth, b.truth) },
    { text: `${a.text} || ${b.text}`, truth: or(a.truth, b.truth) },
    { text: `[0, 1].all(i, ${each})`, truth: and(a.truth, b.truth) },
    { text: `[0, 1].exists(i, ${each})`, truth: or(a.truth, b.truth) },
    ...inputs.flatMap((c) => tripleRows(a, b, c)),
  ];
}

function tripleRows(a: Row, b: Row, c: Row): readonly Row[] {
  const each = `i == 0 ? ${a.text} : i == 1 ? ${b.text} : ${c.text}`;
  return [
    {
      text: `${a.text} ? ${b.text} : ${c.text}`,
      truth: a.truth === true ? b.truth : a.truth === false ? c.truth : a.truth,
    },
    { text: `${a.text} && ${b.text} || ${c.text}`, truth: or(and(a.truth, b.truth), c.truth) },
    { text: `[0, 1, 2].all(i, ${each})`, truth: and(and(a.truth, b.truth), c.truth) },
    { text: `[0, 1, 2].exists(i, ${each})`, truth: or(or(a.truth, b.truth), c.truth) },
  ];
}

const environment: Environment = {
  types: [
    {
      name: "Input",
      fields: {
        yes: "bool",
        no: "bool",
        u: "bool",
        v: "bool",
        zero: "int",
        n: "int",
        m: "int",
        s: "string",
        l: "list<int>",
        some: "list<int>",
        o: "Other",
      },
    },
    { name: "Other", fields: { name: "string" } },
  ],
  variables: { x: "Input" },
};

const input = thing("Input", {
  yes: true,
  no: false,
  u: missing("u"),
  v: missing("v"),
  zero: 0,
  n: missing("n"),
  m: missing("m"),
  s: missing("s"),
  l: missing("l"),
  o: missing("o"),
  some: new PartialList([1, 2], missing("some")),
});

function ask(text: string): string {
  const { expression, problems } = compile(text, environment, "bool");
  if (expression === undefined) return problems.map(({ message }) => message).join("; ");
  return showTruth(truthOf(expression.evaluate(new Map([["x", input]]))));
}

function truthOf(value: Value): Truth {
  if (value instanceof Unknown) return new Set(value.missing.map(({ attribute }) => attribute));
  if (value instanceof EvalError) return "error";
  return value === true;
}

function showTruth(truth: Truth): string {
  return truth instanceof Set ? [...truth].toSorted().join("+") : String(truth);
}

describe("three-valued logic", () => {
  const table = rows();

  test("the table holds every combination of the five kinds of operand", () => {
    expect(table).toHaveLength(605);
  });

  test("every row is answered exactly, with exactly the attributes that stand in the way", () => {
    const wrong = table.flatMap(({ text, truth }) => {
      const [answer, wanted] = [ask(text), showTruth(truth)];
      return answer === wanted ? [] : [`${text}: ${answer}, not ${wanted}`];
    });
    expect(wrong).toEqual([]);
  });
});

describe("an unknown attribute", () => {
  test.each([
    ["x.n == 1", "n"],
    ["1 == x.n", "n"],
    ["x.n != 1", "n"],
    ["x.n < 3", "n"],
    ["x.n + 1 > 0", "n"],
    ["x.n in [1, 2]", "n"],
    ["1 in x.l", "l"],
    ["size(x.l) > 1", "l"],
    ["x.l.size() == 0", "l"],
    ['x.s.startsWith("a")', "s"],
    ['x.s + "b" == "ab"', "s"],
    ['x.o.name == "a"', "o"],
    ["x.l.all(i, i > 0)", "l"],
    ["x.l.exists(i, i > 0)", "l"],
    ["x.l.map(i, i).size() == 1", "l"],
    ["x.l.filter(i, i > 1).size() == 1", "l"],
    ["x.l[0] == 1", "l"],
    ["has(x.o.name)", "o"],
    ["x.n == 1 ? true : false", "n"],
    ["x.n == x.m", "m+n"],
    ['x.s == "a" && x.n == 1', "n+s"],
  ])("leaves %s open, for want of %s", (text, wanted) => {
    expect(ask(text)).toBe(wanted);
  });

  test.each([
    ["x.yes || x.n == 1", "true"],
    ["x.n == 1 || x.yes", "true"],
    ['x.no && x.s == ""', "false"],
    ['x.s == "" && x.no', "false"],
  ])("does not matter in %s", (text, wanted) => {
    expect(ask(text)).toBe(wanted);
  });
});

describe("a list with an unknown member", () => {
  test.each([
    ["[x.n, 1].exists(i, i == 1)", "true"],
    ["[x.n, 1].all(i, i == 2)", "false"],
    ["[x.n, 1].exists(i, i == 2)", "n"],
    ["1 in [x.n, 1]", "true"],
    ["2 in [x.n, 1]", "n"],
    ["size([x.n, 1]) == 2", "true"],
    ["[x.n, 1] == [2, 2]", "false"],
    ["[x.n, 1] == [2, 1]", "n"],
    ["[x.n, 1] == [1]", "false"],
  ])("answers %s with %s", (text, wanted) => {
    expect(ask(text)).toBe(wanted);
  });
});

describe("a list of which some members are known", () => {
  test.each([
    ["x.some.exists(i, i == 1)", "true"],
    ["x.some.exists(i, i == 9)", "some"],
    ["x.some.all(i, i == 1)", "false"],
    ["x.some.all(i, i < 5)", "some"],
    ["size(x.some) >= 2", "true"],
    ["size(x.some) >= 3", "some"],
    ["2 in x.some", "true"],
    ["9 in x.some", "some"],
    ["x.some.map(i, i % 2).size() >= 2", "true"],
    ["x.some.filter(i, i > 1).size() >= 1", "true"],
    ["x.some.filter(i, i > 1).size() >= 2", "some"],
    ["x.some.count(i, i > 0) >= 2", "true"],
  ])("answers %s with %s", (text, wanted) => {
    expect(ask(text)).toBe(wanted);
  });
});

describe("an error", () => {
  test.each([
    ["x.n + 1 / x.zero > 0", "error"],
    ["1 / x.zero > x.n", "error"],
    ["[1 / x.zero, x.n].size() == 2", "error"],
    ["x.some.map(i, i / x.zero).size() > 0", "error"],
  ])("wins over an unknown outside of logic: %s", (text, wanted) => {
    expect(ask(text)).toBe(wanted);
  });

  test.each([
    ["size([1 / x.n, 1]) == 2", "n"],
    ["[1 / x.n, 1].exists(i, i == 1)", "n"],
    ["size([1, 2].filter(i, 1 / x.n > 0)) < 3", "n"],
    ["size(x.some.map(i, 2 / i)) >= 2", "some"],
  ])("that may still come keeps %s open", (text, wanted) => {
    expect(ask(text)).toBe(wanted);
  });
});
