import { Unknown, type Value } from "../../base/value.ts";
import { concept, type Reader } from "../concept.ts";
import { DeclaredEntity, derived } from "../entity.ts";
import { isEntity } from "../lookup.ts";
import { always, firstOf, text } from "../read.ts";
import { members } from "./members.ts";

export const securityGroup = concept({
  name: "SecurityGroup",
  doc: "A security group. Its rules are counted and judged together, however they are written.",
  identity: ["id"],
  fields: {
    id: { type: "string?", doc: "Its id; null where it is still to be created." },
    name: { type: "string?", doc: "Its name; null where the platform makes one up." },
    rules: {
      type: "list<SecurityGroupRule>",
      doc: "Its rules, inline and standalone.",
      inverse: { of: "SecurityGroupRule", by: "group" },
    },
    inboundIPv4: counted("ingress", 4),
    inboundIPv6: counted("ingress", 6),
    outboundIPv4: counted("egress", 4),
    outboundIPv6: counted("egress", 6),
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_security_group", "aws_default_security_group"],
      data: true,
      fields: { id: text("id"), name: firstOf(text("name"), text("name_prefix")) },
    },
    {
      format: "cloudformation",
      types: ["AWS::EC2::SecurityGroup"],
      fields: { id: always(null), name: text("GroupName") },
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
  return ({ entity, part }) => {
    const { known, doubtful } = members(entity.get("rules") ?? null);
    let [low, high] = [0, 0];
    const missing = [];
    for (const rule of [...known, ...doubtful.candidates]) {
      if (!isEntity(rule)) continue;
      const side = rule.get("direction");
      if (typeof side === "string" && side !== direction) continue;
      const [least, most] = isOpenEnded(rule) ? openEnded : weight(rule.get("peerKind"), family);
      low += known.includes(rule) && side === direction ? least : 0;
      high += most;
      if (least !== most) missing.push({ attribute: `${rule.resource} peer`, reason: "not known", ref: rule.ref });
    }
    if (!doubtful.bounded) high = Number.POSITIVE_INFINITY;
    if (low === high) return derived(low, part.root.ref);
    return derived(new Unknown([...missing, ...doubtful.missing], low, high), part.root.ref);
  };
}

/** A rule whose list of sources is not known stands for any number of entries. */
function isOpenEnded(rule: Value): boolean {
  return rule instanceof DeclaredEntity && rule.part.marks?.["peers"] === "unknown";
}

const openEnded = [0, Number.POSITIVE_INFINITY] as const;

/** The fewest and the most rules that one entry is counted as. */
function weight(peerKind: Value | undefined, family: 4 | 6): readonly [number, number] {
  switch (peerKind) {
    case "cidr4":
      return family === 4 ? [1, 1] : [0, 0];
    case "cidr6":
      return family === 6 ? [1, 1] : [0, 0];
    case "group":
    case "self":
      return [1, 1];
    case "none":
      return [0, 0];
    default:
      return openEnded;
  }
}
