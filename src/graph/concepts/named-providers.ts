import { type Missing, PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import type { Declared, Origin, Reader } from "../concept.ts";
import { derived, isEntity } from "../entity.ts";
import { joined, resolveMany } from "../link.ts";
import { asText, scalarValue, unknownOf } from "../read.ts";
import { isDeclared } from "./manifest-cluster.ts";
import { isFields, members } from "./members.ts";
import { issuerOfProvider } from "./oidc-issuer.ts";

/** The OIDC providers among the principals of a statement. */
export const namedProviders: Reader = ({ root, lookup }) => {
  const lists = federatedLists(root).map((list) =>
    list instanceof Unknown ? list : resolveMany(list, "OidcProvider", lookup),
  );
  return derived(joined(lists), root.ref);
};

/** The issuers of the providers that are named, and of those that are referred to. */
export const namedIssuers: Reader = ({ entity, part }) => {
  const names = members(entity.get("federated") ?? []);
  const named = names.known.map(issuerIn);
  if (names.doubtful.bounded && named.every((issuer) => issuer !== undefined))
    return derived(
      [...new Set(named)].filter((issuer) => issuer !== null),
      part.root.ref,
    );
  const { known, doubtful } = members(entity.get("providers") ?? []);
  const issuers = [...new Set(known.map(issuerOf))].filter((issuer) => issuer !== null);
  const isClosed = doubtful.bounded && doubtful.candidates.length === 0;
  const value = isClosed ? issuers : new PartialList(issuers, new Unknown(doubtful.missing));
  return derived(value, part.root.ref);
};

/** The issuer that a name says by itself; `null` where it is none of OpenID Connect. */
function issuerIn(name: Value): string | null | undefined {
  if (typeof name !== "string") return undefined;
  if (name.includes(":saml-provider/")) return null;
  const issuer = issuerOfProvider(name);
  return issuer?.includes("${") ? undefined : issuer;
}

/** The issuer of a provider, as it is declared or as its ARN says; `null` for one that has none. */
function issuerOf(provider: Value): Value {
  if (!isEntity(provider)) return provider;
  if (isDeclared(provider)) return provider.get("issuer") ?? null;
  const issuer = issuerIn(provider.get("arn") ?? null);
  return issuer === undefined ? (provider.get("issuer") ?? null) : issuer;
}

/** The keys of conditions that ask another identity provider than the statement names. */
export const otherKeys: Reader = (from) => {
  const { known, doubtful } = members(from.entity.get("conditions") ?? []);
  const issuers = members(from.entity.get("issuers") ?? []);
  const unread = [...missingIn(issuers.known), ...issuers.doubtful.missing];
  const strange: Value[] = [];
  const unmatched: Missing[] = [];
  const unnamed: Missing[] = [...doubtful.missing];
  for (const condition of known.filter(isFields)) {
    const issuer = condition.get("issuer") ?? null;
    if (issuer === null || issuers.known.includes(issuer)) continue;
    if (issuer instanceof Unknown) unnamed.push(...issuer.missing);
    else if (unread.length > 0) unmatched.push(...unread);
    else strange.push(condition.get("key") ?? null);
  }
  const missing = [...unmatched, ...(unnamed.length > 0 && areMadeOfProvider(from) ? [] : unnamed)];
  return derived(
    missing.length === 0 ? strange : new PartialList(strange, new Unknown(missing)),
    from.part.root.ref,
  );
};

function missingIn(values: readonly Value[]): readonly Missing[] {
  return values.flatMap((value) => (value instanceof Unknown ? value.missing : []));
}

/** Whether every key that is not known is made of nothing but the one provider that is named, or of its cluster. */
function areMadeOfProvider({ entity, part, declaration, lookup }: Origin): boolean {
  const { known, doubtful } = members(entity.get("providers") ?? []);
  const [provider] = known;
  if (known.length !== 1 || doubtful.missing.length > 0 || !isDeclared(provider)) return false;
  const cluster = provider.get("cluster");
  const sources = [provider, ...(isDeclared(cluster) ? [cluster] : [])].map(
    (each: Declared) => each.declaration,
  );
  const keys = unknownKeys(part.root);
  return (
    keys?.every(
      ({ links }) =>
        links.closed &&
        links.targets.length > 0 &&
        (links.texts ?? []).length === 0 &&
        links.targets.every((link) => {
          const target = lookup.target(declaration.file, link);
          return target !== undefined && sources.includes(target);
        }),
    ) ?? false
  );
}

/** The attributes that hold the keys of conditions which are not known; `undefined` where some are not to be seen. */
function unknownKeys(root: Attribute): readonly Attribute[] | undefined {
  const blocks = root.get("condition");
  const map = root.get("Condition");
  if (blocks.state === "unknown" || map.state === "unknown") return undefined;
  const parts = [...blocks.items(), ...map.entries().map(([, keys]) => keys)];
  if (blocks.items().some(({ state }) => state !== "known")) return undefined;
  const keys = blocks.state === "absent" ? parts : parts.map((block) => block.get("variable"));
  return keys.filter(({ state }) => state === "unknown");
}

/** The lists of identity providers of a statement, in either spelling. */
function federatedLists(root: Attribute): readonly (Attribute | Unknown)[] {
  const blocks = root.get("principals");
  const principal = root.get("Principal");
  for (const attribute of [blocks, principal])
    if (attribute.state === "unknown") return [unknownOf(attribute)];
  const named = blocks.items().flatMap((block): readonly (Attribute | Unknown)[] => {
    const kind = scalarValue(block.get("type"), asText);
    if (kind instanceof Unknown) return [kind];
    return kind === "Federated" ? [block.get("identifiers")] : [];
  });
  return typeof principal.json === "string" ? named : [...named, principal.get("Federated")];
}
