import { describe, expect, it } from "vitest";
import { load } from "../../src/gate/load.ts";
import { buildGraph, wantsTerraform } from "../../src/graph/build.ts";
import { readSettings } from "../../src/policy/settings.ts";
import { read } from "../../src/source/read.ts";
import { memoryTree } from "../../src/source/tree.ts";
import type { Finding } from "../../src/verdict/finding.ts";
import { judge } from "../../src/verdict/judge.ts";
import { entity, graphOf, template } from "../graph/graphs.ts";

/* What a template leaves open is judged in every branch that can happen. */

const { policies, facts } = await load(readSettings({ root: ".", packaged: "policies" }));

function judged(policy: string, files: Readonly<Record<string, string>>) {
  const sources = read(memoryTree(files), { wanted: wantsTerraform });
  if (sources.failures[0] !== undefined) throw sources.failures[0];
  const asked = policies.filter(({ id }) => id === policy);
  const graph = buildGraph(sources.declarations);
  return judge(graph, asked, { facts: facts.value, now: "2026-01-01" }, (world) =>
    sources.assuming(world, buildGraph),
  );
}

function findings(policy: string, template: string): readonly Finding[] {
  return judged(policy, { "stack.yaml": template }).findings;
}

/** What is said about the one entity there is: the outcome, and the branch. */
function answer(policy: string, template: string): string {
  const { findings: found, tally } = judged(policy, { "stack.yaml": template });
  if (found.length > 0) {
    return found
      .map(({ outcome, when }) => (when === undefined ? outcome : `${outcome} when ${when}`))
      .join("; ");
  }
  return (tally[0]?.satisfied ?? 0) > 0 ? "satisfied" : "nothing";
}

const open = "world-open-api-endpoint";

function cluster(cidrs: string, sections = ""): string {
  return `${sections}
Resources:
  Cluster:
    Type: AWS::EKS::Cluster
    Properties:
      Name: prod
      ResourcesVpcConfig: { PublicAccessCidrs: [${cidrs}] }
`;
}

const environment = `
Parameters:
  Environment: { Type: String, AllowedValues: [dev, test, prod] }
  Other: { Type: String }
Conditions:
  IsProd: !Equals [!Ref Environment, prod]
  IsDev: !Equals [!Ref Environment, dev]
  Both: !And [!Condition IsProd, !Condition IsDev]
  IsHere: !Equals [!Ref AWS::Region, eu-west-1]
  IsLive: !Equals [!Ref Other, live]
  Same: !Equals [!Ref Other, !Ref AWS::StackName]
`;

describe("a finding holds if it holds in a branch that can happen", () => {
  it.each([
    ["!If [IsProd, 10.0.0.0/8, 0.0.0.0/0]", "violated when `Environment` is `dev`"],
    ["!If [IsProd, 0.0.0.0/0, 10.0.0.0/8]", "violated when `Environment` is `prod`"],
    ["!If [IsProd, 10.0.0.0/8, 10.1.0.0/16]", "satisfied"],
    ["!If [IsHere, 10.0.0.0/8, 0.0.0.0/0]", "violated when `AWS::Region` is not `eu-west-1`"],
    ["!If [IsLive, 0.0.0.0/0, 10.0.0.0/8]", "violated when `Other` is `live`"],
    ["!If [Same, 10.0.0.0/8, 0.0.0.0/0]", "violated when `Same` does not hold"],
    ["!If [Both, 0.0.0.0/0, 10.0.0.0/8]", "satisfied"],
    ["!If [IsProd, !If [IsDev, 0.0.0.0/0, 10.0.0.0/8], 10.0.0.0/8]", "satisfied"],
    ["!If [IsProd, !ImportValue cidr, 10.0.0.0/8]", "unresolved when `Environment` is `prod`"],
    ["!If [IsProd, !ImportValue cidr, 0.0.0.0/0]", "violated when `Environment` is `dev`"],
    ["!ImportValue cidr", "unresolved"],
    ["!Ref Other", "unresolved"],
  ])("%s is %s", (cidrs, expected) => {
    expect(answer(open, cluster(cidrs, environment))).toBe(expected);
  });

  it("allowed values are all there is, also outside of conditions", () => {
    const sections = (values: string) => `Parameters:\n  Cidr: { Type: String, AllowedValues: [${values}] }`;
    expect(answer(open, cluster("!Ref Cidr", sections("10.0.0.0/8, 10.1.0.0/16")))).toBe("satisfied");
    expect(answer(open, cluster("!Ref Cidr", sections("10.0.0.0/8, 0.0.0.0/0")))).toBe(
      "violated when `Cidr` is `0.0.0.0/0`",
    );
  });

  it("what was compared with nothing may be anything else", () => {
    const sections = `
Parameters: { Cidr: { Type: String } }
Conditions: { IsInside: !Equals [!Ref Cidr, 10.0.0.0/8] }
`;
    expect(answer(open, cluster("!Ref Cidr", sections))).toBe("unresolved when `Cidr` is not `10.0.0.0/8`");
    expect(answer(open, cluster("!If [IsInside, !Ref Cidr, 10.2.0.0/16]", sections))).toBe("satisfied");
  });

  it("the message begins with the branch, and the place is in it", () => {
    const [finding] = findings(open, cluster("!If [IsProd, 10.0.0.0/8, 0.0.0.0/0]", environment));
    expect(finding?.message).toMatch(
      /^when `Environment` is `dev`: the API endpoint of cluster prod is public and accepts 0\.0\.0\.0\/0/,
    );
    expect(finding?.missing).toEqual([]);
  });

  it("names no more than has to be assumed", () => {
    const sections = `${environment}
Mappings: { Open: { dev: { Cidr: 0.0.0.0/0 }, test: { Cidr: 10.0.0.0/8 }, prod: { Cidr: 10.0.0.0/8 } } }`;
    const cidrs = "!If [IsHere, 10.0.0.0/8, 10.1.0.0/16], !FindInMap [Open, !Ref Environment, Cidr]";
    expect(answer(open, cluster(cidrs, sections))).toBe("violated when `Environment` is `dev`");
  });
});

describe("what only exists under a condition", () => {
  const conditional = (condition: string) =>
    cluster("0.0.0.0/0", environment).replace(
      "    Properties:",
      `    Condition: ${condition}\n    Properties:`,
    );

  it("is judged where it exists", () => {
    expect(answer(open, conditional("IsProd"))).toBe("violated when `Environment` is `prod`");
    expect(answer(open, conditional("Same"))).toBe("violated when `Same` holds");
  });

  it("is not there where the condition cannot hold", () => {
    expect(answer(open, conditional("Both"))).toBe("nothing");
    const never = environment.replace("Both:", "Never: !Equals [a, b]\n  Both:");
    expect(answer(open, conditional("Never").replace(environment, never))).toBe("nothing");
  });

  it("counts where it is there", () => {
    const group = (cidr: string, condition: string) => `${environment}
Resources:
  Rule:
    Type: AWS::EC2::SecurityGroup
    Properties:
      SecurityGroupIngress:
        - !If [${condition}, { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: ${cidr} }, !Ref AWS::NoValue]
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }
`;
    const port = "world-open-admin-port";
    expect(answer(port, group("0.0.0.0/0", "IsProd"))).toBe("violated when `Environment` is `prod`");
    expect(answer(port, group("10.0.0.0/8", "IsProd"))).toBe("satisfied");
    expect(answer(port, group("0.0.0.0/0", "Both"))).toBe("satisfied");
  });
});

it("what has the name of something conditional belongs to it where it is there", () => {
  const named = (open: string, closed: string) => `${environment}
Resources:
  Nodes: { Type: AWS::EKS::Nodegroup, Condition: IsProd, Properties: { ClusterName: shop, NodeRole: x, Subnets: [] } }
  Role: { Type: AWS::IAM::Role, Properties: { AssumeRolePolicyDocument: { Statement: [] } } }
  A: { Type: AWS::EKS::Cluster, Condition: ${open}, Properties: { Name: shop, RoleArn: !GetAtt Role.Arn } }
  B: { Type: AWS::EKS::Cluster, Condition: ${closed}, Properties: { Name: shop, RoleArn: !GetAtt Role.Arn } }
`;
  const groups = (template: string) => judged("node-groups-over-quota", { "stack.yaml": template }).tally[0];
  expect(groups(named("IsProd", "IsDev"))).toMatchObject({ satisfied: 2, unresolved: 0 });
  const text = template(
    "C: { Type: AWS::EKS::Cluster, Condition: Open, Properties: { Name: shop } }\nNodes: { Type: AWS::EKS::Nodegroup, Properties: { ClusterName: shop } }",
  );
  const nodes = entity(
    graphOf({ "a.yaml": `Conditions: { Open: !Equals [!Ref AWS::Region, x] }\n${text}` }),
    "NodeGroup",
    "Nodes",
  );
  expect(nodes.get("cluster")).toMatchObject({ among: [{ resource: "C" }] });
});

describe("what may exclude each other", () => {
  it("is no branch that certainly happens: comparisons of the same thing, and what rules may forbid", () => {
    const twice = cluster("!If [Same, !If [Joined, 0.0.0.0/0, 10.0.0.0/8], 10.0.0.0/8]", environment).replace(
      "  Same:",
      "  Joined: !Equals [!Sub 'a-${Other}', !Ref AWS::StackName]\n  Same:",
    );
    expect(answer(open, twice)).toBe("unresolved");
    const ruled = `Rules: { Prod: { Assertions: [{ Assert: !Not [!Equals [!Ref Environment, dev]] }] } }${environment}`;
    expect(answer(open, cluster("!If [IsDev, 0.0.0.0/0, 10.0.0.0/8]", ruled))).toBe("unresolved");
  });

  it("a partition is not chosen apart from its region", () => {
    const sections = `
Conditions:
  IsHere: !Equals [!Ref AWS::Region, eu-west-1]
  IsChina: !Equals [!Ref AWS::Partition, aws-cn]
`;
    expect(
      answer(open, cluster("!If [IsHere, !If [IsChina, 0.0.0.0/0, 10.0.0.0/8], 10.0.0.0/8]", sections)),
    ).toBe("unresolved");
  });

  it("what names something of AWS is never empty", () => {
    const sections = `
Parameters: { Key: { Type: "AWS::EC2::KeyPair::KeyName" } }
Conditions: { HasNone: !Equals [!Ref Key, ""] }
`;
    expect(answer(open, cluster("!If [HasNone, 0.0.0.0/0, 10.0.0.0/8]", sections))).toBe("satisfied");
  });
});

it("more worlds than can be looked into stay unresolved", () => {
  const names = Array.from({ length: 12 }, (_, index) => `P${index}`);
  const sections = `
Parameters:
${names.map((name) => `  ${name}: { Type: String, AllowedValues: [10.0.0.0/8, 10.1.0.0/16, 10.2.0.0/16] }`).join("\n")}
`;
  expect(answer(open, cluster(names.map((name) => `!Ref ${name}`).join(", "), sections))).toBe("unresolved");
});

/*
 * The law: what is said of a template with open parameters is what every way of giving them values says together.
 */
describe("every way of filling in the parameters", () => {
  const values = ["a", "b", "c"];
  const random = randomFrom(20260103);
  const pick = <Member>(members: readonly Member[]): Member => {
    const member = members[Math.floor(random() * members.length)];
    if (member === undefined) throw new Error("nothing to pick from");
    return member;
  };
  const condition = (depth: number): string => {
    if (depth === 0) return `!Equals [!Ref ${pick(["P", "Q"])}, ${pick([...values, "d"])}]`;
    return pick([
      () => `!Not [${condition(depth - 1)}]`,
      () => `!And [${condition(depth - 1)}, ${condition(depth - 1)}]`,
      () => `!Or [${condition(depth - 1)}, ${condition(depth - 1)}]`,
      () => "!Equals [!Ref P, !Ref Q]",
      () => condition(0),
    ])();
  };
  const cidr = (depth: number): string =>
    depth === 0
      ? pick(["10.0.0.0/8", "0.0.0.0/0", "10.0.0.0/8", "!FindInMap [Cidrs, !Ref P, It]", "!Ref AWS::NoValue"])
      : `!If [${pick(["C", "D"])}, ${cidr(depth - 1)}, ${cidr(depth - 1)}]`;

  it.each(Array.from({ length: 150 }, (_, index) => index))(
    "says together what is said without them: %i",
    () => {
      const list = `10.9.0.0/16, ${cidr(pick([0, 1, 2]))}, ${cidr(pick([0, 1]))}`;
      const [one, other, isConditional] = [condition(2), condition(1), random() < 0.3];
      const template = (given: Readonly<Record<string, string>>) =>
        cluster(
          list,
          `
Parameters:
${["P", "Q"].map((name) => `  ${name}: { Type: String, AllowedValues: [a, b, c]${given[name] === undefined ? "" : `, Default: ${given[name]}`} }`).join("\n")}
Mappings: { Cidrs: { a: { It: 10.0.0.0/8 }, b: { It: 0.0.0.0/0 }, c: { It: 10.1.0.0/16 } } }
Conditions: { C: ${one}, D: ${other} }
`,
        ).replace("    Properties:", isConditional ? "    Condition: C\n    Properties:" : "    Properties:");
      const filled = values.flatMap((P) => values.map((Q) => answer(open, template({ P, Q }))));
      const said = answer(open, template({})).replace(/ when .*/, "");
      if (filled.includes("violated")) expect(said).toBe("violated");
      else if (filled.includes("satisfied")) expect(said).toBe("satisfied");
      // Of what is never there, anything but a finding may be said.
      else expect(["nothing", "satisfied"]).toContain(said);
    },
  );
});

/** Numbers between 0 and 1, the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
