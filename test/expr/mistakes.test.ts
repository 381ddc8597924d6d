import { describe, expect, test } from "vitest";
import { compile } from "../../src/expr/compile.ts";
import type { Environment } from "../../src/expr/environment.ts";
import { loadRegexEngine } from "../../src/expr/functions/patterns.ts";

const environment: Environment = {
  types: [
    { name: "Cluster", fields: { name: "string" } },
    { name: "Subnet", fields: { zone: "string" } },
    { name: "Ports", fields: {}, methods: [{ signature: "contains(int): bool", call: () => true }] },
    {
      name: "NodeGroup",
      fields: {
        name: "string",
        desiredSize: "int?",
        share: "double",
        subnets: "list<Subnet>",
        cluster: "Cluster?",
        ports: "Ports",
        labels: "map<string>",
      },
    },
    { name: "params", fields: { limit: "int", names: "list<string>" } },
  ],
  variables: { self: "NodeGroup", params: "params" },
};

/** Every mistake, as the text it points at and what it says about it. */
function mistakes(text: string, expected?: string): readonly string[] {
  return compile(text, environment, expected).problems.map(
    ({ message, start, end }) => `${text.slice(start, end)}: ${message}`,
  );
}

describe("a mistyped word", () => {
  test.each([
    [
      "self.desiredSise >= 2",
      "desiredSise: `NodeGroup` has no field `desiredSise`; did you mean `desiredSize`?",
    ],
    ['slef.name == "a"', "slef: unknown variable `slef`; did you mean `self`?"],
    ["self.cluster.nmae == self.name", "nmae: `Cluster` has no field `nmae`; did you mean `name`?"],
    [
      'self.subnets.exists(subnet, sbunet.zone == "a")',
      "sbunet: unknown variable `sbunet`; did you mean `subnet`?",
    ],
    [
      "size(self.subnets.map(s, s.zone).distint()) > 1",
      "distint: unknown function `distint`; did you mean `distinct`?",
    ],
    [
      "sets.contain(params.names, [self.name])",
      "contain: unknown function `sets.contain`; did you mean `sets.contains`?",
    ],
    ['self.name() == "a"', "name: `name` is a field, written without `()`"],
  ])("in %s is named, with the word that was meant", (text, wanted) => {
    expect(mistakes(text)).toEqual([wanted]);
  });
});

describe("types that cannot meet", () => {
  test.each([
    ["self.name < 3", "self.name < 3: `<` does not compare `string` with `int`"],
    ["self.name == 3", "self.name == 3: `string` and `int` are never equal"],
    ["1 in params.names", "1 in params.names: `list<string>` never holds `int`"],
    ["1 in self.labels", "1 in self.labels: the keys of a map are `string`, never `int`"],
    ['self.name + 1 == "a"', "self.name + 1: `+` does not take `string` and `int`"],
    [
      "self.share + 1 > 2.0",
      "self.share + 1: `+` does not take `double` and `int`; convert one with `double()` or `int()`",
    ],
    [
      'self.subnets.zone == "a"',
      "zone: `list<Subnet>` has no fields; ask its members, as in `.map(x, x.zone)`",
    ],
    ["self.name && true", "self.name: `&&` needs `bool`, but this is `string`"],
    ["self.subnets.all(s, s.zone)", "s.zone: the condition of `all()` needs `bool`, but this is `string`"],
    ['["a", 1].size() > 1', "1: a list holds one type: this is `int` among `string`"],
    [
      'self.share > 1.0 ? 1 : "a"',
      'self.share > 1.0 ? 1 : "a": the two branches are of different types: `int` and `string`',
    ],
    [
      'self.ports.contains("a")',
      "contains: no `Ports.contains(string)`; there is `Ports.contains(int): bool`",
    ],
    [
      "size(self.share) > 1",
      "size: no `size(double)`; there is `size(string): int`, `size(list<A>): int`, `size(map<A>): int`",
    ],
    ['self.subnets["a"] == null', 'a": a position in a list is `int`, but this is `string`'],
  ])("in %s are a mistake", (text, wanted) => {
    expect(mistakes(text).map((mistake) => mistake.replace(/^"a"/, 'a"'))).toEqual([wanted]);
  });

  test("do not include a nullable field, which is asked at run time", () => {
    expect(mistakes("self.desiredSize < 3 || self.cluster.name == self.name", "bool")).toEqual([]);
  });
});

describe("a comparison that asks nothing", () => {
  test.each([
    ["size(self.subnets) >= 0", "always true: `size(self.subnets)` is never negative"],
    [
      "0 > self.subnets.count(s, s.zone == self.name)",
      "always false: `self.subnets.count(s, s.zone == self.name)` is never negative",
    ],
    ["self.name == self.name", "always true: both sides are the same"],
    ["params.limit < params.limit", "always false: both sides are the same"],
    ["1 == 2", "always false: both sides are written out"],
    ["self.name != null", "always true: `self.name` is never null"],
    ["self.name in []", "always false: the list is empty"],
  ])("is a mistake: %s", (text, wanted) => {
    expect(mistakes(text)).toEqual([`${text}: this is ${wanted}`]);
  });

  test.each([
    "size(self.subnets) > 0",
    "self.cluster == null",
    "params.limit <= 30",
    "self.name in params.names",
  ])("is not seen in %s", (text) => {
    expect(mistakes(text)).toEqual([]);
  });
});

describe("syntax", () => {
  test.each([
    ['self.name = "a"', "=: unexpected `=`; did you mean `==`?"],
    ["self.share > 1.0 and true", "and: unexpected `and`; did you mean `&&`?"],
    ["self.share > 1.0 & true", "&: unexpected `&`; did you mean `&&`?"],
    ["self.name == 'a", "'a: this string is never closed"],
    ["(1 + 2", ": the expression ends too early"],
    ["[1, 2) == []", "): expected `]`, found `)`"],
    ["self.", ": the expression ends too early"],
    ["", ": the expression ends too early"],
    ["has(self)", "has(self): `has()` asks for one field; write `has(x.field)`"],
    ["self.subnets.all(s.zone, true)", "s.zone: `all()` binds a name; write `all(x, condition)`"],
    ["self.subnets.count(s.zone, true) > 1", "s.zone: `count()` binds a name; write `count(x, condition)`"],
    ["1u == 1u", "1u: unsigned integers are not part of the language"],
    [
      "9007199254740993 > params.limit",
      "9007199254740993: `9007199254740993` is too large; integers go up to 9007199254740991",
    ],
  ])("that is wrong in %s is explained", (text, wanted) => {
    expect(mistakes(text)[0]).toBe(wanted);
  });

  test("may not nest without end", () => {
    expect(mistakes(`${"(".repeat(500)}1${")".repeat(500)}`)[0]).toMatch(
      /: the expression is nested too deep$/,
    );
    expect(mistakes(`true${" && true".repeat(3_000)}`)[0]).toMatch(/: the expression is too long$/);
    expect(mistakes(`true${" && true".repeat(600)}`)[0]).toMatch(/: the expression is nested too deep$/);
  });
});

describe("an expression", () => {
  test("with three mistakes reports three, in the order of its text", () => {
    expect(mistakes("self.nam < 3 && self.subnets.zone == 1 || foo(params.limt)")).toEqual([
      "nam: `NodeGroup` has no field `nam`; did you mean `name`?",
      "zone: `list<Subnet>` has no fields; ask its members, as in `.map(x, x.zone)`",
      "foo: unknown function `foo`; did you mean `bool`?",
      "limt: `params` has no field `limt`; did you mean `limit`?",
    ]);
  });

  test("has to be of the type that is expected", () => {
    expect(mistakes("self.name", "bool")).toEqual(["self.name: `bool` is expected, but this is `string`"]);
    expect(mistakes("self.subnets", "list<Subnet>")).toEqual([]);
    expect(mistakes("[]", "list<string>")).toEqual([]);
  });

  test("says which type its answer has", () => {
    const types = [
      "self.subnets.map(s, s.zone).distinct()",
      "self.cluster",
      "size(self.subnets) > 1",
      "{'a': 1}",
    ];
    expect(types.map((text) => compile(text, environment).expression?.type)).toEqual([
      "list<string>",
      "Cluster?",
      "bool",
      "map<int>",
    ]);
  });

  test("lists what it reads from variables, the bare name only where all of it is used", () => {
    const uses = (text: string): readonly string[] => [...compile(text, environment).uses].toSorted();
    expect(uses("size(self.subnets.filter(s, s.zone in params.names)) <= params.limit")).toEqual([
      "params.limit",
      "params.names",
      "self.subnets",
    ]);
    expect(uses('self.cluster.name == "a" && self.labels["team"] == "b"')).toEqual([
      "self.cluster",
      "self.cluster.name",
      "self.labels",
      "self.labels.team",
    ]);
    expect(uses("[self].size() > 0 || [params.limit].exists(self, self > 1)")).toEqual([
      "params.limit",
      "self",
    ]);
  });

  test("says which libraries have to be loaded before it is asked", () => {
    const needs = (text: string): readonly boolean[] => {
      const { needsRegex, needsNetwork } = compile(text, environment);
      return [needsRegex, needsNetwork];
    };
    expect(needs('self.name == "a"')).toEqual([false, false]);
    expect(needs('self.name.matches("^a+$")')).toEqual([true, false]);
    expect(needs("cidr(self.name).prefixLength() > 8")).toEqual([false, true]);
  });
});

describe("a pattern", () => {
  test.each(["(?=a)b", "(?!a)b", "(?<=a)b", "(?<!a)b"])("that looks around is refused: %s", (pattern) => {
    expect(mistakes(`self.name.matches("${pattern}")`)[0]).toMatch(/patterns look neither ahead nor behind/);
  });

  test.each(["(a)\\\\1", "(?P<x>a)\\\\k<x>"])("that refers back is refused: %s", (pattern) => {
    expect(mistakes(`self.name.matches("${pattern}")`)[0]).toMatch(/patterns do not refer back/);
  });

  test.each(["[(?=]", "\\\\(?=", "\\\\\\\\1", "a(?:b|c)+"])("that only seems to is not: %s", (pattern) => {
    expect(mistakes(`self.name.matches("${pattern}")`)).toEqual([]);
  });

  test("is judged in full once the engine is loaded", async () => {
    await loadRegexEngine();
    expect(mistakes('self.name.matches("a(b")')[0]).toMatch(
      /^"a\(b": "a\(b" is not a pattern: missing closing \)/,
    );
  });
});
