import { describe, expect, it } from "vitest";
import type { Declaration } from "../../../src/source/declaration.ts";
import { read } from "../../../src/source/read.ts";
import { memoryTree } from "../../../src/source/tree.ts";

/** What is declared, by file and owner; fails where something cannot be read. */
function declared(files: Readonly<Record<string, string>>): ReadonlyMap<string, Declaration> {
  const { declarations, failures } = read(memoryTree(files), { wanted: () => true });
  expect(failures).toEqual([]);
  return new Map(
    declarations.map((declaration) => [`${declaration.file} ${declaration.owner}`, declaration]),
  );
}

const network = `
Parameters:
  Cidr: { Type: String, Default: 10.0.0.0/16 }
  Zones: { Type: CommaDelimitedList, Default: "a,b" }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !Ref Cidr, It: !Ref Zones } }
  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: !Select [0, !Ref Zones] } }
Outputs:
  Vpc: { Value: !Ref Vpc }
  Range: { Value: !GetAtt Vpc.CidrBlock }
  Subnets: { Value: !Join [",", [!Ref Subnet, subnet-1]] }
`;

const main = (parameters: string, url = "./network.yaml") => `
Parameters: { Size: { Type: String } }
Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Properties: { TemplateURL: ${url}, Parameters: ${parameters} }
  Cluster:
    Type: AWS::EKS::Cluster
    Properties:
      Vpc: !GetAtt Network.Outputs.Vpc
      Range: !GetAtt Network.Outputs.Range
      Subnets: !Split [",", !GetAtt Network.Outputs.Subnets]
      Typo: !GetAtt Network.Outputs.Typo
`;

describe("a stack whose template is a path", () => {
  it("is read with what it is given, and not by itself", () => {
    const all = declared({ "a/main.yaml": main("{ Cidr: 10.9.0.0/16 }"), "a/network.yaml": network });
    expect([...all.keys()]).toEqual([
      "a/main.yaml Network",
      "a/network.yaml Network/Vpc",
      "a/network.yaml Network/Subnet",
      "a/main.yaml Cluster",
    ]);
    const vpc = all.get("a/network.yaml Network/Vpc")?.root;
    expect(vpc?.get("CidrBlock").json).toBe("10.9.0.0/16");
    expect(vpc?.get("CidrBlock").ref).toMatchObject({
      file: "a/network.yaml",
      path: ["Resources", "Vpc", "Properties", "CidrBlock"],
    });
    expect(vpc?.get("It").json).toEqual(["a", "b"]);
  });

  it("tells its outputs: values as values, and references as references to its own resources", () => {
    const cluster = declared({ "main.yaml": main("{}"), "network.yaml": network }).get(
      "main.yaml Cluster",
    )?.root;
    expect(cluster?.get("Vpc").links).toEqual({
      targets: [{ owner: "Network/Vpc", file: "network.yaml", path: ["Ref"] }],
      exact: true,
      closed: true,
    });
    expect(cluster?.get("Range").json).toBe("10.0.0.0/16");
    const subnets = cluster?.get("Subnets").items() ?? [];
    expect(subnets.map(({ json, links }) => json ?? links.targets[0])).toEqual([
      { owner: "Network/Subnet", file: "network.yaml", path: ["Ref"] },
      "subnet-1",
    ]);
    expect(cluster?.get("Typo").missing?.reason).toBe("no output of `network.yaml`");
  });

  it("gets lists that are joined, and what its parent does not know stays unknown under the parent's name", () => {
    const given = "{ Zones: !Join [',', [x, !Ref Size]], Cidr: !Ref Size }";
    const vpc = declared({ "main.yaml": main(given), "network.yaml": network }).get(
      "network.yaml Network/Vpc",
    )?.root;
    expect(vpc?.get("It").get(0).json).toBe("x");
    expect(vpc?.get("It").get(1).missing?.attribute).toBe("Size");
    expect(vpc?.get("CidrBlock").missing).toMatchObject({
      attribute: "Size",
      reason: "a parameter without a default",
    });
  });

  it("that is included twice is there twice", () => {
    const twice = `
Resources:
  One: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: network.yaml } }
  Two: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: network.yaml, Parameters: { Cidr: 10.1.0.0/16 } } }
`;
    const all = declared({ "main.yaml": twice, "network.yaml": network });
    expect(all.get("network.yaml One/Vpc")?.root.get("CidrBlock").json).toBe("10.0.0.0/16");
    expect(all.get("network.yaml Two/Vpc")?.root.get("CidrBlock").json).toBe("10.1.0.0/16");
  });

  it("under a condition may be there, with all that is in it", () => {
    const conditional = main("{}").replace(
      "    Type: AWS::CloudFormation",
      "    Condition: Here\n    Type: AWS::CloudFormation",
    );
    const sections = "Conditions: { Here: !Equals [!Ref AWS::Region, x] }";
    const all = declared({ "main.yaml": `${sections}${conditional}`, "network.yaml": network });
    expect(all.get("network.yaml Network/Vpc")?.count?.low).toBe(0);
  });

  it("as CDK writes it is found by its asset", () => {
    const asset = `
Resources:
  Network:
    Type: AWS::CloudFormation::Stack
    Metadata: { "aws:asset:path": network.yaml, "aws:asset:property": TemplateURL }
    Properties: { TemplateURL: !Sub "https://\${AWS::Region}.example.com/asset.json" }
`;
    expect(declared({ "main.yaml": asset, "network.yaml": network }).has("network.yaml Network/Vpc")).toBe(
      true,
    );
  });
});

describe("a stack whose template is elsewhere", () => {
  it.each(["https://example.com/network.yaml", "s3://bucket/network.yaml", "./other.yaml"])(
    "%s is not known",
    (url) => {
      const all = declared({ "main.yaml": main("{}", url), "network.yaml": network });
      expect(all.get("main.yaml Cluster")?.root.get("Vpc").missing).toMatchObject({
        attribute: "Network.Outputs.Vpc",
        reason: "told by stack `Network`, whose template is not in anything that was read",
      });
      expect(all.has("network.yaml Vpc")).toBe(true);
    },
  );
});

it("stacks that include each other, or themselves, are read once", () => {
  const including = (other: string) => `
Resources:
  Other: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${other}, Parameters: { P: !GetAtt Other.Outputs.P } } }
  Own: { Type: AWS::EC2::VPC, Properties: { It: !GetAtt Other.Outputs.P } }
Parameters: { P: { Type: String } }
Outputs: { P: { Value: !Ref P } }
`;
  const all = declared({
    "a.yaml": including("b.yaml"),
    "b.yaml": including("a.yaml"),
    "c.yaml": including("c.yaml"),
  });
  expect([...all.keys()].filter((key) => key.endsWith("Own"))).toEqual([
    "c.yaml Own",
    "b.yaml Other/Own",
    "a.yaml Own",
  ]);
  for (const { root } of all.values()) expect(root.get("It").state).not.toBe("known");
});

it("stacks that stand for too many are refused", () => {
  const level = (next: string) =>
    `Resources:\n${Array.from({ length: 10 }, (_, index) => `  S${index}: { Type: AWS::CloudFormation::Stack, Properties: { TemplateURL: ${next} } }`).join("\n")}\n`;
  const files = {
    "a.yaml": level("b.yaml"),
    "b.yaml": level("c.yaml"),
    "c.yaml": level("d.yaml"),
    "d.yaml": network,
  };
  expect(read(memoryTree(files), { wanted: () => true }).failures[0]).toMatchObject({
    message: "this template includes more than 500 others",
    at: { file: "a.yaml" },
  });
});
