import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderComment } from "../../../src/report/comment.ts";
import { code, inHtml, link, text as plain, prose } from "../../../src/report/escape/markdown.ts";
import type { ReportContext } from "../../../src/report/markdown.ts";
import { renderSummary } from "../../../src/report/summary.ts";
import { row } from "../../../src/report/table.ts";
import type { Verdict } from "../../../src/verdict/finding.ts";
import { commandsIn } from "./commands.ts";
import { verdictsWith } from "./everywhere.ts";
import { markdownPage, type Page } from "./rendered.ts";
import { hostile, letters, lettersOf, unseen, worst } from "./text.ts";

// The same inputs in every run, so that a failure is seen again.
fc.configureGlobal({ seed: 20261122 });

const context: ReportContext = {
  serverUrl: "https://github.com",
  repository: "acme/shop",
  headSha: "ec26c3e57ca3a959ca5aad62de7213c562f8c821",
  runUrl: "https://github.com/acme/shop/actions/runs/5",
  now: "2026-12-20",
};

const reports: readonly (readonly [string, (verdict: Verdict) => string])[] = [
  ["the comment", (verdict) => renderComment(verdict, context)],
  ["the summary of the job", (verdict) => renderSummary(verdict, context)],
];

/** What GitHub makes links of in a finished page: people, issues, addresses; and its emoji. */
const references =
  /(?<![\p{L}\p{N}_])@[\p{L}\p{N}]|(?<![\p{L}\p{N}_])#\d|(?<![\p{L}\p{N}])gh-\d|(?<![\p{L}\p{N}])www\.|:\/\/|[\w.+-]@[\w-]+\.\w|:(?:tada|key):/iu;

const ours =
  /^https:\/\/github\.com\/acme\/shop\/(?:blob\/ec26c3e57ca3a959ca5aad62de7213c562f8c821\/|actions\/runs\/5$)/;

function hold(markdown: string, text: string, harmless: Page): void {
  const page = markdownPage(markdown);
  expect(page.structure).toBe(harmless.structure);
  expect(page.prose).not.toMatch(references);
  expect(page.links.filter((link) => !ours.test(link))).toEqual([]);
  expect(markdown.replace(/(?:🗺|⚠|🕰)\ufe0f/gu, "")).not.toMatch(unseen);
  expect(letters(page.text)).toContain(lettersOf(text));
  expect(commandsIn(markdown)).toEqual([]);
}

describe.each(reports)("%s", (_, report) => {
  test("links, mentions, formats and hides nothing that the pull request holds", () => {
    const harmless = verdictsWith("harmless").map((verdict) => markdownPage(report(verdict)));
    fc.assert(
      fc.property(hostile, (text) => {
        for (const [index, verdict] of verdictsWith(text).entries())
          hold(report(verdict), text, harmless[index] ?? nothing);
      }),
      { numRuns: 20, examples: [[worst], ["\\|"], ["a@-b.co"], ["##["], ["`"]] },
    );
  });
});

const nothing: Page = { structure: "", text: "", prose: "", links: [] };

const address = "https://github.com/acme/shop/blob/ec26c3e57ca3a959ca5aad62de7213c562f8c821/a.tf";

/** The ways in which text comes to stand somewhere. */
const spots: readonly (readonly [string, (text: string) => string])[] = [
  ["a title", (text) => `### ✅ Gate: ${plain(text)}`],
  ["a paragraph", (text) => `${prose(text)}\n\n${plain(text)}\n\n**${plain(text)}** · x`],
  [
    "a list",
    (text) => `- ${prose(text)}<br>${code(text)}: ${prose(text)}\n- ${code(text)}<br>${prose(text)}`,
  ],
  ["a quotation", (text) => `> [!IMPORTANT]\n> **x**: ${code(text)} ${prose(text)}`],
  [
    "a table",
    (text) =>
      [row(["a", "b"]), row(["---", "---"]), row([prose(text), `${code(text)} ${prose(text)}<br>x`])].join(
        "\n",
      ),
  ],
  ["a link", (text) => `- ${link(code(text), address)} and ${link(plain(text), address)}`],
  [
    "what is folded",
    (text) =>
      `<details>\n<summary>x <code>${inHtml(text)}</code> ${inHtml(text)}</summary>\n\n${prose(text)}\n\n</details>`,
  ],
];

describe.each(spots)("text in %s", (_, spot) => {
  const harmless = markdownPage(spot("harmless"));
  test("is text, whatever it is made of", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        fc.pre(text.trim() !== "");
        hold(spot(text), text, harmless);
      }),
      { numRuns: 1_500, examples: [[worst]] },
    );
  });
});
