import type { Concept } from "../concept.ts";
import { accessEntry } from "./access-entry.ts";
import { accessPolicy } from "./access-policy.ts";
import { account, accountCounts } from "./account.ts";
import { addon } from "./addon.ts";
import { configRecorder, trail } from "./audit-trail.ts";
import { cluster } from "./cluster.ts";
import { container } from "./container.ts";
import { ecrRepository } from "./ecr-repository.ts";
import { elasticIp } from "./elastic-ip.ts";
import { environmentVariableType } from "./environment-variable.ts";
import { fargateProfile, fargateSelector } from "./fargate-profile.ts";
import { flowLog } from "./flow-log.ts";
import { guardDutyDetector, guardDutyFeature } from "./guard-duty.ts";
import { helmRelease } from "./helm-release.ts";
import { horizontalPodAutoscaler } from "./horizontal-pod-autoscaler.ts";
import { iamPolicy } from "./iam-policy.ts";
import { iamRole } from "./iam-role.ts";
import { ingress } from "./ingress.ts";
import { inlinePolicy } from "./inline-policy.ts";
import { kmsKey } from "./kms-key.ts";
import { kubernetesObject } from "./kubernetes-object.ts";
import { launchTemplate, launchTemplateInterface } from "./launch-template.ts";
import { loadBalancer, targetGroup } from "./load-balancer.ts";
import { logGroup } from "./log-group.ts";
import { namespace } from "./namespace.ts";
import { limitRange, resourceQuota } from "./namespace-limits.ts";
import { natGateway } from "./nat-gateway.ts";
import { networkPolicy } from "./network-policy.ts";
import { nodeClass } from "./node-class.ts";
import { nodeGroup } from "./node-group.ts";
import { nodePool, nodeRequirement } from "./node-pool.ts";
import { nodeRole } from "./node-role.ts";
import { nodeVolume } from "./node-volume.ts";
import { oidcProvider } from "./oidc-provider.ts";
import { permissionStatement } from "./permission-statement.ts";
import { persistentVolume } from "./persistent-volume.ts";
import { persistentVolumeClaim } from "./persistent-volume-claim.ts";
import { podDisruptionBudget } from "./pod-disruption-budget.ts";
import { podIdentityAssociation } from "./pod-identity-association.ts";
import { podVolume } from "./pod-volume.ts";
import { policyAttachment } from "./policy-attachment.ts";
import { portRange } from "./ports.ts";
import { prefixList } from "./prefix-list.ts";
import { rbacBinding, rbacRole, rbacRule, rbacSubject } from "./rbac.ts";
import { route } from "./route.ts";
import { routeTable, routeTableAssociation } from "./route-table.ts";
import { configMap, secret } from "./secret.ts";
import { securityGroup } from "./security-group.ts";
import { securityGroupPolicy } from "./security-group-policy.ts";
import { securityGroupRule } from "./security-group-rule.ts";
import { service } from "./service.ts";
import { serviceAccount } from "./service-account.ts";
import { stack } from "./stack.ts";
import { storageClass } from "./storage-class.ts";
import { subnet } from "./subnet.ts";
import { sysctl } from "./sysctl.ts";
import { toleration } from "./toleration.ts";
import { spreadConstraint } from "./topology-spread.ts";
import { trustCondition } from "./trust-condition.ts";
import { trustStatement } from "./trust-statement.ts";
import { verticalPodAutoscaler } from "./vertical-pod-autoscaler.ts";
import { vpc } from "./vpc.ts";
import { vpcEndpoint } from "./vpc-endpoint.ts";
import { workload } from "./workload.ts";

/** Every concept, in the order the vocabulary page shows them. */
export const concepts: readonly Concept[] = [
  cluster,
  nodeGroup,
  nodePool,
  nodeRequirement,
  nodeClass,
  fargateProfile,
  fargateSelector,
  addon,
  podIdentityAssociation,
  accessEntry,
  accessPolicy,
  subnet,
  vpc,
  routeTable,
  routeTableAssociation,
  route,
  natGateway,
  vpcEndpoint,
  securityGroup,
  securityGroupRule,
  portRange,
  prefixList,
  securityGroupPolicy,
  launchTemplate,
  launchTemplateInterface,
  iamRole,
  trustStatement,
  trustCondition,
  oidcProvider,
  nodeRole,
  iamPolicy,
  inlinePolicy,
  policyAttachment,
  permissionStatement,
  workload,
  container,
  environmentVariableType,
  podVolume,
  toleration,
  sysctl,
  spreadConstraint,
  podDisruptionBudget,
  horizontalPodAutoscaler,
  verticalPodAutoscaler,
  namespace,
  resourceQuota,
  limitRange,
  networkPolicy,
  storageClass,
  persistentVolume,
  persistentVolumeClaim,
  secret,
  configMap,
  ecrRepository,
  serviceAccount,
  rbacRole,
  rbacRule,
  rbacBinding,
  rbacSubject,
  service,
  ingress,
  helmRelease,
  kubernetesObject,
  nodeVolume,
  kmsKey,
  logGroup,
  flowLog,
  guardDutyDetector,
  guardDutyFeature,
  trail,
  configRecorder,
  elasticIp,
  loadBalancer,
  targetGroup,
  stack,
  account,
  accountCounts,
];

/** Terraform types that are no concept of their own but that concepts are read through. */
export const readAlong: ReadonlySet<string> = new Set([
  "aws_iam_policy_document",
  "aws_internet_gateway",
  "aws_vpn_gateway",
]);
