import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { command } from "./command.ts";

const gate = command();
const example = readFileSync("examples/inventory/inventory.yaml", "utf8");
const script = path.resolve("examples/inventory/inventory.sh");

/** A cluster in subnets that exist, with a role that exists. */
const cluster = `AWSTemplateFormatVersion: "2010-09-09"
Resources:
  Cluster:
    Type: AWS::EKS::Cluster
    Properties:
      Name: prod
      RoleArn: arn:aws:iam::111122223333:role/eks/cluster
      ResourcesVpcConfig: { SubnetIds: [subnet-0a1, subnet-0b2], EndpointPublicAccess: false }
`;

/** Three policies that come with the gate: what more there are is no concern of these tests. */
const three = [
  "multi-az/cluster-in-one-zone",
  "iam-trust/cluster-role-for-others",
  "quotas/node-groups-over-quota",
].flatMap((name) => ["--policies", path.resolve(`policies/${name}.yaml`)]);

/** Everything a run says of the cluster, by policy. */
function answers(out: string): Readonly<Record<string, string>> {
  const { findings } = JSON.parse(out) as {
    readonly findings: readonly { readonly policy: string; readonly outcome: string }[];
  };
  return Object.fromEntries(findings.map(({ policy, outcome }) => [policy, outcome]));
}

describe("--inventory", () => {
  test("decides what a template does not say of things that exist", () => {
    const files = { "cluster.yaml": cluster, "inventory.yaml": example };
    const without = gate.run(["check", ...three, "--format", "json"], { files });
    expect(answers(without.out)).toEqual({
      "cluster-in-one-zone": "unresolved",
      "cluster-role-for-others": "unresolved",
    });
    const { code, out } = gate.run(["check", ...three, "--inventory", "inventory.yaml", "--format", "json"], {
      files,
    });
    expect({ code, answers: answers(out) }).toEqual({ code: 0, answers: {} });
    expect(JSON.parse(out).inputs).toEqual([
      expect.objectContaining({ file: "cluster.yaml", declares: 1 }),
      { file: "inventory.yaml", format: "inventory", bytes: Buffer.byteLength(example), declares: 0 },
    ]);
  });

  test("is also a key of the configuration", () => {
    const files = {
      "cluster.yaml": cluster,
      "account/inventory.yaml": example,
      ".github/eks-policy-gate.yaml": "inventory: [account/inventory.yaml]\n",
    };
    expect(answers(gate.run(["check", ...three, "--format", "json"], { files }).out)).toEqual({});
  });

  test("points at the author's own line, and says the quota that was granted", () => {
    const files = {
      "cluster.yaml": cluster,
      "inventory.yaml": example
        .replace("subnet-0b2, zone: eu-west-1b", "subnet-0b2, zone: eu-west-1a")
        .replace("L-6D54EA21: 45", "L-6D54EA21: 1"),
    };
    const { code, out } = gate.run(["check", ...three, "--inventory", "inventory.yaml", "--format", "json"], {
      files,
    });
    expect(code).toBe(1);
    const { findings } = JSON.parse(out);
    expect(findings).toMatchObject([
      { policy: "cluster-in-one-zone", outcome: "violated", place: { file: "cluster.yaml", line: 8 } },
      {
        policy: "node-groups-over-quota",
        message: "cluster prod would have 2 managed node groups; its quota is 1",
        place: { file: "cluster.yaml" },
      },
    ]);
  });

  test("that is wrong, or not there, ends without a verdict", () => {
    const files = { "cluster.yaml": cluster, "inventory.yaml": example.replace("zone:", "zon:") };
    const wrong = gate.run(["check", "--inventory", "inventory.yaml"], { files });
    expect(wrong.code).toBe(2);
    expect(wrong.out).toContain("unknown key `zon`; did you mean `zone`?");
    expect(gate.run(["check", "--inventory", "inventry.yaml"], { files })).toMatchObject({
      code: 2,
      err: "error: there is no inventory `inventry.yaml`; examples/inventory shows how to make one\n",
    });
  });

  test("is nothing to judge by itself", () => {
    const { code, out } = gate.run(["check", "--inventory", "inventory.yaml"], {
      files: { "inventory.yaml": example },
    });
    expect(code).toBe(2);
    expect(out).toContain("nothing to judge was found");
  });
});

/** What the AWS CLI answers, by its first words. */
const aws = {
  "sts get-caller-identity": { Account: "111122223333" },
  "ec2 describe-subnets": {
    Subnets: [
      {
        SubnetId: "subnet-0b2",
        AvailabilityZone: "eu-west-1b",
        AvailabilityZoneId: "euw1-az2",
        CidrBlock: "10.0.1.0/24",
        MapPublicIpOnLaunch: false,
        Tags: [{ Key: "karpenter.sh/discovery", Value: "prod" }],
      },
      { SubnetId: "subnet-0a1", AvailabilityZone: "eu-west-1a", AvailabilityZoneId: "euw1-az1" },
    ],
  },
  "ec2 describe-vpcs": { Vpcs: [{}, {}] },
  "ec2 describe-addresses": { Addresses: [] },
  "ec2 describe-security-groups": {
    SecurityGroups: [
      { GroupId: "sg-2", GroupName: "web", Tags: [] },
      { GroupId: "sg-1", GroupName: "none" },
    ],
  },
  "ec2 describe-security-group-rules": {
    SecurityGroupRules: [
      {
        SecurityGroupRuleId: "sgr-1",
        GroupId: "sg-2",
        IsEgress: false,
        IpProtocol: "tcp",
        FromPort: 443,
        ToPort: 443,
        ReferencedGroupInfo: { GroupId: "sg-1", UserId: "111122223333" },
      },
      { GroupId: "sg-2", IsEgress: true, IpProtocol: "-1", FromPort: -1, ToPort: -1, CidrIpv6: "::/0" },
    ],
  },
  "iam list-roles": {
    Roles: [
      {
        Arn: "arn:aws:iam::111122223333:role/eks/cluster",
        AssumeRolePolicyDocument: {
          Statement: [
            { Effect: "Allow", Principal: { Service: "eks.amazonaws.com" }, Action: "sts:AssumeRole" },
          ],
        },
      },
    ],
  },
  "iam list-instance-profiles": { InstanceProfiles: [] },
  "iam list-open-id-connect-providers": { OpenIDConnectProviderList: [{}] },
  "eks list-clusters": { clusters: ["prod"] },
  "eks describe-cluster": {
    cluster: {
      name: "prod",
      version: "1.30",
      roleArn: "arn:aws:iam::111122223333:role/eks/cluster",
      resourcesVpcConfig: { subnetIds: ["subnet-0a1", "subnet-0b2"] },
    },
  },
  "eks list-nodegroups": { nodegroups: ["system"] },
  "eks list-fargate-profiles": { fargateProfileNames: [] },
  "service-quotas list-service-quotas": {
    Quotas: [
      { QuotaCode: "L-6D54EA21", Value: 45.0 },
      { QuotaCode: "L-00000000", Value: 1 },
    ],
  },
};

const hasJq = spawnSync("jq", ["--version"]).status === 0;

describe("examples/inventory/inventory.sh", () => {
  /** A folder with an `aws` in it that answers from a file for each command, and notes what it was asked. */
  function fakeAws(): string {
    const folder = gate.folder();
    mkdirSync(path.join(folder, "answers"));
    for (const [words, answer] of Object.entries(aws))
      writeFileSync(path.join(folder, "answers", words.replace(" ", "-")), JSON.stringify(answer));
    const fake = `#!/usr/bin/env bash\necho "$@" >> "${folder}/asked"\ncat "${folder}/answers/$1-$2"\n`;
    writeFileSync(path.join(folder, "aws"), fake);
    chmodSync(path.join(folder, "aws"), 0o755);
    return folder;
  }

  function run(folder: string, args: readonly string[]) {
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}`, AWS_REGION: "" };
    return spawnSync("bash", [script, ...args], { encoding: "utf8", env });
  }

  test("is bash", () => {
    expect(spawnSync("bash", ["-n", script], { encoding: "utf8" })).toMatchObject({ status: 0, stderr: "" });
  });

  test.runIf(hasJq)("makes an inventory that the gate judges by, and only reads", () => {
    const folder = fakeAws();
    const { status, stdout, stderr } = run(folder, ["eu-west-1"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      account: "111122223333",
      region: "eu-west-1",
      subnets: [
        { id: "subnet-0a1", zone: "eu-west-1a", tags: {} },
        { id: "subnet-0b2", zoneId: "euw1-az2", tags: { "karpenter.sh/discovery": "prod" } },
      ],
      securityGroups: [
        { id: "sg-1", rules: [] },
        {
          id: "sg-2",
          rules: [
            { id: "sgr-1", direction: "ingress", fromPort: 443, peer: "sg-1" },
            { direction: "egress", protocol: "-1", fromPort: -1, cidr: "::/0" },
          ],
        },
      ],
      clusters: [{ name: "prod", version: "1.30", nodeGroups: ["system"], fargateProfiles: [] }],
      quotas: { "L-6D54EA21": 45 },
      counts: { clusters: 1, vpcs: 2, securityGroups: 2, roles: 1, oidcProviders: 1 },
    });
    const asked = readFileSync(path.join(folder, "asked"), "utf8").trim().split("\n");
    expect(asked.filter((words) => !/^\S+ (get|list|describe)-/.test(words))).toEqual([]);

    const files = { "cluster.yaml": cluster, "inventory.json": stdout };
    const judged = gate.run(["check", ...three, "--inventory", "inventory.json", "--format", "json"], {
      files,
    });
    expect({ code: judged.code, answers: answers(judged.out) }).toEqual({ code: 0, answers: {} });
  });

  test("stops where AWS does not answer, and says how it is called where it has no Region", () => {
    const folder = fakeAws();
    writeFileSync(path.join(folder, "aws"), "#!/usr/bin/env bash\nexit 255\n");
    expect(run(folder, ["eu-west-1"])).toMatchObject({ status: 255, stdout: "" });
    expect(run(folder, [])).toMatchObject({
      status: 2,
      stderr: "usage: inventory.sh REGION > inventory.json\n",
    });
  });

  test("asks for the quotas that facts.yaml has a code for", () => {
    const codes = (file: string) =>
      [...new Set([...readFileSync(file, "utf8").matchAll(/L-[0-9A-F]{8}/g)].map(([code]) => code))].sort();
    expect(codes(script)).toEqual(codes("policies/facts.yaml"));
  });
});
