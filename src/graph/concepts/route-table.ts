import type { Value } from "../../base/value.ts";
import { concept, type Origin, type Reader } from "../concept.ts";
import { around, one, resolveOne } from "../link.ts";
import { always, text, written } from "../read.ts";
import { held } from "./held.ts";

export const routeTable = concept({
  name: "RouteTable",
  doc: "A route table of a VPC, also the main one that every VPC comes with.",
  identity: ["id"],
  spelling: /^rtb-/,
  fields: {
    id: { type: "string?", doc: "Its id; null where it is still to be created." },
    vpc: { type: "Vpc?", doc: "The VPC it belongs to." },
    mainOf: {
      type: "Vpc?",
      doc: "The VPC that it came with: it routes what has no route table of its own, unless another was made the main one.",
    },
    routes: {
      type: "list<Route>",
      doc: "Its routes, inline and standalone, without the one to the VPC itself.",
      derive: held("Route", "table", isSeenWhole),
    },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_route_table"],
      data: true,
      fields: { id: text("id"), vpc: one("Vpc", "vpc_id"), mainOf: always(null) },
    },
    {
      format: "terraform",
      types: ["aws_default_route_table"],
      fields: { id: text("id"), vpc: defaultTableOf, mainOf: defaultTableOf },
    },
    {
      format: "terraform",
      types: ["aws_vpc", "aws_default_vpc"],
      data: true,
      fields: { id: idOfMain, vpc: around("Vpc"), mainOf: around("Vpc") },
    },
    {
      format: "cloudformation",
      types: ["AWS::EC2::RouteTable"],
      fields: { id: always(null), vpc: one("Vpc", "VpcId"), mainOf: always(null) },
    },
    {
      format: "cloudformation",
      types: ["AWS::EC2::VPC"],
      fields: { id: always(null), vpc: around("Vpc"), mainOf: around("Vpc") },
    },
  ],
});

export const routeTableAssociation = concept({
  name: "RouteTableAssociation",
  doc: "Says which route table a subnet uses, or which one is the main one of a VPC.",
  fields: {
    table: { type: "RouteTable?", doc: "The route table." },
    subnet: { type: "Subnet?", doc: "The subnet that uses it." },
    vpc: { type: "Vpc?", doc: "The VPC whose main table it becomes." },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_route_table_association"],
      fields: {
        table: one("RouteTable", "route_table_id"),
        subnet: one("Subnet", "subnet_id"),
        vpc: always(null),
      },
    },
    {
      format: "terraform",
      types: ["aws_main_route_table_association"],
      fields: { table: one("RouteTable", "route_table_id"), subnet: always(null), vpc: one("Vpc", "vpc_id") },
    },
    {
      format: "cloudformation",
      types: ["AWS::EC2::SubnetRouteTableAssociation"],
      fields: {
        table: one("RouteTable", "RouteTableId"),
        subnet: one("Subnet", "SubnetId"),
        vpc: always(null),
      },
    },
  ],
});

/** The main table that came with a VPC which exists may have been given routes by hand, or by another configuration. */
function isSeenWhole({ declaration: { type, change } }: Origin): boolean {
  const isImplicit = type.endsWith("_vpc");
  return !isImplicit || (type === "aws_vpc" && (change === "create" || change === "replace"));
}

/** The id of a main table, unless a resource of its own declares that table. */
function idOfMain(from: Origin): ReturnType<Reader> {
  const reading = text("main_route_table_id")(from);
  const isDeclared = from.lookup
    .entities("RouteTable")
    .some(
      ({ declaration: { type, root } }) =>
        type.endsWith("_route_table") && root.get("id").json === reading.value,
    );
  return typeof reading.value === "string" && isDeclared ? { ...reading, value: null } : reading;
}

/** A default route table is named by the table's id, which its VPC tells: `aws_vpc.main.default_route_table_id`. */
function defaultTableOf(from: Origin): ReturnType<Reader> {
  const attribute = from.root.get("default_route_table_id");
  const { json } = attribute;
  return written(
    typeof json === "string" ? vpcOfTable(json, from) : resolveOne(attribute, "Vpc", from.lookup),
    attribute,
  );
}

function vpcOfTable(id: string, from: Origin): Value {
  const owner = from.lookup
    .entities("Vpc")
    .find(({ declaration }) => declaration.root.get("default_route_table_id").json === id);
  const own = from.root.get("vpc_id");
  return owner ?? resolveOne(own, "Vpc", from.lookup);
}
