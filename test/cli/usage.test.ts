import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { command } from "./command.ts";
import { deployment } from "./inputs.ts";

const gate = command();
const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/** The one line a mistake on the command line is answered with. */
function mistake(...args: readonly string[]): string {
  const { code, out, err } = gate.run(args, { files: { "k8s/web.yaml": deployment } });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  return err;
}

describe("help", () => {
  it("is given when nothing is asked, with the commands and the exit codes", () => {
    for (const args of [[], ["--help"], ["-h"], ["help"]]) {
      const { code, out, err } = gate.run(args);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      for (const word of ["check", "list", "explain", "Exit codes", "terraform show -json"])
        expect(out).toContain(word);
    }
  });

  it.each(["check", "list", "explain"])("of `%s` names its options and shows an example", (name) => {
    const { code, out } = gate.run([name, "--help"]);
    expect(code).toBe(0);
    expect(out).toContain(`eks-policy-gate ${name}`);
    expect(out).toContain("--policies <set>");
    expect(out).toContain("Example");
    expect(gate.run(["help", name]).out).toBe(out);
    expect(gate.run([name, "-h"]).out).toBe(out);
  });

  it("of `check` names every option that `check` takes", () => {
    const { out } = gate.run(["help", "check"]);
    for (const option of ["policies", "config", "exclude", "format", "output", "quiet", "date"]) {
      expect(out).toContain(`--${option}`);
    }
  });

  it("of a command there is none of suggests one", () => {
    expect(mistake("help", "lst")).toBe("error: there is no command `lst`; did you mean `list`?\n");
  });
});

describe("`--version`", () => {
  it("is the version of the package", () => {
    expect(gate.run(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
    expect(gate.run(["-v"]).out).toBe(`${version}\n`);
  });
});

describe("a mistake on the command line ends with 2, one line, and what to do", () => {
  it.each<[string, readonly string[], string]>([
    ["a mistyped command", ["chekc"], "there is no command `chekc`; did you mean `check`?"],
    ["no command at all", ["frobnicate"], "there is no command `frobnicate`; see eks-policy-gate --help"],
    [
      "an option before the command",
      ["--format", "json", "check"],
      "`--format` stands before the command; options come after it: eks-policy-gate check --format json",
    ],
    [
      "a mistyped option",
      ["check", "--formt", "json"],
      "there is no option `--formt`; did you mean `--format`?",
    ],
    [
      "an option of another command",
      ["list", "--output", "x"],
      "there is no option `--output`; see eks-policy-gate list --help",
    ],
    [
      "a short option there is none of",
      ["check", "-z"],
      "there is no option `-z`; see eks-policy-gate check --help",
    ],
    [
      "an option without its value",
      ["check", "--output"],
      "the option `--output` needs a value; see eks-policy-gate check --help",
    ],
    [
      "a value for an option that takes none",
      ["check", "--quiet=yes"],
      "the option `--quiet` does not take an argument; see eks-policy-gate check --help",
    ],
    ["a mistyped format", ["check", "--format", "jsn"], "there is no format `jsn`; did you mean `json`?"],
    [
      "an unknown format",
      ["check", "--format", "pdf"],
      "there is no format `pdf`; formats are terminal, json, markdown, html, sarif, junit",
    ],
    [
      "a day there is none of",
      ["check", "--date", "2027-02-30"],
      "`2027-02-30` is not a date; write it as 2027-01-31",
    ],
    [
      "a date in other words",
      ["check", "--date", "tomorrow"],
      "`tomorrow` is not a date; write it as 2027-01-31",
    ],
    [
      "a path that is not there",
      ["check", "infra"],
      "`infra` does not exist; name files or folders that exist",
    ],
    [
      "a configuration that is not there",
      ["check", "--config", "gate.yaml"],
      "there is no configuration `gate.yaml`; the usual place is .github/eks-policy-gate.yaml",
    ],
    [
      "a report in a folder that is not there",
      ["check", "k8s", "--output", "reports/gate.json"],
      "the report cannot be written to `reports/gate.json`; its folder does not exist",
    ],
    [
      "a report over a folder",
      ["check", "k8s", "-o", "k8s"],
      "the report cannot be written to `k8s`; it is a folder",
    ],
    [
      "something to list",
      ["list", "quotas"],
      "list takes no `quotas`; it lists the policies; see eks-policy-gate list --help",
    ],
    ["nothing to explain", ["explain"], "explain takes the name of one policy; see eks-policy-gate list"],
    [
      "a mistyped policy",
      ["explain", "node-group-in-one-zon"],
      "there is no policy `node-group-in-one-zon`; did you mean `node-group-in-one-zone`?",
    ],
    [
      "a policy there is none of",
      ["explain", "something-else-entirely"],
      "there is no policy `something-else-entirely`; see eks-policy-gate list",
    ],
  ])("%s", (_, args, says) => {
    expect(mistake(...args)).toBe(`error: ${says}\n`);
  });
});

describe("`list`", () => {
  it("shows every policy in its family, with what it does", () => {
    const { code, out, err } = gate.run(["list"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(
      /^multi-az\n(?: {2}.*\n)* {2}node-group-in-one-zone +warn +high +deny +deny +A managed node group/m,
    );
    expect(out).toMatch(/\n\n\d+ policies\n$/);
  });
});

describe("`explain`", () => {
  it("says what a policy asks, why, and how to fix what it finds", () => {
    const { code, out } = gate.run(["explain", "node-group-in-one-zone"]);
    expect(code).toBe(0);
    expect(out).toContain("A managed node group runs in a single Availability Zone");
    expect(out).toContain("minZones");
    expect(out).toContain("https://docs.aws.amazon.com/");
  });
});
