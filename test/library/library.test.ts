import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, expectTypeOf, it } from "vitest";
import type * as face from "../../src/library/face.ts";
import type * as library from "../../src/library/main.ts";
import type { Report } from "../../src/report/report-shape.ts";

/** Runs a script that imports the package by its name, as one of somebody else's would. */
function run(script: string) {
  const text = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    cwd: new URL("../..", import.meta.url).pathname,
    encoding: "utf8",
  });
  return JSON.parse(text);
}

const gate = 'import { gate } from "eks-policy-gate";';

describe("the package", () => {
  it("judges a folder, and answers with the report, the exit code and every format", () => {
    const answer = run(`${gate}
      const { report, exitCode, render } = await gate({ root: "examples/shop", date: "2026-01-31" });
      const formats = {};
      for (const format of ["terminal", "json", "markdown", "html", "sarif", "junit"])
        formats[format] = (await render(format)).slice(0, 20);
      console.log(JSON.stringify({ exitCode, conclusion: report.conclusion, findings: report.findings.length > 3, formats }));`);
    expect(answer).toMatchObject({ exitCode: 1, conclusion: "blocked", findings: true });
    expect(answer.formats).toMatchObject({
      json: expect.stringMatching(/^\{/),
      markdown: expect.stringContaining("### ❌ EKS policy"),
      html: expect.stringMatching(/^<!doctype html>/i),
      junit: expect.stringMatching(/^<\?xml/),
    });
  });

  it("does not throw for what is wrong, but says it", () => {
    const answer = run(`${gate}
      const wrong = [{ root: "examples/shop", date: "yesterday" }, { root: "examples/nowhere" }, { policies: ["./none-there"] }];
      const answers = await Promise.all(wrong.map((options) => gate(options)));
      console.log(JSON.stringify(answers.map(({ exitCode, report }) => [exitCode, report.failures[0]?.message])));`);
    expect(answer).toEqual([
      [2, "`yesterday` is not a date"],
      [2, expect.any(String)],
      [2, expect.stringContaining("none-there")],
    ]);
  });

  it("loads policies with what the configuration makes of them", () => {
    const answer = run(`import { loadPolicies } from "eks-policy-gate";
      const { policies, failures } = await loadPolicies({ policies: ["strict"] });
      const one = policies.find(({ id }) => id === "node-group-in-one-zone");
      console.log(JSON.stringify({ enforcement: one.enforcement, failures, many: policies.length > 200 }));`);
    expect(answer).toEqual({ enforcement: "deny", failures: [], many: true });
  });

  it("declares what it does, in one file that stands alone", () => {
    expectTypeOf<typeof library.gate>().toEqualTypeOf<typeof face.gate>();
    expectTypeOf<typeof library.loadPolicies>().toEqualTypeOf<typeof face.loadPolicies>();
    expectTypeOf<Report>().toExtend<face.Report>();
    const text = readFileSync("src/library/face.ts", "utf8");
    expect(text).not.toMatch(/^import |import\(/m);
  });
});
