import { describe, expect, it } from "vitest";
import { Failure } from "../../../src/base/failure.ts";
import { impactJson } from "../../../src/report/impact/json.ts";
import { impactMarkdown } from "../../../src/report/impact/markdown.ts";
import type { ImpactReport } from "../../../src/report/impact/sums.ts";
import { impactText } from "../../../src/report/impact/terminal.ts";
import { painter } from "../../../src/report/paint.ts";
import type { Impact } from "../../../src/verdict/impact.ts";
import { fewReplicas, found, oneZone, openIngress } from "../example.ts";

const page = { width: 100, paint: painter(false) };
const place = { file: "main.tf", line: 3 };
const warned = { outcome: "violated", enforcement: "warn" } as const;
const denies = { outcome: "violated", enforcement: "deny" } as const;

const impacts: readonly Impact[] = [
  { kind: "satisfied", finding: found(fewReplicas, "Deployment/shop/web", place, "one"), was: warned },
  {
    kind: "stricter",
    finding: found(oneZone, "aws_eks_node_group.a", place, "zone"),
    was: warned,
    is: denies,
  },
  { kind: "violated", finding: found(openIngress, "aws_security_group.web", place, "open"), is: denies },
];
const report: ImpactReport = {
  from: "recommended",
  to: "strict",
  parts: [
    { name: "infra", impacts, failures: [], conclusions: ["pass", "blocked"] },
    { name: "apps", impacts: [], failures: [], conclusions: ["pass", "pass"] },
    { name: "old.json", impacts: [], failures: [], untold: ["new-policy"] },
  ],
};

describe("the impact of other policies in a terminal", () => {
  const lines = impactText(report, page).split("\n");

  it("begins with a table of where, and one of policies", () => {
    expect(lines[0]).toBe("from recommended to strict, over 3 paths");
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}infra +passes → blocked +\+1 +-1 +\+1$/));
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}apps +passes$/));
    expect(lines).toContainEqual(expect.stringMatching(/^ {2}world-open-ingress +\+1 +1 of 3$/));
  });

  it("tells what changes, what hurts first", () => {
    const marks = lines.filter((line) => /^ {2}[✗↑✓]/.test(line));
    expect(marks).toEqual([
      "  ✗ world-open-ingress  newly violated, blocks",
      "  ↑ node-group-in-one-zone  blocks, where it warned",
      "  ✓ workload-with-one-replica  satisfied, was violated",
    ]);
    expect(lines).toContain("      aws_security_group.web  main.tf:3");
  });

  it("says what saved reports cannot tell, and ends with one line for all", () => {
    expect(lines.join(" ")).toContain("what new-policy would answer cannot be told from saved reports");
    expect(lines.at(-2)).toBe(
      "1 newly violated, 0 newly unresolved, 1 no longer found, 1 stricter and 0 milder; 1 path would be blocked that passes now",
    );
  });

  it("tells what could not be judged", () => {
    const failure = new Failure("unreadable", "this plan is cut short", { at: { file: "plan.json" } });
    const part = {
      name: "infra",
      impacts: [],
      failures: [failure],
      conclusions: ["unjudged", "unjudged"],
    } as const;
    const text = impactText({ ...report, parts: [part] }, page);
    expect(text).toContain("error: plan.json: this plan is cut short");
    expect(text).toContain("not judged");
  });
});

describe("the impact of other policies", () => {
  it("is there as Markdown, in which no name does anything", () => {
    const hostile = { name: "a|<b>`@x", impacts, failures: [] };
    const text = impactMarkdown({ ...report, parts: [hostile, ...report.parts] });
    expect(text).toContain("| `infra` | passes → blocked | 1 |  | 1 | 1 |  |");
    expect(text).toContain("<details><summary>infra: 3 changes</summary>");
    expect(text).not.toContain("<b>`@x:");
    expect(text).toContain("What `new-policy` would answer cannot be told from saved reports.");
  });

  it("is there as JSON, with what was and what would be", () => {
    const { counts, where } = JSON.parse(impactJson(report));
    expect(counts).toEqual({ violated: 1, unresolved: 0, gone: 1, stricter: 1, milder: 0 });
    expect(where[0]).toMatchObject({ name: "infra", before: "pass", after: "blocked" });
    expect(where[0].changes[1]).toMatchObject({ kind: "stricter", was: warned, is: denies, place });
    expect(where[2]).toMatchObject({ untold: ["new-policy"] });
  });
});
