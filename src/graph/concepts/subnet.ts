import { Unknown, type Value } from "../../base/value.ts";
import { concept, type Origin, type Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import type { Reading } from "../graph.ts";
import { around, one } from "../link.ts";
import { always, computed, dictionary, firstOf, flag, keyedPairs, orDefault, text } from "../read.ts";
import { balancerTags, eksctlBalancerTags } from "./balancer-tags.ts";
import { addressBlock } from "./cidr.ts";
import { cidrOfEksctlSubnet, eksctlSubnets, idOfEksctlSubnet, zoneOfEksctlSubnet } from "./eksctl-network.ts";
import { eksctlNatGateway, eksctlSubnetPrefix, eksctlWayOut } from "./eksctl-vpc.ts";
import { told } from "./inventory.ts";
import { members } from "./members.ts";
import { isPublic, natGatewayOf, routeTableOf, wayOut } from "./routing.ts";

export const subnet = concept({
  name: "Subnet",
  doc: "A subnet of a VPC.",
  identity: ["id"],
  spelling: /^subnet-/,
  fields: {
    id: { type: "string?", doc: "Its id; null where it is still to be created." },
    zone: {
      type: "string",
      doc: "Its Availability Zone: a name, an id, or the symbol of a zone that is chosen when it is created.",
    },
    cidr: { type: "string?", doc: "Its IPv4 CIDR." },
    tags: {
      type: "map<string>",
      doc: "Its tags; in Terraform with those that the provider adds, as far as the plan knows them.",
    },
    balancerTags: {
      type: "list<string>",
      doc: "Those of its tags by which controllers find subnets for load balancers: `kubernetes.io/role/elb`, `kubernetes.io/role/internal-elb`.",
      derive: balancerTags,
    },
    assignsPublicAddresses: { type: "bool", doc: "Whether what starts in it gets a public IPv4 address." },
    zoneId: {
      type: "string?",
      doc: "The id of its Availability Zone, `use1-az3`; null where the file names the zone another way.",
    },
    usableAddresses: {
      type: "int",
      doc: "How many IPv4 addresses it has without the five that AWS keeps; how many are free is not known.",
      derive: computed((get) => usable(get("cidr"))),
    },
    outpost: { type: "string?", doc: "The ARN of the Outpost it is on; null for one in a zone." },
    vpc: { type: "Vpc?", doc: "The VPC it is in." },
    routeTable: {
      type: "RouteTable?",
      doc: "The route table it uses: its own, or the main one of its VPC.",
      derive: routeTableOf,
    },
    public: {
      type: "bool",
      doc: "Whether its route table has a route to an internet gateway.",
      derive: isPublic,
    },
    wayOut: {
      type: "string?",
      doc: "What its IPv4 default route goes through, as `Route.target` says it; null where it has none.",
      derive: wayOut,
    },
    natGateway: {
      type: "NatGateway?",
      doc: "The NAT gateway that its IPv4 default route goes through; null where it goes another way.",
      derive: natGatewayOf,
    },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_subnet"],
      data: true,
      fields: {
        id: text("id"),
        zone: zone(firstOf(text("availability_zone"), text("availability_zone_id"))),
        cidr: text("cidr_block"),
        tags: firstOf(dictionary("tags_all"), dictionary("tags")),
        assignsPublicAddresses: orDefault(flag("map_public_ip_on_launch"), false),
        zoneId: text("availability_zone_id"),
        outpost: filled(text("outpost_arn")),
        vpc: one("Vpc", "vpc_id"),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EC2::Subnet"],
      fields: {
        id: always(null),
        zone: zone(firstOf(text("AvailabilityZone"), text("AvailabilityZoneId"))),
        cidr: text("CidrBlock"),
        tags: keyedPairs("Tags"),
        assignsPublicAddresses: orDefault(flag("MapPublicIpOnLaunch"), false),
        zoneId: text("AvailabilityZoneId"),
        outpost: text("OutpostArn"),
        vpc: one("Vpc", "VpcId"),
      },
    },
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      parts: eksctlSubnets,
      fields: {
        id: idOfEksctlSubnet,
        zone: zoneOfEksctlSubnet,
        cidr: cidrOfEksctlSubnet,
        balancerTags: eksctlBalancerTags,
        assignsPublicAddresses: ({ part }) => derived(part.marks?.kind === "public", part.root.ref),
        zoneId: always(null),
        usableAddresses: eksctlUsable,
        outpost: text("outpostARN"),
        vpc: around("Vpc"),
        routeTable: notWritten,
        public: ({ part }) => derived(part.marks?.kind === "public", part.root.ref),
        wayOut: eksctlWayOut,
        natGateway: eksctlNatGateway,
      },
    },
    {
      format: "inventory",
      types: ["Subnet"],
      data: true,
      fields: {
        id: text("id"),
        zone: toldZone,
        cidr: told(text("cidr")),
        tags: told(dictionary("tags")),
        assignsPublicAddresses: told(flag("assignsPublicAddresses")),
        zoneId: text("zoneId"),
        outpost: notWritten,
      },
    },
  ],
});

/**
 * Zones are compared by their spelling. Where a file spells them in several ways (`eu-west-1a`, `euw1-az2`, a
 * symbol), two spellings may be one zone, so only the names are known.
 */
function zone(reader: Reader): Reader {
  return (from) => {
    const reading = reader(from);
    const missing = (reason: string) =>
      new Unknown([{ attribute: `${from.entity.resource}.zone`, reason, ref: reading.ref }]);
    if (reading.value === null) return { ...reading, value: missing("chosen by AWS") };
    if (typeof reading.value !== "string" || spelling(reading.value) === "name") return reading;
    const others = from.lookup
      .entities("Subnet")
      .filter((other) => other.declaration.file === from.declaration.file);
    const mixed = others.some((other) => {
      const attribute = other.declaration.root.get(
        zoneAttribute[other.declaration.format] ?? "availability_zone",
      );
      return (
        typeof attribute.json === "string" && spelling(attribute.json) !== spelling(String(reading.value))
      );
    });
    return mixed
      ? { ...reading, value: missing("spelled in another way than the other zones of the file") }
      : reading;
  };
}

/** AWS keeps the first four addresses of a subnet and its last. */
const kept = 5;

function usable(cidr: Value): Value {
  if (cidr instanceof Unknown) return cidr;
  const block = typeof cidr === "string" ? addressBlock(cidr) : undefined;
  if (block?.family !== 4) return new Unknown([{ attribute: "the subnet's CIDR", reason: "not written" }]);
  return Number(block.last - block.first) + 1 - kept;
}

/** Subnets of a VPC that eksctl makes are as large as it cuts them. */
function eksctlUsable(from: Origin): Reading {
  const prefix = eksctlSubnetPrefix(from);
  const value = prefix === undefined ? usable(from.entity.get("cidr") ?? null) : 2 ** (32 - prefix) - kept;
  return derived(value, from.root.ref);
}

function notWritten({ entity, part }: Origin): Reading {
  const missing = {
    attribute: `${entity.resource} in the VPC`,
    reason: "not written in the file",
    ref: part.root.ref,
  };
  return derived(new Unknown([missing]), part.root.ref);
}

/** A plan of what exists writes what it has not as an empty text. */
function filled(reader: Reader): Reader {
  return (from) => {
    const reading = reader(from);
    return reading.value === "" ? { ...reading, value: null } : reading;
  };
}

/** What may hold subnets of an inventory and others in one list. */
const askers = ["Cluster", "NodeGroup", "FargateProfile", "NodeClass"];

/**
 * The zone of a subnet that exists, by its name or its id: whichever the subnets spell that stand in a list or a file
 * with it. Where they spell zones in both ways, or leave the choice to AWS, it cannot be compared with theirs.
 */
function toldZone(from: Origin): Reading {
  const { entity, lookup } = from;
  const holders = askers.flatMap((concept) => lookup.holders(entity, concept, "subnets"));
  const files = new Set(holders.map(({ ref }) => ref.file));
  const listed = holders.flatMap((holder) => {
    const { known, doubtful } = members(holder.get("subnets") ?? []);
    return [...known, ...doubtful.candidates].filter(isEntity);
  });
  const neighbours = [
    ...lookup.entities("Subnet").filter(({ declaration }) => files.has(declaration.file)),
    ...listed.filter(({ ref }) => ref.format !== "inventory"),
  ];
  const zones = neighbours.map((subnet) => subnet.get("zone")).filter((zone) => typeof zone === "string");
  const spellings = new Set(zones.map(spelling));
  const wanted = spellings.has("id") ? "zoneId" : "zone";
  const reading = told(text(wanted))(from);
  if (spellings.size < 2 && !spellings.has("symbol")) return reading;
  const missing = { attribute: `${entity.resource}.zone`, ref: reading.ref };
  const reason = "spelled in another way than the other zones of the file";
  return { ...reading, value: new Unknown([{ ...missing, reason }]) };
}

const zoneAttribute: Readonly<Record<string, string>> = { cloudformation: "AvailabilityZone" };

function spelling(zone: string): "name" | "id" | "symbol" {
  if (/^[a-z]{2,4}(-[a-z]+)+-\d+(-[a-z0-9-]+-\d+)?[a-z]$/.test(zone)) return "name";
  return /^[a-z]+\d+(-[a-z0-9]+)*-az\d+$/.test(zone) ? "id" : "symbol";
}
