import { Unknown } from "../../base/value.ts";
import type { Attribute, Declaration } from "../../source/declaration.ts";
import type { Origin, Part, Reader } from "../concept.ts";
import { type DeclaredEntity, derived } from "../entity.ts";
import { asText, scalarValue, written } from "../read.ts";

const kinds = ["private", "public"] as const;

/** The subnets of an eksctl file: those it names, else those eksctl makes in the zones it names or picks. */
export function eksctlSubnets(declaration: Declaration): readonly Part[] {
  const { root } = declaration;
  const named = kinds.flatMap((kind) =>
    root
      .get("vpc", "subnets", kind)
      .entries()
      .map(([name, subnet]) => part(subnet, kind, name, scalarValue(subnet.get("az"), asText))),
  );
  if (named.length > 0) return named;
  const zones = root.get("availabilityZones").items();
  const chosen: readonly (readonly [Attribute, string])[] =
    zones.length > 0 ? zones.map((zone) => [zone, zoneText(zone)] as const) : picked(root.get("metadata", "region"));
  return kinds.flatMap((kind) => chosen.map(([attribute, zone]) => part(attribute, kind, zone, zone)));
}

/** eksctl spreads a cluster over three zones, in us-east-1 over two. */
function picked(region: Attribute): readonly (readonly [Attribute, string])[] {
  const count = region.json === "us-east-1" ? 2 : 3;
  return Array.from({ length: count }, (_, index) => [region, `zone ${index + 1} that eksctl picks`] as const);
}

function part(root: Attribute, kind: string, name: string, zone: unknown): Part {
  const marks = { kind, name, ...(typeof zone === "string" ? { zone } : looksLikeZone(name) ? { zone: name } : {}) };
  return { root, key: `${kind} ${name}`, resource: `${kind} subnet ${name}`, marks };
}

export const zoneOfEksctlSubnet: Reader = ({ part, entity }) => {
  const zone = part.marks?.["zone"];
  const unknown = { attribute: `${entity.resource}.az`, reason: "not written in the file", ref: part.root.ref };
  return derived(zone ?? new Unknown([unknown]), part.root.ref);
};

/** Every subnet of the file. */
export const clusterSubnets: Reader = (from) => {
  const network = from.root.get("vpc", "subnets");
  return { ...written(subnetsOf(from), network), ref: network.ref };
};

/** The subnets of a node group or Fargate profile: those it names, those of its zones, else all of its kind. */
export const placedSubnets =
  (kindOf: (root: Attribute) => "private" | "public"): Reader =>
  (from) => {
    const named = from.root.get("subnets");
    if (named.state !== "absent") {
      const members = named.items().map((item) => {
        const name = scalarValue(item, asText);
        const match = subnetsOf(from).find((subnet) => subnet.part.marks?.["name"] === name || subnet.get("id") === name);
        return match ?? (typeof name === "string" ? from.lookup.named("Subnet", name, item.ref) : name);
      });
      return written(members, named);
    }
    const ofKind = subnetsOf(from).filter((subnet) => subnet.part.marks?.["kind"] === kindOf(from.root));
    const zones = from.root.get("availabilityZones");
    if (zones.state === "absent") return derived(ofKind, from.root.ref);
    const wanted = zones.items().map(zoneText);
    const there = ofKind.filter((subnet) => wanted.includes(String(subnet.get("zone"))));
    return written(there.length > 0 || wanted.length === 0 ? there : unmatched(wanted, zones), zones);
  };

function unmatched(zones: readonly string[], attribute: Attribute): Unknown {
  const reason = `not a zone of the cluster's subnets: ${zones.join(", ")}`;
  return new Unknown([{ attribute: `${attribute.ref.owner}.availabilityZones`, reason, ref: attribute.ref }]);
}

function subnetsOf({ declaration, lookup }: Origin): readonly DeclaredEntity[] {
  return lookup.entitiesOf(declaration, "Subnet");
}

function zoneText(zone: Attribute): string {
  return typeof zone.json === "string" ? zone.json : "";
}

function looksLikeZone(name: string): boolean {
  return /^[a-z]{2,4}(-[a-z]+)+-\d+[a-z]$/.test(name);
}
