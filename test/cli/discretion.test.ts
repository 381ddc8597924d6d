import { describe, expect, it } from "vitest";
import { commandsIn } from "../report/hostile/commands.ts";
import { command } from "./command.ts";
import { deployment, plan } from "./inputs.ts";

const gate = command();

describe("what a provider marks sensitive", () => {
  const secret = "hunter2";
  const files = {
    "plan.json": plan(
      {
        address: "aws_eks_cluster.main",
        after: {
          name: `cluster-${secret}`,
          role_arn: `arn:aws:iam::111122223333:role/${secret}`,
          vpc_config: [
            {
              endpoint_public_access: true,
              public_access_cidrs: ["0.0.0.0/1", "128.0.0.0/1"],
              subnet_ids: [`subnet-${secret}-a`, `subnet-${secret}-b`],
            },
          ],
        },
        sensitive: {
          name: true,
          role_arn: true,
          vpc_config: [{ subnet_ids: true, public_access_cidrs: true }],
        },
      },
      {
        address: "aws_security_group_rule.ssh",
        after: {
          type: "ingress",
          protocol: "tcp",
          from_port: 22,
          to_port: 22,
          cidr_blocks: ["0.0.0.0/0"],
          security_group_id: `sg-${secret}`,
        },
        sensitive: { cidr_blocks: true, security_group_id: true },
      },
      {
        address: "aws_iam_role.app",
        after: {
          name: `role-${secret}`,
          assume_role_policy: JSON.stringify({
            Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole", Sid: secret }],
          }),
        },
        sensitive: { name: true, assume_role_policy: true },
      },
    ),
  };

  it.each(["terminal", "json", "markdown"])("is not in the %s, and the findings about it are", (format) => {
    const { code, out, err } = gate.run(["check", "--format", format], { files });
    expect(code).toBe(1);
    expect(out).toContain("world-open-api-endpoint");
    expect(out).toContain("world-open-admin-port");
    expect(out).toContain("cluster-in-one-zone");
    expect(out).toContain("role-for-everybody");
    expect(out).toContain("(sensitive)");
    expect(out + err).not.toContain(secret);
    expect(out + err).not.toContain("128.0.0.0/1");
  });
});

describe("names that are made to mislead", () => {
  const name =
    "web\u001b[31mred\u001b]0;title\u0007\u202e\u2066\n::error file=x,line=1::pwned\n##[error]gotcha\r::stop-commands::x";
  const manifest = JSON.stringify({
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, namespace: "<!-- --> @everyone" },
    spec: { replicas: 3 },
  });

  it.each(["terminal", "markdown", "html", "json", "sarif", "junit"])(
    "command no runner that the %s is printed to",
    (format) => {
      const files = { "web.yaml": manifest, "k8s/##[error]::warning::x.yaml": deployment };
      const { out, err } = gate.run(["check", "--format", format], { files });
      expect(out).toContain("::error file=x");
      expect(commandsIn(out + err)).toEqual([]);
    },
  );

  it.each(["terminal", "markdown"])("are shown as they are in the %s, and do nothing", (format) => {
    const files = { "web.yaml": manifest, "k8s/\u001b[2J::warning::x.yaml": deployment };
    const { code, out } = gate.run(["check", "--format", format], { files });
    expect(code).toBe(0);
    expect(out).toMatch(/\\u\{1b\}\\?\[31mred/);
    expect(out).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    expect(out).not.toMatch(/^\s*(::|##\[)/m);
  });

  it("cannot begin a line of the JSON report", () => {
    const { out } = gate.run(["check", "--format", "json"], { files: { "web.yaml": manifest } });
    expect(out).not.toMatch(/^\s*(::|##\[)/m);
    expect(JSON.parse(out).findings[0].resource).toContain(name);
  });

  it("of policies and in mistakes are shown as they are, too", () => {
    const files = { "policies/a/x.yaml": 'title: "a\\e[31m\\n::error::b"\nseverity: "\\e[31mhigh"\n' };
    const { code, out, err } = gate.run(["list", "-p", "policies"], { files });
    expect(code).toBe(2);
    expect(out + err).not.toContain("\u001b");
    expect(out + err).not.toMatch(/^\s*(::|##\[)/m);
  });

  it("on the command line are shown as they are", () => {
    const { err } = gate.run(["check", "\u001b[31m\n::error::x"]);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err).not.toContain("\u001b");
  });
});
