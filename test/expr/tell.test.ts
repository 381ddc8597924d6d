import { describe, expect, test } from "vitest";
import type { Telling } from "../../src/base/telling.ts";
import { type Fields, PartialList, type Value } from "../../src/base/value.ts";
import { compile } from "../../src/expr/compile.ts";
import type { Environment } from "../../src/expr/environment.ts";
import { seeded } from "./random.ts";
import { environment as anything, dataWithHoles } from "./random-data.ts";
import { Writer } from "./random-expressions.ts";
import { missing, show, thing } from "./things.ts";

const environment: Environment = {
  types: [
    {
      name: "Group",
      fields: { name: "string", rules: "list<Rule>", owner: "Owner?", open: "bool", size: "int" },
    },
    { name: "Rule", fields: { name: "string", port: "int" } },
    { name: "Owner", fields: { name: "string" } },
    { name: "params", fields: { limit: "int" } },
  ],
  variables: { self: "Group", params: "params" },
};

function rule(name: string, port: Value): Fields {
  return thing("Rule", { name, port });
}

const rules = [
  rule("web", 443),
  rule("ssh", 22),
  rule("dns", 53),
  rule("ldap", 389),
  rule("smtp", 25),
  rule("ftp", 21),
];

function tell(text: string, fields: Readonly<Record<string, Value>> = {}): readonly string[] {
  const { expression, problems } = compile(text, environment);
  if (expression === undefined) throw new Error(problems.map(({ message }) => message).join("; "));
  const self = thing("Group", { name: "g", rules, owner: null, open: false, size: 3, ...fields });
  return lines(
    expression.tell(
      new Map<string, Value>([
        ["self", self],
        ["params", thing("params", { limit: 2 })],
      ]),
    ),
  );
}

/** Each part on a line of its own, set in below what it is a part of. */
function lines(telling: Telling): readonly string[] {
  const { text, value, given, isIdle, children, more } = telling;
  const names = given.map(
    (one) => `${one.name} is ${one.value === undefined ? "hidden" : brief(one.value)}: `,
  );
  return [
    `${names.join("")}${text} -> ${value === undefined ? "hidden" : brief(value)}${isIdle ? " (idle)" : ""}`,
    ...children.flatMap(lines).map((line) => `  ${line}`),
    ...(more === 0 ? [] : [`  ${more} more`]),
  ];
}

function brief(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(brief).join(", ")}]`;
  if (value instanceof PartialList) return `[${value.items.map(brief).join(", ")}, ...]`;
  const isThing = typeof value === "object" && value !== null && "get" in value && !(value instanceof Map);
  return isThing ? String(value.get("name")) : show(value);
}

describe("an expression is told", () => {
  test("part by part, without what a text says already", () => {
    expect(tell("self.size >= params.limit + 1")).toEqual([
      "self.size >= params.limit + 1 -> true",
      "  self.size -> 3",
      "  params.limit + 1 -> 3",
      "    params.limit -> 2",
    ]);
  });

  test("with the side that did not matter", () => {
    expect(tell("self.open || self.size == 3")).toEqual([
      "self.open || self.size == 3 -> true",
      "  self.open -> false (idle)",
      "  self.size == 3 -> true",
      "    self.size -> 3",
    ]);
  });

  test("by what it waits for, where it is not known", () => {
    expect(tell("self.size > 2 && self.open", { size: missing("g.size") })).toEqual([
      "self.size > 2 && self.open -> false",
      "  self.size > 2 -> ? g.size (idle)",
      "  self.open -> false",
    ]);
    expect(tell("self.size > 2", { size: missing("g.size") })).toEqual([
      "self.size > 2 -> ? g.size",
      "  self.size -> ? g.size",
    ]);
  });

  test("by the members that break it", () => {
    expect(tell("self.rules.all(r, r.port != 22)")).toEqual([
      "self.rules.all(r, r.port != 22) -> false",
      "  self.rules -> [web, ssh, dns, ldap, smtp, ftp]",
      "  r is ssh: r.port != 22 -> false",
      "    r.port -> 22",
      "  5 more",
    ]);
  });

  test("by a few members, where all of them count", () => {
    const told = tell("self.rules.map(r, r.port)");
    expect(told[0]).toBe("self.rules.map(r, r.port) -> [443, 22, 53, 389, 25, 21]");
    expect(told.filter((line) => line.includes(" is "))).toHaveLength(4);
    expect(told.at(-1)).toBe("  2 more");
  });

  test("by the members that may follow, where those leave it open", () => {
    const why = missing("g.rules");
    const partial = new PartialList([rule("web", 443)], why, { candidates: [rule("ssh", 22)] });
    expect(tell("self.rules.exists(r, r.port == 22)", { rules: partial })).toEqual([
      "self.rules.exists(r, r.port == 22) -> ? g.rules",
      "  self.rules -> [web, ...]",
      "  r is ssh: r.port == 22 -> true",
      "    r.port -> 22",
      "  1 more",
    ]);
  });

  test("only on the side that is taken", () => {
    expect(tell("self.owner == null ? 'nobody' : self.owner.name")).toEqual([
      "self.owner == null ? 'nobody' : self.owner.name -> \"nobody\"",
      "  self.owner == null -> true",
      "    self.owner -> null",
    ]);
  });

  test("with the value that it asks for with `has`, and the name of a bound one", () => {
    expect(tell("has(self.owner)")).toEqual(["has(self.owner) -> false", "  self.owner -> null"]);
    expect(tell("cel.bind(n, size(self.rules), n + n)")).toEqual([
      "cel.bind(n, size(self.rules), n + n) -> 12",
      "  size(self.rules) -> 6",
      "    self.rules -> [web, ssh, dns, ldap, smtp, ftp]",
      "  n is 6: n + n -> 12",
    ]);
  });

  test("within bounds, however large it is", () => {
    const wide = `[${Array.from({ length: 400 }, () => "self.size + 1").join(", ")}].size() > 1`;
    expect(tell(wide).length).toBeLessThan(1000);
    const deep =
      "self.rules.exists(a, self.rules.exists(b, self.rules.exists(c, a.port + b.port == c.port)))";
    expect(tell(deep).length).toBeLessThan(1000);
  });

  test("without what must not be shown, nor anything made of it", () => {
    expect(guarded("self.size == 1 && self.rules.exists(r, r.port == 22)", "rules")).toEqual([
      "self.size == 1 && self.rules.exists(r, r.port == 22) -> hidden",
      "  self.size == 1 -> true",
      "    self.size -> 1",
      "  self.rules.exists(r, r.port == 22) -> hidden",
      "    self.rules -> hidden",
    ]);
    expect(guarded("cel.bind(s, self.size, s + 1 > 1)", "size")).toEqual([
      "cel.bind(s, self.size, s + 1 > 1) -> hidden",
      "  self.size -> hidden",
      "  s is hidden: s + 1 > 1 -> hidden",
      "    s + 1 -> hidden",
    ]);
  });

  test("without showing by what is left out how a secret was", () => {
    for (const size of [1, 2]) {
      expect(guarded("self.size == 1 || self.open", "size", size)).toEqual([
        "self.size == 1 || self.open -> hidden",
        "  self.size == 1 -> hidden",
        "    self.size -> hidden",
        "  self.open -> true",
      ]);
      expect(guarded("self.size == 1 ? 'a' + self.name : 'b' + self.name", "size", size)).toHaveLength(7);
      const some = guarded("self.rules.exists(r, r.port == 22 && self.size == 1)", "size", size);
      expect(some.filter((line) => line.startsWith("  r is "))).toHaveLength(4);
    }
  });

  test("with the answer that it has, whatever is asked", () => {
    const random = seeded(20_270_331);
    const writer = new Writer(random);
    for (let at = 0; at < 1_500; at++) {
      const { expression } = compile(writer.bool(3, { ints: [], things: [], strings: [] }), anything);
      if (expression === undefined) continue;
      const data = new Map([...dataWithHoles(random)].map(([name, { given }]) => [name, given] as const));
      const told = expression.tell(data);
      expect(told.value).toEqual(expression.evaluate(data));
      expect(lines(told).length).toBeLessThan(1_000);
    }
  });
});

/** What is told where a field is a secret. */
function guarded(text: string, secretField: string, size = 1): readonly string[] {
  const watch = { sensitive: false };
  const fields: Readonly<Record<string, Value>> = { rules, size, open: true, name: "g" };
  const get = (field: string): Value | undefined => {
    if (field === secretField) watch.sensitive = true;
    return fields[field];
  };
  const { expression, problems } = compile(text, environment);
  if (expression === undefined) throw new Error(problems.map(({ message }) => message).join("; "));
  return lines(expression.tell(new Map([["self", { concept: "Group", get }]]), { watch }));
}
