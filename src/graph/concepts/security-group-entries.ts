import type { Unknown } from "../../base/value.ts";
import type { Attribute, Declaration } from "../../source/declaration.ts";
import type { Part } from "../concept.ts";
import { anyNumber, blocksOf, type Member, missingOf, perhaps } from "../several.ts";
import { unreadAttribute } from "../unread.ts";

/** The inline rules of a Terraform security group: one part for each source or destination of each block. */
export function terraformGroupRules(declaration: Declaration): readonly Part[] {
  return ["ingress", "egress"].flatMap((direction) =>
    blocksOf(declaration.root.get(direction), direction)
      .map(asMany)
      .flatMap((rule) => parts(declaration, rule, terraformPeers, { direction })),
  );
}

/** A dynamic block over something unknown is one block in a plan, in which all that has to be written is unknown. */
function asMany(rule: Member): Member {
  const { root, key } = rule;
  const isStandIn = ["protocol", "from_port", "to_port"].every((name) => root.get(name).state === "unknown");
  if (root.state !== "known" || !isStandIn) return rule;
  const missing = { ...missingOf(root), reason: missingOf(root.get("protocol")).reason };
  return { root: unreadAttribute(root.ref, missing), key, count: anyNumber([missing]) };
}

/** `aws_security_group_rule`. */
export function terraformRule(declaration: Declaration): readonly Part[] {
  const peers = (root: Attribute) => [
    ...terraformPeers(root),
    ...single(root, "source_security_group_id", "group"),
  ];
  return parts(declaration, { root: declaration.root, key: "" }, peers, {});
}

/** `aws_vpc_security_group_ingress_rule` and its egress twin. */
export function terraformVpcRule(declaration: Declaration): readonly Part[] {
  const direction = declaration.type.includes("_ingress_") ? "ingress" : "egress";
  const peers = (root: Attribute) => [
    ...single(root, "cidr_ipv4", "cidr4"),
    ...single(root, "cidr_ipv6", "cidr6"),
    ...single(root, "prefix_list_id", "prefix-list"),
    ...single(root, "referenced_security_group_id", "group"),
  ];
  return parts(declaration, { root: declaration.root, key: "" }, peers, { direction });
}

/** The inline rules of a CloudFormation security group. */
export function cloudformationGroupRules(declaration: Declaration): readonly Part[] {
  const sides = [
    ["SecurityGroupIngress", "ingress"],
    ["SecurityGroupEgress", "egress"],
  ] as const;
  return sides.flatMap(([property, direction]) =>
    blocksOf(declaration.root.get(property), property).flatMap((rule) =>
      parts(declaration, rule, cloudformationPeers, { direction }),
    ),
  );
}

/** `AWS::EC2::SecurityGroupIngress` and its egress twin. */
export function cloudformationStandaloneRule(declaration: Declaration): readonly Part[] {
  const direction = declaration.type.endsWith("Ingress") ? "ingress" : "egress";
  return parts(declaration, { root: declaration.root, key: "" }, cloudformationPeers, { direction });
}

/** The rules of a group that an inventory tells of; where it does not tell them there may be any. */
export function inventoryGroupRules(declaration: Declaration): readonly Part[] {
  const list = declaration.root.get("rules");
  if (list.state === "absent") {
    const missing = { ...missingOf(list), reason: "not in the inventory" };
    const root = unreadAttribute(list.ref, missing);
    return [{ root, key: "rules", resource: declaration.owner, count: anyNumber([missing]) }];
  }
  return blocksOf(list, "rules").flatMap((rule) => {
    const direction = rule.root.get("direction").json;
    return parts(declaration, rule, inventoryPeers, typeof direction === "string" ? { direction } : {});
  });
}

interface Peer {
  readonly kind: string;
  readonly attribute: Attribute;
  readonly key: string;
  /** Where it is not certain that there is one: how many. */
  readonly count?: Unknown;
}

function parts(
  declaration: Declaration,
  { root, key, count }: Member,
  peersOf: (root: Attribute) => readonly Peer[],
  marks: Readonly<Record<string, string>>,
): readonly Part[] {
  const resource = key === "" ? declaration.owner : `${declaration.owner} ${key}`;
  if (root.state === "unknown")
    return [{ root, key, resource, marks, ...(count === undefined ? {} : { count }) }];
  const peers = certainIfAlone(peersOf(root));
  if (peers.length === 0) return [{ root, key, resource, marks: { ...marks, peerKind: "none" } }];
  return peers.map((peer) => ({
    root,
    key: [key, peer.key].filter((piece) => piece !== "").join("."),
    resource,
    aspects: { peer: peer.attribute },
    marks: { ...marks, peerKind: peer.kind },
    ...(peer.count === undefined ? {} : { count: peer.count }),
  }));
}

function terraformPeers(root: Attribute): readonly Peer[] {
  return [
    ...each(root, "cidr_blocks", "cidr4"),
    ...each(root, "ipv6_cidr_blocks", "cidr6"),
    ...each(root, "prefix_list_ids", "prefix-list"),
    ...each(root, "security_groups", "group"),
    ...self(root.get("self")),
  ];
}

function cloudformationPeers(root: Attribute): readonly Peer[] {
  return [
    ...single(root, "CidrIp", "cidr4"),
    ...single(root, "CidrIpv6", "cidr6"),
    ...single(root, "SourcePrefixListId", "prefix-list"),
    ...single(root, "DestinationPrefixListId", "prefix-list"),
    ...single(root, "SourceSecurityGroupId", "group"),
    ...single(root, "SourceSecurityGroupName", "group"),
    ...single(root, "DestinationSecurityGroupId", "group"),
  ];
}

function inventoryPeers(root: Attribute): readonly Peer[] {
  const cidr = root.get("cidr").json;
  return [
    ...single(root, "cidr", typeof cidr === "string" && cidr.includes(":") ? "cidr6" : "cidr4"),
    ...single(root, "peer", "group"),
    ...single(root, "prefixList", "prefix-list"),
  ];
}

function each(root: Attribute, name: string, kind: string): readonly Peer[] {
  const list = root.get(name);
  if (list.state === "unknown") {
    const peer = { kind, attribute: list, key: name };
    return [isOneId(list) ? peer : { ...peer, count: anyNumber([missingOf(list)]) }];
  }
  return list.items().map((attribute, index) => ({ kind, attribute, key: `${name}[${index}]` }));
}

function self(attribute: Attribute): readonly Peer[] {
  const peer = { kind: "self", attribute, key: "self" };
  if (attribute.state === "unknown") return [{ ...peer, count: perhaps([missingOf(attribute)]) }];
  return attribute.json === true ? [peer] : [];
}

function single(root: Attribute, name: string, kind: string): readonly Peer[] {
  const attribute = root.get(name);
  if (attribute.state === "absent" || attribute.json === null) return [];
  const peer = { kind, attribute, key: name };
  return [
    attribute.state === "unknown" && !isMadeOfOne(attribute)
      ? { ...peer, count: perhaps([missingOf(attribute)]) }
      : peer,
  ];
}

/** What is made of one attribute of another resource is not null. */
function isMadeOfOne({ links }: Attribute): boolean {
  return links.exact && links.closed && links.targets.length === 1;
}

/** A list of the id of one resource has one member; another attribute may be a list itself. */
function isOneId(list: Attribute): boolean {
  const last = list.links.targets[0]?.path.at(-1);
  return isMadeOfOne(list) && typeof last === "string" && /^(.*_)?id$/.test(last);
}

/** A rule has a source or destination: the only one that may be there is. */
function certainIfAlone(peers: readonly Peer[]): readonly Peer[] {
  const [only, ...others] = peers;
  if (only === undefined || others.length > 0 || only.kind === "self" || only.count?.high !== 1) return peers;
  return [{ kind: only.kind, attribute: only.attribute, key: only.key }];
}
