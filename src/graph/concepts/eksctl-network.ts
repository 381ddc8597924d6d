import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute, Declaration } from "../../source/declaration.ts";
import type { Declared, Doubt, Origin, Part, Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { OneOf } from "../one-of.ts";
import { asText, notA, scalarValue, text, unknownOf, written } from "../read.ts";
import { anyNumber, listOf, membersOf, missingOf, perhaps } from "../several.ts";
import { isPrivateCluster } from "./eksctl-defaults.ts";

const kinds = ["private", "public"] as const;

/** The subnets of an eksctl file: those it names, else those eksctl makes in the zones it names or picks. */
export function eksctlSubnets({ root }: Declaration): readonly Part[] {
  const named = kinds.flatMap((kind) => namedSubnets(root.get("vpc", "subnets", kind), kind));
  if (named.length > 0) return named;
  const isPrivate = isPrivateCluster(root);
  return madeSubnets(root).flatMap((part): readonly Part[] => {
    if (part.marks?.kind !== "public" || isPrivate === false) return [part];
    if (!(isPrivate instanceof Unknown)) return [];
    return [part.count === undefined ? { ...part, count: perhaps(isPrivate.missing) } : part];
  });
}

function madeSubnets(root: Attribute): readonly Part[] {
  const zones = root.get("availabilityZones");
  const listed = membersOf(zones, "availabilityZones");
  if (listed.length === 0) return kinds.flatMap((kind) => picked(root.get("metadata", "region"), kind));
  return kinds.flatMap((kind) =>
    listed.map((zone): Part => {
      const name = typeof zone.root.json === "string" ? zone.root.json : undefined;
      return {
        ...zone,
        ...called(kind, name ?? zone.key),
        marks: { kind, ...(name === undefined ? {} : { zone: name }) },
      };
    }),
  );
}

function namedSubnets(list: Attribute, kind: string): readonly Part[] {
  if (list.state === "unknown") {
    return [
      {
        root: list,
        ...called(kind, "of the VPC"),
        marks: { kind, given: "not known" },
        count: anyNumber([missingOf(list)]),
      },
    ];
  }
  return list.entries().map(([name, root]) => {
    const written = scalarValue(root.get("az"), asText);
    const zone = written === null && looksLikeZone(name) ? name : written;
    return {
      root,
      ...called(kind, name),
      marks: { kind, name, ...(typeof zone === "string" ? { zone } : {}) },
    };
  });
}

/** eksctl spreads a cluster over three zones, in us-east-1 over two. */
function picked(region: Attribute, kind: string): readonly Part[] {
  const part = (index: number): Part => {
    const zone = `zone ${index} that eksctl picks`;
    return { root: region, ...called(kind, zone), marks: { kind, zone, picked: "by eksctl" } };
  };
  if (region.json === "us-east-1") return [part(1), part(2)];
  const third = part(3);
  return [
    part(1),
    part(2),
    region.state === "unknown" ? { ...third, count: perhaps([missingOf(region)]) } : third,
  ];
}

function called(kind: string, name: string): Pick<Part, "key" | "resource"> {
  return { key: `${kind} ${name}`, resource: `${kind} subnet ${name}` };
}

/** Subnets that eksctl makes have neither an id nor a CIDR in the file. */
const ofNamed =
  (field: string, reason: string): Reader =>
  (from) => {
    const { part, entity } = from;
    const reading = part.marks?.name === undefined ? undefined : text(field)(from);
    if (reading !== undefined && reading.value !== null) return reading;
    return derived(
      new Unknown([{ attribute: `${entity.resource}.${field}`, reason, ref: part.root.ref }]),
      part.root.ref,
    );
  };

export const cidrOfEksctlSubnet: Reader = ofNamed("cidr", "not written in the file");

export const idOfEksctlSubnet: Reader = (from) => {
  const { marks, root } = from.part;
  if (marks?.given !== undefined) return derived(unknownOf(root), root.ref);
  return marks?.name === undefined ? derived(null, root.ref) : text("id")(from);
};

export const zoneOfEksctlSubnet: Reader = ({ part, entity, lookup }) => {
  const zone = part.marks?.zone;
  if (zone !== undefined) return derived(zone, part.root.ref);
  const written = [part.root, part.root.get("az")].find(({ state }) => state === "unknown");
  if (written !== undefined) return derived(unknownOf(written), written.ref);
  const id = part.root.get("id").json;
  const [known, ...others] = typeof id === "string" ? lookup.told("Subnet", id) : [];
  if (known !== undefined && others.length === 0)
    return derived(scalarValue(known.declaration.root.get("zone"), asText), part.root.ref);
  const unknown = {
    attribute: `${entity.resource}.az`,
    reason: "not written in the file",
    ref: part.root.ref,
  };
  return derived(new Unknown([unknown]), part.root.ref);
};

/** Every subnet of the file. */
export const clusterSubnets: Reader = (from) => {
  const network = from.root.get("vpc", "subnets");
  return { ...written(listOf(subnetsOf(from)), network), ref: network.ref };
};

/** The subnets of a node group or Fargate profile: those it names, those of its zones, else all of its kind. */
export const placedSubnets =
  (kind: Reader): Reader =>
  (from) => {
    const named = from.root.get("subnets");
    if (named.state !== "absent") return written(namedBy(named, kind(from).value, from), named);
    const zones = from.root.get("availabilityZones");
    const wanted =
      zones.state === "known" ? zones.items().map((zone) => scalarValue(zone, asText)) : undefined;
    if (zones.state === "unknown") return written(unknownOf(zones), zones);
    const ofKind = matching(subnetsOf(from), (subnet) =>
      same(subnet.part.marks?.kind ?? null, [kind(from).value]),
    );
    if (wanted === undefined || wanted.length === 0)
      return derived(listOf(ofKind.certain, ofKind.doubtful), from.root.ref);
    const there = matching(subnetsOf(from), (subnet) =>
      both(same(subnet.part.marks?.kind ?? null, [kind(from).value]), isIn(subnet, wanted)),
    );
    const isNone = there.certain.length === 0 && there.doubtful.length === 0;
    return written(isNone ? unmatched(zones) : listOf(there.certain, there.doubtful), zones);
  };

function namedBy(list: Attribute, kind: Value, from: Origin): Value {
  if (list.state === "unknown") return unknownOf(list);
  if (list.items().length === 0 && !Array.isArray(list.json)) return notA("a list", list);
  return list.items().map((item) => {
    const name = scalarValue(item, asText);
    return typeof name === "string" ? subnetCalled(name, kind, item, from) : name;
  });
}

/** Both kinds may have a subnet of a name; then the kind that is meant decides. */
function subnetCalled(name: string, kind: Value, item: Attribute, from: Origin): Value {
  const subnets = subnetsOf(from);
  const found = subnets.filter(({ part }) => part.marks?.name === name);
  const [own] = found.filter(({ part }) => part.marks?.kind === kind);
  const isOpen = subnets.some(({ part }) => part.marks?.given !== undefined);
  const [only, ...others] = found;
  if (only === undefined) return from.lookup.named("Subnet", name, item);
  if (own !== undefined) return own;
  if (others.length === 0 && !isOpen) return only;
  const why = kind instanceof Unknown ? kind : notA("certain to mean one subnet", item);
  return new OneOf(why.missing, subnets);
}

/** Entities that certainly pass a question, and those that may. */
function matching(entities: readonly Declared[], ask: (entity: Declared) => Value) {
  const certain: Declared[] = [];
  const doubtful: Doubt[] = [];
  for (const holder of entities) {
    const answer = ask(holder);
    if (answer === true) certain.push(holder);
    else if (answer instanceof Unknown) doubtful.push({ holder, missing: answer.missing });
  }
  return { certain, doubtful };
}

/** Whether a subnet is in one of some zones. Which zones eksctl picks is not known. */
function isIn(subnet: Declared, zones: readonly Value[]): Value {
  if (subnet.part.marks?.picked === undefined) return same(subnet.get("zone") ?? null, zones);
  return new Unknown([{ attribute: `${subnet.resource}.zone`, reason: "picked by eksctl", ref: subnet.ref }]);
}

/** Whether a value is one of several, as far as they are known. */
function same(value: Value, wanted: readonly Value[]): Value {
  if (value instanceof Unknown) return value;
  if (wanted.includes(value)) return true;
  return wanted.find((one) => one instanceof Unknown) ?? false;
}

function both(one: Value, other: Value): Value {
  if (one === false || other === false) return false;
  return one instanceof Unknown ? one : other;
}

function unmatched(zones: Attribute): Unknown {
  return notA(`a zone of the cluster's subnets`, zones);
}

function subnetsOf({ declaration, lookup }: Origin): readonly Declared[] {
  return lookup.entitiesOf(declaration, "Subnet");
}

function looksLikeZone(name: string): boolean {
  return /^[a-z]{2,4}(-[a-z]+)+-\d+[a-z]$/.test(name);
}
