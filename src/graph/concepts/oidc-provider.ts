import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { concept, type Declared, type Lookup, type Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import { around, resolveOne } from "../link.ts";
import { OneOf } from "../one-of.ts";
import { always, asText, scalarValue, text, texts, written } from "../read.ts";
import { missingOf, perhaps } from "../several.ts";
import { accountNamed } from "./arn-account.ts";
import { bareIssuer, isEksIssuer, issuerOfProvider } from "./oidc-issuer.ts";

export const oidcProvider = concept({
  name: "OidcProvider",
  doc: "An OpenID Connect identity provider in IAM. Through a cluster's, its service accounts assume roles (IRSA).",
  identity: ["arn", "issuer"],
  aliases: (identity) => [identity, issuerOfProvider(identity) ?? identity],
  isOther: (identity, provider) => {
    const [account, other] = [accountNamed(identity), accountNamed(provider.get("arn"))];
    return account !== undefined && other !== undefined && account !== other;
  },
  fields: {
    arn: { type: "string?", doc: "Its ARN; null where it is still to be created." },
    issuer: {
      type: "string",
      doc: "Whose tokens it takes, without `https://`: `oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE`.",
    },
    clientIds: { type: "list<string>", doc: "The audiences it takes tokens for: `sts.amazonaws.com`." },
    cluster: { type: "Cluster?", doc: "The cluster whose issuer it is for; null where none was read." },
    eks: {
      type: "bool",
      doc: "Whether its issuer is that of an EKS cluster.",
      derive: ({ entity, part }) => derived(isOfCluster(entity), part.root.ref),
    },
  },
  suppliers: [
    {
      format: "terraform",
      types: ["aws_iam_openid_connect_provider"],
      data: true,
      fields: {
        arn: text("arn"),
        issuer: issuerAt("url"),
        clientIds: texts("client_id_list"),
        cluster: clusterAt("url"),
      },
    },
    {
      format: "cloudformation",
      types: ["AWS::IAM::OIDCProvider"],
      fields: {
        arn: always(null),
        issuer: issuerAt("Url"),
        clientIds: texts("ClientIdList"),
        cluster: clusterAt("Url"),
      },
    },
    {
      format: "cloudformation",
      types: ["Custom::AWSCDKOpenIdConnectProvider"],
      fields: {
        arn: always(null),
        issuer: issuerAt("Url"),
        clientIds: texts("ClientIDList"),
        cluster: clusterAt("Url"),
      },
    },
    {
      format: "eksctl",
      types: ["ClusterConfig"],
      parts: ({ root, owner }) => {
        const wanted = root.get("iam", "withOIDC");
        if (wanted.state === "absent" || [false, null].includes(flagOf(wanted))) return [];
        const part = { root, key: "provider", resource: `${owner} provider made by eksctl` };
        return [wanted.state === "unknown" ? { ...part, count: perhaps([missingOf(wanted)]) } : part];
      },
      fields: {
        arn: always(null),
        issuer: ({ entity, root }) => {
          const attribute = `${entity.resource}.issuer`;
          const missing = { attribute, reason: "known once the cluster is made", ref: root.ref };
          return derived(new Unknown([missing]), root.ref);
        },
        clientIds: always(["sts.amazonaws.com"]),
        cluster: around("Cluster"),
        eks: always(true),
      },
    },
  ],
});

function flagOf({ json }: Attribute): boolean | null {
  return json === "false" ? false : typeof json === "boolean" ? json : json === null ? null : true;
}

function issuerAt(name: string): Reader {
  return ({ root }) => {
    const url = root.get(name);
    const value = scalarValue(url, asText);
    return written(typeof value === "string" ? bareIssuer(value) : value, url);
  };
}

/** The cluster that a URL is computed from, or whose issuer it is. */
function clusterAt(name: string): Reader {
  return ({ root, lookup }) => {
    const url = root.get(name);
    if (typeof url.json !== "string") return written(resolveOne(url, "Cluster", lookup), url);
    return written(clusterOf(bareIssuer(url.json), url, lookup), url);
  };
}

function clusterOf(issuer: string, url: Attribute, lookup: Lookup): Value {
  if (!isEksIssuer(issuer)) return null;
  const clusters = lookup.entities("Cluster");
  const named = clusters.find((cluster) => cluster.get("issuer") === issuer);
  if (named !== undefined) return named;
  const possible = clusters.filter((cluster) => cluster.get("issuer") instanceof Unknown && !isNew(cluster));
  const missing = { ...missingOf(url), reason: "the issuer of a cluster that does not say its own" };
  return possible.length === 0 ? null : new OneOf([missing], possible);
}

/** The issuer of a cluster that is only made now was never written anywhere. */
function isNew({ declaration }: Declared): boolean {
  return declaration.change === "create" || declaration.change === "replace";
}

function isOfCluster(provider: Declared): Value {
  const issuer = provider.get("issuer") ?? null;
  if (typeof issuer === "string") return isEksIssuer(issuer);
  return isEntity(provider.get("cluster")) ? true : issuer;
}
