import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Json } from "../../../src/source/declaration.ts";
import { convert } from "../../../src/source/hcl/conversion.ts";
import { evaluate } from "../../../src/source/hcl/evaluate.ts";
import { parseExpression } from "../../../src/source/hcl/parse.ts";
import { failed, known, type Names, type Result } from "../../../src/source/hcl/result.ts";
import { type Block, scanHcl } from "../../../src/source/hcl/scan.ts";
import type { Expression } from "../../../src/source/hcl/syntax.ts";

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/terraform/expressions/${name}`, import.meta.url), "utf8");
const code = fixture("main.tf");
const plan: {
  readonly variables: Readonly<Record<string, { readonly value?: Json }>>;
  readonly output_changes: Readonly<Record<string, { readonly after: Json }>>;
} = JSON.parse(fixture("plan.json"));
const { blocks } = scanHcl(code);

describe("an expression", () => {
  const outputs = blocks.filter(({ type }) => type === "output");
  const written = outputs.map((block) => {
    const expression = expressionOf(block, "value");
    return {
      text: code.slice(expression.span.start, expression.span.end),
      expression,
      name: block.labels[0],
    };
  });

  it.each(written)("comes to what Terraform says: $text", ({ text, expression, name = "" }) => {
    const result = evaluate(expression, names);
    if (beyond.some((call) => text.includes(call))) expect(result.kind).not.toBe("known");
    else expect(result).toMatchObject({ kind: "known", value: plan.output_changes[name]?.after });
  });
});

/** What is not worked out: then the answer is that nobody knows. */
const beyond = ["substr(", "10 / 4"];

describe("what is not known yet", () => {
  it.each([
    ["does not keep an index from choosing", "[hidden, 1][1]", known(1)],
    ["does not keep a false side from deciding", "hidden && false", known(false)],
    ["does not keep a true side from deciding", "hidden || true", known(true)],
    ["is not null when it has an id", "subnet.id == null", known(false)],
    ["counts as a member of a list", "length([subnet.id, hidden])", known(2)],
    ["is what a splat finds", 'try(missing.nope, subnet.id, "never")', attribute("subnet", "id")],
    ["is what the last of equals is", "hidden ? subnet.id : subnet.id", attribute("subnet", "id")],
    [
      "is taken where a text cannot be empty",
      'coalesce(null, subnet.id, "never")',
      attribute("subnet", "id"),
    ],
  ])("%s", (_, text, expected) => {
    expect(evaluate(parsed(text), unknowns)).toEqual(expected);
  });

  it.each([
    ["choosing by it may mean either", 'hidden ? subnet.id : "subnet-1"', ["subnet"], ["subnet-1"]],
    ["a name that may be empty may be passed over", 'coalesce(subnet.name, "other")', ["subnet"], ["other"]],
    ["a function nobody knows may be made of all it is given", "sha1(subnet.id)", ["subnet"], []],
    ["an index that is not known means one of all", "[subnet.id, other.id][hidden]", ["subnet", "other"], []],
  ])("leaves open what comes of it: %s", (_, text, owners, texts) => {
    const result = evaluate(parsed(text), unknowns);
    expect(result).toMatchObject({ kind: "unknown", texts, closed: true });
    expect(result.kind === "unknown" && result.targets.map(({ owner }) => owner)).toEqual(owners);
  });

  it("fills in what a template file leaves open", () => {
    expect(evaluate(parsed('templatefile("letter.tpl", { who = "Ann" })'), unknowns)).toEqual(
      known("Dear Ann, you have ${5}"),
    );
    expect(evaluate(parsed('templatefile("letter.tpl", { who = subnet.id })'), unknowns)).toEqual({
      kind: "text",
      parts: ["Dear ", attribute("subnet", "id"), ", you have ${5}"],
    });
    expect(evaluate(parsed('templatefile("../etc/passwd", { who = subnet.id })'), unknowns)).toEqual({
      kind: "unknown",
      targets: [{ owner: "subnet", path: ["id"] }],
      texts: ["../etc/passwd"],
      closed: true,
      secret: false,
    });
  });

  it("makes a set whose length is not known, for two members may be the same", () => {
    expect(evaluate(parsed("length(toset([subnet.name, other.name]))"), unknowns).kind).toBe("unknown");
  });

  it("leaves the rest of a text and of a document as it is written", () => {
    expect(evaluate(parsed('"a-${subnet.id}"'), unknowns)).toEqual({
      kind: "text",
      parts: ["a-", attribute("subnet", "id")],
    });
    expect(evaluate(parsed('jsonencode({ "${subnet.id}:sub" = "x", y = other.id })'), unknowns)).toEqual({
      kind: "encoded",
      value: {
        kind: "object",
        entries: new Map<string, Result>([
          ["${subnet.id}:sub", known("x")],
          ["y", attribute("other", "id")],
        ]),
      },
    });
  });
});

describe("what grows without end is given up", () => {
  const kindsOf = (first: Result, twice: string): readonly string[] => {
    const values = [first];
    for (let turn = 0; turn < 60; turn++) {
      const last = values.at(-1) ?? first;
      values.push(
        evaluate(
          parsed(twice),
          namesOf(() => last),
        ),
      );
    }
    return values.map(({ kind }) => kind);
  };

  it.each<[string, Result, string]>([
    ["a list", known(["a"]), "concat(a, a)"],
    ["a list in a list", known(["a"]), "[a, a]"],
    ["an object", known({}), "{ x = a, y = a }"],
    ["a text", known("a"), '"${a}${a}"'],
    ["a list of what is not known", { kind: "list", items: [attribute("x", "y")], isSet: false }, "[a, a]"],
  ])("such as %s that is twice the one before it", (_, first, twice) => {
    expect(kindsOf(first, twice)).toContain("unknown");
  });

  it("such as loops in loops", () => {
    const loops = "[for a in range(9000) : [for b in range(9000) : [for c in range(9000) : c]]]";
    expect(evaluate(parsed(loops), names).kind).toBe("unknown");
    const few = "[for a in range(9) : [for b in range(9) : [for c in range(9) : c]]]";
    expect(evaluate(parsed(few), names).kind).toBe("known");
  });

  it("such as an object, a list or a call with a hundred thousand parts", () => {
    const many = (part: string) => Array.from({ length: 200_000 }, () => part).join(", ");
    expect(evaluate(parsed(`concat(${many("[x.y]")})`), unknowns).kind).toBe("unknown");
    expect(evaluate(parsed(`[${many("x.y")}]`), unknowns).kind).toBe("unknown");
    expect(evaluate(parsed(`{ ${many("(x.y) = 1")} }`), unknowns).kind).toBe("unknown");
  });
});

function attribute(owner: string, ...path: readonly string[]): Result {
  return { kind: "attribute", link: { owner, path }, secret: false };
}

const unknowns = namesOf((name) => {
  if (name === "hidden") return { kind: "unknown", targets: [], texts: [], closed: true, secret: false };
  if (name === "missing") return known({});
  return {
    kind: "scope",
    member: (path) => attribute(name, path),
    links: () => ({ targets: [], texts: [], closed: true, secret: false }),
  };
});

const names = namesOf((name) => {
  const members = (member: (name: string) => Result): Result => ({
    kind: "scope",
    member,
    links: () => ({ targets: [], texts: [], closed: true, secret: false }),
  });
  if (name === "var") return members(variable);
  return name === "local" ? members(local) : failed;
});

function variable(name: string): Result {
  const value = known(plan.variables[name]?.value ?? null);
  const block = blocks.find(({ type, labels }) => type === "variable" && labels[0] === name);
  if (!block?.attributes.has("type")) return value;
  return convert(value, expressionOf(block, "type"), (fallback) => evaluate(fallback, names));
}

function local(name: string): Result {
  const locals = blocks.filter(({ type }) => type === "locals");
  const block = locals.find(({ attributes }) => attributes.has(name));
  return block === undefined ? failed : evaluate(expressionOf(block, name), names);
}

function expressionOf(block: Block, name: string): Expression {
  const attribute = block.attributes.get(name);
  if (attribute === undefined) throw new Error(`no ${name}`);
  return parseExpression(code, attribute.value);
}

function parsed(text: string): Expression {
  return parseExpression(text, { start: 0, end: text.length });
}

function namesOf(of: Names["of"]): Names {
  const text = ["Dear ${who}", "you have $${5}"].join(", ");
  return { of, file: (path) => (path === "letter.tpl" ? text : undefined) };
}
