import { concept } from "../concept.ts";
import { always, number, text } from "../read.ts";

export const prefixList = concept({
  name: "PrefixList",
  doc: "A list of CIDRs that rules and routes name as one.",
  identity: ["id"],
  spelling: /^pl-/,
  fields: {
    id: { type: "string?", doc: "Its id; null where it is still to be created." },
    name: { type: "string?", doc: "Its name." },
    family: { type: "string", doc: "`IPv4` or `IPv6`." },
    maxEntries: {
      type: "int",
      doc: "How many CIDRs it may have at most: as many rules a rule counts as that names it.",
    },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_ec2_managed_prefix_list"],
      data: true,
      fields: {
        id: text("id"),
        name: text("name"),
        family: text("address_family"),
        maxEntries: number("max_entries"),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EC2::PrefixList"],
      fields: {
        id: always(null),
        name: text("PrefixListName"),
        family: text("AddressFamily"),
        maxEntries: number("MaxEntries"),
      },
    },
  ],
});
