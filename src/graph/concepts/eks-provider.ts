import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute, Link } from "../../source/declaration.ts";
import type { Origin, Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import { members } from "./members.ts";
import { isEksIssuer } from "./oidc-issuer.ts";

/**
 * Whether a statement's identity provider is an EKS cluster's: by its name where that is known, else by what the
 * provider was made from, else by the subjects the statement accepts.
 */
export const isEksProvider: Reader = ({ entity, part, ...origin }) => {
  const ref = part.root.ref;
  const federated = members(entity.get("federated") ?? []);
  const names = federated.known.filter((name) => typeof name === "string");
  if (names.some(isEksIssuer)) return derived(true, ref);
  const unknowns = federated.known.filter((name) => name instanceof Unknown);
  if (unknowns.length === 0 && federated.doubtful.bounded) return derived(false, ref);
  const missing = [...unknowns.flatMap((unknown) => unknown.missing), ...federated.doubtful.missing];
  if (
    madeFromCluster({ entity, part, ...origin }) ||
    acceptsServiceAccounts(entity.get("conditions") ?? [])
  ) {
    return derived(true, ref);
  }
  return derived(isOfSomethingElse(entity) ? false : new Unknown(missing), ref);
};

/** Whether every provider that is named is one that was read, and none is a cluster's. */
function isOfSomethingElse(statement: Origin["entity"]): boolean {
  const { known, doubtful } = members(statement.get("providers") ?? []);
  const isOther = (provider: Value) => isEntity(provider) && provider.get("eks") === false;
  return known.length > 0 && known.every(isOther) && doubtful.missing.length === 0;
}

/** Follows the provider's ARN to the provider, and its URL to a cluster. */
function madeFromCluster({ part, declaration, lookup }: Origin): boolean {
  return federatedAttributes(part.root).some((attribute) =>
    leadsTo(attribute, (link) => {
      const provider = lookup.target(declaration.file, link);
      const url = provider?.root.get(provider.format === "terraform" ? "url" : "Url");
      if (url === undefined) return false;
      if (typeof url.json === "string") return isEksIssuer(url.json);
      return leadsTo(url, (target) => {
        const source = lookup.target(declaration.file, target);
        return source !== undefined && lookup.entityOf(source, "Cluster") !== undefined;
      });
    }),
  );
}

/** Whether everything an attribute can be made of is such a thing. */
function leadsTo({ links }: Attribute, isWanted: (link: Link) => boolean): boolean {
  return links.closed && links.targets.length > 0 && links.targets.every(isWanted);
}

function federatedAttributes(root: Attribute): readonly Attribute[] {
  const blocks = root.get("principals");
  const fromBlocks = blocks.items().flatMap((block) => {
    const identifiers = block.get("identifiers");
    return [identifiers, ...identifiers.items()];
  });
  const json = root.get("Principal", "Federated");
  return [...fromBlocks, json, ...json.items()];
}

function acceptsServiceAccounts(conditions: Parameters<typeof members>[0]): boolean {
  return members(conditions).known.some((condition) => {
    if (
      typeof condition !== "object" ||
      condition === null ||
      !("concept" in condition) ||
      isEntity(condition)
    )
      return false;
    const values = members(condition.get("values") ?? []).known;
    return values.some((value) => typeof value === "string" && value.startsWith("system:serviceaccount:"));
  });
}
