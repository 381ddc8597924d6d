import { describe, expect, test } from "vitest";
import { children } from "../../../src/source/hcl/children.ts";
import { parseExpression } from "../../../src/source/hcl/parse.ts";
import type { Expression } from "../../../src/source/hcl/syntax.ts";

const parse = (text: string) => parseExpression(text, { start: 0, end: text.length });

/** An expression as nested lists: short to write, and nothing but its spans is left out. */
function outline(expression: Expression): unknown {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "template":
      return [
        "template",
        ...expression.parts.map((part) => (typeof part === "string" ? part : outline(part))),
      ];
    case "name":
      return [expression.name];
    case "member":
      return [".", outline(expression.of), step(expression.key)];
    case "splat":
      return ["*", outline(expression.of), ...expression.path.map(step)];
    case "call":
      return [
        `${expression.name}()`,
        ...expression.arguments.map(outline),
        ...(expression.spread ? ["..."] : []),
      ];
    case "list":
      return ["[]", ...expression.items.map(outline)];
    case "object":
      return ["{}", ...expression.entries.flatMap(({ key, value }) => [outline(key), outline(value)])];
    case "for": {
      const { key, item, in: collection, keyResult, result, grouped, condition } = expression;
      const names = key === undefined ? item : `${key}, ${item}`;
      const to =
        keyResult === undefined
          ? outline(result)
          : { [grouped ? "=>..." : "=>"]: [outline(keyResult), outline(result)] };
      return [
        "for",
        names,
        outline(collection),
        to,
        ...(condition === undefined ? [] : ["if", outline(condition)]),
      ];
    }
    case "conditional":
      return ["?", outline(expression.condition), outline(expression.yes), outline(expression.no)];
    case "operation":
      return [expression.operator, ...expression.operands.map(outline)];
    case "broken":
      return "broken";
  }
}

const step = (key: string | number | Expression): unknown => (typeof key === "object" ? outline(key) : key);

const outlineOf = (text: string): unknown => outline(parse(text));

/** Every part of an expression as it is written. */
function written(text: string, expression = parse(text)): readonly string[] {
  return [
    text.slice(expression.span.start, expression.span.end),
    ...children(expression).flatMap((child) => written(text, child)),
  ];
}

describe("an HCL expression", () => {
  test.each<readonly [string, unknown]>([
    ["1", 1],
    ["1.5e3", 1500],
    ["true", true],
    ["null", null],
    ["true_north", ["true_north"]],
    ["größe-2", ["größe-2"]],
    ["a - b", ["-", ["a"], ["b"]]],
    ["a-b", ["a-b"]],
    ["1 + 2 * 3 - 4", ["-", ["+", 1, ["*", 2, 3]], 4]],
    ["a || b && c == d", ["||", ["a"], ["&&", ["b"], ["==", ["c"], ["d"]]]]],
    ["a >= 1 != b < 2", ["!=", [">=", ["a"], 1], ["<", ["b"], 2]]],
    ["-a.b % 2", ["%", ["-", [".", ["a"], "b"]], 2]],
    ["!!a", ["!", ["!", ["a"]]]],
    ["(1 + 2) * 3", ["*", ["+", 1, 2], 3]],
    ["a ? b : c ? d : e", ["?", ["a"], ["b"], ["?", ["c"], ["d"], ["e"]]]],
    ["f()", ["f()"]],
    ["f (a, b...)", ["f()", ["a"], ["b"], "..."]],
    ["f(a, b,)", ["f()", ["a"], ["b"]]],
    ["provider::aws::arn_parse(a)", ["provider::aws::arn_parse()", ["a"]]],
    ["true(1)", ["true()", 1]],
    ["[]", ["[]"]],
    ["[a, 1,]", ["[]", ["a"], 1]],
    ["{}", ["{}"]],
    ["{ a = 1, b : 2 }", ["{}", "a", 1, "b", 2]],
    ["{\n\n a = 1\n b = 2,\n c = 3\n}", ["{}", "a", 1, "b", 2, "c", 3]],
    [
      '{ "a.b" = 1, (c) = 2, "${d}" = 3, null = 4, 5 = 6 }',
      ["{}", "a.b", 1, ["c"], 2, ["template", ["d"]], 3, "null", 4, "5", 6],
    ],
    ["[for a in b : a]", ["for", "a", ["b"], ["a"]]],
    ["[for a, b in c : a if b]", ["for", "a, b", ["c"], ["a"], "if", ["b"]]],
    ["{for a, b in c : a => b}", ["for", "a, b", ["c"], { "=>": [["a"], ["b"]] }]],
    ["{\n for a in b :\n a => 1 ...\n if a }", ["for", "a", ["b"], { "=>...": [["a"], 1] }, "if", ["a"]]],
    ["[form]", ["[]", ["form"]]],
    ["a.b[0].c", [".", [".", [".", ["a"], "b"], 0], "c"]],
    ['a["b.c"].d', [".", [".", ["a"], "b.c"], "d"]],
    ["a.0.b", [".", [".", ["a"], 0], "b"]],
    ["a[count.index]", [".", ["a"], [".", ["count"], "index"]]],
    ['a["x${b}"]', [".", ["a"], ["template", "x", ["b"]]]],
    ["a[*].b[0].c", ["*", ["a"], "b", 0, "c"]],
    ["a[*][b]", ["*", ["a"], ["b"]]],
    ["a.*.b.0.c[1]", [".", ["*", ["a"], "b", 0, "c"], 1]],
    ["f(a)[0]", [".", ["f()", ["a"]], 0]],
    ["[a, b][0]", [".", ["[]", ["a"], ["b"]], 0]],
    ["(a).b", [".", ["a"], "b"]],
    ["a # b\n", ["a"]],
    ["/* a */ b // c", ["b"]],
    ["[\n a, # one\n b // two\n /* three */ ]", ["[]", ["a"], ["b"]]],
    ["(\n a\n + b\n)", ["+", ["a"], ["b"]]],
    ["{ a = (\n 1\n + 2) # x\n b = 3 }", ["{}", "a", ["+", 1, 2], "b", 3]],
  ])("%s is read as Terraform does", (text, expected) => {
    expect(outlineOf(text)).toEqual(expected);
  });

  test("a splat of splats is a list for each member", () => {
    expect(outlineOf("a[*].b[*].c")).toEqual(["for", "*", ["*", ["a"]], ["*", [".", ["*"], "b"], "c"]]);
  });

  test("every part knows where it stands, and brackets around it are not part of it", () => {
    expect(written("f( (a) , [ b.c [ 0 ] ] ) ")).toEqual([
      "f( (a) , [ b.c [ 0 ] ] )",
      "a",
      "[ b.c [ 0 ] ]",
      "b.c [ 0 ]",
      "b.c",
      "b",
    ]);
    expect(written("(a + 1) * -b")).toEqual(["(a + 1) * -b", "a + 1", "a", "1", "-b", "b"]);
    expect(written('"x${ a }" == <<E\n${b}\nE\n')).toEqual([
      '"x${ a }" == <<E\n${b}\nE',
      '"x${ a }"',
      "a",
      "<<E\n${b}\nE",
      "b",
    ]);
    expect(written("{ a = [1\n], (b) = c }")).toEqual([
      "{ a = [1\n], (b) = c }",
      "a",
      "[1\n]",
      "1",
      "b",
      "c",
    ]);
    expect(written("a ? b : c")).toEqual(["a ? b : c", "a", "b", "c"]);
  });

  test("only the stretch is read, and offsets are those of the file", () => {
    const text = "x = [a, b]\n}";
    const expression = parseExpression(text, { start: 4, end: 10 });
    expect(expression.span).toEqual({ start: 4, end: 10 });
    expect(written(text, expression)).toEqual(["[a, b]", "a", "b"]);
    expect(outline(parseExpression("a + b", { start: 0, end: 1 }))).toEqual(["a"]);
  });
});

describe("a template", () => {
  test.each<readonly [string, unknown]>([
    ['""', ""],
    ['"a\\n\\t\\r\\"\\\\"', 'a\n\t\r"\\'],
    ['"\\u00e9 \\U0001F600"', "é 😀"],
    ['"e\u0301"', "é"],
    ['"a ${b} c"', ["template", "a ", ["b"], " c"]],
    ['"${a}"', ["template", ["a"]]],
    ['"${a}${b}"', ["template", ["a"], ["b"]]],
    ['"$${a} %%{b} $ % $$ c"', "${a} %{b} $ % $$ c"],
    ['"$$${a}"', "$${a}"],
    ['"${"${"x"}"}"', ["template", ["template", "x"]]],
    ['"a  ${~ b ~} \\n c"', ["template", "a", ["b"], "c"]],
    ['" ${~ b }"', ["template", "", ["b"]]],
    ['"${ {\n a = 1\n}["a"]\n}"', ["template", [".", ["{}", "a", 1], "a"]]],
    ['"a%{ if b }c${d}%{ else }e%{ endif }f"', ["template", "a", "broken", "f"]],
    ['"%{ for a in b ~} %{ if a }x%{ endif }%{ endfor }"', ["template", "broken"]],
    ['"a%{ if b }c"', ["template", "a", "broken"]],
    ["<<E\nE", ""],
    ["<<E\n a\\n\n $${b} ${c}\nE", ["template", " a\\n\n ${b} ", ["c"], "\n"]],
    ["<<E\r\na\r\nE\r\n", "a\r\n"],
    ["<<E\nE x\n  E", "E x\n"],
    ["<<E\n${a}E\nE", ["template", ["a"], "E\n"]],
    ["<<-E\n    a\n      b\n\n    c\n  E", "a\n  b\n\nc\n"],
    ["<<-E\n      a\n   \n    ${b} c\n   \td\n    E", ["template", "  a\n   \n", ["b"], " c\nd\n"]],
    ["<<-E\n    a\n${b}\n    E", ["template", "    a\n", ["b"], "\n"]],
    ["<<-E\n  a\n    ${~ b ~}\n      c\n  E", ["template", "  a\n", ["b"], "      c\n"]],
    ["f(<<E\n)\nE\n, a)", ["f()", ")\n", ["a"]]],
  ])("%j is read as Terraform does", (text, expected) => {
    expect(outlineOf(text)).toEqual(expected);
  });
});

describe("what cannot be read", () => {
  test.each<readonly [string, unknown]>([
    ["", "broken"],
    ["a b", "broken"],
    ["a +", ["+", ["a"], "broken"]],
    ["[a, b c, d]", ["[]", ["a"], "broken", ["d"]]],
    ["[a, @, d]", ["[]", ["a"], "broken", ["d"]]],
    ["[f(a, ], b]", "broken"],
    ["[a, b", "broken"],
    ["[f(a, (b c)), d]", ["[]", ["f()", ["a"], "broken"], ["d"]]],
    ["{ a = 1, b c, d = 2 }", ["{}", "a", 1, "broken", "broken", "d", 2]],
    ["{ a = \n b = 2 }", ["{}", "a", "broken", "b", 2]],
    ["{ a = ${b}\n c = 1 }", ["{}", "a", "broken", "c", 1]],
    ["[[for a of b : c], d]", ["[]", "broken", ["d"]]],
    ["[for a in b : c => d]", "broken"],
    ["[[for a in b : c...], d]", ["[]", "broken", ["d"]]],
    ["[a..b, c]", ["[]", [".", "broken", "b"], ["c"]]],
    ["[a.0.1, c]", ["[]", "broken", ["c"]]],
    ["[a.*.b.*.c, d]", ["[]", ["*", "broken", [".", "broken", "c"]], ["d"]]],
    ["[a[], b]", ["[]", [".", ["a"], "broken"], ["b"]]],
    ["a::b", "broken"],
    ["[a ? b, c]", ["[]", "broken", ["c"]]],
    ["[f(a..., b), c]", ["[]", "broken", ["c"]]],
    ['"a${b c}d"', ["template", "a", "broken", "d"]],
    ['"a${b)}d"', ["template", "a", "broken", "d"]],
    ['"a${}d"', ["template", "a", "broken", "d"]],
    ['"a\\qb"', ["template", "a", "broken", "qb"]],
    ['"\\ud800"', ["template", "broken", "ud800"]],
    ['"a\n', "broken"],
    ['["a\n, "b"]', ["[]", "broken", "b"]],
    ["<<E\na", "broken"],
    ["[a <<E\n, ]\nE\n, b]", ["[]", "broken", ["b"]]],
    ["[a << b, c]", ["[]", "broken", ["c"]]],
    ["a\n+ b", "broken"],
    ["12345678901234567890", "broken"],
    ["1e999", "broken"],
  ])("%j is broken, and no more of it than must be", (text, expected) => {
    expect(outlineOf(text)).toEqual(expected);
  });

  test("nesting that nobody writes is broken where it gets too deep", () => {
    const text = `[${"[".repeat(500)}${"]".repeat(500)}, a]`;
    const read = parse(text);
    expect(read.kind === "list" && read.items.map(({ kind }) => kind)).toEqual(["list", "name"]);
    expect(written(text).length).toBeLessThan(250);
    for (const [open, close] of [
      ["(", ")"],
      ["{ a = ", "}"],
      ['"${', '}"'],
      ["f(", ")"],
      ["a[", "]"],
      ["a ? b : ", ""],
      ["-", ""],
      ["a + ", ""],
      ["", ".a"],
      ["", "[*]"],
    ] as const) {
      const nested = parse(`${open.repeat(5_000)}a${close.repeat(5_000)}`);
      expect([nested.kind, written("", nested).length < 1_000]).toEqual([nested.kind, true]);
    }
  });

  test("neither what is never closed nor what is endless takes long", () => {
    const start = performance.now();
    for (const part of [
      '"',
      '"${',
      "[",
      "{",
      "(",
      "f(",
      "<<E\n",
      "a.",
      "a[*]",
      "$",
      "\\",
      "%{",
      "${",
      "%{ if a }",
      "/*",
      "#",
      "\n",
      "[for a in ",
      "{a=",
      "a,",
      "a ? ",
      "{ a\n",
      "]",
      "!",
      "1+",
      '"$$',
      "<<-E\n ${",
      "~}",
    ]) {
      parse(part.repeat(20_000));
      parse(`[${part.repeat(20_000)}]`);
      parse(`"${part.repeat(20_000)}"`);
      parse(`<<-E\n${part.repeat(20_000)}\nE`);
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
