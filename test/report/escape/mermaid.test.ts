import fc from "fast-check";
import { expect, test } from "vitest";
import { label } from "../../../src/report/escape/mermaid.ts";

fc.configureGlobal({ seed: 20261122 });

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        "'",
        "`",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        "<",
        ">",
        "|",
        "#",
        ";",
        "&",
        ":",
        "%%",
        "%%{init",
        "}%%",
      ),
      fc.constantFrom(
        "\n",
        "\r",
        "\t",
        "\u2028",
        "\u202e",
        "\u0000",
        "end",
        "subgraph",
        "click a href",
        "style a fill:#f00;",
      ),
      fc.constantFrom(
        "#quot;",
        "#35;",
        "&lt;",
        "<br/>",
        "<script>",
        "-->",
        ":::marked",
        "```",
        "@{ shape: x }",
        "\\",
      ),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

test("a label holds only letters, harmless signs and codes of characters, whatever it is made of", () => {
  fc.assert(
    fc.property(hostile, (untrusted) => {
      const rest = label(untrusted, 500).replace(/#\d+;/g, "");
      expect(rest).toMatch(/^[\p{L}\p{M}\p{N} ._/…-]*$/u);
    }),
    { numRuns: 3_000 },
  );
});

test("a label reads as it was written", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 40 }), (text) => {
      const read = label(text, 500)
        .replaceAll("#8203;", "")
        .replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
      expect(read).toBe(text.replace(/\s+/g, " ").trim());
    }),
    { numRuns: 1_000 },
  );
});

test("names of people's resources stay readable", () => {
  expect(label("module.vpc.aws_subnet.private-a")).toBe("module.vpc.aws_subnet.private-a");
  expect(label('a["b"]')).toBe("a#91;#34;b#34;#93;");
  expect(label("10.0.0.0/24 社内")).toBe("10.0.0.0/24 社内");
});
