import { describe, expect, test } from "vitest";
import { Failure } from "../../src/base/failure.ts";
import { type JoinedPart, joined } from "../../src/report/joined.ts";
import { json } from "../../src/report/json.ts";
import { readReport } from "../../src/report/read-report.ts";
import type { Verdict } from "../../src/verdict/finding.ts";
import { blocked, found, openIngress } from "./example.ts";

const head = "a".repeat(40);
const passed: Verdict = { ...blocked, conclusion: "pass", findings: [] };

function part(verdict: Verdict, file = "a.json", of: string | undefined = head): JoinedPart {
  const run = of === undefined ? {} : { head: of, pullRequest: 7, key: file };
  return { file, report: readReport(file, new TextEncoder().encode(json(verdict, { run }))) };
}

const missing: JoinedPart = {
  file: "b.json",
  report: new Failure("unreadable", "the report `b.json` is not there"),
};

describe("the reports of a matrix", () => {
  test.each([
    ["pass", [part(passed), part(passed)]],
    ["blocked", [part(passed), part(blocked)]],
    ["unjudged", [part(blocked), part({ ...passed, failures: [new Failure("empty", "nothing")] })]],
    ["unjudged", [part(passed), missing]],
    ["unjudged", [part(passed), part(passed, "b.json", "b".repeat(40))]],
    ["unjudged", [part(passed), { ...part(passed), report: readReport("b.json", new Uint8Array()) }]],
    ["unjudged", []],
  ] as const)("are %s", (conclusion, parts) => {
    expect(joined(parts, head).verdict.conclusion).toBe(conclusion);
  });

  test("are of the commit that is judged, or of one commit where none is named", () => {
    const { verdict } = joined([part(passed, "a.json", "b".repeat(40))], head);
    expect(verdict.failures).toMatchObject([
      { message: `the report \`a.json\` is of \`${"b".repeat(40)}\`, not of \`${head}\`` },
    ]);
    expect(joined([part(passed), part(passed)]).verdict.conclusion).toBe("pass");
    expect(joined([part(passed), part(passed, "b.json", "b".repeat(40))]).verdict.conclusion).toBe(
      "unjudged",
    );
    expect(joined([part(passed), { file: "b.json", report: withoutRun() }]).verdict.conclusion).toBe(
      "unjudged",
    );
    expect(joined([{ file: "b.json", report: withoutRun() }]).verdict.conclusion).toBe("pass");
  });

  test("tell what several of them found once, and what looks alike in one of them as often as it is", () => {
    const twice: Verdict = { ...blocked, findings: [...blocked.findings, ...blocked.findings] };
    expect(joined([part(blocked), part(blocked)]).verdict.findings).toHaveLength(4);
    expect(joined([part(blocked), part(twice)]).verdict.findings).toHaveLength(8);
  });

  test("keep findings apart that have the same name in different files", () => {
    const of = (file: string): Verdict => ({
      ...blocked,
      findings: [found(openIngress, "aws_security_group.web", { file }, "lets everyone in")],
    });
    expect(joined([part(of("prod/main.tf")), part(of("dev/main.tf"))]).verdict.findings).toHaveLength(2);
  });

  test("are counted together, worst first, in whichever order they come", () => {
    const parts = [part(passed), part(blocked)];
    const { verdict, run } = joined(parts);
    expect(joined(parts.toReversed()).verdict.findings).toEqual(verdict.findings);
    expect(verdict).toMatchObject({ entities: 96, leftAlone: 24 });
    expect(verdict.tally[0]).toMatchObject({ violated: 2, satisfied: 60 });
    expect(verdict.policies).toHaveLength(3);
    expect(verdict.inputs).toHaveLength(3);
    expect(run).toEqual({ head, pullRequest: 7 });
  });
});

function withoutRun() {
  return readReport("b.json", new TextEncoder().encode(json(passed)));
}
