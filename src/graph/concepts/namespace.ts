import { concept, type Declared, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { dictionary, text } from "../read.ts";
import { inSameCluster, matching } from "./matching.ts";
import { objectCluster } from "./object-fields.ts";
import { objectName } from "./object-name.ts";
import { objectSuppliers } from "./object-suppliers.ts";
import { inNamespace } from "./same-namespace.ts";
import { every, sameAs } from "./truth.ts";

export const namespace = concept({
  name: "Namespace",
  doc: "A namespace that is declared.",
  fields: {
    cluster: objectCluster,
    name: { type: "string", doc: "Its name." },
    labels: { type: "map<string>", doc: "Its labels." },
    podSecurity: {
      type: "string?",
      doc: "The Pod Security Standard that is enforced in it: `privileged`, `baseline` or `restricted`; null where none is.",
    },
    workloads: {
      type: "list<Workload>",
      doc: "The workloads in it that were read.",
      derive: inIt("Workload"),
    },
    networkPolicies: {
      type: "list<NetworkPolicy>",
      doc: "The network policies in it that were read.",
      derive: inIt("NetworkPolicy"),
    },
    resourceQuotas: {
      type: "list<ResourceQuota>",
      doc: "The resource quotas in it that were read.",
      derive: inIt("ResourceQuota"),
    },
    limitRanges: {
      type: "list<LimitRange>",
      doc: "The limit ranges in it that were read.",
      derive: inIt("LimitRange"),
    },
  },
  suppliers: objectSuppliers(["v1/Namespace"], {
    name: objectName,
    labels: dictionary("metadata", "labels"),
    podSecurity: text("metadata", "labels", "pod-security.kubernetes.io/enforce"),
  }),
});

function inIt(concept: string): Reader {
  return ({ entity, lookup, root }) =>
    derived(
      matching(inNamespace(concept, entity.get("name"), lookup), (one: Declared) =>
        every([sameAs(one.get("namespace"), entity.get("name")), inSameCluster(one, entity, lookup)]),
      ),
      root.ref,
    );
}
