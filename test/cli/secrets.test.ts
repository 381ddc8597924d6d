import { describe, expect, it } from "vitest";
import { command } from "./command.ts";
import { plan } from "./inputs.ts";

const gate = command();
const secret = "hunter2";
const coded = Buffer.from(secret).toString("base64");

/** A policy that nothing fulfils, and that says all it can. */
function telling(select: string, fields: readonly string[]): string {
  const holes = fields.map((field) => `${field} {self.${field}}`).join(", ");
  return `title: Tells everything
severity: high
enforcement: deny
select: ${select}
assert: self.resource == "nobody"
message: "${holes}"
why: To see what can be told.
fix: Nothing.
cases:
${["violated", "satisfied", "unresolved"].map((answer) => `  - ${answer}: one\n    cloudformation: "Resources: {}"\n`).join("")}`;
}

const hidden = { name: true, cidr_block: true, availability_zone: true, tags: true, tags_all: true };

const files = {
  "own/all/tells-clusters.yaml": telling("Cluster", ["name", "version"]),
  "own/all/tells-groups.yaml": telling("SecurityGroup", ["name"]),
  "own/all/tells-roles.yaml": telling("IamRole", ["name", "arn"]),
  "own/all/tells-subnets.yaml": telling("Subnet", ["cidr", "zone"]),
  "own/all/tells-secrets.yaml": telling("Workload", ["name", "namespace"]),
  "infra/plan.json": plan(
    {
      address: "aws_eks_cluster.main",
      after: {
        name: `cluster-${secret}`,
        version: "1.31",
        role_arn: `arn:aws:iam::111122223333:role/${secret}`,
        tags: { owner: secret },
        vpc_config: [{ subnet_ids: [`subnet-${secret}`], public_access_cidrs: ["0.0.0.0/0"] }],
      },
      sensitive: { name: true, role_arn: true, tags: true, vpc_config: [{ subnet_ids: true }] },
    },
    {
      address: "aws_subnet.a",
      after: {
        cidr_block: `10.0.0.0/24 ${secret}`,
        availability_zone: `zone-${secret}`,
        tags: { Name: secret },
      },
      sensitive: hidden,
    },
    {
      address: "aws_iam_role.app",
      after: {
        name: `role-${secret}`,
        assume_role_policy: JSON.stringify({ Statement: [{ Effect: "Allow", Sid: secret, Principal: "*" }] }),
      },
      sensitive: { name: true, assume_role_policy: true },
    },
  ),
  "infra/main.tf": `resource "aws_eks_cluster" "main" {
  name     = "cluster-${secret}"
  version  = "1.31"
  password = "${secret}"
}
`,
  "stack.yaml": `Parameters:
  Password: { Type: String, NoEcho: true, Default: ${secret} }
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub "role-\${Password}"
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Sid: !Ref Password, Principal: "*" }] }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties: { GroupDescription: !Ref Password, GroupName: !Ref Password }
Outputs:
  Out: { Value: !Ref Password }
`,
  "k8s/web.yaml": `apiVersion: v1
kind: Secret
metadata: { name: web }
data: { password: ${coded} }
stringData: { other: ${secret} }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { replicas: 1, template: { spec: { containers: [{ name: web, image: web, env: [{ name: DB_PASSWORD, value: ${secret} }] }] } } }
---
apiVersion: v1
kind: Secret
metadata: { name: other }
stringData:
  other: ${secret}
`,
};

const policies = ["-p", "own"];

describe("a secret", () => {
  const folder = () => gate.folder(files);
  const hold = (args: readonly string[], wanted: number, at: string = folder()) => {
    const { out, err, code } = gate.runIn(at, args);
    expect({ code, err }).toEqual({ code: wanted, err: "" });
    expect(out).not.toBe("");
    expect(out + err).not.toContain(secret);
    expect(out + err).not.toContain(coded);
    return out;
  };

  it.each(["terminal", "json", "markdown", "html", "sarif", "junit"])("is in no %s of `check`", (format) => {
    const out = hold(["check", ...policies, "--format", format], 1);
    for (const name of ["tells-clusters", "tells-roles", "tells-groups", "tells-subnets", "tells-secrets"])
      expect(out).toContain(name);
    expect(out).toContain("(sensitive)");
  });

  it.each([
    [[]],
    [["-f", "json"]],
    [["Cluster", "main"]],
    [["Cluster", "main", "-f", "json"]],
    [["Cluster", "main", "-f", "mermaid"]],
    [["Subnet", "a"]],
    [["Subnet", "a", "-f", "json"]],
    [["IamRole", "-f", "json"]],
    [["SecurityGroup", "-f", "json"]],
    [["terraform.aws_eks_cluster", "-f", "json"]],
    [["terraform.aws_eks_cluster", "main"]],
    [["terraform.aws_iam_role", "-f", "json"]],
    [["cloudformation.AWS::IAM::Role", "-f", "json"]],
    [["cloudformation.AWS::EC2::SecurityGroup", "Group"]],
    [["manifest.Secret", "-f", "json"]],
    [["Workload", "web"]],
    [["IamRole", "-e", "self.name"]],
    [["terraform.aws_iam_role", "-e", "self", "-f", "json"]],
  ])("is in nothing that `inspect` %j shows", (args) => {
    hold(["inspect", ...args], 0);
  });

  it("is in nothing that `impact` and `stats` say", () => {
    const at = folder();
    for (const format of ["terminal", "json", "markdown"])
      hold(["impact", "--from", "none", "--to", "own", "-f", format], 0, at);
    expect(gate.runIn(at, ["check", ...policies, "-f", "json", "-o", "report.json"]).code).toBe(1);
    for (const format of ["terminal", "json", "markdown"])
      hold(["stats", "report.json", "-f", format], 0, at);
  });

  it.each([
    ["IamRole", "aws_iam_role.app"],
    ["IamRole", "Role"],
    ["SecurityGroup", "Group"],
    ["Cluster", "aws_eks_cluster.main"],
    ["Subnet", "aws_subnet.a"],
  ])("is not made into a case by `new --from` %s %s", (concept, address) => {
    const at = folder();
    const { out, err } = gate.runIn(at, ["new", "a-b", "-s", concept, "--from", address]);
    const made = gate.runIn(at, [], {}, "cat policies/*/a-b.yaml 2>&1").out;
    expect(made).toContain("cases");
    expect(out + err + made).not.toContain(secret);
  });
});
