import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { concept, type Declared, type Origin, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import type { Reading } from "../graph.ts";
import { asText, firstOf, notA, scalarValue, text, unknownOf, written } from "../read.ts";
import {
  annotated,
  annotation,
  balancerAnnotations,
  balancerFields,
  everywhere,
  leftTo,
  listedIn,
} from "./balancer-annotations.ts";
import { inSameCluster, matching } from "./matching.ts";
import { objectFields, objectIdentity } from "./object-fields.ts";
import { objectSuppliers } from "./object-suppliers.ts";
import { inNamespace } from "./same-namespace.ts";
import { type KeysOf, mayHaveAny, textKey } from "./shortlist.ts";
import { any, every, sameAs, type Truth } from "./truth.ts";

const prefix = "alb.ingress.kubernetes.io/";

export const ingress = concept({
  name: "Ingress",
  doc: "A Kubernetes Ingress, as the AWS Load Balancer Controller and EKS Auto Mode read it.",
  fields: {
    ...objectFields,
    className: { type: "string?", doc: "Its class: `alb`; null where it has none." },
    public: {
      type: "bool",
      doc: "Whether its annotations ask for a load balancer on the internet; unknown where they say nothing, for then its class may.",
    },
    ports: {
      type: "list<int>",
      doc: "The ports its load balancer listens on: 80, or 443 with a certificate, where none are written.",
    },
    ...balancerFields,
    services: {
      type: "list<Service>",
      doc: "The services that were read and it sends to.",
      derive: servedBy,
    },
  },
  suppliers: objectSuppliers(
    ["networking.k8s.io/v1/Ingress", "networking.k8s.io/v1beta1/Ingress", "extensions/v1beta1/Ingress"],
    {
      ...objectIdentity,
      className: firstOf(text("spec", "ingressClassName"), annotated("kubernetes.io/ingress.class")),
      public: isPublic(),
      ports: listenPorts(),
      sources: sources(),
      ...balancerAnnotations(prefix),
      targetType: targetType(),
    },
  ),
});

function isPublic(): Reader {
  return (from) => {
    const scheme = annotated(`${prefix}scheme`)(from);
    if (scheme.value === null)
      return leftTo("the parameters of its class; internal where they say nothing", "scheme")(from);
    return {
      ...scheme,
      value: scheme.value instanceof Unknown ? scheme.value : scheme.value === "internet-facing",
    };
  };
}

/** `[{"HTTP": 80}, {"HTTPS": 443}]` */
function listenPorts(): Reader {
  return ({ root }) => {
    const attribute = annotation(root, `${prefix}listen-ports`);
    const value = scalarValue(attribute, asText);
    if (value === null) {
      const certificate = annotation(root, `${prefix}certificate-arn`);
      return written([certificate.state === "absent" ? 80 : 443], certificate);
    }
    return written(value instanceof Unknown ? value : portsIn(String(value), attribute), attribute);
  };
}

function portsIn(json: string, attribute: Attribute): Value {
  try {
    const listed: unknown = JSON.parse(json);
    const ports = Array.isArray(listed) ? listed.flatMap((entry) => Object.values(Object(entry))) : [];
    return ports.length > 0 && ports.every(Number.isInteger)
      ? ports.map(Number)
      : notA("a list of ports", attribute);
  } catch {
    return notA("a list of ports", attribute);
  }
}

function sources(): Reader {
  return (from) => {
    const list = annotation(from.root, `${prefix}inbound-cidrs`);
    const listed = written(listedIn(list), list);
    if (!(Array.isArray(listed.value) && listed.value.length === 0)) return listed;
    const prefixLists = annotation(from.root, `${prefix}security-group-prefix-lists`);
    if (prefixLists.state !== "absent")
      return leftTo("prefix lists, which were not resolved", "sources")(from);
    return { ...listed, value: everywhere, origin: "default" };
  };
}

/** The controller sends to nodes by default, and EKS Auto Mode to pods. */
function targetType(): Reader {
  return (from) => {
    const asked = annotated(`${prefix}target-type`)(from);
    return asked.value === null
      ? leftTo(
          "the parameters of its class; `instance`, or `ip` in EKS Auto Mode, where they say nothing",
          "target type",
        )(from)
      : asked;
  };
}

function servedBy({ entity, lookup, root }: Origin): Reading {
  const backends = backendsOf(root.get("spec"));
  const fits = (service: Declared) =>
    every([
      sameAs(service.get("namespace"), entity.get("namespace")),
      any(
        backends.map(
          (backend): Truth => (backend instanceof Unknown ? backend : sameAs(service.get("name"), backend)),
        ),
      ),
      inSameCluster(entity, service, lookup),
    ]);
  const there = inNamespace("Service", entity.get("namespace"), lookup);
  const names = backends.filter((backend) => typeof backend === "string");
  const among = mayHaveAny(there, ownName, names.length === backends.length ? names : undefined);
  return derived(matching(among, fits), root.ref);
}

const ownName: KeysOf = (service) => textKey(service.get("name"));

/** The names of services in a backend of any of its rules, as old and new versions of the API write them. */
function backendsOf(spec: Attribute): readonly Value[] {
  const rules = spec.get("rules");
  const lists = rules.items().map((rule) => rule.get("http", "paths"));
  const open = [spec, rules, ...lists].filter(({ state }) => state === "unknown");
  const backends = [
    spec.get("defaultBackend"),
    spec.get("backend"),
    ...lists.flatMap((list) => list.items().map((path) => path.get("backend"))),
  ];
  const names = backends.flatMap((backend) => [backend.get("service", "name"), backend.get("serviceName")]);
  return [
    ...open.map(unknownOf),
    ...names.map((name) => scalarValue(name, asText)).filter((name) => name !== null),
  ];
}
