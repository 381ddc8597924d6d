import type { Laid, LaidSubnet, Layout, Runner } from "../verdict/layout.ts";
import { grouped } from "./grouped.ts";
import { count } from "./headline.ts";

/** A layout as it is drawn: with so few boxes that it can be read. */
export interface Picture {
  readonly columns: readonly Column[];
  readonly runners: readonly RunnerBox[];
  /** NAT gateways that are in no subnet of the picture. */
  readonly apart: readonly Box[];
  readonly isOpen: boolean;
}

/** A zone. */
export interface Column {
  readonly title: string;
  readonly isKnown: boolean;
  readonly boxes: readonly SubnetBox[];
}

export interface Box {
  readonly key: string;
  /** What it is first, then what it is called. */
  readonly lines: readonly string[];
  readonly marked: boolean;
}

export interface SubnetBox extends Box {
  readonly access: LaidSubnet["access"];
  /** The key of the NAT gateway that is its way out. */
  readonly nat?: string;
  readonly gateways: readonly Box[];
}

export interface RunnerBox extends Box {
  readonly kind: Runner["kind"];
  /** The keys of the subnets it is in. */
  readonly subnets: readonly string[];
  /** The keys of those of which it is in some. */
  readonly perhaps: readonly string[];
  readonly isOpen: boolean;
}

/** Beyond these, boxes of a kind are drawn as one with their number. */
const mostSubnets = 12;
const mostRunners = 8;
const mostColumns = 8;

/** What is alike is put together where there would be too many boxes; what a finding is about is kept apart. */
export function pictureOf(layout: Layout): Picture {
  const zones = layout.zones.slice(0, mostColumns);
  const total = zones.reduce((sum, { subnets }) => sum + subnets.length, 0);
  const drawn = zones.map((zone) => ({
    zone,
    piles: piled(
      zone.subnets,
      total > mostSubnets,
      ({ access, nat, marked }) => `${access} ${nat} ${marked}`,
    ),
  }));
  const boxes = new Map(
    drawn.flatMap(({ piles }) =>
      piles.flatMap((pile) => pile.map((subnet) => [subnet.key, pile[0]?.key ?? ""] as const)),
    ),
  );
  const gateways = new Map([
    ...layout.apart.map(({ key }) => [key, key] as const),
    ...drawn.flatMap(({ piles }) => piles.flatMap((pile) => gatewayPiles(pile).flatMap(keysOfPile))),
  ]);
  return {
    columns: [
      ...drawn.map(({ zone, piles }) => ({
        title: zone.name ?? "zone not known",
        isKnown: zone.name !== undefined,
        boxes: piles.map((pile) => subnetBox(pile, gateways)),
      })),
      ...restOf(layout.zones.slice(mostColumns).flatMap(({ subnets }) => subnets)),
    ],
    runners: runnerBoxes(layout.runners, boxes),
    apart: layout.apart.map((gateway) => ({
      ...gateway,
      lines: [gateway.isRegional ? "regional NAT gateway" : "NAT gateway somewhere", gateway.name],
    })),
    isOpen: layout.isOpen || layout.runners.some(({ isOpen }) => isOpen),
  };
}

function piled<Member extends Laid>(
  members: readonly Member[],
  isCrowded: boolean,
  alike: (member: Member) => string,
): readonly (readonly Member[])[] {
  return isCrowded ? grouped(members, alike).map(([, pile]) => pile) : members.map((member) => [member]);
}

function keysOfPile(pile: readonly Laid[]): readonly (readonly [string, string])[] {
  return pile.map(({ key }) => [key, pile[0]?.key ?? key]);
}

function gatewayPiles(pile: readonly LaidSubnet[]): readonly (readonly Laid[])[] {
  const gateways = pile.flatMap((subnet) => subnet.gateways);
  return piled(gateways, gateways.length > 2, ({ marked }) => String(marked));
}

function subnetBox(pile: readonly LaidSubnet[], gateways: ReadonlyMap<string, string>): SubnetBox {
  const [first] = pile;
  const { key = "", access = "unknown", marked = false, name = "", cidr, nat } = first ?? {};
  const what = access === "unknown" ? "subnet, public or private" : `${access} subnet`;
  const named = name.startsWith(what) ? [name] : [what, name];
  const own = cidr === undefined ? named : [...named, cidr];
  const way = nat === undefined ? undefined : gateways.get(nat);
  return {
    key,
    access,
    marked,
    lines: pile.length === 1 ? own : [`${pile.length} ${access === "unknown" ? "" : `${access} `}subnets`],
    ...(way === undefined ? {} : { nat: way }),
    gateways: gatewayPiles(pile).map((some) => ({
      key: some[0]?.key ?? "",
      marked: some.some((gateway) => gateway.marked),
      lines: some.length === 1 ? ["NAT gateway", some[0]?.name ?? ""] : [`${some.length} NAT gateways`],
    })),
  };
}

function runnerBoxes(runners: readonly Runner[], boxes: ReadonlyMap<string, string>): readonly RunnerBox[] {
  const boxed = (keys: readonly string[]) => [...new Set(keys.flatMap((key) => boxes.get(key) ?? []))];
  const placed = runners.map((runner) => {
    const subnets = boxed(runner.subnets);
    return { ...runner, subnets, perhaps: boxed(runner.perhaps).filter((key) => !subnets.includes(key)) };
  });
  const isCrowded = placed.length > mostRunners;
  const piles = piled(placed, isCrowded, ({ kind, subnets, perhaps, isOpen, marked }) =>
    [kind, isOpen, marked, ...subnets.toSorted(), "perhaps", ...perhaps.toSorted()].join(" "),
  );
  return piles.slice(0, 2 * mostRunners).flatMap(boxOfRunners);
}

function boxOfRunners(pile: readonly Runner[]): readonly RunnerBox[] {
  const [first] = pile;
  if (first === undefined) return [];
  const lines = pile.length === 1 ? [first.kind, first.name] : [count(pile.length, first.kind)];
  return [{ ...first, lines }];
}

function restOf(subnets: readonly LaidSubnet[]): readonly Column[] {
  const [first] = subnets;
  if (first === undefined) return [];
  const marked = subnets.some((subnet) => subnet.marked);
  const box = {
    key: first.key,
    access: "unknown",
    marked,
    lines: [count(subnets.length, "subnet")],
    gateways: [],
  } as const;
  return [{ title: "other zones", isKnown: true, boxes: [box] }];
}
