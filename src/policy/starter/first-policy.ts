import type { Repository } from "./repository.ts";
import { schemaLine } from "./schema-line.ts";

/** A policy as a team's own first one: where it stands in the folder of its policies, and its text. */
export interface FirstPolicy {
  readonly file: string;
  readonly text: string;
}

/** Who owns it is asked of what there is: of node groups, or of workloads where nothing but manifests was found. */
export function firstPolicy({ formats }: Pick<Repository, "formats">): FirstPolicy {
  const isWorkloads = formats.length > 0 && formats.every((format) => format === "kubernetes");
  const id = isWorkloads ? "workload-without-team" : "node-group-without-team";
  const text = isWorkloads ? workloadWithoutTeam : nodeGroupWithoutTeam;
  return { file: `ownership/${id}.yaml`, text: `${schemaLine("policy")}\n${text}` };
}

const nodeGroupWithoutTeam = `title: A node group does not say which team it belongs to
severity: low
enforcement: warn # audit is only counted, deny blocks
select: NodeGroup
params:
  label: { type: string, default: team, doc: the label that names the team }
assert: params.label in self.labels
message: "node group {self.resource} has no label {params.label}; it has {self.labels}"
at: self.labels
why: Nobody knows whom to ask when its nodes fail or cost too much.
fix: Give the group the label, with the team's name.
sources:
  - our conventions
cases:
  - violated: other labels
    at: labels
    terraform:
      aws_eks_node_group.workers: { cluster_name: prod, labels: { tier: web } }
  - violated: no labels at all
    cloudformation: |
      Resources:
        Workers:
          Type: AWS::EKS::Nodegroup
          Properties:
            ClusterName: prod
            NodeRole: arn:aws:iam::111122223333:role/node
            Subnets: [subnet-0aaaaaaaaaaaaaaaa]
  - violated: other labels
    eksctl: |
      apiVersion: eksctl.io/v1alpha5
      kind: ClusterConfig
      metadata: { name: prod, region: eu-west-1 }
      managedNodeGroups: [{ name: workers, labels: { tier: web } }]
  - satisfied: the team is named
    terraform:
      aws_eks_node_group.workers: { cluster_name: prod, labels: { team: shop } }
  - satisfied: the team is named
    cloudformation: |
      Resources:
        Workers:
          Type: AWS::EKS::Nodegroup
          Properties:
            ClusterName: prod
            NodeRole: arn:aws:iam::111122223333:role/node
            Subnets: [subnet-0aaaaaaaaaaaaaaaa]
            Labels: { team: shop }
  - satisfied: the team is named
    eksctl: |
      apiVersion: eksctl.io/v1alpha5
      kind: ClusterConfig
      metadata: { name: prod, region: eu-west-1 }
      managedNodeGroups: [{ name: workers, labels: { team: shop } }]
  - unresolved: the labels are computed
    terraform:
      aws_eks_node_group.workers: { cluster_name: prod, labels: !unknown }
`;

const workloadWithoutTeam = `title: A workload does not say which team it belongs to
severity: low
enforcement: warn # audit is only counted, deny blocks
select: Workload
params:
  label: { type: string, default: team, doc: the label that names the team }
assert: params.label in self.labels
message: "workload {self.resource} has no label {params.label} on its pods; they have {self.labels}"
at: self.labels
why: Nobody knows whom to ask when its pods fail.
fix: Give the pods the label, with the team's name.
sources:
  - our conventions
cases:
  - violated: other labels
    at: spec.template.metadata.labels
    kubernetes: |
      apiVersion: apps/v1
      kind: Deployment
      metadata: { name: web }
      spec:
        selector: { matchLabels: { app: web } }
        template:
          metadata: { labels: { app: web } }
          spec: { containers: [{ name: web, image: "web:1.0" }] }
  - violated: other labels, in a plan
    terraform:
      kubernetes_deployment_v1.web:
        metadata: [{ name: web }]
        spec: [{ template: [{ metadata: [{ labels: { app: web } }], spec: [{ container: [{ name: web, image: "web:1.0" }] }] }] }]
  - satisfied: the team is named
    kubernetes: |
      apiVersion: apps/v1
      kind: Deployment
      metadata: { name: web }
      spec:
        selector: { matchLabels: { app: web } }
        template:
          metadata: { labels: { app: web, team: shop } }
          spec: { containers: [{ name: web, image: "web:1.0" }] }
  - satisfied: the team is named, in a plan
    terraform:
      kubernetes_deployment_v1.web:
        metadata: [{ name: web }]
        spec: [{ template: [{ metadata: [{ labels: { app: web, team: shop } }], spec: [{ container: [{ name: web, image: "web:1.0" }] }] }] }]
  - unresolved: the labels are computed
    terraform:
      kubernetes_deployment_v1.web:
        metadata: [{ name: web }]
        spec: [{ template: [{ metadata: [{ labels: !unknown }], spec: [{ container: [{ name: web, image: "web:1.0" }] }] }] }]
`;
