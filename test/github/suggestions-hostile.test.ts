import fc from "fast-check";
import { expect, test } from "vitest";
import { type OfferGround, offers } from "../../src/github/suggestions.ts";
import type { LocatedFinding } from "../../src/verdict/finding.ts";
import { blocked, fewReplicas, found } from "../report/example.ts";
import { markdownPage } from "../report/hostile/rendered.ts";
import { hostile, letters, lettersOf, unseen, worst } from "../report/hostile/text.ts";

fc.configureGlobal({ seed: 20261122 });

const place = { file: "web.yaml", line: 3, column: 13, endLine: 3, endColumn: 14 };

function bodyOf(line: string, message: string): string | undefined {
  const ground: OfferGround = { isChanged: () => true, lineOf: () => line, shown: (place) => place };
  const finding: LocatedFinding = found(fewReplicas, "web", place, message, { suggestion: 2 });
  return offers({ ...blocked, findings: [finding] }, ground)[0]?.body;
}

test("a suggestion holds one line, as it is, whatever is written beside the value", () => {
  const harmless = markdownPage(bodyOf("  replicas: 1 # x", "harmless") ?? "");
  fc.assert(
    fc.property(hostile, (text) => {
      fc.pre(text.trim() !== "");
      const rest = text.replace(/[\r\n]/g, "");
      const body = bodyOf(`  replicas: 1 # ${rest}`, text);
      if (body === undefined) {
        expect(rest).toMatch(unseen);
        return;
      }
      const page = markdownPage(body);
      expect(page.structure).toBe(harmless.structure);
      expect(page.text.endsWith(`\n  replicas: 2 # ${rest}\n`)).toBe(true);
      expect(letters(page.text)).toContain(lettersOf(text));
    }),
    { numRuns: 500, examples: [[worst], ["```\n````"]] },
  );
});

test("nothing is offered for a line that cannot be seen whole", () => {
  expect(bodyOf("  replicas: 1 # a\rb", "m")).toBeUndefined();
  expect(bodyOf("  replicas: 1 # a\u202eb", "m")).toBeUndefined();
  expect(bodyOf(`  replicas: 1 # ${"`a".repeat(300_000)}`, "m")).toBeUndefined();
});
