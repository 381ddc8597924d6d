import { describe, expect, it } from "vitest";
import { entity, graphOf, plan } from "./graphs.ts";

describe("what a node group and its launch template say", () => {
  const graph = graphOf({
    "plan.json": plan(
      {
        address: "aws_eks_node_group.workers",
        after: { disk_size: 0, update_config: [{ max_unavailable: 0, max_unavailable_percentage: 33 }] },
      },
      {
        address: "aws_launch_template.nodes",
        after: {
          image_id: "",
          instance_type: "",
          iam_instance_profile: [],
          network_interfaces: [{ subnet_id: "subnet-a" }],
        },
      },
    ),
  });

  it("is nothing where the provider reads back a zero or an empty text", () => {
    const group = entity(graph, "NodeGroup", "aws_eks_node_group.workers");
    const fields = ["diskSize", "maxUnavailable", "maxUnavailablePercentage"];
    expect(fields.map((field) => group.get(field))).toEqual([null, null, 33]);
  });

  it("tells an image, an instance profile and a subnet of the template", () => {
    const template = entity(graph, "LaunchTemplate", "aws_launch_template.nodes");
    const fields = ["imageId", "instanceType", "hasProfile", "namesSubnet"];
    expect(fields.map((field) => template.get(field))).toEqual([null, null, false, true]);
  });
});
