import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { command } from "./command.ts";
import { closedGroup, deployment, namedGroup, openGroup, plan } from "./inputs.ts";

const gate = command();

/** Two policies that come with the gate: what more there are is no concern of these tests. */
const [spread, ports] = [
  "multi-az/workload-not-spread-over-zones",
  "security-groups/world-open-admin-port",
].map((name) => path.resolve(`policies/${name}.yaml`));
const two = ["--policies", String(spread), "--policies", String(ports)];

/** The last line: the answer. */
function answer(out: string): string | undefined {
  return out.trimEnd().split("\n").at(-1);
}

describe("the exit code of `check`", () => {
  it("is 0 where nothing is found", () => {
    const { code, out, err } = gate.run(["check"], { files: { "sg.yaml": closedGroup } });
    expect({ code, err, answer: answer(out) }).toEqual({ code: 0, err: "", answer: "✓ passed" });
  });

  it("is 0 where there are warnings only", () => {
    const { code, out } = gate.run(["check", ...two], { files: { "web.yaml": deployment } });
    expect({ code, answer: answer(out) }).toEqual({ code: 0, answer: "✓ passed, with 1 warning" });
    expect(out).toContain("workload-not-spread-over-zones");
  });

  it("is 1 where a policy that denies is violated", () => {
    const { code, out } = gate.run(["check"], { files: { "sg.yaml": openGroup, "web.yaml": deployment } });
    expect(code).toBe(1);
    expect(answer(out)).toMatch(/^✗ blocked by 1 finding/);
  });

  it("is 2 where nothing was there to judge, and the way on is said", () => {
    const { code, out } = gate.run(["check"]);
    expect(code).toBe(2);
    expect(out).toContain("terraform show -json");
    expect(answer(out)).toBe("✗ not judged: nothing to judge was found");
  });

  it("is 2 where one of the files cannot be read, whatever is found in the others", () => {
    const whole = plan({ address: "aws_eks_cluster.a", after: { name: "a" } });
    const files = { "plan.json": whole.slice(0, whole.length / 2), "sg.yaml": openGroup };
    const { code, out } = gate.run(["check"], { files });
    expect(code).toBe(2);
    expect(out).toMatch(/^plan\.json:1:\d+$/m);
    expect(out).toContain("this plan is cut short");
    expect(out).toContain("world-open-admin-port");
  });

  it("is that of the rest where a named file is no input, which is said", () => {
    const files = { "sg.yaml": closedGroup, "values.yaml": "replicas: 3\n" };
    const { code, out } = gate.run(["check", "sg.yaml", "values.yaml"], { files });
    expect({ code, answer: answer(out) }).toEqual({ code: 0, answer: "✓ passed" });
    expect(out).toContain("note: named, but not judged: `values.yaml`");
    expect(gate.run(["check", "."], { files }).out).not.toContain("values.yaml");
  });

  it("is 2 where a saved plan was not converted", () => {
    // As `terraform plan -out` writes it: a zip archive whose first file is called `tfplan`.
    const name = Buffer.from("tfplan");
    const header = Buffer.alloc(30);
    header.write("PK\u0003\u0004", "latin1");
    header.writeUInt16LE(name.length, 26);
    const { code, out } = gate.run(["check"], {
      files: { "plan.out": Buffer.concat([header, name, Buffer.alloc(64, 1)]) },
    });
    expect(code).toBe(2);
    expect(out.replace(/\s+/g, " ")).toContain("terraform show -json");
  });

  it("is 2 where no policies are asked", () => {
    const { code, out } = gate.run(["check", "-p", "none"], { files: { "sg.yaml": closedGroup } });
    expect({ code, answer: answer(out) }).toEqual({
      code: 2,
      answer: "✗ not judged: no policies were loaded",
    });
  });
});

describe("`check` reads", () => {
  const cluster = plan({
    address: "aws_eks_cluster.main",
    after: {
      name: "prod",
      vpc_config: [{ endpoint_public_access: true, public_access_cidrs: ["0.0.0.0/0"] }],
    },
  });

  it("a plan in UTF-16, as PowerShell writes it", () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(cluster, "utf16le")]);
    const { code, out } = gate.run(["check"], { files: { "plan.json": bytes } });
    expect(code).toBe(1);
    expect(out).toContain("the API endpoint of cluster prod is public");
  });

  it("the folders and files that are named, and no others", () => {
    const files = { "a/sg.yaml": openGroup, "b/sg.yaml": closedGroup };
    expect(gate.run(["check", "b"], { files }).code).toBe(0);
    expect(gate.run(["check", "b", "a/sg.yaml"], { files }).code).toBe(1);
  });

  it("nothing that `--exclude` names, as often as it is given", () => {
    const files = { "a/sg.yaml": openGroup, "c/sg.yaml": openGroup, "b/sg.yaml": closedGroup };
    expect(gate.run(["check", "--exclude", "a/**"], { files }).code).toBe(1);
    expect(gate.run(["check", "--exclude", "a/**", "-x", "c/*.yaml"], { files }).code).toBe(0);
  });

  it("no file twice, however often it is named", () => {
    const { out } = gate.run(["check", ".", "sg.yaml", "./sg.yaml"], { files: { "sg.yaml": openGroup } });
    expect(answer(out)).toBe("✗ blocked by 1 finding");
  });

  it("what is none of ours not at all, and says how much that was", () => {
    const files = {
      "sg.yaml": closedGroup,
      "compose.yaml": "services: { web: { image: x } }\n",
      "notes.json": "{}",
    };
    const { code, out } = gate.run(["check"], { files });
    expect(code).toBe(0);
    expect(out).toContain("left 2 other files alone");
  });
});

describe("`check` writes", () => {
  it("the report to a file where it is told to, without colour, and nothing to the terminal", () => {
    const folder = gate.folder({ "sg.yaml": openGroup });
    const args = ["check", "sg.yaml", "--output", "report.txt"];
    expect(gate.runIn(folder, args, { FORCE_COLOR: "1" })).toEqual({ code: 1, out: "", err: "" });
    const report = readFileSync(path.join(folder, "report.txt"), "utf8");
    expect(report).toContain("world-open-admin-port");
    expect(report).not.toContain("\u001b");
  });

  it("JSON that can be parsed, with the answer and where it is about", () => {
    const { code, out } = gate.run(["check", "--format", "json"], { files: { "sg.yaml": openGroup } });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      conclusion: "blocked",
      findings: [{ policy: "world-open-admin-port", place: { file: "sg.yaml", line: 8 } }],
    });
  });

  it("what blocks and the answer, and no more, where it is told to be quiet", () => {
    const files = { "sg.yaml": openGroup, "web.yaml": deployment };
    const { out } = gate.run(["check", "--quiet"], { files });
    expect(out).toContain("world-open-admin-port");
    expect(out).not.toContain("workload-not-spread-over-zones");
    expect(out).not.toContain("answered");
    expect(gate.run(["check", "-q", ...two], { files: { "web.yaml": deployment } }).out).toBe(
      "✓ passed, with 1 warning\n",
    );
  });

  it("no colour where nobody watches or NO_COLOR is set, and colour where FORCE_COLOR is", () => {
    const files = { "sg.yaml": openGroup };
    expect(gate.run(["check"], { files }).out).not.toContain("\u001b");
    expect(gate.run(["check"], { files, env: { FORCE_COLOR: "1" } }).out).toContain("\u001b[");
    expect(gate.run(["check"], { files, env: { FORCE_COLOR: "0" } }).out).not.toContain("\u001b");
    expect(gate.run(["check"], { files, env: { FORCE_COLOR: "1", NO_COLOR: "1" } }).out).not.toContain(
      "\u001b",
    );
  });

  it("the same twice, but for the time it took", () => {
    const files = { "sg.yaml": openGroup, "web.yaml": deployment };
    const said = () => gate.run(["check"], { files }).out.replace(/ in \d[\d.,]* m?s$/m, "");
    expect(said()).toBe(said());
  });

  it("for a reader that stops reading, as `head` does, without a complaint", () => {
    const groups = Array.from({ length: 500 }, (_, index) =>
      openGroup.slice(openGroup.indexOf("  Group:")).replace("Group:", `Group${index}:`),
    );
    const files = { "sg.yaml": `${openGroup}${groups.join("")}` };
    const shell = "gate check --format json | head -n 1";
    expect(gate.run([], { files, shell })).toEqual({ code: 0, out: "{\n", err: "" });
    const { out } = gate.run([], { files, shell: `set -o pipefail; ${shell} > /dev/null; echo $?` });
    expect(["0\n", "1\n"]).toContain(out);
  });
});

describe("a team's own policies", () => {
  it("are asked instead of the packaged ones, or beside them", () => {
    const files = { "sg.yaml": openGroup, "policies/names/group-without-name.yaml": namedGroup };
    const own = gate.run(["check", "-p", "policies", "sg.yaml"], { files });
    expect({ code: own.code, answer: answer(own.out) }).toEqual({
      code: 0,
      answer: "✓ passed, with 1 warning",
    });
    const both = gate.run(["check", "-p", "recommended", "-p", "policies", "sg.yaml"], { files });
    expect(answer(both.out)).toBe("✗ blocked by 1 finding, with 1 warning");
  });

  it("with mistakes judge nothing: every mistake of every file is named with its place", () => {
    const files = {
      "sg.yaml": openGroup,
      "policies/a/one.yaml": namedGroup
        .replace("severity: low", "severity: lo")
        .replace("SecurityGroup\n", "SecurityGrp\n"),
      "policies/a/two.yaml": namedGroup.replace("self.name !=", "self.nam !=").replace("fix:", "fixx:"),
    };
    const { code, out } = gate.run(["check", "-p", "policies", "sg.yaml"], { files });
    expect(code).toBe(2);
    const places = out.split("\n").filter((line) => line.startsWith("policies/"));
    expect(places).toEqual([
      "policies/a/one.yaml:2:11",
      "policies/a/one.yaml:4:9",
      "policies/a/two.yaml:1:1",
      "policies/a/two.yaml:5:14",
      "policies/a/two.yaml:8:1",
    ]);
    for (const meant of ["`SecurityGroup`", "`name`", "`fix`"])
      expect(out).toContain(`did you mean ${meant}?`);
    expect(answer(out)).toBe("✗ not judged: 5 mistakes in policies or configuration");
  });

  it("with mistakes are complained about by `list` and `explain` too", () => {
    const files = { "policies/a/one.yaml": namedGroup.replace("self.name !=", "self.nam !=") };
    const { code, err } = gate.run(["list", "-p", "policies"], { files });
    expect(code).toBe(2);
    expect(err).toMatch(/^error: policies\/a\/one\.yaml:5:14: .*did you mean `name`\?\n$/);
  });
});

describe("a configuration", () => {
  const files = { "sg.yaml": openGroup, "web.yaml": deployment };
  const configured = (text: string) => ({ ...files, ".github/eks-policy-gate.yaml": text });

  it("overrides what a policy does, by its name or by its family", () => {
    const warns = configured("override:\n  world-open-admin-port: { enforcement: warn }\n");
    expect(answer(gate.run(["check", ...two], { files: warns }).out)).toBe("✓ passed, with 2 warnings");
    const denies = configured('override:\n  "multi-az/*": { enforcement: deny }\n');
    expect(answer(gate.run(["check", ...two], { files: denies }).out)).toBe("✗ blocked by 2 findings");
  });

  it("overrides parameters", () => {
    const later = configured(
      "override:\n  world-open-admin-port: { params: { ports: ['3389'] } }\n  workload-not-spread-over-zones: { params: { fromReplicas: 4 } }\n",
    );
    expect(answer(gate.run(["check", ...two], { files: later }).out)).toBe("✓ passed");
  });

  it("excludes files", () => {
    const excluded = configured("sources: { exclude: ['sg.yaml'] }\n");
    expect(gate.run(["check"], { files: excluded }).code).toBe(0);
  });

  it("with a mistake judges nothing, and names the place", () => {
    const wrong = configured("override:\n  world-open-admin-prt: { enforcement: warn }\n");
    const { code, out } = gate.run(["check"], { files: wrong });
    expect(code).toBe(2);
    expect(out).toContain(".github/eks-policy-gate.yaml:2:3");
    expect(out).toContain("did you mean `world-open-admin-port`?");
  });

  it("may stand elsewhere", () => {
    const elsewhere = {
      ...files,
      "gate.yaml": "override: { world-open-admin-port: { enforcement: audit } }\n",
    };
    expect(gate.run(["check", "--config", "gate.yaml"], { files: elsewhere }).code).toBe(0);
    expect(existsSync(".github/eks-policy-gate.yaml")).toBe(false);
  });
});
