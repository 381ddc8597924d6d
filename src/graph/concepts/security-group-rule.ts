import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { concept, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { resolveOne } from "../link.ts";
import { computed, notA, text, unknownOf, written } from "../read.ts";
import { addressBlock } from "./cidr.ts";
import { isContested } from "./group-habits.ts";
import { bounds, everyPort, ports } from "./ports.ts";
import {
  cloudformationGroupRules,
  cloudformationStandaloneRule,
  inventoryGroupRules,
  terraformGroupRules,
  terraformRule,
  terraformVpcRule,
} from "./security-group-entries.ts";
import { opensOnly } from "./wanted-ports.ts";
import { opensWorld, opensWorldAt } from "./world-open.ts";

export const securityGroupRule = concept({
  name: "SecurityGroupRule",
  doc: "One entry of a security group: one direction, one range of ports, one source or destination.",
  fields: {
    group: { type: "SecurityGroup?", doc: "The group it belongs to." },
    direction: { type: "string", doc: "`ingress` or `egress`." },
    protocol: { type: "string", doc: "`tcp`, `udp`, `icmp`, `icmpv6`, `all`, or a protocol number." },
    ports: { type: "PortRange", doc: "The ports it is about." },
    peerKind: {
      type: "string",
      doc: "What is on the other side: `cidr4`, `cidr6`, `group`, `self`, `prefix-list`, or `none`.",
    },
    cidr: { type: "string?", doc: "The CIDR on the other side; null where it is something else." },
    peer: {
      type: "SecurityGroup?",
      doc: "The security group on the other side; null where it is something else.",
    },
    prefixList: {
      type: "PrefixList?",
      doc: "The prefix list on the other side; null where it is something else.",
    },
    description: { type: "string?", doc: "Its description." },
    contested: {
      type: "bool",
      doc: "Whether it is taken away again, because its group lists its rules of the same direction itself: Terraform takes every other one away.",
      derive: isContested,
    },
    everything: {
      type: "bool",
      doc: "Whether it is about every protocol, or about every port of TCP or UDP.",
      derive: computed((get) => isEverything(get("protocol"), get("ports"))),
    },
    worldwide: {
      type: "bool",
      doc: "Whether its other side is all of IPv4 or IPv6, alone or together with rules of the group for the same ports.",
      derive: ({ entity, part }) => derived(opensWorld(entity), part.root.ref),
    },
  },
  methods: [
    {
      signature: "opensToWorld(string): bool",
      doc: 'Whether it opens a port, or one of a range of ports, to all of IPv4 or IPv6, alone or together with other rules of the group: `opensToWorld("22")`, `opensToWorld("2379-2380")`, `opensToWorld("53/udp")`. TCP where no protocol is named.',
      call: (self, wanted) => (typeof wanted === "string" ? opensWorldAt(self, wanted) : false),
    },
    {
      signature: "within(list<string>): bool",
      doc: 'Whether it opens nothing but these ports, written as for `opensToWorld`: `within(["80", "443", "53/udp"])`.',
      call: (self, allowed) => opensOnly(self, allowed ?? []),
    },
  ],
  suppliers: [
    {
      format: "terraform",
      types: ["aws_security_group", "aws_default_security_group"],
      parts: terraformGroupRules,
      fields: {
        group: ({ declaration, lookup, part }) =>
          derived(lookup.entityOf(declaration, "SecurityGroup") ?? null, part.root.ref),
        direction: mark("direction"),
        ...entry("protocol", "from_port", "to_port", "description"),
      },
    },
    {
      format: "terraform",
      types: ["aws_security_group_rule"],
      parts: terraformRule,
      fields: {
        group: owningGroup("security_group_id"),
        direction: text("type"),
        ...entry("protocol", "from_port", "to_port", "description"),
      },
    },
    {
      format: "terraform",
      types: ["aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"],
      parts: terraformVpcRule,
      fields: {
        group: owningGroup("security_group_id"),
        direction: mark("direction"),
        ...entry("ip_protocol", "from_port", "to_port", "description"),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EC2::SecurityGroup"],
      parts: cloudformationGroupRules,
      fields: {
        group: ({ declaration, lookup, part }) =>
          derived(lookup.entityOf(declaration, "SecurityGroup") ?? null, part.root.ref),
        direction: mark("direction"),
        ...entry("IpProtocol", "FromPort", "ToPort", "Description"),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress"],
      parts: cloudformationStandaloneRule,
      fields: {
        group: owningGroup("GroupId"),
        direction: mark("direction"),
        ...entry("IpProtocol", "FromPort", "ToPort", "Description"),
      },
    },
    {
      format: "inventory",
      types: ["SecurityGroup"],
      data: true,
      parts: inventoryGroupRules,
      fields: {
        group: ({ declaration, lookup, part }) =>
          derived(lookup.entityOf(declaration, "SecurityGroup") ?? null, part.root.ref),
        direction: mark("direction"),
        ...entry("protocol", "fromPort", "toPort", "description"),
      },
    },
  ],
});

/** The fields that every spelling of a rule has in common. */
function entry(protocol: string, from: string, to: string, description: string) {
  return {
    protocol: normalised(text(protocol)),
    ports: portsOf(text(protocol), from, to),
    peerKind: mark("peerKind"),
    cidr: ((origin) => {
      const kind = origin.entity.get("peerKind") ?? null;
      if (kind instanceof Unknown) return derived(kind, origin.part.root.ref);
      return kind === "cidr4" || kind === "cidr6" ? peerText(origin) : derived(null, origin.part.root.ref);
    }) satisfies Reader,
    peer: peerOf("group", "SecurityGroup"),
    prefixList: peerOf("prefix-list", "PrefixList"),
    description: text(description),
  };
}

/** What is on the other side, where that is of this kind. */
function peerOf(wanted: string, concept: string): Reader {
  return (origin) => {
    const { aspects, root } = origin.part;
    const peer = aspects?.peer;
    const kind = origin.entity.get("peerKind") ?? null;
    if (kind instanceof Unknown) return derived(kind, root.ref);
    if (kind !== wanted || peer === undefined) return derived(null, root.ref);
    return written(resolveOne(peer, concept, origin.lookup), peer);
  };
}

/** A text that is no CIDR is no block of addresses, and what it was meant to be is not known. */
const peerText: Reader = (origin) => {
  const peer = origin.part.aspects?.peer;
  if (peer === undefined) return derived(null, origin.part.root.ref);
  const reading = text()({ ...origin, root: peer });
  const isCidr = typeof reading.value !== "string" || addressBlock(reading.value) !== undefined;
  return isCidr ? reading : { ...reading, value: notA("a CIDR", peer) };
};

function mark(name: string): Reader {
  return ({ part, entity }) => {
    const value = part.marks?.[name];
    if (value !== undefined) return derived(value, part.root.ref);
    const why = part.root.missing ?? {
      attribute: `${entity.resource}.${name}`,
      reason: "not known",
      ref: part.root.ref,
    };
    return derived(new Unknown([why]), part.root.ref);
  };
}

function owningGroup(attribute: string): Reader {
  return ({ root, lookup }) =>
    written(resolveOne(root.get(attribute), "SecurityGroup", lookup), root.get(attribute));
}

const protocols: Readonly<Record<string, string>> = {
  "-1": "all",
  "6": "tcp",
  "17": "udp",
  "1": "icmp",
  "58": "icmpv6",
};

function normalised(reader: Reader): Reader {
  return (origin) => {
    const reading = reader(origin);
    if (typeof reading.value !== "string") return reading;
    const lower = reading.value.toLowerCase();
    return { ...reading, value: protocols[lower] ?? lower };
  };
}

function portsOf(protocol: Reader, from: string, to: string): Reader {
  return (origin) => {
    const name = normalised(protocol)(origin);
    if (name.value instanceof Unknown) return name;
    if (name.value !== "tcp" && name.value !== "udp") return { ...name, value: everyPort };
    const [first, last] = [origin.root.get(from), origin.root.get(to)];
    if (first.state === "unknown") return written(unknownOf(first), first);
    if (last.state === "unknown") return written(unknownOf(last), last);
    const [low, high] = [portNumber(first, 0), portNumber(last, 65535)];
    if (low === undefined) return written(notA("a port", first), first);
    return written(high === undefined ? notA("a port", last) : ports(low, high), first);
  };
}

/** A port; where none is written, or `-1`, the end of the range. */
function portNumber({ state, json }: Attribute, otherwise: number): number | undefined {
  if (state === "absent") return otherwise;
  const value = typeof json === "string" && json.trim() !== "" ? Number(json) : json;
  if (typeof value !== "number" || !Number.isInteger(value)) return undefined;
  return value < 0 ? otherwise : value;
}

function isEverything(protocol: Value, range: Value): Value {
  if (protocol === "all") return true;
  if (protocol instanceof Unknown) return protocol;
  if (protocol !== "tcp" && protocol !== "udp") return false;
  if (range instanceof Unknown) return range;
  const { first, last } = bounds(range);
  return first <= 1 && last >= 65535;
}
