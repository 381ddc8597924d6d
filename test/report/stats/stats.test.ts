import { describe, expect, it } from "vitest";
import type { Waiver } from "../../../src/policy/waiver.ts";
import { painter } from "../../../src/report/paint.ts";
import { statsJson } from "../../../src/report/stats/json.ts";
import { statsMarkdown } from "../../../src/report/stats/markdown.ts";
import { statsText } from "../../../src/report/stats/terminal.ts";
import { type PolicyUsage, usageOf } from "../../../src/report/stats/usage.ts";
import type { PolicyTally, Verdict } from "../../../src/verdict/finding.ts";
import { found, policyNamed } from "../example.ts";

const policy = { ...policyNamed("some-policy", "high", "Mend it."), enforcement: "warn" } as const;
const none = { violated: 0, satisfied: 0, unresolved: 0, notApplicable: 0 };
const waiver: Waiver = {
  policy: "some-policy",
  resource: "a",
  match: "exact",
  reason: "r",
  owner: "o",
  expires: "2030-01-01",
  at: { file: "waivers.yaml" },
};

function verdict(
  counts: Partial<Omit<PolicyTally, "policy">>,
  waived = 0,
  asked: PolicyTally["policy"] = policy,
): Verdict {
  const one = found(policy, "a", { file: "a.tf" }, "m");
  return {
    conclusion: "pass",
    findings: Array.from({ length: waived }, () => ({ ...one, excuse: { kind: "waived", waiver } }) as const),
    tally: [{ ...none, ...counts, policy: asked }],
    failures: [],
    inputs: [],
    notes: [],
    leftAlone: 0,
    policies: [asked],
    entities: 1,
    elapsedMilliseconds: 0,
  };
}

function only(...verdicts: readonly Verdict[]): PolicyUsage {
  const [first, ...others] = usageOf(verdicts).policies;
  if (first === undefined || others.length > 0) throw new Error("there is one policy");
  return first;
}

describe("what policies did over reports", () => {
  it("is summed, with how many reports they fire in", () => {
    const deny = { ...policy, enforcement: "deny" } as const;
    const usage = only(verdict({ violated: 2, satisfied: 1 }), verdict({ notApplicable: 4 }, 0, deny));
    expect(usage).toMatchObject({ violated: 2, satisfied: 1, notApplicable: 4, reports: 2, fires: 1 });
    expect(usage.enforcements).toEqual(["deny", "warn"]);
  });

  it.each<[string, PolicyUsage["advice"], Verdict]>([
    ["nothing was there to ask", "never-applies", verdict({ notApplicable: 9 })],
    ["half of what is found is waived", "mostly-waived", verdict({ violated: 2, satisfied: 9 }, 1)],
    ["half of the answers are not known", "mostly-open", verdict({ unresolved: 2, satisfied: 2 })],
    ["it finds something", "fires", verdict({ violated: 1, satisfied: 9 })],
    ["it holds wherever it applies", "could-deny", verdict({ satisfied: 3 })],
    ["it holds, but has hardly been asked", "holds", verdict({ satisfied: 2 })],
    ["it holds, and denies", "holds", verdict({ satisfied: 9 }, 0, { ...policy, enforcement: "deny" })],
    ["one answer is not known", "holds", verdict({ satisfied: 9, unresolved: 1 })],
  ])("is judged: %s", (_, advice, one) => {
    expect(only(one).advice).toBe(advice);
  });
});

describe("the statistics", () => {
  const other = { ...policy, id: "never-there" };
  const usage = usageOf([
    verdict({ violated: 2, satisfied: 1 }, 1),
    verdict({ violated: 1, satisfied: 1 }),
    { ...verdict({ notApplicable: 3 }, 0, other), conclusion: "blocked" },
  ]);

  it("say in a terminal what to think about each policy", () => {
    const lines = statsText(usage, { width: 100, paint: painter(false) }).split("\n");
    expect(lines[0]).toBe("3 reports: 2 pass, 1 blocked");
    expect(lines).toContain("1 policy: they fire");
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}some-policy +warn +3 +1 +2 +2 of 2$/));
    expect(lines).toContain("1 policy: they never apply");
    expect(lines).toContain("  never-there");
  });

  it("are there as Markdown and as JSON", () => {
    expect(statsMarkdown(usage)).toContain("| `some-policy` | warn | 3 | 1 |  | 2 |  | 2 of 2 |");
    expect(JSON.parse(statsJson(usage))).toMatchObject({
      reports: 3,
      conclusions: { pass: 2, blocked: 1, unjudged: 0 },
      policies: [
        { policy: "some-policy", advice: "fires", violated: 3, waived: 1 },
        { policy: "never-there", advice: "never-applies" },
      ],
    });
  });
});
