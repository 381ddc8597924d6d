import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import type { Field, Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { resolveMany } from "../link.ts";
import { asText, computed, scalarValue, text, written } from "../read.ts";
import { missingOf } from "../several.ts";
import { coverWorld } from "./cidr.ts";

/*
 * What Services and Ingresses tell the controllers of load balancers in annotations.
 * https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/
 */

/** What a Service and an Ingress alike say of their load balancer. */
export const balancerFields = {
  sources: {
    type: "list<string>",
    doc: "The CIDRs that may use its load balancer; everywhere where none are written.",
  },
  sourcesCoverWorld: {
    type: "bool",
    doc: "Whether those CIDRs together are all of IPv4 or all of IPv6.",
    derive: computed((get) => coverWorld(get("sources"))),
  },
  securityGroups: {
    type: "list<SecurityGroup>",
    doc: "The security groups that an annotation gives its load balancer; their rules count then, and its CIDRs do not.",
  },
  subnets: {
    type: "list<Subnet>",
    doc: "The subnets that an annotation names for its load balancer; empty where the controller picks them.",
  },
  targetType: {
    type: "string",
    doc: "What its load balancer sends to: `instance` (a node port of every node) or `ip` (the pods).",
  },
} as const satisfies Readonly<Record<string, Field>>;

/** Those of them that are annotations of one name and another prefix. */
export function balancerAnnotations(prefix: string) {
  return {
    securityGroups: listedEntities("SecurityGroup", `${prefix}security-groups`),
    subnets: listedEntities("Subnet", `${prefix}subnets`),
  };
}

/** An annotation as it is written. */
export function annotation(root: Attribute, name: string): Attribute {
  return root.get("metadata", "annotations", name);
}

/** The text of an annotation. */
export function annotated(name: string): Reader {
  return text("metadata", "annotations", name);
}

/** A list that is written with commas; the empty list where nothing is. */
export function listedIn(attribute: Attribute): Value {
  const value = scalarValue(attribute, asText);
  if (value === null || value instanceof Unknown) return value ?? [];
  return partsOf(String(value));
}

/** The things of a concept that an annotation lists by id or by name. */
function listedEntities(concept: string, name: string): Reader {
  return ({ root, lookup }) => {
    const attribute = annotation(root, name);
    if (attribute.state === "unknown") return written(resolveMany(attribute, concept, lookup), attribute);
    const parts = partsOf(typeof attribute.json === "string" ? attribute.json : "");
    const isId = lookup.spelling(concept);
    const named = parts.map((part) =>
      isId?.test(part) === true ? lookup.named(concept, part, attribute) : namedByTag(attribute),
    );
    return written(named, attribute);
  };
}

/** Where traffic comes from when nothing says it. */
export const everywhere: Value = ["0.0.0.0/0"];

/** What is left to whatever makes the load balancer. */
export function leftTo(whom: string, field: string): Reader {
  return ({ entity, root }) => {
    const attribute = `${entity.resource}.${field}`;
    return derived(new Unknown([{ attribute, reason: `left to ${whom}`, ref: root.ref }]), root.ref);
  };
}

function namedByTag(attribute: Attribute): Unknown {
  return new Unknown([{ ...missingOf(attribute), reason: "a name, which the controller looks up" }]);
}

function partsOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
