import { addTo } from "../base/groups.ts";
import type { Laid, LaidSubnet, Layout, Zone } from "../verdict/layout.ts";
import { grouped } from "./grouped.ts";
import { count } from "./headline.ts";
import { listed } from "./words.ts";

/** What stands in a zone, in words: all that its picture shows. */
export interface ZoneWords {
  readonly zone: string;
  readonly subnets: readonly Word[];
  readonly runs: readonly Word[];
  readonly gateways: readonly Word[];
}

/** `private` `subnet-1` `10.0.1.0/24`. */
export interface Word {
  readonly what: string;
  readonly name: string;
  readonly beside?: string;
  readonly marked: boolean;
}

/** `3 zones, 6 subnets, 2 node groups`. */
export function sizeOf({ zones, runners }: Layout): string {
  const named = zones.filter(({ name }) => name !== undefined).length;
  const subnets = zones.reduce((sum, zone) => sum + zone.subnets.length, 0);
  const kinds = ["node group", "Fargate profile"] as const;
  return listed([
    ...(named === 0 ? [] : [count(named, "zone")]),
    count(subnets, "subnet"),
    ...kinds.flatMap((kind) => {
      const number = runners.filter((runner) => runner.kind === kind).length;
      return number === 0 ? [] : [count(number, kind)];
    }),
  ]);
}

/** Words by what they are of, those that findings are about first. */
export function wordsByKind(
  words: readonly Word[],
): readonly (readonly [what: string, words: readonly Word[]])[] {
  return grouped(
    [...words.filter(({ marked }) => marked), ...words.filter(({ marked }) => !marked)],
    ({ what }) => what,
  );
}

/** A row for every zone, and one for what may be elsewhere. */
export function zoneWords(layout: Layout): readonly ZoneWords[] {
  const open = layout.runners.filter(({ isOpen }) => isOpen).map(runnerWord);
  const apart = layout.apart.map((gateway) => ({
    ...gateway,
    what: gateway.isRegional ? "in every zone" : "place not known",
  }));
  const names = gatewayNames(layout);
  const runs = runsByZone(layout);
  const elsewhere = { zone: "subnets that are not known", subnets: [], runs: open, gateways: apart };
  return [
    ...layout.zones.map((zone) => rowOf(zone, names, runs.get(zone) ?? [])),
    ...(layout.isOpen || apart.length > 0
      ? [{ ...elsewhere, zone: layout.isOpen ? elsewhere.zone : "no one zone" }]
      : []),
  ];
}

function rowOf({ name, subnets }: Zone, names: ReadonlyMap<string, Laid>, runs: readonly Word[]): ZoneWords {
  const here = subnets.flatMap(({ gateways }) => gateways.map((gateway) => ({ ...gateway, what: "here" })));
  const ways = [...new Set(subnets.flatMap(({ nat }) => nat ?? []))].flatMap((key) => names.get(key) ?? []);
  return {
    zone: name ?? "zone not known",
    subnets: subnets.map(subnetWord),
    runs,
    gateways: [...here, ...ways.map((gateway) => ({ ...gateway, what: "way out" }))],
  };
}

/** What runs in each zone, for sure or perhaps. */
function runsByZone({ zones, runners }: Layout): ReadonlyMap<Zone, readonly Word[]> {
  const zoneOf = new Map(zones.flatMap((zone) => zone.subnets.map(({ key }) => [key, zone] as const)));
  const zonesOf = (keys: readonly string[]) => new Set(keys.flatMap((key) => zoneOf.get(key) ?? []));
  const words = new Map<Zone, Word[]>();
  for (const runner of runners) {
    const sure = zonesOf(runner.subnets);
    for (const zone of sure) addTo(words, zone, runnerWord(runner));
    for (const zone of zonesOf(runner.perhaps)) {
      if (!sure.has(zone)) addTo(words, zone, { ...runnerWord(runner), what: `perhaps ${runner.kind}` });
    }
  }
  return words;
}

function gatewayNames({ zones, apart }: Layout): ReadonlyMap<string, Laid> {
  const within = zones.flatMap(({ subnets }) => subnets.flatMap(({ gateways }) => gateways));
  return new Map([...within, ...apart].map((gateway) => [gateway.key, gateway]));
}

function subnetWord({ access, name, cidr, marked }: LaidSubnet): Word {
  const what = access === "unknown" ? "public or private" : access;
  return { what, name, marked, ...(cidr === undefined ? {} : { beside: cidr }) };
}

function runnerWord({ kind, name, marked }: Layout["runners"][number]): Word {
  return { what: kind, name, marked };
}
