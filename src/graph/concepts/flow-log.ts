import { concept, type Reader } from "../concept.ts";
import { one } from "../link.ts";
import { orDefault, text } from "../read.ts";

export const flowLog = concept({
  name: "FlowLog",
  doc: "A record of the traffic of a VPC, a subnet or a network interface.",
  fields: {
    vpc: { type: "Vpc?", doc: "The VPC it records; null where it records something smaller." },
    trafficType: { type: "string", doc: "`ALL`, `ACCEPT` or `REJECT`." },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_flow_log"],
      fields: { vpc: one("Vpc", "vpc_id"), trafficType: orDefault(text("traffic_type"), "ALL") },
    },
    {
      format: "cloudformation",
      types: ["AWS::EC2::FlowLog"],
      fields: { vpc: vpcOfResource, trafficType: orDefault(text("TrafficType"), "ALL") },
    },
  ],
});

/** One property names what is recorded, another says what it is. */
function vpcOfResource(from: Parameters<Reader>[0]): ReturnType<Reader> {
  const kind = text("ResourceType")(from);
  if (kind.value === "VPC") return one("Vpc", "ResourceId")(from);
  return typeof kind.value === "string" ? { ...kind, value: null } : kind;
}
