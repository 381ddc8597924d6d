import { Unknown, type Value } from "../../base/value.ts";
import { concept, type Origin, type Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import type { Reading } from "../graph.ts";
import { around, one } from "../link.ts";
import { always, orDefault, text } from "../read.ts";
import { eksctlNatGateways, isEksctlNatRegional, zoneOfEksctlNat } from "./eksctl-vpc.ts";
import { told } from "./truth.ts";

export const natGateway = concept({
  name: "NatGateway",
  doc: "A NAT gateway: the way of private subnets to other networks.",
  identity: ["id"],
  spelling: /^nat-/,
  fields: {
    id: { type: "string?", doc: "Its id; null where it is still to be created." },
    subnet: { type: "Subnet?", doc: "The subnet it is in; null for a regional one." },
    vpc: { type: "Vpc?", doc: "The VPC it is in." },
    address: {
      type: "string?",
      doc: "The public address that its traffic comes from; null for one without, and not known before it is made.",
    },
    serves: {
      type: "list<Subnet>",
      doc: "The subnets whose default route goes through it.",
      inverse: { of: "Subnet", by: "natGateway" },
    },
    zone: {
      type: "string?",
      doc: "The zone it is in; null for a regional one, which is in all.",
      derive: zoneOf,
    },
    regional: { type: "bool", doc: "Whether it serves every zone of its VPC, not the one it is in." },
    public: { type: "bool", doc: "Whether it leads to the internet, not to other private networks." },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_nat_gateway"],
      data: true,
      fields: {
        id: text("id"),
        address: madeAddress,
        subnet: one("Subnet", "subnet_id"),
        vpc: vpcBy("vpc_id"),
        regional: is(orDefault(text("availability_mode"), "zonal"), "regional"),
        public: is(orDefault(text("connectivity_type"), "public"), "public"),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EC2::NatGateway"],
      fields: {
        id: always(null),
        subnet: one("Subnet", "SubnetId"),
        vpc: vpcBy("VpcId"),
        regional: is(orDefault(text("AvailabilityMode"), "zonal"), "regional"),
        public: is(orDefault(text("ConnectivityType"), "public"), "public"),
      },
    },
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      parts: eksctlNatGateways,
      fields: {
        id: always(null),
        vpc: around("Vpc"),
        zone: zoneOfEksctlNat,
        regional: isEksctlNatRegional,
        public: always(true),
      },
    },
  ],
});

/** An address that no plan has written is still to be given. */
function madeAddress(from: Origin): Reading {
  const reading = text("public_ip")(from);
  if (reading.origin !== "default") return reading;
  const attribute = `${from.entity.resource}.public_ip`;
  return { ...reading, value: new Unknown([{ attribute, reason: "known after apply", ref: reading.ref }]) };
}

/** A regional gateway names its VPC, any other the subnet that is in it. */
function vpcBy(name: string): Reader {
  return (from) => {
    const written = one("Vpc", name)(from);
    return written.origin === "default" ? { ...written, value: ofSubnet(from, "vpc") } : written;
  };
}

function zoneOf(from: Origin): Reading {
  const regional = from.entity.get("regional");
  const value = regional === true ? null : regional instanceof Unknown ? regional : ofSubnet(from, "zone");
  return derived(value, from.part.root.ref);
}

function ofSubnet({ entity }: Origin, field: string): Value {
  const subnet = entity.get("subnet") ?? null;
  return isEntity(subnet) ? (subnet.get(field) ?? null) : subnet;
}

function is(reader: Reader, wanted: string): Reader {
  return (from) => {
    const reading = reader(from);
    return { ...reading, value: told(reading.value, (value) => value === wanted) };
  };
}
