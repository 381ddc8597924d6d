import { Unknown } from "../../base/value.ts";
import { concept, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { always, flag, orDefault, text, unknownOf, written } from "../read.ts";
import { isEksctlMade } from "./eksctl-vpc.ts";
import { held } from "./held.ts";

/** A VPC that is named by its id may have more than was read. */
const ofVpc = (of: string): Reader =>
  held(
    of,
    "vpc",
    ({ declaration }) => declaration.format !== "eksctl" || isEksctlMade(declaration.root) === true,
  );

export const vpc = concept({
  name: "Vpc",
  doc: "A VPC.",
  identity: ["id"],
  spelling: /^vpc-/,
  fields: {
    id: { type: "string?", doc: "Its id; null where it is still to be created." },
    cidr: { type: "string", doc: "Its first IPv4 CIDR." },
    dnsSupport: { type: "bool", doc: "Whether Amazon's DNS server answers in it." },
    dnsHostnames: { type: "bool", doc: "Whether what has a public address gets a DNS name." },
    subnets: { type: "list<Subnet>", doc: "Its subnets that were read.", derive: ofVpc("Subnet") },
    clusters: {
      type: "list<Cluster>",
      doc: "The clusters in it that were read.",
      inverse: { of: "Cluster", by: "vpc" },
    },
    natGateways: { type: "list<NatGateway>", doc: "Its NAT gateways.", derive: ofVpc("NatGateway") },
    endpoints: { type: "list<VpcEndpoint>", doc: "Its endpoints.", derive: ofVpc("VpcEndpoint") },
    flowLogs: {
      type: "list<FlowLog>",
      doc: "What records the traffic of all of it. eksctl has no word for that.",
      derive: held("FlowLog", "vpc", ({ declaration }) => declaration.format !== "eksctl"),
    },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_vpc", "aws_default_vpc"],
      data: true,
      fields: {
        id: text("id"),
        cidr: assigned(text("cidr_block")),
        dnsSupport: orDefault(flag("enable_dns_support"), true),
        // The VPC that comes with an account has names.
        dnsHostnames: (from) =>
          orDefault(flag("enable_dns_hostnames"), from.declaration.type === "aws_default_vpc")(from),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EC2::VPC"],
      fields: {
        id: always(null),
        cidr: assigned(text("CidrBlock")),
        dnsSupport: orDefault(flag("EnableDnsSupport"), true),
        dnsHostnames: orDefault(flag("EnableDnsHostnames"), false),
      },
    },
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      fields: {
        id: text("vpc", "id"),
        cidr: (from) => {
          const reading = text("vpc", "cidr")(from);
          return reading.origin === "default" && isEksctlMade(from.root) === true
            ? { ...reading, value: "192.168.0.0/16" }
            : assigned(() => reading)(from);
        },
        dnsSupport: madeWith(true),
        dnsHostnames: madeWith(true),
      },
    },
  ],
});

/** Where no CIDR is written, an address manager assigns one, or the VPC exists and has one. */
function assigned(reader: Reader): Reader {
  return (from) => {
    const reading = reader(from);
    if (reading.value !== null) return reading;
    const missing = { attribute: `${from.entity.resource} CIDR`, reason: "not written", ref: reading.ref };
    return { ...reading, value: new Unknown([missing]) };
  };
}

/** What eksctl gives the VPCs that it makes. Of others a file says nothing. */
function madeWith(value: boolean): Reader {
  return ({ root }) =>
    isEksctlMade(root) === true
      ? derived(value, root.ref)
      : written(unknownOf(root.get("vpc")), root.get("vpc"));
}
