import { readFileSync } from "node:fs";
import { load as parse } from "js-yaml";
import { describe, expect, it } from "vitest";
import { load } from "../../src/gate/load.ts";
import { vocabulary } from "../../src/graph/words.ts";
import { type Seed, seedsPage } from "../../src/policy/pages/seeds.ts";
import { factAt } from "../../src/policy/quotas.ts";
import { readSettings } from "../../src/policy/settings.ts";

const { policies, facts } = await load(readSettings({ root: ".", packaged: "policies" }));
const seeds = parse(readFileSync("policies/seeds.yaml", "utf8")) as readonly Seed[];
const statements = seeds.flatMap(({ seed, statements: all }) =>
  all.map((statement) => [`${seed}: ${statement.says}`, statement] as const),
);

describe("what the seed documents say", () => {
  it.each(statements)(
    "%s",
    (_, { says, policies: ids = [], facts: paths = [], concepts = [], today, ...rest }) => {
      expect(rest).toEqual({});
      expect([...ids, ...paths, ...concepts]).not.toEqual([]);
      expect(ids.filter((id) => !policies.some((policy) => policy.id === id))).toEqual([]);
      expect(paths.filter((path) => factAt(facts, path) === undefined)).toEqual([]);
      expect(concepts.filter((concept) => !vocabulary.types.some(({ name }) => name === concept))).toEqual(
        [],
      );
      for (const sentence of [says, today ?? "none."]) expect(sentence).toMatch(/^[A-Za-z0-9].*\.$/);
    },
  );

  it("is said once", () => {
    expect(new Set(statements.map(([name]) => name)).size).toBe(statements.length);
  });

  // Rewritten by `npm test -- -u`.
  it("is a page", async () => {
    await expect(seedsPage(seeds, policies)).toMatchFileSnapshot("../../policies/SEEDS.md");
  });
});
