import { describe, expect, it } from "vitest";
import { load } from "../../src/gate/load.ts";
import { vocabulary } from "../../src/graph/words.ts";
import { underSets } from "../../src/policy/differences.ts";
import { familyPage } from "../../src/policy/pages/family.ts";
import { overviewPage } from "../../src/policy/pages/overview.ts";
import { vocabularyPage } from "../../src/policy/pages/vocabulary.ts";
import { readSettings } from "../../src/policy/settings.ts";

const { policies, sets } = await load(readSettings({ root: ".", packaged: "policies" }));
const under = await underSets(policies, sets);
const families = [...new Set(policies.map(({ family }) => family))];

// Rewritten by `npm test -- -u`.
describe("the pages in policies/", () => {
  it("list every policy", async () => {
    await expect(overviewPage(policies, sets, under)).toMatchFileSnapshot("../../policies/README.md");
  });

  it.each(families)("explain the policies of %s", async (family) => {
    const members = policies.filter((policy) => policy.family === family);
    await expect(familyPage(family, members, under)).toMatchFileSnapshot(
      `../../policies/${family}/README.md`,
    );
  });

  it("list the words that policies may use", async () => {
    await expect(vocabularyPage(vocabulary)).toMatchFileSnapshot("../../policies/VOCABULARY.md");
  });
});
