import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute, Declaration } from "../../source/declaration.ts";
import type { Origin, Part, Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { asFlag, asText, scalarValue } from "../read.ts";
import { membersOf, missingOf, perhaps } from "../several.ts";
import { type Truth, told } from "./truth.ts";

/*
 * The VPC that eksctl makes, as its sources have it (`pkg/vpc/vpc.go`, `pkg/cfn/builder/vpc_ipv4.go`) and
 * https://docs.aws.amazon.com/eks/latest/eksctl/vpc-configuration.html says.
 */

/** Whether eksctl makes the VPC: it does where the file names neither a VPC nor subnets. */
export function isEksctlMade(root: Attribute): Truth {
  const named = ["id", "subnets"].map((name) => root.get("vpc", name));
  if (named.some(({ state }) => state === "known")) return false;
  const open = named.find(({ state }) => state === "unknown");
  return open === undefined ? true : new Unknown([missingOf(open)]);
}

/** How eksctl lets private subnets out: one NAT gateway by default; null where the VPC is not its own. */
function natMode(root: Attribute): Value {
  const isMade = isEksctlMade(root);
  if (isMade !== true) return isMade || null;
  const enabled = isPrivate(root);
  if (enabled !== false) return enabled === true ? "Disable" : enabled;
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

/** The NAT gateways that eksctl makes, as one: it is in one zone, or there is one in each. */
export function eksctlNatGateways({ root, owner }: Declaration): readonly Part[] {
  const mode = natMode(root);
  if (mode === null || mode === "Disable") return [];
  const count = mode instanceof Unknown ? { count: perhaps(mode.missing) } : {};
  const resource = `${owner} NAT gateway`;
  return [{ root: root.get("vpc", "nat", "gateway"), key: "nat", resource, ...count }];
}

/** One in each zone is no different from one that serves all of them. */
export const isEksctlNatRegional: Reader = ({ declaration, part }) =>
  derived(
    told(natMode(declaration.root), (mode) => mode === "HighlyAvailable"),
    part.root.ref,
  );

export const zoneOfEksctlNat: Reader = ({ entity, part }) => {
  const regional = entity.get("regional");
  if (regional instanceof Unknown) return derived(regional, part.root.ref);
  return derived(regional === true ? null : "one zone of the cluster", part.root.ref);
};

/** The way out of a subnet: public ones have a route to an internet gateway, private ones to a NAT gateway if there is one. */
export const eksctlWayOut: Reader = ({ part, root, declaration, entity }) => {
  if (part.marks?.kind === "public") return derived("internet-gateway", root.ref);
  const { ref } = declaration.root.get("vpc", "nat", "gateway");
  const mode = natMode(declaration.root);
  if (mode instanceof Unknown) return derived(mode, ref);
  if (mode !== null) return derived(mode === "Disable" ? null : "nat-gateway", ref);
  const missing = {
    attribute: `${entity.resource}.wayOut`,
    reason: "not written in the file",
    ref: part.root.ref,
  };
  return derived(new Unknown([missing]), ref);
};

/** The NAT gateway of a private subnet, where eksctl makes one. */
export const eksctlNatGateway: Reader = ({ part, root, declaration, entity, lookup }) => {
  const way = entity.get("wayOut");
  const [nat] = lookup.entitiesOf(declaration, "NatGateway");
  if (way instanceof Unknown) return derived(way, root.ref);
  return derived(part.marks?.kind === "public" ? null : (nat ?? null), root.ref);
};

/** eksctl cuts its VPC into eight for up to four zones, into sixteen for more. */
export function eksctlSubnetPrefix({ declaration, lookup }: Origin): number | undefined {
  const { root } = declaration;
  const subnets = lookup
    .entitiesOf(declaration, "Subnet")
    .filter(({ part }) => part.marks?.kind === "private");
  const least = subnets.filter(({ count }) => count === undefined).length;
  const most = subnets.reduce(
    (total, { count }) => total + (count === undefined ? 1 : (count.high ?? Infinity)),
    0,
  );
  const bits = most <= 4 ? 3 : least > 4 && most <= 8 ? 4 : undefined;
  if (isEksctlMade(root) !== true || bits === undefined) return undefined;
  const cidr = scalarValue(root.get("vpc", "cidr"), asText) ?? "192.168.0.0/16";
  const prefix = typeof cidr === "string" ? /^[\d.]+\/(\d{1,2})$/.exec(cidr)?.[1] : undefined;
  return prefix === undefined ? undefined : Number(prefix) + bits;
}
