import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type PlannedResources, Reference } from "../../src/policy/cases/case.ts";
import { planText } from "../../src/policy/cases/plan.ts";
import { template } from "../graph/graphs.ts";
import { answers, type Question } from "./asked.ts";

/*
 * Inputs that checks of infrastructure code are known to get wrong, each with its right answer. Where no packaged
 * policy asks the question, the test asks it itself: what is proved then is what the graph says.
 */

const shapes = {
  "plan.json": readFileSync("test/fixtures/terraform/shapes/plan.json", "utf8"),
};
const ssh: Question = "world-open-admin-port";
const everything: Question = "world-open-all-ports";
const everybody: Question = "role-for-everybody";

describe("the rules of a security group", () => {
  const self = { protocol: "tcp", from_port: 0, to_port: 65535, self: true };
  const open = { protocol: "tcp", from_port: 22, to_port: 22, cidr_blocks: ["0.0.0.0/0"] };

  it("are judged one by one, in any order: SSH from everywhere is found behind a rule about the group itself", async () => {
    const group = (...ingress: readonly object[]) =>
      terraform({ "aws_security_group.web": { name: "web", ingress: ingress as never } });
    expect(await answers(group(self, open), ssh)).toEqual(["violated aws_security_group.web ingress[1]"]);
    expect(await answers(group(open, self), ssh)).toEqual(["violated aws_security_group.web ingress[0]"]);
  });

  it("are open to the world when two of them are its halves", async () => {
    const halves = { ...open, cidr_blocks: ["0.0.0.0/1", "128.0.0.0/1"] };
    const inline = terraform({ "aws_security_group.web": { name: "web", ingress: [halves] } });
    expect(await answers(inline, ssh)).toEqual([
      "violated aws_security_group.web ingress[0]",
      "violated aws_security_group.web ingress[0]",
    ]);
    const apart = terraform({
      "aws_security_group.web": { name: "web" },
      "aws_vpc_security_group_ingress_rule.low": standalone({ cidr_ipv4: "0.0.0.0/1" }),
      "aws_security_group_rule.high": {
        ...standalone({}, "protocol"),
        type: "ingress",
        cidr_blocks: ["128.0.0.0/1"],
      },
    });
    expect(await answers(apart, ssh)).toEqual([
      "violated aws_security_group_rule.high",
      "violated aws_vpc_security_group_ingress_rule.low",
    ]);
  });

  it("are open to the world over IPv6 too, inline and apart, also beside an IPv4 CIDR that is not", async () => {
    const rule = "aws_vpc_security_group_ingress_rule.six";
    const apart = terraform({
      "aws_security_group.web": { name: "web" },
      [rule]: standalone({ cidr_ipv6: "::/0" }),
    });
    expect(await answers(apart, ssh)).toEqual([`violated ${rule}`]);
    const both = template(`Web:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: web
    SecurityGroupIngress:
      - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 192.0.2.0/24, CidrIpv6: "::/0" }`);
    expect(await answers({ "template.yaml": both }, ssh)).toEqual([
      "violated Web SecurityGroupIngress[0]",
      "satisfied 1",
    ]);
  });

  it("open every port when they name no protocol and no ports", async () => {
    const rule = "aws_vpc_security_group_ingress_rule.all";
    const apart = terraform({
      "aws_security_group.web": { name: "web" },
      [rule]: {
        security_group_id: ref("aws_security_group.web.id"),
        ip_protocol: "-1",
        cidr_ipv4: "0.0.0.0/0",
      },
    });
    const inline = template(`Web:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: web
    SecurityGroupIngress: [{ IpProtocol: -1, CidrIp: 0.0.0.0/0 }]`);
    const port22 = { select: "SecurityGroupRule", assert: "!self.opensToWorld('22')" };
    expect(await answers(apart, everything)).toEqual([`violated ${rule}`]);
    expect(await answers(apart, port22)).toEqual([`violated ${rule}`]);
    expect(await answers({ "template.yaml": inline }, everything)).toEqual([
      "violated Web SecurityGroupIngress[0]",
    ]);
    expect(await answers({ "template.yaml": inline }, port22)).toEqual([
      "violated Web SecurityGroupIngress[0]",
    ]);
  });

  it("open nothing to the world when only another group may come in", async () => {
    const apart = terraform({
      "aws_security_group.web": { name: "web" },
      "aws_security_group.ops": { name: "ops" },
      "aws_vpc_security_group_ingress_rule.ops": standalone({
        referenced_security_group_id: ref("aws_security_group.ops.id"),
      }),
    });
    expect(await answers(apart, ssh)).toEqual(["satisfied 1"]);
  });

  it("are all there when they are written as a list or a dynamic block, also in a module called twice", async () => {
    const found = await answers(shapes, ssh);
    expect(found.filter((answer) => answer.startsWith("violated"))).toEqual([
      "violated aws_security_group.listed ingress[1]",
      "violated module.back.aws_security_group.this ingress[0]",
    ]);
    const counted = { select: "SecurityGroup", assert: "self.inboundIPv4 < 2" };
    const many = (await answers(shapes, counted)).filter((answer) => answer.startsWith("violated"));
    expect(many).toEqual([
      "violated aws_security_group.listed",
      "violated module.back.aws_security_group.this",
    ]);
  });

  it("are not none when they are known only after apply, and not one either", async () => {
    const none = { select: "SecurityGroup", assert: "self.inboundIPv4 == 0" };
    const one = { select: "SecurityGroup", assert: "self.inboundIPv4 == 1" };
    const few = { select: "SecurityGroup", assert: "self.inboundIPv4 <= 1" };
    for (const question of [none, one, few]) {
      const found = await answers(shapes, question);
      for (const later of ["listed_later", "dynamic_later", "selves_later"])
        expect(found).toContain(`unresolved aws_security_group.${later}`);
      for (const empty of ["empty", "emptied"])
        expect(found).not.toContain(`unresolved aws_security_group.${empty}`);
    }
    const found = await answers(shapes, ssh);
    expect(found.filter((answer) => answer.startsWith("unresolved"))).toEqual([
      "unresolved aws_security_group.dynamic_later ingress[0]",
      "unresolved aws_security_group.listed_later ingress",
      "unresolved aws_security_group.selves_later ingress[0]",
    ]);
  });
});

describe("a trust policy", () => {
  const anybody = { Effect: "Allow", Action: "sts:AssumeRole", Principal: "*" };
  const eks = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "eks.amazonaws.com" } };

  it("is open to anybody when its principal is a star, as a text, in a list or under `AWS`", async () => {
    for (const Principal of ["*", { AWS: "*" }, { AWS: ["*"] }]) {
      expect(await trust(everybody, { ...anybody, Principal })).toEqual(["violated"]);
    }
  });

  it("is read when its statement stands by itself instead of in a list", async () => {
    const document = JSON.stringify({ Version: "2012-10-17", Statement: anybody });
    const files = terraform({ "aws_iam_role.app": { assume_role_policy: document } });
    expect(await answers(files, everybody)).toEqual(["violated aws_iam_role.app"]);
  });

  it("is open to everybody but a few when it names whom it is not about", async () => {
    const { Principal: _, ...rest } = anybody;
    const statement = { ...rest, NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/app" } };
    expect(await trust(everybody, statement)).toEqual(["violated"]);
  });

  it("is not open to everybody when a condition keeps it to one organization", async () => {
    const Condition = { StringEquals: { "aws:PrincipalOrgID": "o-1a2b3c4d5e" } };
    expect(await trust(everybody, { ...anybody, Condition })).toEqual(["satisfied"]);
    const maybe = { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-1a2b3c4d5e" } };
    expect(await trust(everybody, { ...anybody, Condition: maybe })).toEqual(["violated"]);
  });

  it("gives a role to every pod of the cluster when nothing but its provider is named", async () => {
    const provider = "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABCDEF";
    const statement = {
      Effect: "Allow",
      Action: "sts:AssumeRoleWithWebIdentity",
      Principal: { Federated: provider },
    };
    expect(await trust("irsa-without-subject", statement)).toEqual(["violated"]);
  });

  it("is judged in all of its statements: the second opens it, in every format", async () => {
    expect(await trust(everybody, eks, anybody)).toEqual(["violated", "satisfied"]);
    const role = template(`Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Statement:
        - { Effect: Allow, Action: "sts:AssumeRole", Principal: { Service: eks.amazonaws.com } }
        - { Effect: Allow, Action: "sts:AssumeRole", Principal: { AWS: "*" } }`);
    expect(await answers({ "template.yaml": role }, everybody)).toEqual(["violated Role", "satisfied 1"]);
  });

  const root = { AWS: "arn:aws:iam::111122223333:root" };
  const unguarded: Question = {
    select: "TrustStatement",
    assert: "!self.accounts.exists(a, a.endsWith(':root')) || self.conditions.exists(c, c.binding)",
  };

  it("trusts a whole account only where no condition guards it", async () => {
    const Condition = { StringEquals: { "sts:ExternalId": "shop" } };
    expect(await trust(unguarded, { ...anybody, Principal: root, Condition })).toEqual(["satisfied"]);
    expect(await trust(unguarded, { ...anybody, Principal: root })).toEqual(["violated"]);
    const role = template(`Role:
  Type: AWS::IAM::Role
  Properties:
    AssumeRolePolicyDocument:
      Statement:
        - { Effect: Allow, Action: "sts:AssumeRole", Principal: { Service: eks.amazonaws.com } }
        - { Effect: Allow, Action: "sts:AssumeRole", Principal: { AWS: !Sub "arn:aws:iam::\${AWS::AccountId}:root" } }`);
    expect(await answers({ "template.yaml": role }, unguarded)).not.toEqual(["satisfied 2"]);
  });

  it("trusts any repository of an identity provider in its second statement", async () => {
    const github = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";
    const statement = {
      Effect: "Allow",
      Action: "sts:AssumeRoleWithWebIdentity",
      Principal: { Federated: github },
    };
    const bound: Question = {
      select: "TrustStatement",
      when: "self.federated.exists(f, f.endsWith('token.actions.githubusercontent.com'))",
      assert: "self.conditions.exists(c, c.key == 'token.actions.githubusercontent.com:sub' && c.binding)",
    };
    const Condition = {
      StringEquals: { "token.actions.githubusercontent.com:sub": "repo:shop/app:ref:refs/heads/main" },
    };
    expect(await trust(bound, eks, statement)).toEqual(["violated"]);
    expect(await trust(bound, eks, { ...statement, Condition })).toEqual(["satisfied"]);
  });
});

describe("a template", () => {
  const rules = (entry: string) => ({
    "template.yaml": `Parameters:
  Office: { Type: String }
  Anywhere: { Type: String, Default: 0.0.0.0/0 }
Conditions:
  Open: !Equals [!Ref Office, open]
${template(`Web:
  Type: AWS::EC2::SecurityGroup
  Properties:
    GroupDescription: web
    SecurityGroupIngress: ${entry}`)}`,
  });
  const world = "{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }";
  const office = "{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 192.0.2.0/24 }";

  it("is never passed for a branch of a condition that is open, be it the first or the second", async () => {
    const branches = [
      `!If [Open, [${world}], [${office}]]`,
      `!If [Open, [${office}], [${world}]]`,
      `[!If [Open, ${world}, ${office}]]`,
      `[!If [Open, ${office}, ${world}]]`,
      `[!If [Open, !Ref AWS::NoValue, ${world}]]`,
    ];
    for (const branch of branches) {
      const found = await answers(rules(branch), ssh);
      expect(
        found.filter((answer) => !answer.startsWith("satisfied")),
        branch,
      ).not.toEqual([]);
    }
  });

  it("is not passed for what a parameter brings in", async () => {
    const from = (cidr: string) => `[{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: ${cidr} }]`;
    for (const cidr of ["!Ref Office", "!Ref Anywhere", "!Sub '${Anywhere}'", "!ImportValue office"]) {
      expect(await answers(rules(from(cidr)), ssh), cidr).not.toEqual(["satisfied 1"]);
    }
  });
});

/** What is answered about the statements of a trust policy, of a role in a plan. */
async function trust(question: Question, ...statements: readonly object[]): Promise<readonly string[]> {
  const document = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  const files = terraform({ "aws_iam_role.app": { assume_role_policy: document } });
  return (await answers(files, question)).map((answer) => answer.split(" ")[0] ?? "");
}

function terraform(resources: PlannedResources): Readonly<Record<string, string>> {
  return { "plan.json": planText(resources) };
}

function standalone(peer: Readonly<Record<string, string | Reference>>, protocol = "ip_protocol") {
  return {
    security_group_id: ref("aws_security_group.web.id"),
    [protocol]: "tcp",
    from_port: 22,
    to_port: 22,
    ...peer,
  };
}

function ref(text: string): Reference {
  return new Reference(text);
}
