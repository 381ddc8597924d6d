import fc from "fast-check";
import { expect, test } from "vitest";
import { renderHtml } from "../../../src/report/html.ts";
import { commandsIn } from "./commands.ts";
import { verdictsWith } from "./everywhere.ts";
import { htmlPage } from "./rendered.ts";
import { hostile, letters, lettersOf, unseen, worst } from "./text.ts";

fc.configureGlobal({ seed: 20261122 });

const context = {
  serverUrl: "https://github.com",
  repository: "acme/shop",
  headSha: "ec26c3e57ca3a959ca5aad62de7213c562f8c821",
  now: "2026-12-20",
};

test("the page has the elements that it has with harmless names, and shows the hostile ones", () => {
  const harmless = verdictsWith("harmless").map((verdict) => htmlPage(renderHtml(verdict, context)));
  fc.assert(
    fc.property(hostile, (text) => {
      for (const [index, verdict] of verdictsWith(text).entries()) {
        const written = renderHtml(verdict, context);
        const page = htmlPage(written);
        expect(page.structure).toBe(harmless[index]?.structure);
        expect(letters(page.text)).toContain(lettersOf(text));
        expect(page.links.filter((link) => !link.startsWith("https://github.com/acme/shop/blob/"))).toEqual(
          [],
        );
        expect(written.replace(/(?:🗺|⚠|🕰)\ufe0f/gu, "")).not.toMatch(unseen);
        expect(commandsIn(written)).toEqual([]);
      }
    }),
    { numRuns: 60, examples: [[worst], ["##["], ["::"]] },
  );
});
