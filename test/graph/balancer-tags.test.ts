import { describe, expect, it } from "vitest";
import { Unknown } from "../../src/base/value.ts";
import { entity, graphOf, template } from "./graphs.ts";

const publicTag = "kubernetes.io/role/elb";
const privateTag = "kubernetes.io/role/internal-elb";

const eksctl = (vpc: string) =>
  graphOf({
    "cluster.yaml": `apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: prod, region: eu-west-1 }\n${vpc}\n`,
  });

describe("the tags of a subnet for load balancers", () => {
  it("are those of its tags", () => {
    const tags = `[{ Key: Name, Value: a }, { Key: ${publicTag}, Value: "1" }]`;
    const text = template(`A: { Type: AWS::EC2::Subnet, Properties: { VpcId: vpc-1, Tags: ${tags} } }`);
    expect(entity(graphOf({ "stack.yaml": text }), "Subnet", "A").get("balancerTags")).toEqual([publicTag]);
  });

  it("are put on the subnets that eksctl makes", () => {
    const subnets = eksctl("availabilityZones: [eu-west-1a, eu-west-1b]").entities("Subnet");
    expect(subnets).not.toEqual([]);
    for (const subnet of subnets)
      expect(subnet.get("balancerTags")).toEqual([subnet.get("public") === true ? publicTag : privateTag]);
  });

  it("are not known of subnets that eksctl is given", () => {
    const [subnet] = eksctl("vpc: { subnets: { private: { eu-west-1a: { id: subnet-1 } } } }").entities(
      "Subnet",
    );
    expect(subnet?.get("balancerTags")).toBeInstanceOf(Unknown);
  });
});
