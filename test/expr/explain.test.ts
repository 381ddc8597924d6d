import { describe, expect, test } from "vitest";
import { type Fields, PartialList, type Value } from "../../src/base/value.ts";
import { compile } from "../../src/expr/compile.ts";
import type { Environment } from "../../src/expr/environment.ts";
import type { Explanation } from "../../src/expr/explain.ts";
import { missing, show, thing } from "./things.ts";

const environment: Environment = {
  types: [
    { name: "Group", fields: { name: "string", rules: "list<Rule>", owner: "Owner?", open: "bool" } },
    { name: "Rule", fields: { name: "string", from: "int", to: "int", cidrs: "list<string>" } },
    { name: "Owner", fields: { name: "string", team: "string" } },
    { name: "params", fields: { limit: "int" } },
  ],
  variables: { self: "Group", params: "params", limit: "int" },
};

function rule(name: string, from: Value, to: Value, cidrs: Value): Fields {
  return thing("Rule", { name, from, to, cidrs });
}

const web = rule("web", 443, 443, ["0.0.0.0/0"]);
const ssh = rule("ssh", 20, 30, ["10.0.0.0/8", "0.0.0.0/0"]);

function group(rules: Value, more: Readonly<Record<string, Value>> = {}): Fields {
  return thing("Group", { name: "group", rules, owner: null, open: false, ...more });
}

function explain(text: string, self: Value): Explanation {
  const { expression, problems } = compile(text, environment);
  if (expression === undefined) throw new Error(problems.map(({ message }) => message).join("; "));
  const params = thing("params", { limit: 2 });
  return expression.explain(
    new Map<string, Value>([
      ["self", self],
      ["params", params],
      ["limit", 3],
    ]),
  );
}

/** `ssh.from` for each read, in order. */
function reads(explanation: Explanation): readonly string[] {
  return explanation.reads.map(
    ({ object, field }) => `${show(object.get("name") ?? "params").replaceAll('"', "")}.${field}`,
  );
}

const noSsh = '!self.rules.exists(r, r.from <= 22 && r.to >= 22 && "0.0.0.0/0" in r.cidrs)';

describe("an explanation", () => {
  test("of a violation names the member that breaks the rule and what was read of it", () => {
    const explanation = explain(noSsh, group([web, ssh]));
    expect(explanation.value).toBe(false);
    expect(explanation.items).toEqual([{ item: ssh, index: 1 }]);
    expect(reads(explanation)).toEqual(["ssh.from", "ssh.to", "ssh.cidrs"]);
  });

  test("of an unknown answer names only what stands in the way", () => {
    const explanation = explain(noSsh, group([web, rule("ssh", 20, missing("to_port"), ["0.0.0.0/0"])]));
    expect(show(explanation.value)).toBe("? to_port");
    expect(reads(explanation)).toEqual(["ssh.to"]);
    expect(explanation.items.map(({ index }) => index)).toEqual([1]);
  });

  test("of a partly known list names the list, where its further members stand in the way", () => {
    const rules = new PartialList([web], missing("ingress"));
    expect(reads(explain(noSsh, group(rules)))).toEqual(["group.rules"]);
  });

  test("of members without fields names the list they stand in", () => {
    const text = 'self.rules.all(r, r.cidrs.all(c, c != "0.0.0.0/0"))';
    const explanation = explain(text, group([rule("lan", 1, 2, ["10.0.0.0/8"]), ssh]));
    expect(reads(explanation)).toEqual(["ssh.cidrs"]);
    expect(explanation.items).toEqual([
      { item: ssh, index: 1 },
      { item: "0.0.0.0/0", index: 1 },
    ]);
  });

  test("follows only the side of a choice that decided", () => {
    expect(reads(explain('self.open || self.name == "group"', group([])))).toEqual(["group.name"]);
    expect(reads(explain('self.open && self.name == "group"', group([])))).toEqual(["group.open"]);
    expect(reads(explain('self.open ? self.name == "x" : size(self.rules) > 1', group([])))).toEqual([
      "group.open",
      "group.rules",
    ]);
  });

  test("reads a path from its beginning, so that the last read is the deepest", () => {
    const owner = thing("Owner", { name: "owner", team: "a" });
    expect(reads(explain('self.owner.team == "b"', group([], { owner })))).toEqual([
      "group.owner",
      "owner.team",
    ]);
  });

  test("of a field of nothing points at what has no value", () => {
    const explanation = explain('self.owner.team == "b"', group([]));
    expect(show(explanation.value)).toBe("! `owner` has no value");
    expect(reads(explanation)).toEqual(["group.owner"]);
  });

  test("goes through what a list was made of", () => {
    const explanation = explain(
      "size(self.rules.map(r, r.from).distinct()) > params.limit",
      group([web, ssh]),
    );
    expect(reads(explanation)).toEqual(["group.rules", "web.from", "ssh.from", "params.limit"]);
  });

  test("names the variables that decided, so that what stands in them can be explained", () => {
    expect(explain("size(self.rules) > limit || limit > 5", group([web])).variables).toEqual([
      "self",
      "limit",
    ]);
    expect(explain("self.open || limit > 1", group([web])).variables).toEqual(["limit"]);
  });

  test("of an empty list names the list", () => {
    expect(reads(explain("self.rules.exists(r, r.from == 1)", group([])))).toEqual(["group.rules"]);
  });

  test("ends, however long the list is", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => rule(`r${index}`, index, index, []));
    const explanation = explain("self.rules.all(r, r.from < 0)", group(many));
    expect(explanation.items).toHaveLength(20);
    expect(explanation.reads.length).toBeLessThanOrEqual(100);
  });

  test("is the same every time", () => {
    const self = group([web, ssh, rule("other", missing("a"), missing("b"), missing("c"))]);
    const [first, second] = [explain(noSsh, self), explain(noSsh, self)];
    expect(reads(second)).toEqual(reads(first));
    expect(second.items).toEqual(first.items);
  });
});
