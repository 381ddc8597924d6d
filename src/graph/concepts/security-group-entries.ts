import type { Attribute, Declaration } from "../../source/declaration.ts";
import type { Part } from "../concept.ts";

/** The inline rules of a Terraform security group: one part for each source or destination of each block. */
export function terraformGroupRules(declaration: Declaration): readonly Part[] {
  return ["ingress", "egress"].flatMap((direction) =>
    blocks(declaration.root.get(direction), direction).flatMap(({ root, key }) =>
      parts(declaration, root, key, terraformPeers(root), { direction }),
    ),
  );
}

/** `aws_security_group_rule`. */
export function terraformRule(declaration: Declaration): readonly Part[] {
  const { root } = declaration;
  const peers = [...terraformPeers(root), ...single(root, "source_security_group_id", "group")];
  return parts(declaration, root, "", peers, {});
}

/** `aws_vpc_security_group_ingress_rule` and its egress twin. */
export function terraformVpcRule(declaration: Declaration): readonly Part[] {
  const { root } = declaration;
  const direction = declaration.type.includes("_ingress_") ? "ingress" : "egress";
  const peers = [
    ...single(root, "cidr_ipv4", "cidr4"),
    ...single(root, "cidr_ipv6", "cidr6"),
    ...single(root, "prefix_list_id", "prefix-list"),
    ...single(root, "referenced_security_group_id", "group"),
  ];
  return parts(declaration, root, "", peers, { direction });
}

/** The inline rules of a CloudFormation security group. */
export function cloudformationGroupRules(declaration: Declaration): readonly Part[] {
  const sides = [
    ["SecurityGroupIngress", "ingress"],
    ["SecurityGroupEgress", "egress"],
  ] as const;
  return sides.flatMap(([property, direction]) =>
    blocks(declaration.root.get(property), property).flatMap(({ root, key }) =>
      parts(declaration, root, key, cloudformationPeers(root), { direction }),
    ),
  );
}

/** `AWS::EC2::SecurityGroupIngress` and its egress twin. */
export function cloudformationStandaloneRule(declaration: Declaration): readonly Part[] {
  const direction = declaration.type.endsWith("Ingress") ? "ingress" : "egress";
  return parts(declaration, declaration.root, "", cloudformationPeers(declaration.root), { direction });
}

interface Peer {
  readonly kind: string;
  readonly attribute: Attribute;
  readonly key: string;
  /** It stands for a list of which not even the length is known. */
  readonly listUnknown?: boolean;
}

interface Block {
  readonly root: Attribute;
  readonly key: string;
}

/** A list of rules; one that is not known as a whole stands for itself, so that it is never passed over. */
function blocks(list: Attribute, name: string): readonly Block[] {
  if (list.state === "unknown") return [{ root: list, key: name }];
  return list.items().map((root, index) => ({ root, key: `${name}[${index}]` }));
}

function parts(
  declaration: Declaration,
  root: Attribute,
  key: string,
  peers: readonly Peer[],
  marks: Readonly<Record<string, string>>,
): readonly Part[] {
  const resource = key === "" ? declaration.owner : `${declaration.owner} ${key}`;
  if (root.state === "unknown") return [{ root, key, resource, marks }];
  if (peers.length === 0) return [{ root, key, resource, marks: { ...marks, peerKind: "none" } }];
  return peers.map((peer) => ({
    root,
    key: [key, peer.key].filter((piece) => piece !== "").join("."),
    resource,
    aspects: { peer: peer.attribute },
    marks: { ...marks, peerKind: peer.kind, ...(peer.listUnknown === true ? { peers: "unknown" } : {}) },
  }));
}

function terraformPeers(root: Attribute): readonly Peer[] {
  return [
    ...each(root, "cidr_blocks", "cidr4"),
    ...each(root, "ipv6_cidr_blocks", "cidr6"),
    ...each(root, "prefix_list_ids", "prefix-list"),
    ...each(root, "security_groups", "group"),
    ...(root.get("self").json === true ? [{ kind: "self", attribute: root.get("self"), key: "self" }] : []),
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

function each(root: Attribute, name: string, kind: string): readonly Peer[] {
  const list = root.get(name);
  if (list.state === "unknown") return [{ kind, attribute: list, key: name, listUnknown: true }];
  return list.items().map((attribute, index) => ({ kind, attribute, key: `${name}[${index}]` }));
}

function single(root: Attribute, name: string, kind: string): readonly Peer[] {
  const attribute = root.get(name);
  return attribute.state === "absent" || attribute.json === null ? [] : [{ kind, attribute, key: name }];
}
