import type { Field, Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import { one } from "../link.ts";
import { asText, scalarValue, unknownOf, written } from "../read.ts";
import { accountNamed } from "./arn-account.ts";
import { bareIssuer } from "./oidc-issuer.ts";

/** Who vouches for a cluster's service accounts, and as whom the nodes of Auto Mode act. */
export const clusterIdentityFields = {
  issuer: {
    type: "string",
    doc: "The issuer of its service accounts' tokens, without `https://`; only known of a cluster that exists.",
  },
  accountId: {
    type: "string",
    doc: "The 12 digits of its account: as its ARN says, else those of the inventory.",
    derive: (from) => {
      const own = accountNamed(from.declaration.root.get("arn").json);
      const account = from.entity.get("account") ?? null;
      const told = isEntity(account) ? (account.get("id") ?? null) : account;
      return derived(own ?? told, from.part.root.ref);
    },
  },
  serviceAccounts: {
    type: "list<ServiceAccount>",
    doc: "The Kubernetes service accounts in it.",
    inverse: { of: "ServiceAccount", by: "cluster" },
  },
  oidcProviders: {
    type: "list<OidcProvider>",
    doc: "The identity providers in IAM that are for its issuer.",
    inverse: { of: "OidcProvider", by: "cluster" },
  },
  autoModeNodeRole: {
    type: "IamRole?",
    doc: "The role of the nodes that EKS Auto Mode makes; null where no role is named: it has no node pools of its own, or eksctl makes the role.",
  },
} as const satisfies Readonly<Record<string, Field>>;

export const terraformClusterIdentity = {
  issuer: (({ root }) => {
    const url = root.get("identity", 0, "oidc", 0, "issuer");
    const value = scalarValue(url, asText);
    if (typeof value === "string") return written(bareIssuer(value), url);
    // Nobody writes it: where it is not in the plan it is only known after apply.
    return written(value ?? unknownOf(url), url);
  }) satisfies Reader,
  autoModeNodeRole: one("IamRole", "compute_config", 0, "node_role_arn"),
};

export const templateClusterIdentity = {
  autoModeNodeRole: one("IamRole", "ComputeConfig", "NodeRoleArn"),
};

export const cdkClusterIdentity = {
  autoModeNodeRole: one("IamRole", "Config", "computeConfig", "nodeRoleArn"),
};

/** Where no role is named eksctl makes one, and makes it right. */
export const eksctlClusterIdentity = {
  autoModeNodeRole: one("IamRole", "autoModeConfig", "nodeRoleARN"),
};
