import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Value } from "../../src/base/value.ts";
import { readFacts } from "../../src/policy/facts.ts";

function at(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>((from, step) => {
    const holder = typeof from === "object" && from !== null && "get" in from ? from : undefined;
    return holder?.get(step);
  }, value);
}

describe("facts", () => {
  it("are groups that are read by name, and tables that are read by key", () => {
    const { facts, mistakes } = readFacts(
      "facts.yaml",
      'limits: { pods: { value: 110, raised: true } }\nversions:\n  "1.34": { ends: 2026-12-02 }\nids: [a, b]\n',
    );
    expect(mistakes).toEqual([]);
    expect(at(facts.value, "limits", "pods", "value")).toBe(110);
    expect(at(facts.value, "versions", "1.34", "ends")).toBe("2026-12-02");
    expect(Object.fromEntries(facts.types.map(({ name, fields }) => [name, fields]))).toEqual({
      facts: { limits: "facts_limits", versions: "map<facts_versions_row>", ids: "list<string>" },
      facts_limits: { pods: "facts_limits_pods" },
      facts_limits_pods: { value: "int", raised: "bool" },
      facts_versions_row: { ends: "string" },
    });
  });

  it("give every row of a table every field, null where a row does not have it", () => {
    const { facts } = readFacts("facts.yaml", 'rows:\n  "1": { a: 1 }\n  "2": { a: 2.5, b: x }\n');
    expect(facts.types.find(({ name }) => name === "facts_rows_row")?.fields).toEqual({
      a: "double",
      b: "string?",
    });
    expect(at(facts.value, "rows", "1", "b")).toBeNull();
  });

  it("that differ in kind from row to row are a mistake at the odd one", () => {
    const { mistakes } = readFacts("facts.yaml", 'rows:\n  "1": { a: x }\n  "2": { a: 2 }\n  "3": 4\n');
    expect(mistakes.map(({ at: place, message }) => `${place.line}:${place.column} ${message}`)).toEqual([
      "4:8 `facts_rows_row` is of another kind in another row",
    ]);
    const { mistakes: inScalars } = readFacts("facts.yaml", 'rows:\n  "1": { a: x }\n  "2": { a: 2 }\n');
    expect(inScalars.map(({ at: place }) => `${place.line}:${place.column}`)).toEqual(["3:13"]);
  });
});

describe("the facts we ship", () => {
  const text = readFileSync(new URL("../../policies/facts.yaml", import.meta.url), "utf8");
  const { facts, mistakes } = readFacts("policies/facts.yaml", text);

  it("can be read", () => {
    expect(mistakes).toEqual([]);
    expect(at(facts.value, "quotas", "nodeGroupsPerCluster", "value")).toBeTypeOf("number");
  });

  it("say of every quota what it is counted over, where it is from and how old that is", () => {
    const quotas = facts.types.filter(({ name }) => name.startsWith("facts_quotas_"));
    expect(quotas.length).toBeGreaterThan(30);
    for (const { name, fields } of quotas) {
      expect(fields, name).toMatchObject({
        value: "int",
        scope: "string",
        adjustable: "bool",
        source: "string",
        asOf: "string",
      });
    }
  });

  it("date every version of Kubernetes in the order it was released", () => {
    const versions = at(facts.value, "versions");
    const rows = versions instanceof Map ? [...versions] : [];
    const dates = rows.map(([, row]) =>
      ["released", "endOfStandard", "endOfExtended"].map((field) => at(row, field)),
    );
    for (const [released, standard, extended] of dates) {
      expect(released).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(String(released) < String(standard) && String(standard) < String(extended)).toBe(true);
    }
    expect(dates.map(([released]) => released)).toEqual(dates.map(([released]) => released).toSorted());
  });
});
