import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute, Declaration } from "../../source/declaration.ts";
import type { Origin, Part, Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { asFlag, asText, scalarValue } from "../read.ts";
import { membersOf, missingOf, perhaps } from "../several.ts";

/*
 * The VPC that eksctl makes, as its sources have it (`pkg/vpc/vpc.go`, `pkg/cfn/builder/vpc_ipv4.go`) and
 * https://docs.aws.amazon.com/eks/latest/eksctl/vpc-configuration.html says.
 */

/** Whether eksctl makes the VPC: it does where the file names neither a VPC nor subnets. */
export function isEksctlMade(root: Attribute): boolean {
  return ["id", "subnets"].every((name) => root.get("vpc", name).state === "absent");
}

/** How eksctl lets private subnets out: one NAT gateway by default. */
function natMode(root: Attribute): Value {
  return scalarValue(root.get("vpc", "nat", "gateway"), asText) ?? "Single";
}

/** Whether eksctl makes a VPC without any way out, with endpoints instead. */
function isPrivate(root: Attribute): Value {
  return scalarValue(root.get("privateCluster", "enabled"), asFlag) ?? false;
}

/** What a private cluster of eksctl gets endpoints for, whatever else it asks for. */
const alwaysReached = ["ec2", "ecr.api", "ecr.dkr", "s3", "sts"];

/** The endpoints that eksctl makes for a private cluster. */
export function eksctlEndpoints({ root, owner }: Declaration): readonly Part[] {
  const enabled = root.get("privateCluster", "enabled");
  const skipped = root.get("privateCluster", "skipEndpointCreation");
  const isOn = isPrivate(root);
  const isOff = scalarValue(skipped, asFlag) ?? false;
  if (isOn === false || isOff === true) return [];
  const missing = [isOn, isOff].flatMap((flag) => (flag instanceof Unknown ? flag.missing : []));
  const count = missing.length === 0 ? {} : { count: perhaps(missing) };
  const more = membersOf(
    root.get("privateCluster", "additionalEndpointServices"),
    "additionalEndpointServices",
  );
  return [
    ...alwaysReached.map((service) => ({
      root: enabled,
      key: `endpoint ${service}`,
      resource: `${owner} endpoint of ${service}`,
      marks: { service },
      ...count,
    })),
    ...more.map((member) => ({ ...member, resource: `${owner} ${member.key}`, ...count })),
  ];
}

/** The NAT gateways that eksctl makes: one, or one in the public subnet of each zone. */
export function eksctlNatGateways({ root, owner }: Declaration): readonly Part[] {
  if (!isEksctlMade(root) || isPrivate(root) === true) return [];
  const mode = natMode(root);
  const part = (key: string): Part => ({
    root: root.get("vpc", "nat", "gateway"),
    key: `nat ${key}`,
    resource: `${owner} NAT gateway ${key}`,
  });
  if (mode === "Disable") return [];
  if (mode === "Single") return [{ ...part("of the cluster"), marks: { zone: "one zone of the cluster" } }];
  return mode === "HighlyAvailable"
    ? [{ ...part("of each zone"), marks: { regional: "true" } }]
    : [unclear(part, root)];
}

function unclear(part: (key: string) => Part, root: Attribute): Part {
  const attribute = root.get("vpc", "nat", "gateway");
  return { ...part("not known"), marks: {}, count: new Unknown([missingOf(attribute)], 0, 1) };
}

/** The way out of a subnet: public ones have a route to an internet gateway, private ones to a NAT gateway if there is one. */
export const eksctlWayOut: Reader = ({ part, root, declaration, entity }) => {
  if (part.marks?.kind === "public") return derived("internet-gateway", root.ref);
  const whole = declaration.root;
  const missing = {
    attribute: `${entity.resource}.wayOut`,
    reason: "not written in the file",
    ref: part.root.ref,
  };
  if (!isEksctlMade(whole)) return derived(new Unknown([missing]), root.ref);
  const mode = isPrivate(whole) === true ? "Disable" : natMode(whole);
  if (mode instanceof Unknown) return derived(mode, root.ref);
  return derived(mode === "Disable" ? null : "nat-gateway", whole.get("vpc", "nat", "gateway").ref);
};

/** The NAT gateway of a private subnet, where eksctl makes one. */
export const eksctlNatGateway: Reader = ({ part, root, declaration, entity, lookup }) => {
  const way = entity.get("wayOut");
  const [nat] = lookup.entitiesOf(declaration, "NatGateway");
  if (way instanceof Unknown) return derived(way, root.ref);
  return derived(part.marks?.kind === "public" ? null : (nat ?? null), root.ref);
};

/** eksctl cuts its VPC into eight, or into sixteen where it needs more than eight subnets. */
export function eksctlSubnetPrefix({ declaration, lookup }: Origin): number | undefined {
  const { root } = declaration;
  if (!isEksctlMade(root)) return undefined;
  const cidr = scalarValue(root.get("vpc", "cidr"), asText) ?? "192.168.0.0/16";
  const prefix = typeof cidr === "string" ? /^[\d.]+\/(\d{1,2})$/.exec(cidr)?.[1] : undefined;
  if (prefix === undefined) return undefined;
  return Number(prefix) + (lookup.entitiesOf(declaration, "Subnet").length > 8 ? 4 : 3);
}
