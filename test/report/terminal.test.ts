import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Failure } from "../../src/base/failure.ts";
import { terminal } from "../../src/report/terminal.ts";
import type { LocatedFinding, Verdict } from "../../src/verdict/finding.ts";
import { ref } from "../locate/findings.ts";
import { blocked, fewReplicas, found, linesOf, openIngress, traced } from "./example.ts";

// The same inputs in every run, so that a failure is seen again.
fc.configureGlobal({ seed: 20261122 });

const plain = { colour: false, width: 100, lines: linesOf };

function of(findings: readonly LocatedFinding[], more: Partial<Verdict> = {}): Verdict {
  return { ...blocked, findings, ...more };
}

describe("the terminal report", () => {
  test("reads from the worst finding down to the answer", async () => {
    await expect(terminal(blocked, plain)).toMatchFileSnapshot("terminal.txt");
  });

  test("fits a narrow terminal", async () => {
    const narrow = terminal(blocked, { ...plain, width: 50 });
    await expect(narrow).toMatchFileSnapshot("terminal-narrow.txt");
  });

  test("says the same in colour", () => {
    const coloured = terminal(blocked, { ...plain, colour: true });
    expect(coloured).toContain("\u001B[31m");
    expect(stripVTControlCharacters(coloured)).toBe(terminal(blocked, plain));
  });

  test("shows only what blocks, and the answer, when it is to be quiet", () => {
    const quiet = terminal(blocked, { ...plain, quiet: true });
    expect(quiet).toContain("world-open-ingress");
    expect(quiet).not.toMatch(/one-zone|one-replica|answered/);
    expect(quiet.trimEnd().split("\n").at(-1)).toMatch(/^✗ blocked by 1 finding/);
  });

  test("puts what could not be read first, with the next step", () => {
    const failures = [
      new Failure("unreadable", "`spec` must be a mapping", {
        at: { file: "k8s/broken.yaml", line: 3, column: 2 },
        hint: "indent it under `spec`",
      }),
      new Failure("usage", "no such folder"),
    ];
    const text = terminal(of(blocked.findings, { failures, conclusion: "unjudged" }), plain);
    expect(text.split("\n").slice(0, 5)).toEqual([
      "k8s/broken.yaml:3:2",
      "  error: `spec` must be a mapping",
      "  help: indent it under `spec`",
      "",
      "  error: no such folder",
    ]);
    expect(text.trimEnd().split("\n").at(-1)).toMatch(/^✗ .*judge/);
  });

  test("ends with a passing line where nothing was found", () => {
    const text = terminal(of([], { conclusion: "pass" }), plain);
    expect(text.split("\n")[0]).toBe(
      "read      1 Terraform plan and 2 manifest files; left 12 other files alone",
    );
    expect(text.trimEnd().split("\n").at(-1)).toMatch(/^✓ pass/);
  });

  test("lists the findings of one policy in one file after the third, and says the fix once", () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      found(
        openIngress,
        `aws_security_group.n${index}`,
        { file: "a.tf", line: index + 1, column: 3 },
        `message ${index}`,
      ),
    );
    const text = terminal(of(many), plain);
    expect(text.match(/message \d+/g)).toEqual(["message 0", "message 1", "message 2"]);
    expect(text).toContain("9 more of world-open-ingress\n    4:3  aws_security_group.n3\n");
    expect(text).toContain("    and 4 others\n");
    expect(text.match(/fix: /g)).toHaveLength(1);
  });

  test("shows the way of a value to its cause, and its middle only as a number where it is long", () => {
    const text = terminal(of([traced]), plain);
    expect(text).toContain(
      "  from: modules/eks/main.tf:5:3 <- live/main.tf:8:3 <- live/prod.auto.tfvars:2:12\n" +
        "  note: the files here are not what was planned\n",
    );
    const step = (line: number) => ({ place: { file: "a.tf", line }, what: "local `a`" });
    const long = { ...traced, trail: Array.from({ length: 9 }, (_, line) => step(line + 1)) };
    expect(terminal(of([long]), plain)).toContain(
      "from: a.tf:1 <- a.tf:2 <- a.tf:3 <- 3 more <- a.tf:7 <- a.tf:8 <- a.tf:9\n",
    );
  });

  test("does not fold a single finding away", () => {
    const four = Array.from({ length: 4 }, (_, index) =>
      found(openIngress, `aws_security_group.n${index}`, { file: "a.tf", line: 1 }, `message ${index}`),
    );
    expect(terminal(of(four), plain)).not.toContain("more of");
  });
});

describe("a code frame", () => {
  const place = { file: "k8s/web.yaml", line: 7, column: 13, endLine: 7, endColumn: 27 };

  test("never shows a Secret", () => {
    const secret = found(fewReplicas, "Secret/shop/db", place, "is not encrypted", {
      refs: [ref("kubernetes", "k8s/web.yaml", "v1/Secret/shop/db", ["data", "password"], 1)],
    });
    const text = terminal(of([secret]), plain);
    expect(text).toContain("7:13");
    expect(text).not.toContain("aHVudGVyMg");
  });

  test("never shows what led to a sensitive value", () => {
    const sensitive = found(openIngress, "a.b", place, "password is (sensitive)");
    expect(terminal(of([sensitive]), plain)).not.toContain("aHVudGVyMg");
  });

  test("never shows a resource that has something sensitive in it", () => {
    const sensitive = { ...found(openIngress, "a.b", place, "m"), secret: true };
    expect(terminal(of([sensitive]), plain)).not.toContain("│");
  });

  test("never shows what stands behind a name that promises a secret", () => {
    const lines = [
      '  master_password = "hunter2"',
      "  max_size = 9",
      '  "apiKey": "hunter2",',
      "- { name: DB_PASSWORD, value: hunter2 }",
      "- name: GITHUB_TOKEN",
      "  value: hunter2",
      "  token: hunter2",
      "  secret_name: shop",
    ];
    const texts = lines.map((_, at) => {
      const finding = found(openIngress, "a.b", { file: "f", line: at + 1, column: 3 }, "m");
      return terminal(of([finding]), { ...plain, lines: () => lines });
    });
    expect(texts.join("")).not.toContain("hunter2");
    expect(texts[1]).toContain("master_password…");
    expect(texts[1]).toContain("max_size = 9");
    expect(texts[7]).toContain("secret_name: shop");
  });

  test("does not reach into the next document, which may be a Secret", () => {
    const last = found(
      fewReplicas,
      "Deployment/shop/web",
      { file: "k8s/web.yaml", line: 3, column: 2 },
      "one",
    );
    const text = terminal(of([last]), plain);
    expect(text).toContain("replicas: 1");
    expect(text).not.toMatch(/---|Secret/);
  });

  test("marks what is meant under wide letters, tabs and after a crop", () => {
    const line = `${"x".repeat(90)}\t名前: "標的" ${"y".repeat(90)}`;
    const column = line.indexOf('"') + 1;
    const finding = found(
      openIngress,
      "a.b",
      { file: "f", line: 1, column, endLine: 1, endColumn: column + 4 },
      "m",
    );
    const text = terminal(of([finding]), { ...plain, width: 60, lines: () => [line] });
    const [code = "", marks = ""] = text.split("\n").filter((row) => row.includes("│"));
    expect(marks.trimEnd().length - marks.indexOf("^")).toBe(6);
    const before = [...code.slice(0, code.indexOf('"'))];
    expect(before.length + before.filter((character) => /[名前]/.test(character)).length).toBe(
      marks.indexOf("^"),
    );
  });

  test("is left out where the file is shorter than it was", () => {
    const gone = found(openIngress, "a.b", { file: "infra/security.tf", line: 99, column: 1 }, "m");
    expect(terminal(of([gone]), plain)).not.toContain("│");
  });
});

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      "\u001B",
      "\u009B",
      "\r",
      "\n",
      "\b",
      "\u007F",
      "\u202E",
      "\u2066",
      "\u200B",
      "\u2028",
      "\uFEFF",
    ),
    fc.constantFrom("[31m", "]8;;http://x", "a", " ", "`", "\t", "名"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
});

test("nothing of others gets through that moves the cursor, colours the output or reorders letters", () => {
  fc.assert(
    fc.property(hostile, fc.boolean(), fc.integer({ min: 1, max: 130 }), (text, colour, width) => {
      const place = { file: text, line: 1, column: 2, endLine: 1, endColumn: 4 };
      const missing = [{ attribute: text, reason: text }];
      const verdict = of(
        [
          ...Array.from({ length: 6 }, () => found(fewReplicas, text, place, text, { missing })),
          found({ ...openIngress, fix: text }, text, place, text, {
            trail: [{ place, what: text }],
            note: text,
          }),
        ],
        { failures: [new Failure("unreadable", text, { at: place, hint: text })] },
      );
      const printed = terminal(verdict, { colour, width, lines: () => [text, text] });
      const ours = colour ? printed.replace(/\u001B\[[\d;]*m/g, "") : printed;
      expect(ours.replaceAll("\n", "")).not.toMatch(
        /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u,
      );
      const lines = (value: string) =>
        terminal(of([found(openIngress, value, { file: value }, "m")]), {
          ...plain,
          lines: () => undefined,
        }).split("\n");
      expect(lines(text)).toHaveLength(lines("x").length);
    }),
    { numRuns: 300 },
  );
});

test("colour codes in a name are shown, not obeyed", () => {
  const text = terminal(of([found(openIngress, "\u001B[32mok", { file: "a.tf" }, "m")]), {
    ...plain,
    colour: true,
  });
  expect(text).not.toContain("\u001B[32mok");
  expect(text).toContain("\\u{1b}[32mok");
});
