import { Unknown, type Value } from "../../base/value.ts";
import type { Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import { isDeclared } from "./manifest-cluster.ts";
import { members } from "./members.ts";
import { every, type Truth } from "./truth.ts";

/** Whether the subnets and additional security groups of a cluster are in one VPC. */
export const clusterInOneVpc: Reader = ({ entity, part }) => {
  const subnets = vpcsOf(entity.get("subnets"));
  const groups = vpcsOf(entity.get("securityGroups"));
  return derived(allSame([...subnets, ...groups]), part.root.ref);
};

/** Whether the subnets of a node group or Fargate profile are in one VPC with those of its cluster. */
export const inVpcOfCluster: Reader = ({ entity, part }) => {
  const cluster = entity.get("cluster");
  const own = vpcsOf(entity.get("subnets"));
  if (!isEntity(cluster)) return derived(allSame([...own, cluster ?? null]), part.root.ref);
  const [first = null] = vpcsOf(cluster.get("subnets"));
  return derived(every(own.map((vpc) => sameVpc(vpc, first))), part.root.ref);
};

/** The VPC that the first of some subnets is in: they are all in one. */
export const vpcOfSubnets: Reader = ({ entity, part }) => {
  const vpcs = vpcsOf(entity.get("subnets"));
  const found = vpcs.find(isEntity) ?? vpcs.find((vpc) => vpc instanceof Unknown);
  const missing = { attribute: `${entity.resource}.vpc`, reason: "not told by any subnet", ref: entity.ref };
  return derived(found ?? new Unknown([missing]), part.root.ref);
};

/** The VPCs of a list. What else may be in the list is two that are not known: they need not be the same. */
function vpcsOf(list: Value | undefined): readonly Value[] {
  const { known, doubtful } = members(list ?? []);
  const vpcs = known.map((member) => (isEntity(member) ? (member.get("vpc") ?? null) : member));
  const isOpen = !doubtful.bounded || doubtful.candidates.length > 0;
  const other = new Unknown(doubtful.missing);
  return isOpen ? [...vpcs, other, other] : vpcs;
}

function allSame(vpcs: readonly Value[]): Truth {
  return every(vpcs.flatMap((vpc, index) => vpcs.slice(index + 1).map((other) => sameVpc(vpc, other))));
}

function sameVpc(one: Value, other: Value): Truth {
  if (one instanceof Unknown) return one;
  if (other instanceof Unknown) return other;
  if (!isEntity(one) || !isEntity(other)) return one === other || unclear("a VPC", "not named");
  if (one === other) return true;
  const [a, b] = [one.get("id"), other.get("id")];
  if (typeof a === "string" && typeof b === "string") return a === b;
  const isMade =
    isDeclared(one) && isDeclared(other) && [one, other].every((vpc) => vpc.declaration.mode === "managed");
  const isNew = [one, other].some((vpc) => isDeclared(vpc) && vpc.declaration.change === "create");
  return isMade || isNew ? false : unclear(one.resource, `not known to be another than ${other.resource}`);
}

function unclear(attribute: string, reason: string): Unknown {
  return new Unknown([{ attribute, reason }]);
}
