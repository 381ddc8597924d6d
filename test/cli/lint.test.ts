import { readFileSync } from "node:fs";
import { load as parseYaml } from "js-yaml";
import { describe, expect, it } from "vitest";
import { command } from "./command.ts";

const gate = command();

const file = "policies/team/cluster-without-version.yaml";

function policy(changes: Readonly<Record<string, string>> = {}): string {
  const parts = {
    title: "A cluster has no version",
    severity: "low",
    select: "Cluster",
    assert: "self.version != null",
    message: '"cluster {self.name} has no version"',
    why: "EKS chooses one.",
    fix: "Choose one.",
    ...changes,
  };
  const written = Object.entries(parts).map(([key, value]) => `${key}: ${value}\n`);
  return `${written.join("")}cases:
  - violated: it has none
    at: version
    terraform: { aws_eks_cluster.a: { name: a, version: null } }
  - satisfied: it has one
    cloudformation: "Resources: { C: { Type: AWS::EKS::Cluster, Properties: { Version: '1.33' } } }"
  - satisfied: eksctl has one
    eksctl: "{ apiVersion: eksctl.io/v1alpha5, kind: ClusterConfig, metadata: { name: a, region: eu-west-1, version: '1.33' } }"
  - unresolved: another stack knows
    cloudformation: "Resources: { C: { Type: AWS::EKS::Cluster, Properties: { Version: !ImportValue v } } }"
`;
}

/** What is said, without the lines it is about: `place: error: message`. */
function said(out: string): readonly string[] {
  return out.split("\n").filter((line) => /: (?:error|advice): /.test(line));
}

describe("`lint`", () => {
  it("has nothing to say about what is right", () => {
    const { code, out, err } = gate.run(["lint", "policies", "--strict"], { files: { [file]: policy() } });
    expect({ code, out, err }).toEqual({ code: 0, out: "1 file: nothing to say\n", err: "" });
  });

  it("says all mistakes of all files at once, with the line each is about and what was meant", () => {
    const files = {
      [file]: policy({ assert: "self.versoin != null", severity: "hgh" }),
      "policies/team/other.yaml": policy({ select: "Clutser" }),
    };
    const { code, out } = gate.run(["lint", "policies"], { files });
    expect(code).toBe(1);
    expect(said(out)).toEqual([
      `${file}:2:11: error: \`severity\` must be critical, high, medium or low, not \`hgh\`; did you mean \`high\`?`,
      `${file}:4:14: error: \`Cluster\` has no field \`versoin\`; did you mean \`version\`?`,
      "policies/team/other.yaml:3:9: error: there is no concept `Clutser`; did you mean `Cluster`?",
    ]);
    expect(out).toContain("     4 │ assert: self.versoin != null\n       │              ^^^^^^^\n");
    expect(out).toContain("2 files: 3 mistakes");
  });

  it.each([
    ["an id that does not name the defect", "require-version", {}, "id-names-no-defect"],
    ["a title that is no sentence", "a", { title: "version." }, "title-is-no-sentence"],
    [
      "a policy that nothing can violate",
      "a",
      { assert: "self.autoMode || !self.autoMode" },
      "never-violated",
    ],
    [
      "one that asks nothing of what it is about",
      "a",
      { assert: "size(facts.versions) > 2", message: '"{self.version}"' },
      "never-violated",
    ],
    ["one that everything violates", "a", { assert: "self.autoMode && !self.autoMode" }, "always-violated"],
    [
      "a message without the value that was found",
      "a",
      { assert: "size(self.subnets) >= 2" },
      "message-without-value",
    ],
  ])("advises about %s, which counts with --strict", (_, id, changes, rule) => {
    const files = { [`policies/team/${id}.yaml`]: policy(changes) };
    const { code, out } = gate.run(["lint", "policies"], { files });
    expect({ code, rules: said(out).map((line) => line.split("  ").at(-1)) }).toEqual({
      code: 0,
      rules: [rule],
    });
    expect(gate.run(["lint", "policies", "--strict"], { files }).code).toBe(1);
  });

  it("advises about formats without a case, and cases that do not say where", () => {
    const text = policy()
      .replace("    at: version\n", "")
      .replace(/ {2}- satisfied: eksctl.*\n.*\n/, "");
    expect(said(gate.run(["lint", file], { files: { [file]: text } }).out)).toEqual([
      `${file}:8:1: advice: \`Cluster\` also comes from eksctl, and no case shows one  format-without-case`,
      `${file}:8:1: advice: no violated case says which attribute the finding points at; add \`at\` to one, \`.\` for the resource  case-without-place`,
    ]);
  });

  it("lints the configuration, its waivers and its policies where nothing is named", () => {
    const files = {
      [file]: policy(),
      ".github/eks-policy-gate.yaml":
        "policies: [recommended, ./policies]\noverride:\n  cluster-without-versions: { severity: high }\n",
      ".github/eks-policy-gate.waivers.yaml":
        "- policy: cluster-without-versio\n  resource: C\n  reason: x\n  owner: '@acme/a'\n  expires: tomorrow\n",
    };
    const { code, out } = gate.run(["lint"], { files });
    expect(code).toBe(1);
    expect(out).toContain("3 files: 3 mistakes");
    expect(said(out).map((line) => line.replace(/.*(?:did you mean|must be)/, ""))).toEqual([
      " `cluster-without-version`?",
      " a day as in 2027-03-31, not `tomorrow`",
      " `cluster-without-version`?",
    ]);
  });

  it("tells a configuration and waivers by what is in them, whatever they are called", () => {
    const files = { "gate.yaml": "# ours\ngaet: {}\nsources: {}\n", "w.yaml": "- policy: a\n" };
    const { out } = gate.run(["lint", "gate.yaml", "w.yaml"], { files });
    expect(said(out)).toContain("gate.yaml:2:1: error: unknown key `gaet`; did you mean `gate`?");
    expect(said(out)).toContain("w.yaml:1:3: error: `resource` is missing");
  });

  it("writes annotations, SARIF and JSON", () => {
    const files = { [file]: policy({ assert: "self.versoin != null" }) };
    const run = (format: string) => gate.run(["lint", file, "--format", format], { files }).out;
    expect(run("github")).toBe(
      `::error file=${file},line=4,endLine=4,col=14,endColumn=21,title=EKS policy gate::\`Cluster\` has no field \`versoin\`; did you mean \`version\`?\n`,
    );
    const [{ results, tool }] = JSON.parse(run("sarif")).runs;
    expect(results[0]).toMatchObject({
      ruleId: "mistake",
      level: "error",
      locations: [{ physicalLocation: { artifactLocation: { uri: file }, region: { startLine: 4 } } }],
    });
    expect(tool.driver.rules[results[0].ruleIndex].id).toBe("mistake");
    expect(JSON.parse(run("json")).remarks).toMatchObject([{ kind: "mistake", file, line: 4, column: 14 }]);
  });

  it("lets no text of a file become a command of the workflow", () => {
    const files = { [file]: policy({ select: '"a%0A::error::b\\n::error::c"' }) };
    const { out } = gate.run(["lint", file, "--format", "github"], { files });
    expect(out.match(/^::/gm)).toHaveLength(1);
    expect(out).toContain("a%250A");
  });

  it("ends with 2 where there is nothing to lint, or a file is not there", () => {
    expect(gate.run(["lint"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("no policies of your own to lint"),
    });
    expect(gate.run(["lint", "nowhere"]).code).toBe(2);
    expect(gate.run(["lint", "--format", "jsno"]).err).toContain("did you mean `json`?");
  });
});

describe("the hooks for pre-commit", () => {
  const hooks = parseYaml(readFileSync(".pre-commit-hooks.yaml", "utf8")) as readonly {
    readonly entry: string;
    readonly files: string;
  }[];

  it("start commands that there are", () => {
    for (const { entry } of hooks) {
      const [, name = ""] = entry.split(" ");
      expect(gate.run([name, "--help"]).out).toContain(`eks-policy-gate ${name}`);
    }
  });

  it("lint policies, configuration and waivers, and nothing else", () => {
    const [lint] = hooks;
    const isMeant = (path: string) => new RegExp(lint?.files ?? "").test(path);
    expect(
      [file, ".github/eks-policy-gate.yaml", ".github/eks-policy-gate.waivers.yml"].filter(isMeant),
    ).toHaveLength(3);
    expect(["k8s/web.yaml", "policies.yaml", ".github/workflows/gate.yaml"].filter(isMeant)).toEqual([]);
  });
});
