import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Value } from "../../src/base/value.ts";
import { compile } from "../../src/expr/compile.ts";
import { readFacts } from "../../src/policy/facts.ts";
import { withInstanceTypes } from "../../src/policy/instance-types.ts";
import { type Prepared, prepare, restoreFacts } from "../../src/policy/prepared.ts";

const text = readFileSync(new URL("../../policies/instance-types.json", import.meta.url), "utf8");
const facts = withInstanceTypes(readFacts("facts.yaml", "limits: { pods: 110 }\n").facts, text);

function ask(expression: string, from = facts): Value | undefined {
  const compiled = compile(expression, { types: from.types, variables: { facts: from.type } });
  expect(compiled.problems).toEqual([]);
  return compiled.expression?.evaluate(new Map([["facts", from.value]]));
}

describe("instance types", () => {
  it("are facts that are read by name", () => {
    expect(ask('facts.instanceTypes["m5.large"].interfaces')).toBe(3);
    expect(ask('facts.instanceTypes["c7g.medium"].architecture')).toBe("arm64");
    expect(ask('facts.instanceTypes["t3.large"].podInterfaces == null')).toBe(true);
    expect(ask("facts.limits.pods")).toBe(110);
  });

  it("that are not in the table have no answer", () => {
    expect(ask('facts.instanceTypes["m99.large"].interfaces')).toHaveProperty("message");
    expect(ask('"m99.large" in facts.instanceTypes')).toBe(false);
  });

  it("come out of what the build prepared as they went in", () => {
    const prepared: Prepared = JSON.parse(prepare([], facts, []));
    const { instanceTypes = "", ...rest } = prepared.facts;
    const restored = withInstanceTypes(restoreFacts(rest), instanceTypes);
    expect(restored.types).toEqual(facts.types);
    expect(ask('facts.instanceTypes["m5.large"].pods', restored)).toBe(29);
  });

  const rows = Object.entries(JSON.parse(text).types as Record<string, readonly unknown[]>);

  it("hold as many pods as their interfaces have addresses for", () => {
    const wrong = rows.filter(([, [interfaces, addresses, pods]]) => {
      return Number(interfaces) * (Number(addresses) - 1) + 2 !== pods;
    });
    expect(wrong).toEqual([]);
    expect(rows.length).toBeGreaterThan(800);
  });

  // The addresses a node takes when it starts, as the seed lists them: those of two interfaces.
  it.each([
    ["c5.large", 20],
    ["c5.xlarge", 30],
    ["c5.2xlarge", 30],
    ["c5.4xlarge", 60],
    ["m5.large", 20],
    ["m5.xlarge", 30],
  ])("agree with the seed about %s", (type, addresses) => {
    expect(ask(`2 * facts.instanceTypes["${type}"].addresses`)).toBe(addresses);
  });
});
