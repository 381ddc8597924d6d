import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { concept, type Declared, type Lookup, type Origin, type Reader } from "../concept.ts";
import { derived, placeName } from "../entity.ts";
import type { Reading } from "../graph.ts";
import { OneOf } from "../one-of.ts";
import { dictionary, records, text, texts, written } from "../read.ts";
import { missingOf } from "../several.ts";
import { isDeclared, manifestCluster } from "./manifest-cluster.ts";
import { inSameCluster, matching } from "./matching.ts";
import { isFields, members } from "./members.ts";
import { objectName } from "./object-name.ts";
import { objectSuppliers } from "./object-suppliers.ts";
import { every, sameAs, told } from "./truth.ts";

const kinds = ["karpenter.sh/v1/NodePool", "karpenter.sh/v1beta1/NodePool"];

const template = ["spec", "template", "spec"] as const;

const manifest = {
  name: objectName,
  nodeClass: usedClass,
  auto: ((from) => {
    const kind = text(...template, "nodeClassRef", "kind")(from);
    return { ...kind, value: told(kind.value, (value) => value === "NodeClass") };
  }) satisfies Reader,
  requirements: records(
    "NodeRequirement",
    { key: text("key"), operator: text("operator"), values: texts("values") },
    ...template,
    "requirements",
  ),
  limits: dictionary("spec", "limits"),
};

export const nodeRequirement = concept({
  name: "NodeRequirement",
  doc: "What nodes of a node pool must be like.",
  fields: {
    key: { type: "string", doc: "A label of the node: `topology.kubernetes.io/zone`." },
    operator: { type: "string", doc: "`In`, `NotIn`, `Exists`, `DoesNotExist`, `Gt` or `Lt`." },
    values: { type: "list<string>", doc: "The values it is compared with." },
  },
});

export const nodePool = concept({
  name: "NodePool",
  doc: "Nodes that Karpenter or EKS Auto Mode starts when pods need them.",
  fields: {
    cluster: {
      type: "Cluster",
      doc: "The cluster its nodes join, as for a workload.",
      derive: manifestCluster,
    },
    name: { type: "string", doc: "Its name." },
    nodeClass: { type: "NodeClass", doc: "How its nodes are made." },
    auto: { type: "bool", doc: "Whether EKS Auto Mode makes its nodes, and not Karpenter." },
    requirements: { type: "list<NodeRequirement>", doc: "What its nodes must be like; all of them hold." },
    limits: {
      type: "map<string>",
      doc: "The most it may use: `cpu`, `memory`; empty where nothing limits it.",
    },
    zones: required("topology.kubernetes.io/zone", "Availability Zones"),
    instanceTypes: required("node.kubernetes.io/instance-type", "instance types"),
    capacityTypes: required("karpenter.sh/capacity-type", "capacity types (`spot`, `on-demand`)"),
    architectures: required("kubernetes.io/arch", "processor architectures"),
  },
  suppliers: objectSuppliers(kinds, manifest),
});

function required(key: string, what: string) {
  return {
    type: "list<string>?",
    doc: `The ${what} its nodes may have, by its requirements; null where they name none.`,
    derive: (({ entity, root }) => {
      const value = valuesFor(key, entity.get("requirements") ?? [], placeName(root.ref));
      return derived(value, root.ref);
    }) satisfies Reader,
  };
}

/** The values that all requirements of a key leave; what is said by exclusion names none. */
function valuesFor(key: string, requirements: Value, owner: string): Value {
  const { known, doubtful } = members(requirements);
  const own = known.filter(isFields).filter((each) => each.get("key") === key);
  const open = [
    ...known.filter(isFields).flatMap((each) => missingIn(each.get("key"))),
    ...own.flatMap((each) => [...missingIn(each.get("operator")), ...missingIn(each.get("values"))]),
    ...(doubtful.bounded && doubtful.candidates.length === 0 ? [] : doubtful.missing),
  ];
  if (open.length > 0) return new Unknown(open);
  const lists = own
    .filter((each) => each.get("operator") === "In")
    .map((each) => members(each.get("values") ?? []).known);
  const isExcluding = own.some((each) => !["In", "Exists"].includes(String(each.get("operator"))));
  if (isExcluding) return new Unknown([{ attribute: `${owner} ${key}`, reason: "said by what it is not" }]);
  const [first, ...others] = lists;
  return first === undefined ? null : first.filter((value) => others.every((list) => list.includes(value)));
}

function missingIn(value: Value | undefined): Unknown["missing"] {
  if (value instanceof Unknown) return value.missing;
  const { known, doubtful } = members(value ?? null);
  return [...known.flatMap((each) => (each instanceof Unknown ? each.missing : [])), ...doubtful.missing];
}

/** By kind and name, among the classes of its cluster: the one of its own file before others. */
function usedClass({ root, entity, lookup }: Origin): Reading {
  const reference = root.get(...template, "nodeClassRef");
  const [kind, name] = [reference.get("kind"), reference.get("name")];
  const named = kind.state === "absent" ? "EC2NodeClass" : kind.json;
  if (typeof named !== "string" || typeof name.json !== "string") {
    const open = kind.state === "unknown" ? kind : name;
    return written(new Unknown([missingOf(open)]), reference);
  }
  return written(classNamed(`${named}/${name.json}`, reference, entity, lookup), reference);
}

function classNamed(identity: string, attribute: Attribute, entity: Declared, lookup: Lookup): Value {
  const { known, doubtful } = members(
    matching(lookup.entities("NodeClass"), (one) =>
      every([sameAs(one.get("reference"), identity), inSameCluster(one, entity, lookup)]),
    ),
  );
  const among = [...known, ...doubtful.candidates];
  const near = known.filter((one) => isDeclared(one) && one.declaration.file === entity.declaration.file);
  const [only] = near.length === 1 ? near : among.length === 1 ? known : [];
  if (only !== undefined) return only;
  const { ref, sensitive } = attribute;
  if (among.length === 0) {
    // Classes of that name in other clusters are not meant.
    const isElsewhere = lookup.entities("NodeClass").some((one) => one.get("reference") === identity);
    const unread = { attribute: placeName(ref), reason: "not in anything that was read", ref };
    return isElsewhere ? new Unknown([unread]) : lookup.named("NodeClass", identity, { ref, sensitive });
  }
  const reason = `${sensitive ? "a name" : `\`${identity}\``}, which may mean more than one NodeClass`;
  return new OneOf([{ attribute: placeName(ref), reason, ref }, ...doubtful.missing], among);
}
