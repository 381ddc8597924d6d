import { Unknown, type Value } from "../../base/value.ts";
import { concept, type Declared, type Origin, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import type { Reading } from "../graph.ts";
import {
  asNumber,
  dictionary,
  firstOf,
  orDefault,
  scalarValue,
  text,
  texts,
  unknownOf,
  written,
} from "../read.ts";
import {
  annotated,
  annotation,
  balancerAnnotations,
  balancerFields,
  everywhere,
  leftTo,
  listedIn,
} from "./balancer-annotations.ts";
import { carries } from "./labels.ts";
import { inSameCluster, matching } from "./matching.ts";
import { objectFields, objectIdentity } from "./object-fields.ts";
import { objectSuppliers } from "./object-suppliers.ts";
import { inNamespace } from "./same-namespace.ts";
import { type KeysOf, labelKey, labelKeys, mayHaveAll } from "./shortlist.ts";
import { every, sameAs } from "./truth.ts";

const prefix = "service.beta.kubernetes.io/aws-load-balancer-";

/** The classes of the AWS Load Balancer Controller and of EKS Auto Mode. */
const classes = ["service.k8s.aws/nlb", "eks.amazonaws.com/nlb"];

export const service = concept({
  name: "Service",
  doc: "A Kubernetes Service. What is about load balancers is of those of the type `LoadBalancer`.",
  fields: {
    ...objectFields,
    type: { type: "string", doc: "`ClusterIP`, `NodePort`, `LoadBalancer` or `ExternalName`." },
    ports: { type: "list<int>", doc: "The ports it listens on." },
    public: {
      type: "bool",
      doc: "Whether it asks for a load balancer on the internet. Unknown where neither an annotation nor its class tells which controller makes it: older ones make public ones, newer ones internal ones.",
    },
    ...balancerFields,
    externalTrafficPolicy: { type: "string", doc: "`Cluster` or `Local`." },
    workloads: {
      type: "list<Workload>",
      doc: "The workloads that were read and whose pods it sends to.",
      derive: selected,
    },
  },
  suppliers: objectSuppliers(["v1/Service"], {
    ...objectIdentity,
    type: orDefault(text("spec", "type"), "ClusterIP"),
    ports: ports(),
    public: isPublic(),
    sources: sources(),
    ...balancerAnnotations(prefix),
    targetType: targetType(),
    externalTrafficPolicy: orDefault(text("spec", "externalTrafficPolicy"), "Cluster"),
  }),
});

function ports(): Reader {
  return ({ root }) => {
    const list = root.get("spec", "ports");
    if (list.state === "unknown") return written(unknownOf(list), list);
    return written(
      list.items().map((port) => scalarValue(port.get("port"), asNumber)),
      list,
    );
  };
}

function isPublic(): Reader {
  return (from) => {
    const type = text("spec", "type")(from);
    if (type.value instanceof Unknown) return type;
    if (type.value !== "LoadBalancer") return derived(false, type.ref);
    const scheme = annotated(`${prefix}scheme`)(from);
    if (scheme.value !== null) return { ...scheme, value: is(scheme.value, "internet-facing") };
    const internal = annotated(`${prefix}internal`)(from);
    if (internal.value !== null) return { ...internal, value: is(internal.value, "false") };
    const maker = makerOf(from);
    if (maker.value instanceof Unknown) return maker;
    const isTold = maker.value !== "";
    return isTold
      ? derived(false, maker.ref)
      : leftTo("the controller that makes its load balancer", "scheme")(from);
  };
}

/** Which of the newer controllers is asked for: the class or type that tells it; empty where nothing does. */
const makerOf: Reader = (from) => {
  const named = firstOf(text("spec", "loadBalancerClass"), annotated(`${prefix}type`))(from);
  if (named.value instanceof Unknown) return named;
  const isKnown = [...classes, "external", "nlb-ip"].includes(String(named.value));
  return { ...named, value: isKnown ? named.value : "" };
};

function is(value: Value, wanted: string): Value {
  return value instanceof Unknown ? value : String(value).toLowerCase() === wanted;
}

function sources(): Reader {
  return (from) => {
    const ranges = texts("spec", "loadBalancerSourceRanges")(from);
    if (!isEmpty(ranges.value)) return ranges;
    const list = annotation(from.root, "service.beta.kubernetes.io/load-balancer-source-ranges");
    const listed = written(listedIn(list), list);
    if (!isEmpty(listed.value)) return listed;
    const prefixLists = annotation(from.root, `${prefix}security-group-prefix-lists`);
    if (prefixLists.state !== "absent")
      return leftTo("prefix lists, which were not resolved", "sources")(from);
    return { ...ranges, value: everywhere, origin: "default" };
  };
}

function isEmpty(list: Value): boolean {
  return Array.isArray(list) && list.length === 0;
}

function targetType(): Reader {
  return (from) => {
    const asked = annotated(`${prefix}nlb-target-type`)(from);
    if (asked.value !== null) return asked;
    const maker = makerOf(from);
    if (maker.value instanceof Unknown) return maker;
    const isIp = maker.value === "nlb-ip" || maker.value === "eks.amazonaws.com/nlb";
    return derived(isIp ? "ip" : "instance", maker.ref);
  };
}

const podLabels: KeysOf = (workload) => labelKeys(workload.get("labels"));

/** A Service without a selector sends to what its author lists himself. */
function selected(from: Origin): Reading {
  const { entity, lookup, root } = from;
  const selector = dictionary("spec", "selector")(from).value;
  const pairs: readonly (readonly [string, Value])[] = selector instanceof Map ? [...selector] : [];
  const isNone = selector instanceof Map && selector.size === 0;
  const wanted = pairs.flatMap(([key, value]) => (typeof value === "string" ? [labelKey(key, value)] : []));
  const all = isNone ? [] : inNamespace("Workload", entity.get("namespace"), lookup);
  const among = mayHaveAll(all, podLabels, wanted);
  const fits = (workload: Declared) =>
    every([
      sameAs(workload.get("namespace"), entity.get("namespace")),
      carries(workload.get("labels") ?? null, selector, "nowhere"),
      inSameCluster(entity, workload, lookup),
    ]);
  return derived(matching(among, fits), root.ref);
}
