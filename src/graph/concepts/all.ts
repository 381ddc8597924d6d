import type { Concept } from "../concept.ts";
import { account, accountCounts } from "./account.ts";
import { addon } from "./addon.ts";
import { cluster } from "./cluster.ts";
import { fargateProfile, fargateSelector } from "./fargate-profile.ts";
import { helmRelease } from "./helm-release.ts";
import { iamPolicy } from "./iam-policy.ts";
import { iamRole } from "./iam-role.ts";
import { launchTemplate } from "./launch-template.ts";
import { nodeClass } from "./node-class.ts";
import { nodeGroup } from "./node-group.ts";
import { natGateway } from "./nat-gateway.ts";
import { nodePool, nodeRequirement } from "./node-pool.ts";
import { permissionStatement } from "./permission-statement.ts";
import { podIdentityAssociation } from "./pod-identity-association.ts";
import { policyAttachment } from "./policy-attachment.ts";
import { portRange } from "./ports.ts";
import { route } from "./route.ts";
import { routeTable, routeTableAssociation } from "./route-table.ts";
import { securityGroup } from "./security-group.ts";
import { securityGroupPolicy } from "./security-group-policy.ts";
import { securityGroupRule } from "./security-group-rule.ts";
import { serviceAccount } from "./service-account.ts";
import { subnet } from "./subnet.ts";
import { trustCondition } from "./trust-condition.ts";
import { trustStatement } from "./trust-statement.ts";
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
  securityGroupPolicy,
  launchTemplate,
  iamRole,
  trustStatement,
  trustCondition,
  iamPolicy,
  policyAttachment,
  permissionStatement,
  workload,
  serviceAccount,
  helmRelease,
  account,
  accountCounts,
];

/** Terraform types that are no concept of their own but that concepts are read through. */
export const readAlong: ReadonlySet<string> = new Set([
  "aws_iam_policy_document",
  "aws_iam_openid_connect_provider",
  "aws_internet_gateway",
  "aws_vpn_gateway",
]);
