import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { code, link, paragraphs, prose, text } from "../../../src/report/escape/markdown.ts";

// The same inputs in every run, so that a failure is seen again.
fc.configureGlobal({ seed: 20261122 });

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "@octocat",
        "@org/team",
        "#123",
        "org/repo#1",
        "GH-7",
        "gh-7",
        "http://x.y",
        "www.x.y",
        "a@b.c",
      ),
      fc.constantFrom(
        "<!--",
        "-->",
        "<b>",
        "</details>",
        "<",
        ">",
        "&",
        "&#64;",
        "&lt;",
        "\\",
        "`",
        "``",
        "```\n",
      ),
      fc.constantFrom(
        "[a](b)",
        "![a](b)",
        "[//]: #",
        "[a]: b",
        "|",
        "*",
        "**",
        "_",
        "__",
        "~~",
        "$x$",
        ":tada:",
        "# ",
      ),
      fc.constantFrom(
        "\n",
        "\n\n",
        "- ",
        "1. ",
        "+ ",
        "> ",
        "===",
        "---",
        "    ",
        "\t",
        "\u202e",
        "\u0000",
        "\ud83d",
      ),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(""));

/** What GitHub finds in the text of the finished page. */
const links = /@[\p{L}\p{N}]|(?:^|[^&])#\d|(?<![\p{L}\p{N}])(?:gh-\d|www\.)|:\/\//iu;

function decoded(escaped: string): string {
  return escaped
    .replaceAll("&#8203;", "\u200b")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#36;", "$")
    .replaceAll("&amp;", "&");
}

describe("text", () => {
  test("has one line, no tag, no entity and no formatting of its own", () => {
    fc.assert(
      fc.property(hostile, (untrusted) => {
        const escaped = text(untrusted);
        expect(escaped).not.toMatch(/[<>\n\r\t]/);
        expect(escaped.replace(/&(?:amp|lt|gt|quot|#36|#8203);/g, "")).not.toContain("&");
        expect(escaped.replace(/\\[\\`*[\]|~_\-+=#:.)]/g, "")).not.toMatch(/[\\`*[\]|~$]/);
        expect(escaped).not.toMatch(/^(?:[-+=#>]|\d+[.)](?:\s|$))/);
      }),
      { numRuns: 3_000 },
    );
  });

  test("mentions nobody, refers to nothing and links nowhere", () => {
    fc.assert(
      fc.property(hostile, (untrusted) => {
        // A reader takes one backslash from what it escapes, and no more.
        const read = decoded(text(untrusted).replace(/\\([!-/:-@[-`{-~])/g, "$1"));
        expect(read).not.toMatch(links);
      }),
      { numRuns: 3_000 },
    );
  });

  test("reads as it was written", () => {
    expect(text("aws_eks_cluster.main spans 1 zone(s): [eu-west-1a]")).toBe(
      "aws_eks_cluster.main spans 1 zone(s): \\[eu-west-1a\\]",
    );
    expect(text("arn:aws:iam::111122223333:role/x and fd00:a:b::1")).toBe(
      "arn:aws:iam::111122223333:role/x and fd00:a:b::1",
    );
    expect(text("1.31 is old")).toBe("1.31 is old");
  });

  test("shows no emoji that nobody wrote", () => {
    expect(text(":tada: and a :key:")).toBe(":&#8203;tada: and a :&#8203;key:");
  });

  test("ends where it is told to", () => {
    expect(text("abcdef", 4)).toBe("abc…");
    expect(text("ab😀def", 4)).toBe("ab…");
  });
});

describe("code", () => {
  test("ends only where it ends", () => {
    fc.assert(
      fc.property(hostile, (untrusted) => {
        const span = code(untrusted);
        const fence = /^`+/.exec(span)?.[0] ?? "";
        const inside = span.slice(fence.length, -fence.length);
        expect(span).not.toMatch(/[\n\r]/);
        expect(span.endsWith(fence)).toBe(true);
        expect(inside.split(/[^`]+/)).not.toContain(fence);
        expect(inside).not.toMatch(/^`|`$/);
      }),
      { numRuns: 3_000 },
    );
  });

  test("uses a longer fence than anything inside", () => {
    expect(code("a``b")).toBe("```a``b```");
    expect(code("`a`")).toBe("`` `a` ``");
    expect(code("  ")).toBe("`(empty)`");
  });
});

describe("prose", () => {
  test("keeps what stands between back-ticks as code, and nothing else", () => {
    expect(prose("set `vpc_config` to *x*")).toBe("set `vpc_config` to \\*x\\*");
    expect(prose("a lone ` stays")).toBe("a lone \\` stays");
    expect(prose("`@octocat` @octocat")).toBe("`@octocat` @&#8203;octocat");
  });

  test("keeps paragraphs and lists", () => {
    expect(paragraphs("One\nline.\n\n- a\n- b\n")).toBe("One line.\n\n- a\n- b");
    expect(paragraphs("# not a heading\n\n<script>")).toBe("\\# not a heading\n\n&lt;script&gt;");
  });
});

describe("a link", () => {
  test("cannot be ended by its address", () => {
    expect(link("a", "https://x.y/a b(c)\"<d>'")).toBe("[a](https://x.y/a%20b%28c%29%22%3Cd%3E%27)");
  });

  test("is none where the address is no web page", () => {
    expect(link("a", "javascript:alert(1)")).toBe("a (javascript:alert(1))");
  });

  test("leaves no mention of us on an issue it leads to", () => {
    expect(link("a", "https://github.com/o/r/issues/1")).toBe(
      "[a](https://redirect.github.com/o/r/issues/1)",
    );
  });
});
