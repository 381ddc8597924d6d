import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import type { Lookup, Origin, Part, Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import type { Reading } from "../graph.ts";
import { one } from "../link.ts";
import { notA, unknownOf, written } from "../read.ts";

/** What a route goes through, and how Terraform and CloudFormation write it. */
const targets: readonly (readonly [target: string, terraform: string, cloudformation: string])[] = [
  ["gateway", "gateway_id", "GatewayId"],
  ["nat-gateway", "nat_gateway_id", "NatGatewayId"],
  ["egress-only-gateway", "egress_only_gateway_id", "EgressOnlyInternetGatewayId"],
  ["transit-gateway", "transit_gateway_id", "TransitGatewayId"],
  ["peering", "vpc_peering_connection_id", "VpcPeeringConnectionId"],
  ["endpoint", "vpc_endpoint_id", "VpcEndpointId"],
  ["interface", "network_interface_id", "NetworkInterfaceId"],
  ["interface", "instance_id", "InstanceId"],
  ["carrier-gateway", "carrier_gateway_id", "CarrierGatewayId"],
  ["local-gateway", "local_gateway_id", "LocalGatewayId"],
  ["core-network", "core_network_arn", "CoreNetworkArn"],
];

/** Gateways of which a route says no more than `gateway`. */
const gateways: Readonly<Record<string, string>> = {
  aws_internet_gateway: "internet-gateway",
  "AWS::EC2::InternetGateway": "internet-gateway",
  "AWS::EC2::VPCGatewayAttachment": "internet-gateway",
  aws_vpn_gateway: "virtual-private-gateway",
  "AWS::EC2::VPNGateway": "virtual-private-gateway",
};

const prefixes: readonly (readonly [prefix: string, target: string])[] = [
  ["igw-", "internet-gateway"],
  ["vgw-", "virtual-private-gateway"],
  ["vpce-", "endpoint"],
  ["eigw-", "egress-only-gateway"],
];

/** A route has one target: the one that is known, else the only one that may be there. */
export function targetOf(from: Origin): Reading {
  const { root, part, lookup } = from;
  if (isVpn(part)) return derived(part.marks?.target ?? null, root.ref);
  if (root.state === "unknown") return written(unknownOf(root), root);
  const set = targets
    .map(([target, terraform, cloudformation]) => ({
      target,
      attribute: root.get(root.ref.format === "terraform" ? terraform : cloudformation),
    }))
    .filter(({ attribute }) => isSet(attribute));
  const chosen =
    set.find(({ attribute }) => attribute.state === "known") ?? (set.length === 1 ? set[0] : undefined);
  if (chosen !== undefined) {
    const { target, attribute } = chosen;
    const value = target === "gateway" ? gatewayOf(attribute, lookup) : target;
    return { ...written(value, attribute), origin: "written" };
  }
  const missing = set.flatMap(({ attribute }) => unknownOf(attribute).missing);
  return derived(missing.length === 0 ? notA("a route with a target", root) : new Unknown(missing), root.ref);
}

/** Whether a part stands for the routes that a VPN gateway passes on. */
export function isVpn({ marks }: Part): boolean {
  return marks?.target === "virtual-private-gateway";
}

/** A NAT gateway that is not set may be written as an empty text, and that of another target is none. */
export function natOf(name: string): Reader {
  return (from) => {
    const attribute = from.root.get(name);
    const target = from.entity.get("target");
    const isOther = typeof target === "string" && target !== "nat-gateway";
    if (isVpn(from.part) || isOther || attribute.json === "") return derived(null, from.root.ref);
    return one("NatGateway", name)(from);
  };
}

function gatewayOf(attribute: Attribute, lookup: Lookup): Value {
  const { json, links, ref } = attribute;
  if (typeof json === "string") {
    const known = prefixes.find(([prefix]) => json.startsWith(prefix))?.[1];
    return known ?? (json === "local" ? json : notA("a gateway of a known kind", attribute));
  }
  const kinds = links.targets.map((link) => gateways[lookup.target(ref.file, link)?.type ?? ""]);
  const [kind] = kinds;
  return links.closed && kind !== undefined && kinds.every((each) => each === kind)
    ? kind
    : unknownOf(attribute);
}

function isSet({ state, json }: Attribute): boolean {
  return state !== "absent" && json !== null && json !== "";
}
