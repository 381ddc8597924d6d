import { Unknown, type Value } from "../../base/value.ts";
import type { Declaration } from "../../source/declaration.ts";
import type { Origin, Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import type { Entity, Reading } from "../graph.ts";
import { unknownOf, written } from "../read.ts";
import { missingOf } from "../several.ts";
import { isDeclared } from "./manifest-cluster.ts";
import type { Truth } from "./truth.ts";

/*
 * What the platforms do with the rules of a security group besides those that are written.
 */

/**
 * Whether a Terraform group lists the rules of a direction itself, and so takes away what is added to them elsewhere. Of
 * a group that exists a plan also shows the rules that were made elsewhere: what leads somewhere is written, and of what
 * does not it cannot be told.
 */
function lists({ change, root }: Declaration, direction: string): Truth {
  const list = root.get(direction);
  if (list.state === "absent") return false;
  const isNew = change === "create" || change === "replace";
  if (list.state === "known" && (isNew || (list.links.closed && list.items().length > 0))) return true;
  return new Unknown([{ ...missingOf(list), reason: "not certain to be written in the group itself" }]);
}

/**
 * Whether the group of a rule takes it away again. Where a plan changes neither of both, neither was taken away since
 * the last apply.
 */
export const isContested: Reader = ({ declaration, entity, part }) => {
  const group = entity.get("group") ?? null;
  return derived(contested(declaration, group, entity.get("direction") ?? null), part.root.ref);
};

function contested(rule: Declaration, group: Value, direction: Value): Truth {
  if (!rule.type.startsWith("aws_") || /^aws_(default_)?security_group$/.test(rule.type)) return false;
  if (group instanceof Unknown) return group;
  if (direction instanceof Unknown) return direction;
  if (!isDeclared(group)) return isEntity(group) ? unread(group) : false;
  const { declaration } = group;
  if (!/^aws_(default_)?security_group$/.test(declaration.type)) return false;
  if (declaration.mode === "data") return unread(group);
  const isSettled = rule.change === "none" && isUnchanged(declaration, String(direction));
  const truth = lists(declaration, String(direction));
  return isSettled && truth !== true ? false : truth;
}

function isUnchanged({ change, before, root }: Declaration, direction: string): boolean {
  const [then, now] = [before?.get(direction).json, root.get(direction).json];
  return change === "none" || (now !== undefined && JSON.stringify(then) === JSON.stringify(now));
}

function unread({ resource, ref }: Entity): Unknown {
  return new Unknown([{ attribute: `${resource}.rules`, reason: "not in anything that was read", ref }]);
}

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
