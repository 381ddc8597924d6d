import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Failure } from "../../../src/base/failure.ts";
import { commentBytes, markerBytes, renderComment } from "../../../src/report/comment.ts";
import { renderSummary, summaryBytes } from "../../../src/report/summary.ts";
import type { Verdict } from "../../../src/verdict/finding.ts";
import { blocked } from "../example.ts";
import { everywhere, unjudged } from "./everywhere.ts";
import { markdownPage } from "./rendered.ts";

fc.configureGlobal({ seed: 20261122 });

const context = {
  serverUrl: "https://github.com",
  repository: "acme/shop",
  headSha: "ec26c3e57ca3a959ca5aad62de7213c562f8c821",
  runUrl: "https://github.com/acme/shop/actions/runs/5",
  now: "2026-12-20",
};

function times<Thing>(number: number, things: readonly Thing[] = []): readonly Thing[] {
  return Array.from({ length: number }, () => things).flat();
}

/** A verdict with so many of each of its parts. */
function many(verdict: Verdict, numbers: readonly number[]): Verdict {
  const [
    findings = 1,
    notes = 1,
    waivers = 1,
    files = 1,
    changed = 1,
    resolved = 1,
    layouts = 1,
    others = 1,
  ] = numbers;
  const { comparison, policyChange } = verdict;
  return {
    ...verdict,
    findings: times(findings, verdict.findings),
    notes: times(notes, verdict.notes),
    waivers: times(waivers, verdict.waivers),
    inputs: times(others, verdict.inputs),
    tally: times(others, verdict.tally),
    failures: times(others, verdict.failures),
    layouts: times(layouts, verdict.layouts),
    headroom: times(others, verdict.headroom),
    ...(comparison && { comparison: { ...comparison, resolved: times(resolved, comparison.resolved) } }),
    ...(policyChange && {
      policyChange: {
        files: times(files, policyChange.files),
        added: times(changed, policyChange.added),
        removed: times(changed, policyChange.removed),
        failures: times(files, policyChange.failures),
      },
    }),
  };
}

function bytes(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

function hold(verdict: Verdict): void {
  const [comment, summary] = [renderComment(verdict, context), renderSummary(verdict, context)];
  expect(bytes(comment)).toBeLessThanOrEqual(commentBytes - markerBytes);
  expect(bytes(summary)).toBeLessThanOrEqual(summaryBytes);
  const opened = markdownPage(comment).structure.match(/<details/g) ?? [];
  expect(comment.match(/<\/details>/g) ?? []).toHaveLength(opened.length);
}

const number = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 20, max: 300 }));
const text = fc.oneof(
  fc.constantFrom("a", "@", "##[", "日本", "&", "\u202e", "😀", "`", "|", "_", "\n", "a b "),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 3 }),
);
const length = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 300, max: 5_000 }));

describe("the comment and the summary", () => {
  test("are no larger than GitHub takes, however much there is to tell and however long it is", () => {
    const numbers = fc.array(number, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(text, length, numbers, fc.boolean(), (part, length, numbers, isJudged) => {
        const long = part.repeat(length);
        hold(many(isJudged ? everywhere(long) : unjudged(long, 1), numbers));
      }),
      {
        numRuns: 12,
        examples: [
          ["@", 5_000, [40, 300, 300, 300, 300, 300, 9, 300], true],
          ["##[", 5_000, [40, 300, 300, 300, 300, 300, 9, 300], false],
        ],
      },
    );
  });

  test("say how many notes there are besides those that are shown", () => {
    const notes = Array.from({ length: 100_000 }, (_, index) => ({
      message: `\`template-${index}.yaml\` was not judged`,
      hint: "name it",
    }));
    const comment = renderComment({ ...blocked, notes }, context);
    expect(comment).toContain("`template-0.yaml` was not judged");
    expect(comment).toContain("and 99980 others, in the JSON report");
    expect(comment).toContain("#### Blocking");
  });

  test("are as large as they may be where the mistakes are many", () => {
    const failures = Array.from({ length: 50_000 }, (_, index) => new Failure("policy", `mistake ${index}`));
    hold({ ...blocked, conclusion: "unjudged", failures });
  });
});
