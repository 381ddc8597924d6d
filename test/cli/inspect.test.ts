import { describe, expect, it } from "vitest";
import { command } from "./command.ts";
import { closedGroup, deployment, plan } from "./inputs.ts";

const gate = command();
const files = { "sg.yaml": closedGroup, "k8s/web.yaml": deployment };

describe("`inspect`", () => {
  it("shows what was read by concept, one concept, and one thing", () => {
    const all = gate.run(["inspect"], { files });
    expect(all).toMatchObject({ code: 0, err: "" });
    expect(all.out).toMatch(/^ {2}Workload +1 {2}web +k8s\/web\.yaml$/m);
    expect(gate.run(["inspect", "Workload"], { files }).out).toContain("Deployment/default/web");
    const one = gate.run(["inspect", "k8s", "Workload", "web"], { files });
    expect(one.out).toMatch(/^ {2}replicas +3 +k8s\/web\.yaml:4$/m);
  });

  it("reads only the paths that stand before the concept", () => {
    const { out } = gate.run(["inspect", "k8s", "SecurityGroup"], { files });
    expect(out).toContain("none was read");
  });

  it("says which word was meant", () => {
    const typo = gate.run(["inspect", "Worklaod"], { files });
    expect(typo).toMatchObject({ code: 2, out: "" });
    expect(typo.err).toContain("did you mean `Workload`?");
    const name = gate.run(["inspect", "Workload", "wbe"], { files });
    expect(name.err).toContain("there is no Workload `wbe`; there is `Deployment/default/web`");
    expect(gate.run(["inspect", "--format", "dot"], { files }).err).toContain(
      "formats are terminal, json, mermaid",
    );
  });

  it("draws one thing, and asks for its name where there are several", () => {
    const picture = gate.run(["inspect", "Workload", "web", "-f", "mermaid"], { files });
    expect(picture.out).toMatch(/^flowchart LR\n {2}n0\["Workload<br\/>/);
    expect(gate.run(["inspect", "-f", "mermaid"], { files }).err).toContain("a picture is of one thing");
  });

  it("shows what it can, and ends with 2, where a file cannot be read", () => {
    const whole = plan({ address: "aws_eks_cluster.a", after: { name: "a" } });
    const cut = { ...files, "plan.json": whole.slice(0, whole.length / 2) };
    const { code, out, err } = gate.run(["inspect"], { files: cut });
    expect(code).toBe(2);
    expect(out).toContain("Workload");
    expect(err).toMatch(/^error: plan\.json/);
  });
});

describe("`inspect --eval`", () => {
  it("answers of one thing with a tree", () => {
    const args = ["inspect", "Workload", "web", "--eval", "self.replicas >= 2 && self.name == 'api'"];
    const { code, out } = gate.run(args, { files });
    expect(code).toBe(0);
    expect(out.trimEnd().split("\n")).toEqual([
      "Deployment/default/web",
      "self.replicas >= 2 && self.name == 'api'  → false",
      "├─ self.replicas >= 2  → true",
      "└─ self.name == 'api'  → false",
      '   └─ self.name  → "web"',
    ]);
  });

  it("answers what is asked of no thing at all, such as facts", () => {
    const args = [
      "inspect",
      "--eval",
      "now == '2027-01-31' && size(facts.versions) > 0",
      "--date",
      "2027-01-31",
    ];
    expect(gate.run(args, { files }).out).toMatch(/→ true/);
  });

  it("points at what is wrong in the expression", () => {
    const { code, err } = gate.run(["inspect", "Workload", "-e", "self.replica > 1"], { files });
    expect(code).toBe(2);
    expect(err).toContain("did you mean `replicas`?");
    expect(err).toContain("  self.replica > 1\n       ^^^^^^^");
    expect(gate.run(["inspect", "-e", "self.name"], { files }).err).toContain(
      "name the concept that `self` is",
    );
  });

  it("is there as JSON", () => {
    const { out } = gate.run(["inspect", "Workload", "-e", "self.replicas", "-f", "json"], { files });
    expect(JSON.parse(out)).toMatchObject({
      type: "int?",
      answers: [{ resource: "Deployment/default/web", value: 3 }],
    });
  });
});

describe("what a provider marks sensitive", () => {
  const secret = "hunter2";
  const sensitive = {
    "plan.json": plan({
      address: "aws_eks_cluster.main",
      after: {
        name: `cluster-${secret}`,
        role_arn: `arn:aws:iam::111122223333:role/${secret}`,
        vpc_config: [{ subnet_ids: [`subnet-${secret}`], public_access_cidrs: ["0.0.0.0/0"] }],
      },
      sensitive: { name: true, role_arn: true, vpc_config: [{ subnet_ids: true }] },
    }),
  };

  it.each([
    ["inspect"],
    ["inspect", "Cluster"],
    ["inspect", "Cluster", "main"],
    ["inspect", "Cluster", "main", "-f", "json"],
    ["inspect", "Cluster", "main", "-f", "mermaid"],
    ["inspect", "-f", "json"],
    ["inspect", "Cluster", "-e", "self.name"],
    ["inspect", "Cluster", "-e", "self.subnets.map(s, s.id)"],
    ["inspect", "Cluster", "-e", "self.subnets.map(s, s.id)", "-f", "json"],
    ["inspect", "Cluster", "-e", "self.name.size() > 3 && self.role.arn.contains('x')"],
  ])("is not shown by %s %s %s %s %s", (...args) => {
    const { out, err } = gate.run(args, { files: sensitive });
    expect(out + err).not.toContain(secret);
    expect(out).not.toBe("");
  });

  it("leaves no trace in an answer that it decides", () => {
    const { out } = gate.run(["inspect", "Cluster", "-e", "self.name.contains('hunter')"], {
      files: sensitive,
    });
    expect(out).toContain("→ (sensitive)");
    expect(out).not.toContain("true");
  });
});
