import fc from "fast-check";
import { expect, test } from "vitest";
import { html, htmlLink, htmlParagraphs, htmlProse } from "../../../src/report/escape/html.ts";

fc.configureGlobal({ seed: 20261122 });

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "<",
        ">",
        "&",
        '"',
        "'",
        "`",
        "</code>",
        "<script>",
        "<!--",
        "]]>",
        "&#60;",
        "javascript:",
      ),
      fc.constantFrom("\n", "\n\n", "\u0000", "\u202e", "onload=x"),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(""));

test("nobody's text is a tag, an entity of its own or the end of an attribute", () => {
  fc.assert(
    fc.property(hostile, (untrusted) => {
      expect(html(untrusted)).not.toMatch(/[<>"'`]/);
      expect(html(untrusted).replace(/&#\d+;/g, "")).not.toContain("&");
      expect(htmlProse(untrusted).replace(/<\/?code>/g, "")).not.toMatch(/[<>"'`]/);
      expect(htmlParagraphs(untrusted).replace(/<\/?(?:code|p)>/g, "")).not.toMatch(/[<>"'`]/);
    }),
    { numRuns: 3_000 },
  );
});

test("only pages are linked", () => {
  expect(htmlLink("x", "javascript:alert(1)")).toBe("x");
  expect(htmlLink("x", 'https://a.b/"><b>')).toBe(
    '<a href="https://a.b/&#34;&#62;&#60;b&#62;" rel="noreferrer">x</a>',
  );
});
