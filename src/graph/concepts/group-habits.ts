import { type Missing, PartialList, Unknown } from "../../base/value.ts";
import type { Origin, Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import type { Reading } from "../graph.ts";
import { unknownOf, written } from "../read.ts";
import { missingOf } from "../several.ts";

/*
 * What the platforms do with the rules of a security group besides those that are written.
 */

/**
 * The directions that a Terraform group lists itself. Of a group that exists a plan also shows the rules that were made
 * elsewhere: what leads somewhere is written, and of what does not it cannot be told.
 */
export const listedDirections: Reader = ({ declaration, root }) => {
  const isNew = ["create", "replace"].includes(declaration.change);
  const certain: string[] = [];
  const candidates: string[] = [];
  const missing: Missing[] = [];
  for (const direction of ["ingress", "egress"]) {
    const list = root.get(direction);
    if (list.state === "absent") continue;
    if (list.state === "known" && (isNew || (list.links.closed && list.items().length > 0)))
      certain.push(direction);
    else {
      candidates.push(direction);
      missing.push({ ...missingOf(list), reason: "not certain to be written in the group itself" });
    }
  }
  if (candidates.length === 0) return derived(certain, root.ref);
  const bounds = { atMost: candidates.length, candidates };
  return derived(new PartialList(certain, new Unknown(missing), bounds), root.ref);
};

/** CloudFormation leaves EC2's own outbound rule in place unless a template lists some. An empty list is none. */
export const keepsOutbound: Reader = ({ root }) => {
  const list = root.get("SecurityGroupEgress");
  if (list.state === "unknown") return written(unknownOf(list), list);
  return written(list.items().length === 0 && (list.state === "absent" || Array.isArray(list.json)), list);
};

/** A group that is there already is the default one where that is its name: EC2 keeps the name for it. */
export const isNamedDefault: Reader = ({ entity, root }) => {
  const name = entity.get("name");
  return derived(name instanceof Unknown ? name : name === "default", root.ref);
};

/** What nothing that was read says of a group that is there already. */
export const notToldOfGroup =
  (field: string): Reader =>
  ({ entity, root }: Origin): Reading => {
    const attribute = `${entity.resource}.${field}`;
    return derived(
      new Unknown([{ attribute, reason: "not in anything that was read", ref: root.ref }]),
      root.ref,
    );
  };
