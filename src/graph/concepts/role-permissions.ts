import { PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import type { Entity } from "../graph.ts";
import { concat } from "../link.ts";
import { computed } from "../read.ts";
import { isDeclared } from "./manifest-cluster.ts";
import { isFields, members } from "./members.ts";
import { any, every, type Truth, told } from "./truth.ts";

/** The ARNs of the managed policies that are attached to a role, once each. */
export const managedPolicies: Reader = ({ entity, part }) =>
  derived(distinct(gathered(entity.get("attachments") ?? [], arnOf)), part.root.ref);

/** The names of AWS's own policies that are attached to a role, once each. */
export const awsPolicies: Reader = ({ entity, part }) =>
  derived(
    distinct(
      gathered(entity.get("attachments") ?? [], (attachment) => oneOrNone(attachment.get("awsPolicy"))),
    ),
    part.root.ref,
  );

/** The statements of a role's inline policies and of the customer's managed policies that are attached to it. */
export const permissions: Reader = ({ entity, lookup, part }) => {
  const inline = lookup.inverse(entity, "PermissionStatement", "roles");
  const managed = gathered(entity.get("attachments") ?? [], (attachment) => {
    const policy = attachment.get("policy") ?? null;
    if (!isEntity(policy)) return policy instanceof Unknown ? policy : [];
    if (isDeclared(policy)) return policy.get("statements") ?? [];
    const missing = { attribute: `${policy.resource}.statements`, reason: "not in anything that was read" };
    return new Unknown([{ ...missing, ref: policy.ref }]);
  });
  const isWhole = lookup.isWhole(entity.declaration, "PermissionStatement");
  const list = distinct(concat(inline, managed));
  if (isWhole) return derived(list, part.root.ref);
  const missing = { attribute: `${entity.resource}.permissions`, reason: "not in anything that was read" };
  return derived(concat(list, new Unknown([{ ...missing, ref: entity.ref }])), part.root.ref);
};

/** Whether a role's trust policy lets pods assume it: through the provider of a cluster, or EKS Pod Identity. */
export const isForPods: Reader = computed((get) => {
  const { known, doubtful } = members(get("trust"));
  const truths = known.map((statement) =>
    isFields(statement) ? trustsPods(statement.get.bind(statement)) : false,
  );
  const possible = doubtful.candidates.filter(isFields).map((each) => trustsPods(each.get.bind(each)));
  const isOpen = !doubtful.bounded || possible.some((truth) => truth !== false);
  // Every role has a trust policy: one of which nothing was read is not one that trusts nobody.
  return any([...truths, ...(isOpen ? [new Unknown(doubtful.missing)] : [])]);
});

function trustsPods(get: (field: string) => Value | undefined): Truth {
  const isTrue = (field: string) => told(get(field), (value) => value === true);
  return every([
    told(get("effect"), (effect) => effect === "Allow"),
    any([isTrue("eksProvider"), isTrue("podIdentity")]),
  ]);
}

function arnOf(attachment: Entity): Value {
  return oneOrNone(attachment.get("arn"));
}

function oneOrNone(value: Value | undefined): Value {
  return value === null || value === undefined
    ? []
    : value instanceof Unknown
      ? new PartialList([], value, { atMost: 1 })
      : [value];
}

/** What each member of a list has, one after the other; what only may be a member may have it. */
function gathered(list: Value, of: (member: Entity) => Value): Value {
  const { known, doubtful } = members(list);
  const certain = known.map((member) => asList(isEntity(member) ? of(member) : member));
  const why = new Unknown(doubtful.missing);
  if (!doubtful.bounded) return [...certain, new PartialList([], why)].reduce(concat, []);
  const possible = doubtful.candidates.filter(isEntity).map(of);
  const isListed = possible.every((each) => Array.isArray(each));
  const candidates = possible.flatMap((each): readonly Value[] => (Array.isArray(each) ? each : []));
  const further = isListed
    ? new PartialList([], why, { atMost: candidates.length, candidates })
    : new PartialList([], why);
  return [...certain, ...(possible.length === 0 ? [] : [further])].reduce(concat, []);
}

/** A list of which nothing is known may have any members. */
function asList(value: Value): Value {
  return value instanceof Unknown ? new PartialList([], value) : value;
}

/** What is there twice is there once: a role that exists lists what other resources attach to it. */
function distinct(list: Value): Value {
  if (Array.isArray(list)) return [...new Set<Value>(list)];
  if (!(list instanceof PartialList)) return list;
  const { why, atMost, atLeast, candidates } = list;
  const further = {
    atMost,
    atLeast: Math.min(atLeast, 0),
    ...(candidates === undefined ? {} : { candidates }),
  };
  return new PartialList([...new Set(list.items)], why, further);
}
