import { describe, expect, it } from "vitest";
import { underSets } from "../../../src/policy/differences.ts";
import { articleOf } from "../../../src/policy/pages/article.ts";
import { familyPage } from "../../../src/policy/pages/family.ts";
import { anchor, fenced, table } from "../../../src/policy/pages/markdown.ts";
import { overviewPage } from "../../../src/policy/pages/overview.ts";
import { articleText } from "../../../src/policy/pages/terminal.ts";
import { vocabularyPage } from "../../../src/policy/pages/vocabulary.ts";
import { readSet } from "../../../src/policy/set.ts";
import { load, policyText, vocabulary } from "../world.ts";

const { policies } = await load({
  "sizes/group-too-small.yaml": policyText(`
title: A group is too small
enforcement: deny
when: self.wide
params:
  least: { type: int, default: 2, doc: "the smallest | group" }
each: self.rules as rule
assert: rule.port >= params.least
sources: [the manual]
cases:
  - violated: one
    terraform: { aws_group.a: { size: 1 } }
  - satisfied: two
    cloudformation: |
      Resources: {}
  - unresolved: the size comes from another stack
    kubernetes: x
`),
  "sizes/a-first.yaml": policyText(""),
  "names/other.yaml": policyText(""),
});
const { set } = readSet(
  "policies/sets/strict.yaml",
  `title: What a regulated team wants
doc: For many.
changes:
  - { policies: [group-too-small], params: { least: 5 }, severity: critical, because: Small groups fell over. }
  - { policies: [names/*], enforcement: deny, because: Names are how a group is found. }
`,
);
const sets = set === undefined ? [] : [set];
const under = await underSets(policies, sets);

describe("generated pages", () => {
  it("show every policy of a family with what was tested", async () => {
    await expect(familyPage("sizes", policies, under)).toMatchFileSnapshot("family.txt");
  });

  it("say the same in the terminal", async () => {
    const policy = policies.find(({ id }) => id === "group-too-small");
    if (policy === undefined) throw new Error("the policy has mistakes");
    const article = articleOf(policy, under.get(policy.id) ?? []);
    await expect(articleText(article)).toMatchFileSnapshot("terminal.txt");
  });

  it("list every policy of every family", async () => {
    await expect(overviewPage(policies, sets, under)).toMatchFileSnapshot("overview.txt");
  });

  it("list the words that expressions may use", async () => {
    await expect(vocabularyPage(vocabulary)).toMatchFileSnapshot("vocabulary.txt");
  });

  it("keep pipes out of tables and back-ticks inside fences", () => {
    expect(table(["a"], [["x | y\nz"]])).toBe("| a |\n| --- |\n| x \\| y z |");
    expect(fenced("yaml", "a: ```")).toBe("````yaml\na: ```\n````");
    expect(anchor("Group (of 2)")).toBe("group-of-2");
  });
});
