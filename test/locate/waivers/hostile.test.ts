import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { waivingComments } from "../../../src/locate/waivers/comment.ts";
import { ignoresIn } from "../../../src/locate/waivers/ignores.ts";
import { readWaiverText } from "../../../src/policy/waiver-words.ts";
import { locatedText } from "../../../src/source/span.ts";

const marker = "# eks-policy-gate:ignore";
const words = 'world-open-admin-port until=2026-12-31 owner=@acme/network reason="why"';

function quickly(work: () => unknown): void {
  const started = performance.now();
  work();
  expect(performance.now() - started).toBeLessThan(5_000);
}

describe("a hostile file", () => {
  test.each([
    ["comments without end", "main.tf", `${marker} ${words}\n`.repeat(20_000)],
    ["one line", "main.tf", `a = "${`${marker} `.repeat(50_000)}`],
    ["open blocks", "main.tf", `${marker}\na {\n`.repeat(5_000)],
    ["quotes", "main.tf", `${'"'.repeat(200_000)} ${marker}`],
    ["comments of YAML", "a.yaml", `${marker} ${words}\na: 1\n---\n`.repeat(5_000)],
    [
      "annotations",
      "a.yaml",
      `metadata:\n  annotations:\n    eks-policy-gate/ignore: |\n${`      ${words}\n`.repeat(20_000)}`,
    ],
    ["nesting", "a.yaml", `# eks-policy-gate\n${"[".repeat(50_000)}`],
    ["keys that are maps", "a.yaml", `# eks-policy-gate\n${"? {a: b}\n: c\n".repeat(2_000)}`],
    [
      "members of Metadata",
      "a.yaml",
      `Resources:\n  A:\n    Metadata:\n      eks-policy-gate:\n        ignore:\n${"          - { policy: x }\n".repeat(10_000)}`,
    ],
  ])("of %s is read in time", (_, file, text) => {
    quickly(() => ignoresIn(locatedText(file, text)));
  });

  test("waives no more than a hundred times in one annotation", () => {
    const lines = `      ${words}\n`.repeat(1_000);
    const text = `kind: A\nmetadata:\n  annotations:\n    eks-policy-gate/ignore: |\n${lines}`;
    expect(ignoresIn(locatedText("a.yaml", text))?.all).toHaveLength(100);
  });

  test("cannot make the reader throw", () => {
    const piece = fc.constantFrom(
      marker,
      words,
      "\n",
      " ",
      '"',
      "'",
      "{",
      "}",
      "[",
      "]",
      ":",
      "- ",
      "#",
      "//",
      "<<EOT\n",
      "EOT",
      "\r",
      "\t",
      "? ",
      "&a ",
      "*a",
      "---\n",
      "metadata:",
      "annotations:",
      "eks-policy-gate/ignore:",
      "Metadata:",
      "é",
      "\u202E",
    );
    const text = fc
      .array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 60 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, fc.constantFrom("a.tf", "a.yaml", "a.json", "a.tfvars"), (given, file) => {
        for (const ignore of ignoresIn(locatedText(file, given))?.all ?? []) {
          expect(ignore.at.line).toBeLessThanOrEqual(given.split("\n").length);
        }
        readWaiverText(given);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a comment", () => {
  test.each([
    ['a = "x" # eks-policy-gate:ignore y', "hcl", 1],
    ['a = "# eks-policy-gate:ignore y"', "hcl", undefined],
    ["a = 1 // eks-policy-gate:ignore y", "hcl", 1],
    ["a: 1 # eks-policy-gate:ignore y", "yaml", 1],
    ["a: b# eks-policy-gate:ignore y", "yaml", undefined],
    ["a: '# eks-policy-gate:ignore y'", "yaml", undefined],
    ["a: it's # eks-policy-gate:ignore y", "yaml", 1],
    ["a: 1 // eks-policy-gate:ignore y", "yaml", undefined],
    ["# do not eks-policy-gate:ignore y\na: 1", "yaml", undefined],
    ["# eks-policy-gate:ignore y\n# and more\na: 1", "yaml", 3],
    ["## eks-policy-gate:ignore y\r\na: 1\r\n", "yaml", 2],
  ] as const)("%j of %s stands beside line %s", (text, syntax, line) => {
    const found = waivingComments(text, syntax);
    expect(found.map(({ beside, text: said }) => [beside, said])).toEqual(
      line === undefined ? [] : [[line, "y"]],
    );
  });
});

describe("the words of a waiver", () => {
  test("may stand in any order, with quotes and back-slashes in them", () => {
    expect(readWaiverText('x  reason="it \\"is\\" fine = so" owner="@a"\tuntil=2026-01-01')).toEqual({
      kind: "words",
      words: { policy: "x", until: "2026-01-01", owner: "@a", reason: 'it "is" fine = so' },
    });
  });

  test.each([
    ["x until=2026-13-01 owner=@a reason=b", "`until` must be a day as in 2027-03-31, not `2026-13-01`"],
    [
      "x until=2026-01-01 owner=a reason=b",
      "`owner` must be `@user`, `@org/team` or an e-mail address, not `a`",
    ],
    ["x until=2026-01-01 owner=@a reason=two words", "unknown word `words`"],
    ['x until=2026-01-01 owner=@a reason=""', "`reason` is missing"],
    ["until=2026-01-01 owner=@a reason=b", "`until` is missing"],
  ])("%s: %s", (text, problem) => {
    expect(readWaiverText(text)).toMatchObject({ problems: [expect.stringContaining(problem)] });
  });
});
