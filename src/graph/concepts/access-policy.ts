import type { Declaration } from "../../source/declaration.ts";
import { concept, type Part, type Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { around, one } from "../link.ts";
import { orDefault, text, texts } from "../read.ts";
import { blocksOf } from "../several.ts";
import { named } from "./access-entry.ts";

export const accessPolicy = concept({
  name: "AccessPolicy",
  doc: "An EKS access policy that is given to a principal: `AmazonEKSClusterAdminPolicy`, for the whole cluster or some namespaces.",
  fields: {
    cluster: { type: "Cluster?", doc: "The cluster it is for." },
    principal: { type: "string", doc: "The ARN of the role or user that has it." },
    name: { type: "string", doc: "Its name, the last part of its ARN." },
    scope: { type: "string", doc: "`cluster`, or `namespace` for those of `namespaces`." },
    namespaces: {
      type: "list<string>",
      doc: "The namespaces it is for; none where it is for the whole cluster.",
    },
    entryType: {
      type: "string?",
      doc: "The type of the access entry it is part of; null where it stands by itself, as in Terraform.",
    },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_eks_access_policy_association"],
      fields: {
        cluster: one("Cluster", "cluster_name"),
        principal: text("principal_arn"),
        name: nameAt("policy_arn"),
        scope: text("access_scope", 0, "type"),
        namespaces: texts("access_scope", 0, "namespaces"),
        entryType: ({ root }) => derived(null, root.ref),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EKS::AccessEntry"],
      parts: ({ root, owner }) =>
        blocksOf(root.get("AccessPolicies"), "AccessPolicies").map((part) => ({ ...part, resource: owner })),
      fields: {
        cluster: ofWhole(one("Cluster", "ClusterName")),
        principal: ofWhole(text("PrincipalArn")),
        name: nameAt("PolicyArn"),
        scope: text("AccessScope", "Type"),
        namespaces: texts("AccessScope", "Namespaces"),
        entryType: ofWhole(orDefault(text("Type"), "STANDARD")),
      },
    },
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      parts: eksctlPolicies,
      fields: {
        cluster: around("Cluster"),
        principal: ofEntry(text("principalARN")),
        name: nameAt("policyARN"),
        scope: text("accessScope", "type"),
        namespaces: texts("accessScope", "namespaces"),
        entryType: ofEntry(orDefault(text("type"), "STANDARD")),
      },
    },
  ],
});

function eksctlPolicies(declaration: Declaration): readonly Part[] {
  return named(declaration, ["accessConfig", "accessEntries"], "principalARN").flatMap((entry) =>
    blocksOf(entry.root.get("accessPolicies"), `${entry.key}.accessPolicies`).map((policy) => ({
      ...policy,
      aspects: { entry: entry.root },
      ...(entry.resource === undefined ? {} : { resource: entry.resource }),
      ...(entry.count === undefined ? {} : { count: entry.count }),
    })),
  );
}

function ofWhole(reader: Reader): Reader {
  return (from) => reader({ ...from, root: from.declaration.root });
}

function ofEntry(reader: Reader): Reader {
  return (from) => reader({ ...from, root: from.part.aspects?.entry ?? from.root });
}

/** The name at the end of an ARN; its partition does not matter. */
function nameAt(path: string): Reader {
  return (from) => {
    const reading = text(path)(from);
    const known = typeof reading.value === "string" ? reading.value : from.root.get(path).pieces?.at(-1);
    const name = /\/([^/]+)$/.exec(known ?? "")?.[1];
    return name === undefined ? reading : { ...reading, value: name };
  };
}
