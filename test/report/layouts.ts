import type { Layout, Runner, Zone } from "../../src/verdict/layout.ts";

const letters = "abcdefghijklmnopqrstuvwxyz";

/** A cluster in so many zones, with so many private subnets in each, one public one, and one NAT gateway in the first. */
export function layoutOf(zones: number, subnets: number, runners: number = 2): Layout {
  return {
    cluster: { key: "c0", name: "prod", marked: false },
    zones: Array.from({ length: zones }, (_, index) => zone(index, subnets)),
    runners: Array.from({ length: runners }, (_, index) => runner(index, zones)),
    apart: [],
    isOpen: false,
  };
}

function zone(index: number, subnets: number): Zone {
  const marked = false;
  const gateway = { key: "g0", name: "aws_nat_gateway.only", marked };
  return {
    name: `eu-west-1${letters[index] ?? index}`,
    subnets: [
      {
        key: `p${index}`,
        name: `public-${index}`,
        access: "public",
        marked,
        gateways: index === 0 ? [gateway] : [],
      },
      ...Array.from({ length: subnets }, (_, at) => ({
        key: `s${index}x${at}`,
        name: `private-${index}-${at}`,
        access: "private" as const,
        cidr: `10.${index}.${at}.0/24`,
        nat: "g0",
        marked,
        gateways: [],
      })),
    ],
  };
}

function runner(index: number, zones: number): Runner {
  return {
    key: `r${index}`,
    name: `group-${index}`,
    kind: index % 2 === 0 ? "node group" : "Fargate profile",
    marked: index === 0,
    subnets: Array.from({ length: zones }, (_, zone) => `s${zone}x0`),
    perhaps: [],
    isOpen: false,
  };
}

/** The same layout with this for every name. */
export function renamed(layout: Layout, name: string): Layout {
  const named = <Thing extends { readonly name: string }>(thing: Thing): Thing => ({ ...thing, name });
  return {
    ...layout,
    cluster: named(layout.cluster),
    runners: layout.runners.map(named),
    zones: layout.zones.map((zone) => ({
      name,
      subnets: zone.subnets.map((subnet) => ({
        ...named(subnet),
        cidr: name,
        gateways: subnet.gateways.map(named),
      })),
    })),
  };
}
