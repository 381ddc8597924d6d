import { describe, expect, it } from "vitest";
import { Failure } from "../../src/base/failure.ts";
import { decide, emptiness, exitCode, worstFirst } from "../../src/verdict/decide.ts";
import { finding } from "./found.ts";

const failure = new Failure("unreadable", "cut off");
const run = { findings: [], failures: [], inputs: [{ declares: 3 }], policies: [1] };

describe("the decision", () => {
  it.each([
    ["a run without findings passes", run, "pass", 0],
    ["a finding that warns passes", { ...run, findings: [finding()] }, "pass", 0],
    [
      "a finding that is only counted passes",
      { ...run, findings: [finding({ enforcement: "audit" })] },
      "pass",
      0,
    ],
    [
      "a finding that denies blocks",
      { ...run, findings: [finding(), finding({ enforcement: "deny" })] },
      "blocked",
      1,
    ],
    [
      "an unresolved finding that denies blocks",
      { ...run, findings: [finding({ outcome: "unresolved", enforcement: "deny" })] },
      "blocked",
      1,
    ],
    ["a file that cannot be read is no verdict", { ...run, failures: [failure] }, "unjudged", 2],
    [
      "a file that cannot be read outweighs what others say",
      { ...run, failures: [failure], findings: [finding({ enforcement: "deny" })] },
      "unjudged",
      2,
    ],
    ["nothing to read is no verdict", { ...run, inputs: [] }, "unjudged", 2],
    [
      "files that declare nothing are no verdict",
      { ...run, inputs: [{ declares: 0 }, { declares: 0 }] },
      "unjudged",
      2,
    ],
    [
      "one file that declares something is enough",
      { ...run, inputs: [{ declares: 0 }, { declares: 1 }] },
      "pass",
      0,
    ],
    ["no policies are no verdict", { ...run, policies: [] }, "unjudged", 2],
  ] as const)("%s", (_, given, conclusion, code) => {
    expect(decide(given)).toBe(conclusion);
    expect(exitCode(decide(given))).toBe(code);
  });

  it("says what to do where there was nothing to judge", () => {
    expect(emptiness(run)).toBeUndefined();
    expect(emptiness({ ...run, inputs: [] })).toMatchObject({
      code: "empty",
      hint: expect.stringContaining("plan"),
    });
    expect(emptiness({ ...run, policies: [] })).toMatchObject({ code: "policy" });
  });
});

describe("findings are told worst first", () => {
  it("by enforcement, severity, certainty, policy, place", () => {
    const sorted = [
      finding({ enforcement: "deny", severity: "low" }),
      finding({ severity: "critical", outcome: "unresolved" }),
      finding({ id: "a", place: { file: "a.tf", line: 2 } }),
      finding({ id: "a", place: { file: "a.tf", line: 10 } }),
      finding({ id: "a", place: { file: "b.tf", line: 1 } }),
      finding({ id: "b", place: { file: "a.tf", line: 1 } }),
      finding({ outcome: "unresolved" }),
      finding({ enforcement: "audit", severity: "critical" }),
    ];
    expect(worstFirst(sorted.toReversed())).toEqual(sorted);
  });
});
