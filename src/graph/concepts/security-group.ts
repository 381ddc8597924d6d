import { type Missing, Unknown, type Value } from "../../base/value.ts";
import { concept, type Declared, type Lookup, type Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import type { Entity } from "../graph.ts";
import { one } from "../link.ts";
import { always, dictionary, firstOf, keyedPairs, text } from "../read.ts";
import { clusterGroups } from "./cluster-security-group.ts";
import { isNamedDefault, keepsOutbound, notToldOfGroup } from "./group-habits.ts";
import { isMarked } from "./group-marks.ts";
import { told } from "./inventory.ts";

export const securityGroup = concept({
  name: "SecurityGroup",
  doc: "A security group. Its rules are counted and judged together, however they are written.",
  identity: ["id"],
  spelling: /^sg-/,
  fields: {
    id: { type: "string?", doc: "Its id; null where it is still to be created." },
    name: { type: "string?", doc: "Its name; null where the platform makes one up." },
    vpc: { type: "Vpc?", doc: "The VPC it is in; null for the default one of the account." },
    tags: {
      type: "map<string>",
      doc: "Its tags; in Terraform with those that the provider adds, as far as the plan knows them.",
    },
    rules: {
      type: "list<SecurityGroupRule>",
      doc: "Its rules, inline and standalone, as they are written: the outbound rule that EC2 gives every group, and those of the group EKS makes for a cluster, are not among them.",
      inverse: { of: "SecurityGroupRule", by: "group" },
    },
    opensOutbound: {
      type: "bool",
      doc: "Whether it keeps the rule that EC2 gives every group: everything to everywhere. Terraform takes it away; CloudFormation does where a template lists outbound rules.",
    },
    isDefault: { type: "bool", doc: "Whether it is the default group of its VPC." },
    madeFor: {
      type: "Cluster?",
      doc: "The cluster that EKS made it for; null for every group that is declared by itself.",
    },
    clusters: {
      type: "list<Cluster>",
      doc: "The clusters whose control plane has it besides the one that EKS makes.",
      inverse: { of: "Cluster", by: "securityGroups" },
    },
    nodeGroups: {
      type: "list<NodeGroup>",
      doc: "The node groups whose nodes have it.",
      inverse: { of: "NodeGroup", by: "securityGroups" },
    },
    nodeClasses: {
      type: "list<NodeClass>",
      doc: "The node classes of Karpenter and EKS Auto Mode whose nodes have it.",
      inverse: { of: "NodeClass", by: "securityGroups" },
    },
    loadBalancers: {
      type: "list<LoadBalancer>",
      doc: "The load balancers that are declared themselves and have it.",
      inverse: { of: "LoadBalancer", by: "securityGroups" },
    },
    podPolicies: {
      type: "list<SecurityGroupPolicy>",
      doc: "The policies that give it to pods.",
      inverse: { of: "SecurityGroupPolicy", by: "groups" },
    },
    inboundIPv4: counted("ingress", 4),
    inboundIPv6: counted("ingress", 6),
    outboundIPv4: counted("egress", 4),
    outboundIPv6: counted("egress", 6),
  },
  methods: [
    {
      signature: "marked(string, string): bool",
      doc: 'Whether it carries a tag of this name and value, or is given to pods that were read and carry such a label: `marked("tier", "web")`.',
      call: (self, name, value) => isMarked(self, String(name), String(value)),
    },
  ],
  suppliers: [
    {
      format: "terraform",
      types: ["aws_security_group", "aws_default_security_group"],
      data: true,
      fields: {
        id: text("id"),
        name: firstOf(text("name"), text("name_prefix")),
        vpc: one("Vpc", "vpc_id"),
        tags: firstOf(dictionary("tags_all"), dictionary("tags")),
        isDefault: (from) => {
          if (from.declaration.type === "aws_default_security_group") return always(true)(from);
          return from.declaration.mode === "managed" ? always(false)(from) : isNamedDefault(from);
        },
        madeFor: always(null),
        opensOutbound: (from) =>
          from.declaration.mode === "managed" ? always(false)(from) : notToldOfGroup("opensOutbound")(from),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EC2::SecurityGroup"],
      fields: {
        id: always(null),
        name: text("GroupName"),
        vpc: one("Vpc", "VpcId"),
        tags: keyedPairs("Tags"),
        isDefault: always(false),
        madeFor: always(null),
        opensOutbound: keepsOutbound,
      },
    },
    ...clusterGroups,
    {
      format: "inventory",
      types: ["SecurityGroup"],
      data: true,
      fields: {
        id: text("id"),
        name: told(text("name")),
        tags: told(dictionary("tags")),
        isDefault: isNamedDefault,
        opensOutbound: always(false),
      },
    },
  ],
});

function counted(direction: "ingress" | "egress", family: 4 | 6) {
  const side = direction === "ingress" ? "inbound" : "outbound";
  return {
    type: "int",
    doc: `How many ${side} IPv${family} rules it has, as the quota counts them: one for each source or destination; a group counts for both families.`,
    derive: count(direction, family),
  };
}

function count(direction: string, family: 4 | 6): Reader {
  return ({ entity, part, lookup }) => {
    const certain = lookup.holders(entity, "SecurityGroupRule", "group");
    const doubts = lookup.doubts(entity, "SecurityGroupRule", "group");
    const doubtful = [...new Map(doubts.map((doubt) => [doubt.holder, doubt])).values()];
    const shares = [
      ...certain.map((rule) => shareOf(rule, direction, family, undefined)),
      ...doubtful
        .filter(({ holder }) => !certain.includes(holder))
        .map(({ holder, missing }) => shareOf(holder, direction, family, missing)),
    ];
    const [low, high] = [sum(shares.map(({ least }) => least)), sum(shares.map(({ most }) => most))];
    const missing = shares.flatMap((share) => share.missing);
    const unseen = unseenOf(entity, lookup);
    if (unseen !== undefined)
      return derived(new Unknown([...missing, unseen], 0, Number.POSITIVE_INFINITY), part.root.ref);
    return derived(low === high ? low : new Unknown(missing, low, high), part.root.ref);
  };
}

/**
 * Why the rules of a group that exists cannot be counted: it may have others, or those that were read may be among
 * those an inventory tells, or may be leaving.
 */
function unseenOf({ declaration, resource, ref }: Declared, lookup: Lookup): Missing | undefined {
  if (declaration.mode === "managed") return undefined;
  const attribute = `${resource}.rules`;
  if (!lookup.isWhole(declaration, "SecurityGroupRule"))
    return { attribute, reason: "not in anything that was read", ref };
  const others = lookup.entities("SecurityGroupRule").some(({ declaration: { type } }) => isStandalone(type));
  const isChanging = others || lookup.leaving.some(({ type }) => isStandalone(type));
  return isChanging ? { attribute, reason: "not certain, because rules of groups change", ref } : undefined;
}

function isStandalone(type: string): boolean {
  return /_security_group_(rule|ingress_rule|egress_rule)$|SecurityGroup(Ingress|Egress)$/.test(type);
}

/** How many of a group's rules one entry is counted as, at least and at most, and why that is not the same. */
interface Share {
  readonly least: number;
  readonly most: number;
  readonly missing: readonly Missing[];
}

/** `doubt`: why it may not be a rule of the group at all. */
function shareOf(
  rule: Entity,
  direction: string,
  family: 4 | 6,
  doubt: readonly Missing[] | undefined,
): Share {
  const side = rule.get("direction");
  if (typeof side === "string" && side !== direction) return { least: 0, most: 0, missing: [] };
  const [fewest, highest] = weight(rule, family);
  const isCertain = doubt === undefined && side === direction;
  const least = isCertain ? fewest * (rule.count?.low ?? 1) : 0;
  const most = highest === 0 ? 0 : highest * (rule.count?.high ?? 1);
  if (least === most) return { least, most, missing: [] };
  const why = [side, rule.count].flatMap((value) => (value instanceof Unknown ? value.missing : []));
  return { least, most, missing: [...(doubt ?? []), ...why, ...(fewest === highest ? [] : [peerOf(rule)])] };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** What of a rule would tell how many it counts as. */
function peerOf(rule: Entity): Missing {
  const kind = rule.get("peerKind");
  const [why] = kind instanceof Unknown ? kind.missing : [];
  return (
    why ?? { attribute: `${rule.resource} prefix list`, reason: "not resolved to its entries", ref: rule.ref }
  );
}

const openEnded = [0, Number.POSITIVE_INFINITY] as const;

/** The fewest and the most rules that one entry is counted as. */
function weight(rule: Entity, family: 4 | 6): readonly [number, number] {
  switch (rule.get("peerKind")) {
    case "cidr4":
      return family === 4 ? [1, 1] : [0, 0];
    case "cidr6":
      return family === 6 ? [1, 1] : [0, 0];
    case "group":
    case "self":
      return [1, 1];
    case "none":
      return [0, 0];
    case "prefix-list":
      return entriesOf(rule.get("prefixList"), family);
    default:
      return openEnded;
  }
}

/** A list of one's own counts as all that it may have, in its family; what AWS's own lists count as, only AWS says. */
function entriesOf(list: Value | undefined, family: 4 | 6): readonly [number, number] {
  if (!isEntity(list)) return openEnded;
  const [own, most] = [list.get("family"), list.get("maxEntries")];
  if (typeof own === "string" && own !== `IPv${family}`) return [0, 0];
  if (typeof most !== "number") return openEnded;
  return typeof own === "string" ? [most, most] : [0, most];
}
