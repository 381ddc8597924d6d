import type { Declaration } from "../../source/declaration.ts";
import { concept, type Part } from "../concept.ts";
import { derived } from "../entity.ts";
import { around, many, one } from "../link.ts";
import { always, dictionary, keyedPairs, records, text } from "../read.ts";
import { blocksOf } from "../several.ts";
import { cdkFargateProfile } from "./cdk-cluster.ts";
import { placedSubnets } from "./eksctl-network.ts";
import { eksctlFargateRole } from "./eksctl-roles.ts";
import { runsPodsOf } from "./fargate-pods.ts";
import { wildcardMatches } from "./iam-action.ts";
import { matching } from "./matching.ts";
import { isFields } from "./members.ts";
import { told } from "./truth.ts";

export const fargateSelector = concept({
  name: "FargateSelector",
  doc: "Which pods a Fargate profile runs: those of a namespace that carry all of its labels.",
  fields: {
    namespace: { type: "string", doc: "The namespace; `*` and `?` match any." },
    labels: { type: "map<string>", doc: "The labels a pod must carry." },
  },
  methods: [
    {
      signature: "selectsNamespace(string): bool",
      doc: "Whether it selects pods of a namespace, those that carry its labels.",
      call: (self, name) =>
        told(isFields(self) ? self.get("namespace") : null, (pattern) =>
          wildcardMatches(String(pattern ?? ""), String(name)),
        ),
    },
  ],
});

const selector = "FargateSelector";

export const fargateProfile = concept({
  name: "FargateProfile",
  doc: "A Fargate profile of a cluster.",
  fields: {
    name: { type: "string?", doc: "Its name." },
    cluster: { type: "Cluster?", doc: "The cluster it belongs to." },
    role: { type: "IamRole?", doc: "The pod execution role." },
    subnets: { type: "list<Subnet>", doc: "The subnets its pods start in." },
    selectors: { type: "list<FargateSelector>", doc: "Which pods it runs." },
    workloads: {
      type: "list<Workload>",
      doc: "The workloads of its cluster that were read and whose pods it runs.",
      derive: ({ entity, lookup, part }) =>
        derived(
          matching(lookup.entities("Workload"), (workload) => runsPodsOf(entity, workload, lookup)),
          part.root.ref,
        ),
    },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_eks_fargate_profile"],
      fields: {
        name: text("fargate_profile_name"),
        cluster: one("Cluster", "cluster_name"),
        role: one("IamRole", "pod_execution_role_arn"),
        subnets: many("Subnet", "subnet_ids"),
        selectors: records(
          selector,
          { namespace: text("namespace"), labels: dictionary("labels") },
          "selector",
        ),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::EKS::FargateProfile"],
      fields: {
        name: text("FargateProfileName"),
        cluster: one("Cluster", "ClusterName"),
        role: one("IamRole", "PodExecutionRoleArn"),
        subnets: many("Subnet", "Subnets"),
        selectors: records(
          selector,
          { namespace: text("Namespace"), labels: keyedPairs("Labels") },
          "Selectors",
        ),
      },
    },
    cdkFargateProfile(selector),
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      parts: eksctlProfiles,
      fields: {
        name: text("name"),
        cluster: around("Cluster"),
        role: eksctlFargateRole,
        subnets: placedSubnets(always("private")),
        selectors: records(
          selector,
          { namespace: text("namespace"), labels: dictionary("labels") },
          "selectors",
        ),
      },
    },
  ],
});

function eksctlProfiles({ root, owner }: Declaration): readonly Part[] {
  return blocksOf(root.get("fargateProfiles"), "fargateProfiles").map((profile) => {
    const name = profile.root.get("name").json;
    return { ...profile, resource: `${owner}/${typeof name === "string" ? name : profile.key}` };
  });
}
