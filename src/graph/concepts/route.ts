import { Unknown } from "../../base/value.ts";
import type { Attribute, Declaration } from "../../source/declaration.ts";
import { concept, type Lookup, type Part, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { around, one, resolveOne } from "../link.ts";
import { always, text, unknownOf, written } from "../read.ts";
import { anyNumber, blocksOf, membersOf, missingOf } from "../several.ts";
import { isVpn, natOf, targetOf } from "./route-target.ts";

/** What a VPN gateway passes on may be any network, also all of them. */
const ofVpn: Readonly<Record<"destination" | "target" | "natGateway", Reader>> = {
  destination: ({ part }) =>
    derived(
      new Unknown([{ ...missingOf(part.root), reason: "told by the other end of the VPN" }]),
      part.root.ref,
    ),
  target: always("virtual-private-gateway"),
  natGateway: always(null),
};

export const route = concept({
  name: "Route",
  doc: "One route of a route table.",
  fields: {
    table: { type: "RouteTable?", doc: "The route table it is in." },
    destination: { type: "string?", doc: "Where it leads: a CIDR, or the id of a prefix list." },
    target: {
      type: "string",
      doc: "What it goes through: `internet-gateway`, `nat-gateway`, `egress-only-gateway`, `transit-gateway`, `virtual-private-gateway`, `peering`, `endpoint`, `interface` of an appliance, `carrier-gateway`, `local-gateway`, `core-network`, `local`.",
    },
    natGateway: { type: "NatGateway?", doc: "The NAT gateway it goes through; null for any other." },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_route"],
      fields: {
        table: one("RouteTable", "route_table_id"),
        destination: firstFilled(
          "destination_cidr_block",
          "destination_ipv6_cidr_block",
          "destination_prefix_list_id",
        ),
        target: targetOf,
        natGateway: natOf("nat_gateway_id"),
      },
    },
    {
      format: "terraform",
      types: ["aws_route_table", "aws_default_route_table"],
      parts: inlineRoutes,
      fields: {
        table: around("RouteTable"),
        destination: (from) =>
          isVpn(from.part)
            ? ofVpn.destination(from)
            : firstFilled("cidr_block", "ipv6_cidr_block", "destination_prefix_list_id")(from),
        target: targetOf,
        natGateway: natOf("nat_gateway_id"),
      },
    },
    {
      format: "terraform",
      types: ["aws_vpn_gateway_route_propagation"],
      parts: (declaration) => [learned(declaration.root.get("vpn_gateway_id"))],
      fields: { ...ofVpn, table: one("RouteTable", "route_table_id") },
    },
    {
      format: "cloudformation",
      types: ["AWS::EC2::Route"],
      fields: {
        table: one("RouteTable", "RouteTableId"),
        destination: firstFilled(
          "DestinationCidrBlock",
          "DestinationIpv6CidrBlock",
          "DestinationPrefixListId",
        ),
        target: targetOf,
        natGateway: natOf("NatGatewayId"),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EC2::VPNGatewayRoutePropagation"],
      parts: ({ root }) =>
        membersOf(root.get("RouteTableIds"), "RouteTableIds").map((table) => ({
          ...learned(table.root),
          key: table.key,
          aspects: { table: table.root },
        })),
      fields: {
        ...ofVpn,
        table: ({ part, lookup }) => {
          const attribute = part.aspects?.table ?? part.root;
          return written(resolveOne(attribute, "RouteTable", lookup), attribute);
        },
      },
    },
  ],
});

/** A plan writes what is not set in a route as an empty text. */
function firstFilled(...names: readonly string[]): Reader {
  return (from) => {
    const readings = names.map((name) => text(name)(from));
    const filled = readings.filter(({ value }) => value !== null && value !== "");
    const known = filled.find(({ value }) => typeof value === "string");
    const missing = filled.flatMap(({ value }) => (value instanceof Unknown ? value.missing : []));
    const [first] = filled;
    if (known !== undefined || first === undefined)
      return known ?? derived(from.root.state === "unknown" ? unknownOf(from.root) : null, from.root.ref);
    return { ...first, value: new Unknown(missing) };
  };
}

/**
 * The routes that stand inside a table. A table that exists shows those of its `aws_route`s as well: what one of
 * these takes away is no longer there.
 */
function inlineRoutes(declaration: Declaration, lookup: Lookup): readonly Part[] {
  return [
    ...blocksOf(declaration.root.get("route"), "route")
      .filter(({ root }) => !isLeaving(root, declaration, lookup))
      .map((member) => ({ ...member, resource: `${declaration.owner} ${member.key}` })),
    ...membersOf(declaration.root.get("propagating_vgws"), "propagating_vgws").map(({ root, key }) => ({
      ...learned(root),
      key,
    })),
  ];
}

/** Routes that a VPN gateway passes on: any number. */
function learned(root: Attribute): Part {
  return { root, key: "", marks: { target: "virtual-private-gateway" }, count: anyNumber([missingOf(root)]) };
}

function isLeaving(root: Attribute, declaration: Declaration, { leaving }: Lookup): boolean {
  const id = declaration.root.get("id").json;
  if (typeof id !== "string") return false;
  return leaving.some(
    ({ file, type, before }) =>
      type === "aws_route" &&
      file === declaration.file &&
      before?.get("route_table_id").json === id &&
      [
        ["cidr_block", "destination_cidr_block"],
        ["ipv6_cidr_block", "destination_ipv6_cidr_block"],
      ].some(([inline = "", own = ""]) => {
        const destination = root.get(inline).json;
        return typeof destination === "string" && destination !== "" && before.get(own).json === destination;
      }),
  );
}
