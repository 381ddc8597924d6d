import fc from "fast-check";

/** What markup, logs and drawings are made of: of each format what ends, begins or hides something. */
const pieces = [
  ["@octocat", "@org/team", "@_x", "a@-b.co", "#123", "org/repo#1", "GH-7", "gh-7", "octocat@0123abc"],
  [
    "http://x.y/z",
    "https://x.y",
    "HTTPS://x.y",
    "www.x.y",
    "WWW.x.y",
    "ftp://x.y",
    "a@b.co",
    "mailto:a@b.co",
  ],
  ["<!--", "-->", "<b>", "</details>", "</summary>", "</code>", "<script>", "<img src=x>", "<https://x.y>"],
  [
    "<",
    ">",
    "&",
    "&#64;",
    "&lt;",
    "&commat;",
    '"',
    "'",
    "]]>",
    "<![CDATA[",
    "<?x",
    "onload=x",
    "javascript:x",
  ],
  ["\\", "`", "``", "```", "~~~", "```\n", "$x$", "$$", ":tada:", "(", ")", "{", "}", ";", "%%", "%%{init"],
  [
    "[a](b)",
    "![a](b)",
    "[//]: #",
    "[a]: b",
    "[^1]",
    "[^1]: x",
    "[x]",
    "[",
    "]",
    "!",
    "(https://x.y)",
    "[ ] ",
  ],
  ["|", "\\|", "||", "*", "**", "_", "__", "~~", "# ", "#", "- ", "1. ", "+ ", "> ", "===", "---", "| --- |"],
  [
    "::",
    ":",
    "##[",
    "##[error]",
    "::error::",
    "::error file=x::",
    "::stop-commands::x",
    "##[add-mask]",
    "##",
    "]",
    "%0A",
    "%",
  ],
  ["\n", "\n\n", "\r", "\r\n", "\t", " ", "    ", "  \n", "\u0085", "\u2028", "\u00a0", "\u3000"],
  ["\u0000", "\u001b[31m", "\u001b[2K", "\u001b]8;;x", "\u0007", "\u009b", "\u007f"],
  ["\u202e", "\u2066", "\u200b", "\u00ad", "\ufeff", "\ufe0f", "\u3164", "\ud83d", "\udc00", "\u{e0041}"],
  ["-->|x|", '"]', "end", "subgraph", "click a href", ":::marked", "#quot;", "@{ shape: x }", "<br/>"],
].map((some) => fc.constantFrom(...some));

/** Short enough that nothing of it is left out anywhere. */
export const hostile: fc.Arbitrary<string> = fc
  .array(fc.oneof(...pieces, fc.string({ unit: "grapheme", maxLength: 3 }), fc.constantFrom("a", "b1")), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(""));

/** The worst in one: whatever ends anything. */
export const worst = `"\`]|</code></details>-->]]>'\`\`\`\n##[error]x ::error::y @octocat #1 www.x.y [a](https://x.y) \u001b[31m\u202e\ud83d\\|`;

/** The letters of a text: what a reader goes by, whatever is written between them. */
export function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, "");
}

/** The letters that a reader sees of a hostile text: what is not seen has its code instead. */
export function lettersOf(hostile: string): string {
  return letters(
    hostile
      .replace(/\s+/g, " ")
      .replace(new RegExp(unseen, "gu"), (character) => `u${character.codePointAt(0)?.toString(16)}`),
  );
}

/** What no text that people read may hold: what they cannot see, or what changes the order of what they see. */
export const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
