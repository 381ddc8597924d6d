import type { Ref } from "../base/place.ts";
import { PartialList, Unknown, type Value } from "../base/value.ts";
import type { Entity, Graph } from "../graph/graph.ts";
import type { Enforcement } from "../policy/policy.ts";
import { hidden, isEntity } from "./show.ts";

/** What the picture needs to know of a finding. */
interface Found {
  readonly concept: string;
  readonly resource: string;
  readonly enforcement: Enforcement;
  readonly refs: readonly Ref[];
}

/** Where the parts of a cluster are: its zones, the subnets in them, what runs there, and the ways out. */
export interface Layout {
  readonly cluster: Laid;
  /** By name; the one of what has no known zone comes last. */
  readonly zones: readonly Zone[];
  readonly runners: readonly Runner[];
  /** NAT gateways that are in no subnet of the picture. */
  readonly apart: readonly GatewayApart[];
  /** Whether the cluster or something in it may be in subnets besides, which are not known. */
  readonly isOpen: boolean;
}

/** Something in the picture. */
export interface Laid {
  /** Tells it from everything else in its layout: `s3`. A letter and a number, for drawings name it so. */
  readonly key: string;
  /** What people call it. */
  readonly name: string;
  /** Whether a finding is about it. */
  readonly marked: boolean;
}

export interface Zone {
  /** Absent where it is not known. */
  readonly name?: string;
  readonly subnets: readonly LaidSubnet[];
}

export interface LaidSubnet extends Laid {
  readonly access: "public" | "private" | "unknown";
  readonly cidr?: string;
  /** The key of the NAT gateway that its way out goes through. */
  readonly nat?: string;
  /** The NAT gateways that are in it. */
  readonly gateways: readonly Laid[];
}

export interface GatewayApart extends Laid {
  /** Whether it is in every zone; otherwise it is not known where it is. */
  readonly isRegional: boolean;
}

export interface Runner extends Laid {
  readonly kind: "node group" | "Fargate profile";
  /** The keys of the subnets it is certainly in. */
  readonly subnets: readonly string[];
  /** The keys of those of which it is in some. */
  readonly perhaps: readonly string[];
  /** Whether it may be in others, of which nothing is known. */
  readonly isOpen: boolean;
}

/**
 * The layouts of the clusters that findings are about, or something in them, or of which a part is changed; in the
 * order the clusters were read. One whose subnets are all unknown has none. `isChanged` is asked where the parts are
 * declared.
 */
export function layouts(
  graph: Graph,
  findings: readonly Found[],
  isChanged: (ref: Ref) => boolean = () => false,
): readonly Layout[] {
  const marks = new Marks(findings);
  return graph.entities("Cluster").flatMap((cluster) => {
    const plot = new Plot(cluster, graph, marks);
    const layout = plot.layout();
    const isTouched = hasMarks(layout) || plot.refs().some(isChanged);
    return isTouched && layout.zones.length > 0 ? [layout] : [];
  });
}

/** Whether a finding is about the cluster or anything in it. */
export function hasMarks(layout: Layout): boolean {
  return everything(layout).some(({ marked }) => marked);
}

function everything({ cluster, zones, runners, apart }: Layout): readonly Laid[] {
  const subnets = zones.flatMap((zone) => zone.subnets);
  return [cluster, ...runners, ...apart, ...subnets, ...subnets.flatMap(({ gateways }) => gateways)];
}

/** Concepts that are in the picture; what is found about others does not mark it. */
const drawn: readonly string[] = ["Cluster", "NodeGroup", "FargateProfile", "Subnet", "NatGateway"];

/** What findings are about: whose name they have, or what they point into. */
class Marks {
  readonly #named: ReadonlySet<string>;
  readonly #pointed: ReadonlyMap<string, readonly Ref[]>;

  constructor(findings: readonly Found[]) {
    const about = findings.filter(
      ({ concept, enforcement }) => drawn.includes(concept) && enforcement !== "audit",
    );
    this.#named = new Set(about.map(({ concept, resource }) => `${concept} ${resource}`));
    const pointed = new Map<string, Ref[]>();
    for (const ref of about.flatMap(({ refs }) => refs))
      pointed.set(ownerOf(ref), [...(pointed.get(ownerOf(ref)) ?? []), ref]);
    this.#pointed = pointed;
  }

  has({ concept, resource, ref }: Entity): boolean {
    if (this.#named.has(`${concept} ${resource}`)) return true;
    if (concept === "Cluster") return false;
    const into = this.#pointed.get(ownerOf(ref)) ?? [];
    return into.some(({ path }) => ref.path.every((step, index) => step === path[index]));
  }
}

function ownerOf({ file, document, owner }: Ref): string {
  return JSON.stringify([file, document, owner]);
}

/** One cluster's layout, while it is made. Subnets come in as they are met. */
class Plot {
  readonly #cluster: Entity;
  readonly #graph: Graph;
  readonly #marks: Marks;
  readonly #keys = new Map<Entity, string>();

  constructor(cluster: Entity, graph: Graph, marks: Marks) {
    this.#cluster = cluster;
    this.#graph = graph;
    this.#marks = marks;
  }

  layout(): Layout {
    const cluster = this.#laid(this.#cluster, "c");
    const own = membersOf(this.#cluster.get("subnets"));
    const runners = [
      ...this.#runners("nodeGroups", "node group"),
      ...this.#runners("fargateProfiles", "Fargate profile"),
    ];
    const used = distinct([
      ...own.known,
      ...own.among,
      ...runners.flatMap((runner) => [...runner.known, ...runner.among]),
    ]);
    const gateways = this.#gatewaysOf(used);
    const subnets = distinct([...used, ...gateways.flatMap((gateway) => entityIn(gateway.get("subnet")))]);
    return {
      cluster,
      zones: this.#zones(subnets, gateways),
      runners: runners.map(({ known, among, ...runner }) => ({
        ...runner,
        subnets: known.map((subnet) => this.#key(subnet, "s")),
        perhaps: among.map((subnet) => this.#key(subnet, "s")),
      })),
      apart: gateways
        .filter((gateway) => entityIn(gateway.get("subnet")).length === 0)
        .map((gateway) => ({ ...this.#laid(gateway, "g"), isRegional: gateway.get("regional") === true })),
      isOpen: own.isOpen || runners.some(({ isOpen }) => isOpen),
    };
  }

  /** Where everything that was laid out is declared. */
  refs(): readonly Ref[] {
    return [...this.#keys.keys()].map(({ ref }) => ref);
  }

  #runners(field: string, kind: Runner["kind"]) {
    return membersOf(this.#cluster.get(field)).known.map((entity) => {
      return { ...this.#laid(entity, "r"), kind, ...membersOf(entity.get("subnets")) };
    });
  }

  /** Those that the subnets go through, and those that stand in them. */
  #gatewaysOf(subnets: readonly Entity[]): readonly Entity[] {
    const through = subnets.flatMap((subnet) => entityIn(subnet.get("natGateway")));
    const within = this.#graph
      .entities("NatGateway")
      .filter((gateway) => entityIn(gateway.get("subnet")).some((subnet) => subnets.includes(subnet)));
    return distinct([...through, ...within]);
  }

  #zones(subnets: readonly Entity[], gateways: readonly Entity[]): readonly Zone[] {
    const zones = new Map<string | undefined, LaidSubnet[]>();
    for (const subnet of subnets) {
      const zone = textOf(subnet, "zone");
      zones.set(zone, [...(zones.get(zone) ?? []), this.#subnet(subnet, gateways)]);
    }
    const named = [...zones].flatMap(([name, subnets]) => (name === undefined ? [] : [{ name, subnets }]));
    const unknown = zones.get(undefined);
    return [
      ...named.toSorted((one, other) => (one.name < other.name ? -1 : 1)),
      ...(unknown === undefined ? [] : [{ subnets: unknown }]),
    ];
  }

  #subnet(subnet: Entity, gateways: readonly Entity[]): LaidSubnet {
    const [nat] = entityIn(subnet.get("natGateway"));
    const cidr = textOf(subnet, "cidr");
    const isPublic = subnet.get("public");
    return {
      ...this.#laid(subnet, "s"),
      access: isPublic === true ? "public" : isPublic === false ? "private" : "unknown",
      ...(cidr === undefined ? {} : { cidr }),
      ...(nat === undefined ? {} : { nat: this.#key(nat, "g") }),
      gateways: gateways
        .filter((gateway) => entityIn(gateway.get("subnet")).includes(subnet))
        .map((gateway) => this.#laid(gateway, "g")),
    };
  }

  #laid(entity: Entity, prefix: string): Laid {
    return { key: this.#key(entity, prefix), name: nameOf(entity), marked: this.#marks.has(entity) };
  }

  #key(entity: Entity, prefix: string): string {
    const key = this.#keys.get(entity) ?? `${prefix}${this.#keys.size}`;
    this.#keys.set(entity, key);
    return key;
  }
}

interface Listed {
  readonly known: readonly Entity[];
  /** Some of them are in the list too. */
  readonly among: readonly Entity[];
  /** Whether there may be others, of which nothing is known. */
  readonly isOpen: boolean;
}

function membersOf(value: Value | undefined): Listed {
  if (value instanceof PartialList) {
    const { items, candidates, atMost } = value;
    const known = items.filter(isEntity);
    const among = (candidates ?? []).filter(isEntity).filter((entity) => !known.includes(entity));
    return { known, among, isOpen: (candidates === undefined && atMost > 0) || items.some(isUnknown) };
  }
  if (!Array.isArray(value)) return { known: [], among: [], isOpen: value instanceof Unknown };
  return { known: value.filter(isEntity), among: [], isOpen: value.some(isUnknown) };
}

function isUnknown(value: Value): boolean {
  return value instanceof Unknown;
}

function entityIn(value: Value | undefined): readonly Entity[] {
  return isEntity(value) ? [value] : [];
}

/** Its own name, if it has one that may be shown; subnets and gateways have ids, which say less than their address. */
function nameOf(entity: Entity): string {
  const name = entity.reading("name");
  if (typeof name?.value !== "string") return entity.resource;
  return name.sensitive ? hidden : name.value;
}

function textOf(entity: Entity, field: string): string | undefined {
  const reading = entity.reading(field);
  return typeof reading?.value === "string" && !reading.sensitive ? reading.value : undefined;
}

function distinct(entities: readonly Entity[]): readonly Entity[] {
  return [...new Set(entities)];
}
