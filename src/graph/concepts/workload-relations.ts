import { Unknown, type Value } from "../../base/value.ts";
import type { Declared, Field, Origin, Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import type { Reading } from "../graph.ts";
import { concat } from "../link.ts";
import { listOf, mapAt } from "../several.ts";
import { selects, wantedLabel } from "./labels.ts";
import { inSameCluster, matching } from "./matching.ts";
import { isFields, members } from "./members.ts";
import { inNamespace } from "./same-namespace.ts";
import { type KeysOf, labelKeys, mayHaveAny, textKey } from "./shortlist.ts";
import { any, every, sameAs, type Truth } from "./truth.ts";

type Fits = (object: Declared, workload: Declared) => Truth;

const withTarget: Nearness = {
  keys: (object) => textKey(object.get("targetName")),
  wanted: (workload) => textKey(workload.get("name")),
};

/** What other objects of its namespace do with the pods of a workload. */
export const workloadRelations = {
  disruptionBudgets: {
    type: "list<PodDisruptionBudget>",
    doc: "The disruption budgets that were read and count its pods.",
    derive: ofNamespace("PodDisruptionBudget", selectsPods("selector", false), withLabels("selector")),
  },
  autoscalers: {
    type: "list<HorizontalPodAutoscaler>",
    doc: "The horizontal autoscalers that were read and set its number of replicas.",
    derive: ofNamespace("HorizontalPodAutoscaler", targets, withTarget),
  },
  verticalAutoscalers: {
    type: "list<VerticalPodAutoscaler>",
    doc: "The vertical autoscalers that were read and set what its pods ask for.",
    derive: ofNamespace("VerticalPodAutoscaler", targets, withTarget),
  },
  networkPolicies: {
    type: "list<NetworkPolicy>",
    doc: "The network policies that were read and apply to its pods.",
    derive: ofNamespace("NetworkPolicy", selectsPods("podSelector", true), withLabels("podSelector")),
  },
  podIdentities: {
    type: "list<PodIdentityAssociation>",
    doc: "The EKS Pod Identity associations of its cluster that are for its service account.",
    derive: ofNamespace(
      "PodIdentityAssociation",
      (association, workload) => sameAs(association.get("serviceAccount"), workload.get("serviceAccount")),
      {
        keys: (association) => textKey(association.get("serviceAccount")),
        wanted: (workload) => textKey(workload.get("serviceAccount")),
      },
    ),
  },
  claims: {
    type: "list<PersistentVolumeClaim>",
    doc: "The claims for storage that were read and its pods mount, those of its templates included.",
    derive: claimsOf,
  },
} satisfies Readonly<Record<string, Field>>;

function ofNamespace(concept: string, fits: Fits, near: Nearness): Reader {
  return ({ entity, lookup, root }) => {
    const there = inNamespace(concept, entity.get("namespace"), lookup);
    const among = mayHaveAny(there, near.keys, near.wanted(entity));
    const isRelated = (object: Declared) =>
      every([
        sameAs(object.get("namespace"), entity.get("namespace")),
        fits(object, entity),
        inSameCluster(object, entity, lookup),
      ]);
    return derived(matching(among, isRelated), root.ref);
  };
}

/** What objects and a workload have in common where they fit. */
interface Nearness {
  readonly keys: KeysOf;
  readonly wanted: KeysOf;
}

/** One of the labels that a selector asks for is enough to look for. */
function withLabels(path: string): Nearness {
  return {
    keys: ({ part }) => {
      const selector = mapAt(part.root, "spec").get(path);
      const label = wantedLabel(selector);
      return label === undefined ? undefined : [label];
    },
    wanted: (workload) => labelKeys(workload.get("labels")),
  };
}

/** An empty selector selects everything; `none` is what one that is not written selects. */
function selectsPods(path: string, none: boolean): Fits {
  return (object, workload) => {
    const selector = mapAt(object.part.root, "spec").get(path);
    return selector.state === "absent" ? none : selects(selector, workload.get("labels") ?? null);
  };
}

function targets(object: Declared, workload: Declared): Truth {
  return every([
    sameAs(object.get("targetKind"), workload.get("kind")),
    sameAs(object.get("targetName"), workload.get("name")),
  ]);
}

function claimsOf(from: Origin): Reading {
  const { declaration, entity, lookup, part, root } = from;
  const own = lookup
    .entitiesOf(declaration, "PersistentVolumeClaim")
    .filter((claim) => claim.part.marks?.workload === part.key);
  const isNamed = (claim: Declared) => mounts(entity.get("volumes") ?? [], claim);
  const named = ofNamespace("PersistentVolumeClaim", isNamed, withClaim)(from).value;
  return derived(concat(listOf(own), named), root.ref);
}

const withClaim: Nearness = {
  keys: (claim) => textKey(claim.get("name")),
  wanted: (workload) => {
    const { known, doubtful } = members(workload.get("volumes") ?? []);
    const names = known.map((volume) => (isFields(volume) ? textKey(volume.get("claim") ?? "") : undefined));
    return doubtful.missing.length === 0 && names.every((name) => name !== undefined)
      ? names.flat()
      : undefined;
  },
};

function mounts(volumes: Value, claim: Declared): Truth {
  if (claim.part.marks?.workload !== undefined) return false;
  const { known, doubtful } = members(volumes);
  const isIt = (volume: Value) => (isFields(volume) ? sameAs(volume.get("claim"), claim.get("name")) : false);
  return any([...known.map(isIt), ...(doubtful.missing.length === 0 ? [] : [new Unknown(doubtful.missing)])]);
}
