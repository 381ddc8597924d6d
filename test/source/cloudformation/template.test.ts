import { describe, expect, it } from "vitest";
import type { Attribute, Declaration } from "../../../src/source/declaration.ts";
import { read } from "../../../src/source/read.ts";
import { memoryTree } from "../../../src/source/tree.ts";

const sections = `
Parameters:
  Name: { Type: String, Default: prod }
  Size: { Type: Number, Default: "3" }
  Subnets: { Type: List<AWS::EC2::Subnet::Id>, Default: "subnet-1, subnet-2" }
  Vpc: { Type: AWS::EC2::VPC::Id }
  Image: { Type: "AWS::SSM::Parameter::Value<String>", Default: /ami }
  Password: { Type: String, Default: hunter2, NoEcho: true }
Mappings:
  Sizes:
    small: { Type: t3.small, Disk: 20 }
    large: { Type: t3.large, Disk: 20 }
Conditions:
  IsProd: !Equals [!Ref Name, prod]
  IsDev: !Not [!Condition IsProd]
  IsHere: !Equals [!Ref AWS::Region, eu-west-1]
  Loop: !Condition Loop
  Either: !Or [!Condition IsProd, !Condition IsHere]
`;

/** The value of a property, written in a template with a role and two subnets beside it. */
function value(text: string): Attribute {
  const file = `${sections}
Resources:
  Role: { Type: AWS::IAM::Role }
  A: { Type: AWS::EC2::Subnet, Properties: { CidrBlock: 10.0.0.0/24 } }
  B: { Type: AWS::EC2::Subnet }
  Net: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.9.0.0/16 } }
  It:
    Type: AWS::EKS::Cluster
    Properties:
      Value: ${text}
`;
  const it = template(file).find(({ owner }) => owner === "It");
  if (it === undefined) throw new Error("the template was not read");
  return it.root.get("Value");
}

describe("what is known", () => {
  it.each<[string, unknown]>([
    ["plain", "plain"],
    ["!Ref Name", "prod"],
    ["!Ref Size", 3],
    ["!Ref Subnets", ["subnet-1", "subnet-2"]],
    ["!Sub '${Name}-cluster-${!Literal}'", "prod-cluster-${Literal}"],
    ["!Sub ['${a}${b}', {a: !Ref Name, b: 1}]", "prod1"],
    ["!Join ['-', [a, !Ref Name, 3, !Ref AWS::NoValue]]", "a-prod-3"],
    ["!Join [',', !Ref Subnets]", "subnet-1,subnet-2"],
    ["!Select [1, !Ref Subnets]", "subnet-2"],
    ["!Select ['0', !Split [',', 'a,b']]", "a"],
    ["!Split [',', 'a,b']", ["a", "b"]],
    ["!FindInMap [Sizes, small, Type]", "t3.small"],
    ["!FindInMap [Sizes, !Ref AWS::Region, Disk]", 20],
    ["{'Fn::FindInMap': [Sizes, none, Type, {DefaultValue: !Ref Name}]}", "prod"],
    ["!If [IsProd, yes, no]", true],
    ["!If [IsDev, a, !Ref Name]", "prod"],
    ["!If [Either, a, b]", "a"],
    ["!If [IsHere, a, a]", "a"],
    ["!Base64 abc", "YWJj"],
    ["!Cidr [10.0.4.0/16, 3, 8]", ["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]],
    ["!Cidr ['2001:db8:0:ff00::/56', 2, '64']", ["2001:db8:0:ff00::/64", "2001:db8:0:ff01::/64"]],
    ["!Select [1, !Cidr [!GetAtt Net.CidrBlock, 2, 8]]", "10.9.1.0/24"],
    ["!Select [1, [!Ref AWS::NoValue, a, b]]", "b"],
    ["{'Fn::Length': [!Ref Vpc, !Ref AWS::NoValue, 2]}", 2],
    ["{'Fn::Length': [1, 2]}", 2],
    ["{'Fn::ToJsonString': {a: !Ref Name}}", '{"a":"prod"}'],
    ["{a: [!Ref AWS::NoValue, 1], b: !Ref AWS::NoValue}", { a: [1] }],
  ])("%s", (text, json) => {
    expect(value(text)).toMatchObject({ state: "known", json });
  });

  it("two zones of the region are two zones", () => {
    const zones = [0, 1, 0].map((index) => value(`!Select [${index}, !GetAZs '']`).json);
    expect(zones).toEqual(["${AWS::Region}[0]", "${AWS::Region}[1]", "${AWS::Region}[0]"]);
    expect(value("!Select [0, !GetAZs us-east-1]").json).toBe("us-east-1[0]");
    expect(value("!Select [0, !GetAZs {Ref: 'AWS::Region'}]").json).toBe("${AWS::Region}[0]");
  });
});

describe("what is not known, and why", () => {
  it.each([
    ["!Ref Vpc", "Vpc", "a parameter without a default"],
    ["!Ref Image", "Image", "read from Parameter Store when the stack is deployed"],
    ["!Ref AWS::Region", "AWS::Region", "known when the stack is deployed"],
    ["!Ref A", "A", "known after the stack is created"],
    ["!GetAtt Role.Arn", "Role.Arn", "known after the stack is created"],
    ["!Ref Typo", "Typo", "declared nowhere in the template"],
    ["!ImportValue other", "It.Value", "imported from another stack"],
    ["!Sub 'x-${Vpc}'", "It.Value", "made from `Vpc`, a parameter without a default"],
    ["!Sub '${Vpc}'", "Vpc", "a parameter without a default"],
    ["!If [IsHere, a, b]", "It.Value", "decided by condition `IsHere`"],
    ["!If [Loop, a, b]", "It.Value", "decided by condition `Loop`"],
    ["!GetAZs ''", "It.Value", "chosen among the zones of the region"],
    ["!Cidr [!Ref Vpc, 2, 8]", "It.Value", "made from `Vpc`, a parameter without a default"],
    ["!Cidr [10.0.0.0/16, 2]", "It.Value", "computed by `Fn::Cidr` without saying how large"],
    ["!Cidr [10.0.0.0/16, 2, 17]", "It.Value", "made by `Fn::Cidr` of something it does not take"],
    ["!Cidr [10.0.0.0/24, 3, 7]", "It.Value", "made by `Fn::Cidr` of something it does not take"],
    ["{'Fn::Length': !Ref Vpc}", "It.Value", "the length of a list that is not known"],
    ["{'Fn::Length': [1, !If [IsHere, 2, !Ref AWS::NoValue]]}", "It.Value", "decided by condition `IsHere`"],
    ["!Select [1, [!If [IsHere, 2, !Ref AWS::NoValue], b]]", "It.Value", "decided by condition `IsHere`"],
    ["'{{resolve:ssm:/a}}'", "It.Value", "resolved from `ssm` when the stack is deployed"],
    [
      "!Transform {Name: AWS::Include}",
      "It.Value",
      "made by `Fn::Transform`, which the gate does not evaluate",
    ],
    ["!Rain::Embed a.sh", "It.Value", "made by `Fn::Rain::Embed`, which the gate does not evaluate"],
    ["!Join [',']", "It.Value", "made by `Fn::Join` of something it does not take"],
    ["!Select [9, [a]]", "It.Value", "made by `Fn::Select` of something it does not take"],
  ])("%s", (text, attribute, reason) => {
    expect(value(text)).toMatchObject({ state: "unknown", json: undefined, missing: { attribute, reason } });
  });

  it("below an unknown everything is unknown, and below what is not written nothing is", () => {
    expect(value("!Ref Vpc").get("a", 0)).toMatchObject({
      state: "unknown",
      missing: { attribute: "Vpc.a[0]" },
    });
    expect(value("!Ref AWS::NoValue").get("a").state).toBe("absent");
    expect(value("{a: 1}").get("b", "c").state).toBe("absent");
  });

  it("a known object with an unknown member is known in part", () => {
    const object = value("{a: 1, b: !Ref Vpc}");
    expect(object).toMatchObject({ state: "known", json: undefined });
    expect(object.get("a").json).toBe(1);
    expect(object.entries().map(([key, { state }]) => [key, state])).toEqual([
      ["a", "known"],
      ["b", "unknown"],
    ]);
  });
});

describe("what a value refers to", () => {
  it("a reference is exact", () => {
    expect(value("!GetAtt Role.Arn").links).toEqual({
      targets: [{ owner: "Role", path: ["Arn"] }],
      exact: true,
      closed: true,
    });
  });

  it("a list refers to what its members refer to", () => {
    const list = value("[!Ref A, !Ref B]");
    expect(list.items().map(({ links }) => links.targets[0]?.owner)).toEqual(["A", "B"]);
    expect(list.links).toMatchObject({
      targets: [{ owner: "A" }, { owner: "B" }],
      exact: true,
      closed: true,
    });
  });

  it("a list that is joined and split again is the list", () => {
    expect(
      value("!Split [',', !Join [',', [!Ref A, !Ref B]]]")
        .items()
        .map(({ state }) => state),
    ).toEqual(["unknown", "unknown"]);
  });

  it("an undecided choice may be the one or the other", () => {
    expect(value("!If [IsHere, !Ref A, !Ref B]").links).toMatchObject({
      targets: [{ owner: "A" }, { owner: "B" }],
      exact: false,
      closed: true,
    });
    expect(value("!If [IsHere, !Ref A, subnet-1]").links).toMatchObject({ exact: false, closed: false });
  });

  it("a text with a reference in it is not what it refers to", () => {
    expect(value("!Sub 'x-${A}'").links).toMatchObject({
      targets: [{ owner: "A" }],
      exact: false,
      closed: false,
    });
  });

  it("a list of which one member may be missing keeps the certain ones, and may have more", () => {
    expect(value("[!Ref A, !If [IsHere, !Ref B, !Ref AWS::NoValue]]")).toMatchObject({
      state: "unknown",
      links: { targets: [{ owner: "A" }], exact: true, closed: false },
      missing: { reason: "decided by condition `IsHere`" },
    });
  });

  it("in a list of objects each is judged for itself", () => {
    const list = value("[{FromPort: 22}, !If [IsHere, {FromPort: 80}, !Ref AWS::NoValue]]");
    expect(list.items().map(({ state }) => state)).toEqual(["known", "unknown"]);
  });
});

describe("places", () => {
  it("lead to the property, and through a choice to the branch that counts", () => {
    expect(value("{a: [1, 2]}").get("a", 1).ref).toEqual({
      format: "cloudformation",
      file: "stack.yaml",
      owner: "It",
      document: 0,
      path: ["Resources", "It", "Properties", "Value", "a", 1],
    });
    expect(value("!If [IsProd, {a: 1}, {}]").get("a").ref.path.slice(3)).toEqual(["Value", "Fn::If", 1, "a"]);
  });
});

describe("secrets", () => {
  it("a parameter that is not echoed is secret, and so is what is made from it", () => {
    expect(value("!Ref Password")).toMatchObject({ state: "known", sensitive: true });
    expect(value("!Sub 'x-${Password}'")).toMatchObject({ state: "unknown", sensitive: true });
    expect(value("'{{resolve:secretsmanager:a}}'").sensitive).toBe(true);
    expect(value("!Ref Name").sensitive).toBe(false);
  });
});

describe("policies that are written as text", () => {
  it("are read as the document they are, with what is known of every key and value", () => {
    const trust = trustOf(`!Sub |
        {"Statement": [{"Effect": "Allow", "Condition": {"StringEquals": {
          "oidc.eks.\${AWS::Region}.amazonaws.com/id/\${Name}:sub": "system:serviceaccount:\${Name}:web"}}}]}`);
    const condition = trust.get("Statement", 0, "Condition", "StringEquals");
    expect(trust.get("Statement", 0, "Effect").json).toBe("Allow");
    expect(condition.entries().map(([key, { json }]) => [key, json])).toEqual([
      ["oidc.eks.${AWS::Region}.amazonaws.com/id/${Name}:sub", "system:serviceaccount:prod:web"],
    ]);
  });

  it("CDK's are found in the resource that carries them", () => {
    const trust = trustOf(`{Statement: [{Condition: {StringEquals: !GetAtt Json.Value}}]}`);
    expect(trust.get("Statement", 0, "Condition", "StringEquals").entries()[0]?.[0]).toBe("${Part1}:aud");
  });
});

describe("resources", () => {
  it("are declared with their type, and also under a condition that is declared nowhere", () => {
    const declared = template(
      "Resources: {A: {Type: 'AWS::EKS::Cluster', Condition: Never}, B: {Type: 'My::Own::Type'}}",
    );
    expect(declared.map(({ owner, type, root }) => [owner, type, root.state])).toEqual([
      ["A", "AWS::EKS::Cluster", "absent"],
      ["B", "My::Own::Type", "absent"],
    ]);
  });

  const loop = (collection: string, more = "") => `
Transform: AWS::LanguageExtensions
Parameters: { Zones: { Type: CommaDelimitedList }, Few: { Type: CommaDelimitedList, Default: "x, y" } }
Resources:
  Fn::ForEach::Subnets:
    - Zone
    - ${collection}
    - Subnet\${Zone}:
        Type: AWS::EC2::Subnet
        Properties: { CidrBlock: !Sub "\${Zone}", AvailabilityZone: !Ref Zone, Name: "zone-\${Zone}" }
  Other: { Type: AWS::EC2::VPC, Properties: { It: !Ref Subneta } }
${more}`;

  it("that a loop makes are written out", () => {
    const [a, b, other] = template(loop("[a, b-1]").replace("Subnet${Zone}", "Subnet&{Zone}"));
    expect([a?.owner, b?.owner, other?.owner]).toEqual(["Subneta", "Subnetb1", "Other"]);
    expect(b?.root.json).toEqual({ CidrBlock: "b-1", AvailabilityZone: "b-1", Name: "zone-b-1" });
    expect(a?.root.get("CidrBlock").ref.path.slice(0, 3)).toEqual(["Resources", "Fn::ForEach::Subnets", 2]);
    expect(other?.root.get("It").links.targets).toEqual([{ owner: "Subneta", path: ["Ref"] }]);
    expect(template(loop("!Ref Few")).map(({ owner }) => owner)).toEqual(["Subnetx", "Subnety", "Other"]);
    expect(template(loop("[!Ref Few, z]"))).toHaveLength(4);
  });

  it("that a loop makes of what is not known are named, and there may be any number", () => {
    const subnet = template(loop("!Ref Zones")).find(({ type }) => type === "AWS::EC2::Subnet");
    expect(subnet).toMatchObject({ owner: "Subnet${Zone}", type: "AWS::EC2::Subnet", count: { low: 0 } });
    expect(subnet?.root.missing?.reason).toBe(
      "repeated by `Fn::ForEach` over `Zones`, which is a parameter without a default",
    );
  });

  it("that loops within loops make are written out, and so are conditions and properties", () => {
    const [group, , conditional] = template(`
Conditions:
  Fn::ForEach::Made: [Name, [A, B], { "Is\${Name}": !Equals ["\${Name}", A] }]
Resources:
  Fn::ForEach::Outer:
    - Left
    - [1, 2]
    - Fn::ForEach::Inner:
        - Right
        - [p, q]
        - "Group\${Left}\${Right}":
            Type: AWS::EC2::SecurityGroup
            Properties:
              Fn::ForEach::Tags: [Tag, [k, l], { "Tag\${Tag}": "\${Left}\${Right}\${Tag}" }]
              Own: 1
  Never: { Type: AWS::EC2::VPC, Condition: IsB }
  There: { Type: AWS::EC2::VPC, Condition: IsA }
`);
    expect(group?.owner).toBe("Group1p");
    expect(group?.root.json).toEqual({ Tagk: "1pk", Tagl: "1pl", Own: 1 });
    expect(conditional?.owner).toBe("Group2p");
    expect(conditional?.count).toBeUndefined();
  });

  it("that loops make too many of are refused", () => {
    const many = Array.from({ length: 100 }, (_, index) => index).join(", ");
    const nested = `Resources:
  Fn::ForEach::A: [A, [${many}], { Fn::ForEach::B: [B, [${many}], { Fn::ForEach::C: [C, [${many}], {
    "R\${A}x\${B}x\${C}": { Type: AWS::EC2::VPC } }] }] }]
`;
    expect(read(memoryTree({ "stack.yaml": nested }), { wanted: () => true }).failures[0]?.message).toBe(
      "the `Fn::ForEach` of this template repeat too much",
    );
  });

  it("whose condition does not hold are not there, and those of which it is not known may be", () => {
    const declared = template(`
Conditions: { Never: !Equals [a, b], Always: !Equals [a, a], Here: !Equals [!Ref AWS::Region, x] }
Resources:
  A: { Type: AWS::EC2::VPC, Condition: Never }
  B: { Type: AWS::EC2::VPC, Condition: Always }
  C: { Type: AWS::EC2::VPC, Condition: Here }
`);
    expect(declared.map(({ owner, count }) => [owner, count?.low, count?.high])).toEqual([
      ["B", undefined, undefined],
      ["C", 0, 1],
    ]);
  });

  it.each([
    ["AWSTemplateFormatVersion: 2010-09-09", "this template has no `Resources`"],
    ["Resources: {A: {Type: 'AWS::EC2::VPC'}, B: {}}", "resource `B` has no `Type`"],
  ])("%s is refused", (text, message) => {
    expect(read(memoryTree({ "stack.yaml": text }), { wanted: () => true }).failures[0]).toMatchObject({
      code: "unreadable",
      message,
    });
  });

  it.each([
    ["Mine", ["Mine"]],
    ["[AWS::LanguageExtensions, AWS::Serverless-2016-10-31, { Name: Mine }]", ["Mine"]],
    ["AWS::LanguageExtensions", []],
  ])("what %s makes of them is not judged, and that is said", (transform, names) => {
    const text = `Transform: ${transform}\nResources: { A: { Type: AWS::EC2::VPC } }`;
    const { declarations, notes } = read(memoryTree({ "stack.yaml": text }), { wanted: () => true });
    expect(declarations).toHaveLength(1);
    expect(notes.map(({ message, at }) => [message.split("`")[1], at])).toEqual(
      names.map((name) => [name, { file: "stack.yaml" }]),
    );
  });

  it("JSON templates are read alike, and refuse a key that stands twice", () => {
    const json =
      '{\n  "Resources": {\n    "A": { "Type": "AWS::EC2::VPC" },\n    "A": { "Type": "AWS::EC2::VPC" }\n  }\n}';
    expect(read(memoryTree({ "a.json": json }), { wanted: () => true }).failures[0]?.at).toEqual({
      file: "a.json",
      line: 4,
      column: 5,
    });
    const single = json.replace('"A"', '"B"');
    expect(read(memoryTree({ "a.json": single }), { wanted: () => true }).declarations).toHaveLength(2);
  });
});

it("conditions that build on each other a thousand times over are decided at once", () => {
  const names = Array.from({ length: 60 }, (_, index) => `C${index}`);
  const conditions = names.map((name, index) =>
    index === 0
      ? `  ${name}: !Equals [!Ref AWS::Region, a]`
      : `  ${name}: !And [!Condition C${index - 1}, !Condition C${index - 1}]`,
  );
  const [resource] = template(
    `Conditions:\n${conditions.join("\n")}\nResources:\n  A: {Type: 'AWS::EC2::VPC', Properties: {V: !If [C59, 1, 2]}}`,
  );
  expect(resource?.root.get("V").state).toBe("unknown");
});

function trustOf(document: string): Attribute {
  const [role] = template(`${sections}
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: ${document}
  Json:
    Type: Custom::AWSCDKCfnJson
    Properties:
      Value: !Join ['', ['{"', !Select [1, !Split ['/', !Ref Vpc]], ':aud":"sts.amazonaws.com"}']]
`);
  if (role === undefined) throw new Error("the template was not read");
  return role.root.get("AssumeRolePolicyDocument");
}

function template(text: string): readonly Declaration[] {
  const { declarations, failures } = read(memoryTree({ "stack.yaml": text }), { wanted: () => true });
  expect(failures).toEqual([]);
  return declarations;
}
