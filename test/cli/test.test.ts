import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { command } from "./command.ts";

const gate = command();

const file = "policies/team/cluster-without-version.yaml";

/** A policy that wants a version of every cluster but one, with these cases besides the usual. */
function policy(...cases: readonly string[]): string {
  return `title: A cluster has no version
severity: low
select: Cluster
when: self.name != "skipped"
assert: self.version != null
message: "cluster {self.name} has no version"
why: EKS chooses one.
fix: Choose one.
cases:
${["violated: it has none\n    at: Resources.C.Properties.Version", ...cases].map(caseText).join("")}${caseText(
  "satisfied: it has one",
  "{ Version: '1.33' }",
)}${caseText("unresolved: another stack knows", "{ Version: !ImportValue v }")}`;
}

function caseText(says: string, properties: string | number = "{}"): string {
  const given = typeof properties === "string" ? properties : "{}";
  return `  - ${says}\n    cloudformation: |\n      Resources: { C: { Type: AWS::EKS::Cluster, Properties: ${given} } }\n`;
}

const right = policy();
const wrong = `${right}${caseText("violated: it has one", "{ Version: '1.33' }")}`;
const configuration = { ".github/eks-policy-gate.yaml": "policies: [recommended, ./policies]\n" };

describe("`test`", () => {
  it("says of every policy whether its cases are as they say", () => {
    const { code, out, err } = gate.run(["test", "policies"], { files: { [file]: right } });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe("✓ cluster-without-version  3 cases\n\n1 policy, 3 cases: all as they say\n");
  });

  it("tests the policies of one's own that the configuration names", () => {
    const { code, out } = gate.run(["test"], { files: { [file]: right, ...configuration } });
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("1 policy, 3 cases") });
    expect(gate.run(["test"]).err).toMatch(/^error: there are no policies of your own to test; name files/);
  });

  it("says how a case went wrong, where it stands, and what each part of the policy answered", () => {
    const { code, out } = gate.run(["test", "policies"], { files: { [file]: wrong } });
    expect(code).toBe(1);
    expect(out).toContain("✗ cluster-without-version  4 cases");
    expect(out).toContain(`  missed  it has one  ${file}:20\n    should be violated, and is not`);
    expect(out).toMatch(/ {4}C\n {6}when\n {8}self\.name != "skipped" +→ true/);
    expect(out).toMatch(/ {6}assert\n {8}self\.version != null +→ true\n {8}└─ self\.version +→ "1\.33"/);
    expect(out).toContain("1 policy, 4 cases: 1 missed");
  });

  it.each([
    ["noisy", "satisfied: it has none", "{}"],
    ["guessed", "unresolved: it has one", "{ Version: '1.33' }"],
    ["misplaced", "violated: it has none\n    at: Resources.C.Properties.Name", "{}"],
  ])("calls a case %s that should be %s", (word, says, properties) => {
    const files = { [file]: `${right}${caseText(says, properties)}` };
    const { code, out } = gate.run(["test", file], { files });
    expect({ code, word: /^ {2}(\w+) {2}it/m.exec(out)?.[1] }).toEqual({ code: 1, word });
  });

  it("ends with 2 where a case or a policy cannot be read, and runs the others", () => {
    const cut = `${right}  - violated: it is cut short\n    cloudformation: "Resources: { C: { Type: AWS::EKS::Cluster, Properties: "\n`;
    const unreadable = gate.run(["test", file], { files: { [file]: cut } });
    expect(unreadable.code).toBe(2);
    expect(unreadable.out).toContain("  unreadable  it is cut short");
    const other = "policies/team/cluster-without-name.yaml";
    const files = { [file]: right, [other]: right.replace("self.version", "self.versoin") };
    const { code, out, err } = gate.run(["test", "policies"], { files });
    expect(code).toBe(2);
    expect(out).toContain("✓ cluster-without-version");
    expect(err).toMatch(/cluster-without-name\.yaml:5:14: .*did you mean `version`\?/);
  });

  it("names the small changes that no case notices, and fails below a score", () => {
    const { code, out } = gate.run(["test", "policies", "--mutate"], { files: { [file]: right } });
    expect(code).toBe(0);
    expect(out).toContain('survived  when: self.name != "skipped" left out');
    expect(out).toContain("mutation score 66.6 %: 2 of 3 small changes are noticed by a case");
    const strict = ["test", "policies", "--mutate", "--min-score", "90"];
    expect(gate.run(strict, { files: { [file]: right } }).code).toBe(1);
    const skipped = caseText("not-applicable: it is skipped", "{ Name: skipped }");
    const better = gate.run(strict, { files: { [file]: `${right}${skipped}` } });
    expect(better).toMatchObject({ code: 0, out: expect.stringContaining("mutation score 100 %") });
  });

  it("names the parts that no case decides", () => {
    const { out } = gate.run(["test", "policies", "--coverage"], { files: { [file]: right } });
    expect(out).toContain('uncovered  when: self.name != "skipped"  is never false');
    expect(out).toContain("coverage: 1 part is left that no case decides both ways");
  });

  it("runs some of the policies that come with the gate", () => {
    const { code, out } = gate.run(["test", "--packaged", "--filter", "irsa-without-*"]);
    expect({ code, ids: out.match(/^✓ irsa-without-/gm)?.length }).toEqual({
      code: 0,
      ids: expect.any(Number),
    });
    expect(gate.run(["test", "--packaged", "--filter", "irsa-without-subjet"]).err).toContain(
      "did you mean `irsa-without-subject`?",
    );
  });

  it("writes JUnit and JSON", () => {
    const files = { [file]: wrong };
    const { out: xml } = gate.run(["test", file, "--format", "junit"], { files });
    expect(xml).toContain('tests="4" failures="1" errors="0" skipped="0"');
    expect(xml).toContain('<failure message="missed: should be violated, and is not">');
    const json = JSON.parse(gate.run(["test", file, "-f", "json"], { files }).out);
    expect(json.policies[0].cases.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      "right",
      "right",
      "right",
      "missed",
    ]);
  });

  it.each([
    [["--format", "jason"], "did you mean `json`?"],
    [["--min-score", "90"], "add `--mutate`"],
    [["--mutate", "--min-score", "all"], "`all` is not a score"],
    [["--packaged", "policies"], "choose some of them with `--filter`"],
    [["--watch", "--format", "junit"], "`--watch` is for the terminal"],
    [["nowhere"], "there is no `nowhere`"],
  ])("refuses %s", (args, said) => {
    const { code, err } = gate.run(["test", ...args]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(said) });
  });

  it("runs again when a file changes, until it is stopped", async () => {
    const folder = gate.folder({ [file]: right });
    const child = spawn(process.execPath, [gate.script, "test", "policies", "--watch"], { cwd: folder });
    let said = "";
    child.stdout.on("data", (text: Buffer) => {
      said += text.toString();
    });
    while (!said.includes("watching policies; stop with Ctrl-C")) await once(child.stdout, "data");
    writeFileSync(path.join(folder, file), wrong);
    while (!said.includes("1 policy, 4 cases: 1 missed")) await once(child.stdout, "data");
    child.kill();
    await once(child, "exit");
    expect(said).toContain("1 policy, 3 cases: all as they say");
  });
});
