import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeLog } from "../../../src/report/escape/log.ts";
import { parseCommand } from "../../action/commands.ts";

// The same inputs in every run, so that a failure is seen again.
fc.configureGlobal({ seed: 20261122 });

/** Text that is made of what commands are made of. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "::",
        ":",
        "##[",
        "#",
        "##",
        "[",
        "]",
        "error",
        "add-mask",
        "stop-commands",
        "warning file=a,line=1",
      ),
      fc.constantFrom(
        " ",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "\u001b[31m",
        "\u001b[2K",
        "\u001b",
        "\u0085",
        "\u2028",
        "\u00a0",
      ),
      fc.constantFrom("\u200b", "\u00ad", "\u2060", "\ufe0f", "\ufeff", "\u202e", "\u3000", "%0A", "\ud800"),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

/** The runner reads both streams line by line; a lone carriage return ends a line too. */
function commandsIn(text: string) {
  return text
    .split(/\r\n|\r|\n/)
    .map(parseCommand)
    .filter((command) => command !== undefined);
}

describe("text in the log of a job", () => {
  test("is never a command, whatever it is made of", () => {
    fc.assert(
      fc.property(hostile, fc.boolean(), (text, colours) => {
        expect(commandsIn(escapeLog(text, { colours }))).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    "::error::forged",
    "  ::add-mask::a",
    "\u3000::error::behind a wide space",
    "a name ##[error]forged",
    "#\u00ad#[error]forged",
    "#\ufe0f#[error]forged",
    "\u3164::error::behind a filler",
    "\u200b::stop-commands::x",
    "\u001b[31m::error::red",
    "a\r::error::forged",
  ])("%j would be a command, and is not", (text) => {
    expect(commandsIn(text.replaceAll("\u001b[31m", ""))).toHaveLength(1);
    expect(commandsIn(escapeLog(text))).toEqual([]);
    expect(commandsIn(escapeLog(text, { colours: true }))).toEqual([]);
  });

  test("is as it was where it is harmless", () => {
    for (const text of [
      "plain",
      "arn:aws:iam::123:role/x",
      "a :: b",
      "10.0.0.0/8\n  indented",
      "# [x]",
      "日本",
    ]) {
      expect(escapeLog(text)).toBe(text);
    }
  });

  test("keeps colours where they are ours, and nothing else that a terminal obeys", () => {
    expect(escapeLog("\u001b[1;31mred\u001b[0m\u001b[2K", { colours: true })).toBe(
      "\u001b[1;31mred\u001b[0m\\u{1b}[2K",
    );
    expect(escapeLog("\u001b[31mred")).toBe("\\u{1b}[31mred");
  });

  test("shows what changes the order of what is seen", () => {
    expect(escapeLog("a\u202eb\u0000\u200bc")).toBe("a\\u{202e}b\\u{0}\\u{200b}c");
  });
});
