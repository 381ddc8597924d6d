import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { concept, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { around, many, one } from "../link.ts";
import { always, asText, flag, orDefault, scalarValue, text, written } from "../read.ts";
import { eksctlEndpoints } from "./eksctl-vpc.ts";

export const vpcEndpoint = concept({
  name: "VpcEndpoint",
  doc: "An endpoint of a VPC: a way to one service of AWS that does not need the internet.",
  identity: ["id"],
  spelling: /^vpce-/,
  fields: {
    id: { type: "string?", doc: "Its id; null where it is still to be created." },
    service: {
      type: "string",
      doc: "The service it leads to, without the name of the Region: `s3`, `ecr.api`, `sts`.",
    },
    type: {
      type: "string",
      doc: "`Gateway`, `Interface`, `GatewayLoadBalancer`, `Resource` or `ServiceNetwork`.",
    },
    vpc: { type: "Vpc?", doc: "The VPC it is in." },
    subnets: { type: "list<Subnet>", doc: "The subnets it has an interface in." },
    routeTables: { type: "list<RouteTable>", doc: "The route tables that lead to a gateway endpoint." },
    securityGroups: { type: "list<SecurityGroup>", doc: "The security groups of its interfaces." },
    privateDns: { type: "bool", doc: "Whether the service's own name leads to it inside the VPC." },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_vpc_endpoint"],
      data: true,
      fields: {
        id: text("id"),
        service: service("service_name"),
        type: orDefault(text("vpc_endpoint_type"), "Gateway"),
        vpc: one("Vpc", "vpc_id"),
        subnets: many("Subnet", "subnet_ids"),
        routeTables: many("RouteTable", "route_table_ids"),
        securityGroups: many("SecurityGroup", "security_group_ids"),
        privateDns: orDefault(flag("private_dns_enabled"), false),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EC2::VPCEndpoint"],
      fields: {
        id: always(null),
        service: service("ServiceName"),
        type: orDefault(text("VpcEndpointType"), "Gateway"),
        vpc: one("Vpc", "VpcId"),
        subnets: many("Subnet", "SubnetIds"),
        routeTables: many("RouteTable", "RouteTableIds"),
        securityGroups: many("SecurityGroup", "SecurityGroupIds"),
        privateDns: orDefault(flag("PrivateDnsEnabled"), false),
      },
    },
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      parts: eksctlEndpoints,
      fields: {
        id: always(null),
        service: ({ part, root }) =>
          part.marks?.service === undefined
            ? written(shortened(scalarValue(root, asText), root), root)
            : derived(part.marks.service, root.ref),
        type: ({ part, root }) => derived(part.marks?.service === "s3" ? "Gateway" : "Interface", root.ref),
        vpc: around("Vpc"),
        privateDns: ({ part, root }) => derived(part.marks?.service !== "s3", root.ref),
      },
    },
  ],
});

/** `com.amazonaws.eu-west-1.ecr.api` is `ecr.api`, whichever the Region; services of others keep their whole name. */
function service(name: string): Reader {
  return ({ root }) => {
    const attribute = root.get(name);
    const [first, region, last, ...others] = attribute.pieces ?? [];
    const isOurs =
      others.length === 0 && region === null && (first === "com.amazonaws." || first === "cn.com.amazonaws.");
    if (isOurs && typeof last === "string" && last.startsWith(".")) return written(last.slice(1), attribute);
    return written(shortened(scalarValue(attribute, asText), attribute), attribute);
  };
}

function shortened(value: Value, { ref }: Attribute): Value {
  if (typeof value !== "string")
    return value ?? new Unknown([{ attribute: ref.owner, reason: "without a service name" }]);
  return /^(?:cn\.)?com\.amazonaws\.[a-z]{2,4}(?:-[a-z]+)+-\d\.(.+)$/.exec(value)?.[1] ?? value;
}
