import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { command } from "./command.ts";
import { closedGroup, namedGroup } from "./inputs.ts";

const gate = command();
const denied = namedGroup.replace("enforcement: warn", "enforcement: deny");
const files = {
  "shop/sg.yaml": closedGroup.replace("shells", "shells\n      VpcId: !ImportValue vpc"),
  "old/team/group-without-name.yaml": namedGroup,
  "new/team/group-without-name.yaml": denied,
};
const sets = ["--from", "old", "--to", "new"];

/** What changes, in a word for each. */
function changes(out: string): readonly string[] {
  const { where } = JSON.parse(out);
  return where.flatMap((part: { readonly changes: readonly { readonly kind: string }[] }) =>
    part.changes.map(({ kind }) => kind),
  );
}

describe("`impact`", () => {
  it("tells what other policies would do over a repository, and ends with 0", () => {
    const { code, out, err } = gate.run(["impact", ...sets, "shop"], { files });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^ {2}shop +passes → blocked +\+1$/m);
    expect(out).toContain("↑ group-without-name  blocks, where it warned");
    expect(out).toContain("      Group  sg.yaml:5");
  });

  it.each([
    ["another question", namedGroup.replace("self.name != null", "true"), ["satisfied"]],
    ["another scope", namedGroup.replace("assert:", "when: self.name != null\nassert:"), ["not-applicable"]],
    ["what is not known", namedGroup.replace("self.name != null", 'self.vpc.id != "vpc-1"'), ["unresolved"]],
    ["the same in other words", namedGroup.replace("has no name", "is nameless"), []],
  ])("tells %s", (_, policy, expected) => {
    const given = { ...files, "new/team/group-without-name.yaml": policy };
    const { out } = gate.run(["impact", ...sets, "shop", "-f", "json"], { files: given });
    expect(changes(out)).toEqual(expected);
  });

  it("takes sets by their names, and `none` for no policies at all", () => {
    const { out } = gate.run(["impact", "--from", "old", "--to", "none", "shop", "-f", "json"], { files });
    expect(changes(out)).toEqual(["dropped"]);
  });

  it("hears the configuration of each repository, also where it is about policies of one side", () => {
    const configuration = [
      "override:",
      "  group-without-name: { enforcement: audit }",
      "  world-open-admin-port: { enforcement: audit }",
    ].join("\n");
    const given = { ...files, "shop/.github/eks-policy-gate.yaml": configuration };
    const { code, out } = gate.run(["impact", ...sets, "shop", "-f", "json"], { files: given });
    expect({ code, changes: changes(out) }).toEqual({ code: 0, changes: [] });
  });

  it("reads a folder of policies as it was at a commit", () => {
    const folder = gate.folder({
      "policies/team/group-without-name.yaml": namedGroup,
      "shop/sg.yaml": closedGroup,
    });
    const git = (...args: readonly string[]) =>
      execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@example.com", ...args], { cwd: folder });
    git("init", "-q");
    git("add", ".");
    git("commit", "-q", "-m", "one");
    writeFileSync(path.join(folder, "policies/team/group-without-name.yaml"), denied);
    const args = ["impact", "--from", "git:HEAD:policies", "--to", "policies", "shop", "-f", "json"];
    expect(changes(gate.runIn(folder, args).out)).toEqual(["stricter"]);
    const unknown = gate.runIn(folder, ["impact", "--from", "git:nope:policies", "--to", "policies"]);
    expect(unknown).toMatchObject({ code: 2, out: "" });
    expect(unknown.err).toContain("there is no commit `nope` to read policies at");
    const empty = gate.runIn(folder, ["impact", "--from", "git:HEAD:shop/none", "--to", "policies"]);
    expect(empty.err).toContain("no policy files in `shop/none`");
  });

  it("tells of saved reports what needs no asking, and names what does", () => {
    const folder = gate.folder({ ...files, "new/team/other.yaml": namedGroup });
    mkdirSync(path.join(folder, "reports"));
    gate.runIn(folder, ["check", "shop", "-p", "old", "-f", "json", "-o", "reports/shop.json"]);
    const { code, out } = gate.runIn(folder, ["impact", ...sets, "reports", "-f", "json"]);
    expect(code).toBe(0);
    expect(changes(out)).toEqual(["stricter"]);
    expect(JSON.parse(out).where).toMatchObject([{ name: "reports/shop.json", untold: ["other"] }]);
  });

  it("takes a repository that a report was written into for a repository", () => {
    const folder = gate.folder(files);
    gate.runIn(folder, ["check", "shop", "-p", "old", "-f", "json", "-o", "shop/report.json"]);
    const { out } = gate.runIn(folder, ["impact", ...sets, "shop", "-f", "json"]);
    expect(JSON.parse(out).where).toMatchObject([{ name: "shop", before: "pass", after: "blocked" }]);
  });

  it("ends with 2 where something cannot be judged, and says what", () => {
    const given = {
      ...files,
      "new/team/group-without-name.yaml": namedGroup.replace("self.name", "self.nme"),
    };
    const { code, out } = gate.run(["impact", ...sets, "shop"], { files: given });
    expect(code).toBe(2);
    expect(out.replace(/\s+/g, " ")).toContain("did you mean `name`?");
    expect(out).toContain("not everything could be judged");
    expect(out).not.toContain("not asked");
    const { err } = gate.run(["impact", "--from", "old"], { files });
    expect(err).toContain("impact compares two sets of policies");
    expect(gate.run(["impact", ...sets, "shpo"], { files }).err).toContain("`shpo` does not exist");
  });
});

describe("`stats`", () => {
  it("sums saved reports, whole folders of them", () => {
    const folder = gate.folder(files);
    mkdirSync(path.join(folder, "reports"));
    for (const set of ["old", "new"])
      gate.runIn(folder, ["check", "shop", "-p", set, "-f", "json", "-o", `reports/${set}.json`]);
    const { code, out } = gate.runIn(folder, ["stats", "reports"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^2 reports: 1 pass, 1 blocked$/m);
    expect(out).toMatch(/^ {2}group-without-name +deny, warn +2 +2 of 2$/m);
  });

  it("refuses what is no report, and tells the rest", () => {
    const folder = gate.folder({ ...files, "x.json": "{}" });
    gate.runIn(folder, ["check", "shop", "-p", "old", "-f", "json", "-o", "a.json"]);
    const { code, out, err } = gate.runIn(folder, ["stats", "a.json", "x.json"]);
    expect(code).toBe(2);
    expect(out).toContain("1 report: 1 pass");
    expect(err).toContain("the report `x.json` is no report");
    expect(gate.run(["stats"]).err).toContain("stats takes JSON reports");
    expect(gate.run(["stats", "shop"], { files }).err).toContain("there are no JSON reports");
  });
});
