import { Unknown, type Value } from "../../base/value.ts";
import { isEntity } from "../entity.ts";
import type { Entity } from "../graph.ts";
import { type AddressBlock, addressBlock, coversWorld } from "./cidr.ts";
import { someOf } from "./group-marks.ts";
import { isDeclared } from "./manifest-cluster.ts";
import { members } from "./members.ts";
import { any, every, type Truth, told } from "./truth.ts";
import { isAbout, type WantedPorts, wantedPorts } from "./wanted-ports.ts";

/** Machines, as far as security groups know them: the groups they have, and the subnets their addresses are of. */
export interface Side {
  readonly groups: Value;
  readonly subnets: Value;
}

/** Whether traffic from one side is let out by its groups and let in by the other side's, at a port. */
export function mayReach(from: Side, to: Side, port: string): Truth {
  const wanted = wantedPorts(port);
  return every([
    someOf(to.groups, (group) => lets(group, "ingress", from, wanted)),
    someOf(from.groups, (group) => lets(group, "egress", to, wanted)),
  ]);
}

/** Rules of several groups add up: it is enough that one of them lets it through. */
function lets(group: Value, direction: string, other: Side, wanted: WantedPorts): Truth {
  if (!isEntity(group)) return false;
  const isGiven = () =>
    direction === "egress"
      ? told(group.get("opensOutbound"), (opens) => opens === true)
      : isFree(group, other);
  const byRule = () =>
    someOf(group.get("rules"), (rule) =>
      isEntity(rule)
        ? every([
            told(rule.get("direction"), (own) => own === direction),
            isAbout(rule, wanted),
            isWith(rule, group, other),
          ])
        : false,
    );
  return any([isGiven(), byRule(), isElsewhere(group, other)]);
}

/** What has the group that EKS makes for a cluster takes everything from what has it, too. */
function isFree(group: Entity, other: Side): Truth {
  return every([told(group.get("madeFor"), (cluster) => cluster !== null), has(other, group)]);
}

/** Whoever made a group that was not read may have given its partners rules for it, too. */
function isElsewhere({ resource, ref }: Entity, { groups }: Side): Truth {
  const attribute = `${resource}.rules`;
  const unseen = new Unknown([{ attribute, reason: "not certain to be all in what was read", ref }]);
  return someOf(groups, (group) => (isEntity(group) && !isDeclared(group) ? unseen : false));
}

function has({ groups }: Side, wanted: Value): Truth {
  return someOf(groups, (group) => group === wanted);
}

/** Whether the other side of a rule holds all of some machines. */
function isWith(rule: Entity, group: Entity, other: Side): Truth {
  const kind = rule.get("peerKind") ?? null;
  switch (kind) {
    case "self":
      return has(other, group);
    case "group": {
      const peer = rule.get("peer") ?? null;
      return peer instanceof Unknown ? peer : has(other, peer);
    }
    case "cidr4":
    case "cidr6": {
      const cidr = rule.get("cidr") ?? null;
      return cidr instanceof Unknown ? cidr : holdsAll(String(cidr), rule, other);
    }
    case "none":
      return false;
    default:
      if (kind instanceof Unknown) return kind;
      return notResolved(rule);
  }
}

function notResolved({ resource, ref }: Entity): Unknown {
  return new Unknown([{ attribute: `${resource} prefix list`, reason: "not resolved to its entries", ref }]);
}

/** Whether a block of addresses holds every address of the machines' subnets. */
function holdsAll(cidr: string, { resource, ref }: Entity, { subnets }: Side): Truth {
  const block = addressBlock(cidr);
  if (block === undefined) return false;
  if (block.family === 4 && coversWorld([block])) return true;
  const unsure = new Unknown([
    { attribute: `${resource} ${cidr}`, reason: "not certain to hold the addresses of the machines", ref },
  ]);
  if (block.family === 6) return unsure;
  const { known, doubtful } = members(subnets);
  const held = known.map((subnet) =>
    isInside(isEntity(subnet) ? (subnet.get("cidr") ?? null) : subnet, block),
  );
  const isWhole = doubtful.bounded && doubtful.candidates.length === 0 && held.length > 0;
  if (isWhole && held.every((each) => each === "inside")) return true;
  return isWhole && held.every((each) => each === "outside") ? false : unsure;
}

function isInside(cidr: Value, block: AddressBlock): "inside" | "outside" | "unclear" {
  const own = typeof cidr === "string" ? addressBlock(cidr) : undefined;
  if (own === undefined || own.family !== block.family) return "unclear";
  if (block.first <= own.first && own.last <= block.last) return "inside";
  return own.last < block.first || block.last < own.first ? "outside" : "unclear";
}
