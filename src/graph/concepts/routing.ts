import { type Missing, Unknown, type Value } from "../../base/value.ts";
import type { Declared, Lookup, Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import type { Entity } from "../graph.ts";
import { OneOf } from "../one-of.ts";
import { isDeclared } from "./manifest-cluster.ts";
import { members } from "./members.ts";
import { oneEach } from "./one-each.ts";
import { any, type Truth, told } from "./truth.ts";

/** Whether a subnet is public: its route table has a route to an internet gateway. */
export const isPublic: Reader = ({ entity, part, lookup }) => {
  const tables = tablesOf(entity, lookup);
  return derived(
    settle(
      tables,
      tables.among.map((table) => leadsToInternet(table, lookup)),
    ),
    part.root.ref,
  );
};

/** What the default route of a subnet goes through; null where it has none. */
export const wayOut: Reader = ({ entity, part, lookup }) => {
  const routes = defaultRoutesOf(entity, lookup);
  return derived(
    settle(
      routes,
      routes.among.map((route) => route?.get("target") ?? null),
    ),
    part.root.ref,
  );
};

/** The NAT gateway that the default route of a subnet goes through. */
export const natGatewayOf: Reader = ({ entity, part, lookup }) => {
  const routes = defaultRoutesOf(entity, lookup);
  return derived(
    settle(
      routes,
      routes.among.map((route) => route?.get("natGateway") ?? null),
    ),
    part.root.ref,
  );
};

/** The route table of a subnet, where it can be told. */
export const routeTableOf: Reader = ({ entity, part, lookup }) => {
  const tables = tablesOf(entity, lookup);
  const pieces = tables.among.map(([first]) => first ?? null);
  return derived(settle(tables, pieces), part.root.ref);
};

/** It is one of these, and why it is not known which. `open`: or it is something that was not read. */
interface OneAmong<Thing> {
  readonly among: readonly Thing[];
  readonly missing: readonly Missing[];
  readonly open: boolean;
}

/** The pieces that one table is declared in: a VPC and a resource may both stand for its main one. */
type Table = readonly Entity[];

/** The value that all have; unknown where they differ, or there may be others. */
function settle(of: OneAmong<unknown>, values: readonly Value[]): Value {
  const [first] = values;
  const isSame =
    first !== undefined && !(first instanceof Unknown) && values.every((value) => value === first);
  if (isSame && !of.open) return first;
  const unknowns = values.flatMap((value) => (value instanceof Unknown ? value.missing : []));
  const missing = distinct([...of.missing, ...unknowns]);
  const entities = [...new Set(values.filter(isEntity))];
  const isBounded =
    !of.open && entities.length > 0 && values.every((value) => value === null || isEntity(value));
  return isBounded ? new OneOf(missing, entities) : new Unknown(missing);
}

function tablesOf(subnet: Declared, lookup: Lookup): OneAmong<Table> {
  const certain = lookup.holders(subnet, "RouteTableAssociation", "subnet").filter(isOne);
  const [only, ...others] = certain;
  if (only !== undefined && others.length === 0) return tableOf(only);
  if (only !== undefined) return union(certain.map(tableOf), []);
  const doubts = lookup.doubts(subnet, "RouteTableAssociation", "subnet");
  const [group] = oneEach(subnet, doubts, "subnet", () => "");
  if (group !== undefined)
    return union(group.map(tableOf), [missingFrom(subnet, "routeTable", "one of several")]);
  const perhaps = [
    ...doubts,
    ...lookup
      .holders(subnet, "RouteTableAssociation", "subnet")
      .map((holder) => ({ holder, missing: holder.count?.missing ?? [] })),
  ];
  const missing = perhaps.flatMap((doubt) => doubt.missing);
  return union([...perhaps.map(({ holder }) => tableOf(holder)), mainTableOf(subnet, lookup)], missing);
}

/** What has no table of its own is routed by the main one of its VPC. */
function mainTableOf(subnet: Declared, lookup: Lookup): OneAmong<Table> {
  const unread = missingFrom(subnet, "routeTable", "not in anything that was read");
  const vpc = subnet.get("vpc");
  if (vpc instanceof Unknown) return { among: [], missing: vpc.missing, open: true };
  if (!isEntity(vpc) || !isDeclared(vpc) || subnet.declaration.mode === "data")
    return { among: [], missing: [unread], open: true };
  const chosen = lookup.holders(vpc, "RouteTableAssociation", "vpc").filter(isOne);
  const doubts = [
    ...lookup.doubts(vpc, "RouteTableAssociation", "vpc"),
    ...lookup.doubts(vpc, "RouteTable", "mainOf"),
  ];
  const [only] = chosen;
  if (only !== undefined) return union(chosen.map(tableOf), []);
  const pieces = lookup.holders(vpc, "RouteTable", "mainOf");
  if (pieces.length === 0 || doubts.length > 0)
    return { among: [], missing: [unread, ...doubts.flatMap(({ missing }) => missing)], open: true };
  return { among: [pieces], missing: [], open: false };
}

function tableOf(association: Entity): OneAmong<Table> {
  const table = association.get("table");
  if (isEntity(table)) return { among: [[table]], missing: [], open: false };
  if (table instanceof OneOf && isComputed(association, "table"))
    return { among: table.among.filter(isEntity).map((one) => [one]), missing: table.missing, open: false };
  const missing = table instanceof Unknown ? table.missing : [];
  return { among: [], missing, open: true };
}

/** Whether a reference is made of others; a name that is known may mean what was not read. */
function isComputed(holder: Entity, field: string): boolean {
  const step = holder.reading(field)?.ref.path.at(-1);
  return isDeclared(holder) && step !== undefined && holder.declaration.root.get(step).state === "unknown";
}

function union<Thing>(of: readonly OneAmong<Thing>[], missing: readonly Missing[]): OneAmong<Thing> {
  return {
    among: of.flatMap(({ among }) => among),
    missing: distinct([...missing, ...of.flatMap((each) => each.missing)]),
    open: of.some(({ open }) => open),
  };
}

/** The routes of a table: those that are there, groups of which one is, those that may be, and what else may be. */
interface Routes {
  readonly certain: readonly Entity[];
  readonly oneOf: readonly (readonly Entity[])[];
  readonly perhaps: readonly Entity[];
  readonly missing: readonly Missing[];
  readonly open: boolean;
}

function routesOf(table: Table, lookup: Lookup): Routes {
  const lists = table.map((piece) => ({ piece, list: members(piece.get("routes") ?? []) }));
  return {
    certain: lists.flatMap(({ list }) => list.known.filter(isEntity)),
    oneOf: table.flatMap((piece) =>
      isDeclared(piece) ? oneEach(piece, lookup.doubts(piece, "Route", "table"), "table", slotOf) : [],
    ),
    perhaps: lists.flatMap(({ list }) => list.doubtful.candidates.filter(isEntity)),
    missing: lists.flatMap(({ list }) => list.doubtful.missing),
    open: lists.some(({ list }) => !list.doubtful.bounded),
  };
}

/** A table has one route to a destination. */
function slotOf(route: Entity): string | undefined {
  const destination = route.get("destination");
  return typeof destination === "string" ? destination : undefined;
}

function leadsToInternet(table: Table, lookup: Lookup): Truth {
  const { certain, oneOf, perhaps, missing, open } = routesOf(table, lookup);
  const toInternet = (route: Entity) => told(route.get("target"), (target) => target === "internet-gateway");
  const found = any([
    ...certain.map(toInternet),
    ...oneOf.map((group) => group.every((route) => toInternet(route) === true)),
  ]);
  if (found === true) return true;
  if (found === false && !open && perhaps.every((route) => toInternet(route) === false)) return false;
  return new Unknown(distinct([...(found === false ? [] : found.missing), ...missing]));
}

function defaultRoutesOf(subnet: Declared, lookup: Lookup): OneAmong<Entity | null> {
  const tables = tablesOf(subnet, lookup);
  const routes = union(
    tables.among.map((table) => defaultRouteOf(table, lookup)),
    tables.missing,
  );
  return { ...routes, open: routes.open || tables.open };
}

function defaultRouteOf(table: Table, lookup: Lookup): OneAmong<Entity | null> {
  const { certain, oneOf, perhaps, missing, open } = routesOf(table, lookup);
  const [found] = certain.filter((route) => isDefault(route) === true);
  if (found !== undefined) return { among: [found], missing: [], open: false };
  const group = oneOf.find(([route]) => route !== undefined && isDefault(route) === true);
  if (group !== undefined) return { among: group, missing, open: false };
  const others = [...certain, ...perhaps].filter((route) => isDefault(route) !== false);
  const unknown = others.flatMap((route) => {
    const destination = route.get("destination");
    return destination instanceof Unknown ? destination.missing : [];
  });
  return { among: [null, ...others], missing: [...unknown, ...missing], open };
}

function isDefault(route: Entity): Truth {
  return told(route.get("destination"), (destination) => destination === "0.0.0.0/0");
}

function isOne({ count }: Entity): boolean {
  return count === undefined;
}

function missingFrom(entity: Declared, field: string, reason: string): Missing {
  return { attribute: `${entity.resource}.${field}`, reason, ref: entity.ref };
}

function distinct(missing: readonly Missing[]): readonly Missing[] {
  return [...new Map(missing.map((each) => [each.attribute, each])).values()];
}
