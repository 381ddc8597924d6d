import { describe, expect, it } from "vitest";
import { Unknown, type Value } from "../../src/base/value.ts";
import { buildGraph, wantsTerraform } from "../../src/graph/build.ts";
import { readInventories } from "../../src/policy/inventory.ts";
import { inventoryDeclarations } from "../../src/source/inventory/declarations.ts";
import { read } from "../../src/source/read.ts";
import { memoryTree } from "../../src/source/tree.ts";
import { entity, type Planned, plan, template } from "./graphs.ts";

const inventory = 'version: 1\nasOf: 2026-11-20\naccount: "111122223333"\nregion: eu-west-1\n';

/** How many VPCs the account of a file will have. */
function vpcs(files: Readonly<Record<string, string>>, counts?: string): Value | undefined {
  const { declarations } = read(memoryTree(files), { wanted: wantsTerraform });
  const told =
    counts === undefined ? [] : [{ file: "inventory.yaml", text: `${inventory}counts: ${counts}\n` }];
  const { inventories, mistakes } = readInventories(told);
  expect(mistakes).toEqual([]);
  const graph = buildGraph([...declarations, ...inventoryDeclarations(inventories)]);
  return entity(graph, "Stack", Object.keys(files)[0] ?? "").get("vpcs");
}

const vpc = (name: string, action = "create"): Planned => ({
  address: `aws_vpc.${name}`,
  ...(action === "delete" ? {} : { after: { cidr_block: "10.0.0.0/16" } }),
  ...(action === "create" ? {} : { before: { cidr_block: "10.0.0.0/16" } }),
  actions: [action],
});

const inRegions = (...providers: readonly string[]) => {
  const json = JSON.parse(plan(...providers.map((_, index) => vpc(`v${index}`))));
  providers.forEach((key, index) => {
    json.configuration.root_module.resources[index].provider_config_key = key;
  });
  return JSON.stringify(json);
};

describe("a stack counts what its account will have", () => {
  it("from what it declares, where no inventory tells what there is", () => {
    expect(vpcs({ "plan.json": plan(vpc("a"), vpc("b", "no-op")) })).toBe(2);
    const resources = "A: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }";
    expect(vpcs({ "stack.yaml": template(resources) })).toBe(1);
  });

  it("file by file", () => {
    expect(vpcs({ "a.json": plan(vpc("a")), "b.json": plan(vpc("b")) })).toBe(1);
  });

  it("on top of what an inventory tells, but for what is there already or is taken away", () => {
    const files = { "plan.json": plan(vpc("a"), vpc("b"), vpc("c", "no-op"), vpc("d", "delete")) };
    expect(vpcs(files, "{ vpcs: 3 }")).toBe(4);
  });

  it("with bounds, where what is declared may be there already", () => {
    const resources = "A: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }";
    expect(vpcs({ "stack.yaml": template(resources) }, "{ vpcs: 3 }")).toMatchObject({ low: 3, high: 4 });
  });

  it("with bounds, where a plan has several configurations of its provider", () => {
    expect(vpcs({ "plan.json": inRegions("aws", "aws", "aws.west") })).toMatchObject({ low: 2, high: 3 });
    expect(vpcs({ "plan.json": inRegions("aws.west", "aws.west") })).toBe(2);
  });

  it("with bounds, where a resource is there under a condition", () => {
    const text = `Parameters: { Wanted: { Type: String } }\nConditions: { Wanted: !Equals [!Ref Wanted, "yes"] }\n${template(
      "A: { Type: AWS::EC2::VPC, Condition: Wanted, Properties: { CidrBlock: 10.0.0.0/16 } }",
    )}`;
    const value = vpcs({ "stack.yaml": text });
    expect(value).toBeInstanceOf(Unknown);
    expect(value).toMatchObject({ low: 0, high: 1 });
  });

  it("without what an inventory of another Region tells", () => {
    const config = (region: string) =>
      `apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: prod, region: ${region} }\n`;
    expect(vpcs({ "cluster.yaml": config("us-east-1") }, "{ vpcs: 3 }")).toBe(1);
    expect(vpcs({ "cluster.yaml": config("eu-west-1") }, "{ vpcs: 3 }")).toMatchObject({ low: 3, high: 4 });
  });

  it("as at least what it declares, where an inventory does not say how many there are", () => {
    const files = { "plan.json": plan(vpc("a")) };
    expect(vpcs(files, "{ clusters: 3 }")).toMatchObject({ low: 1, high: Number.POSITIVE_INFINITY });
  });
});
