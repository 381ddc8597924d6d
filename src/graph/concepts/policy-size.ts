import type { Format } from "../../base/place.ts";
import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import type { Reader } from "../concept.ts";
import { derived } from "../entity.ts";
import { unknownOf } from "../read.ts";

/** What each format calls the trust policy of a role. */
const trustOf: Readonly<Partial<Record<Format, string>>> = {
  terraform: "assume_role_policy",
  cloudformation: "AssumeRolePolicyDocument",
  inventory: "trust",
};

/** How long a trust policy is, as IAM counts it. Those that eksctl makes have one short statement. */
export const trustCharacters: Reader = ({ declaration, entity, part }) => {
  const name = trustOf[declaration.format];
  if (name !== undefined) {
    const policy = declaration.root.get(name);
    return derived(charactersOf(policy), policy.ref);
  }
  const missing = { attribute: `${entity.resource}.trust`, reason: "made by eksctl", ref: entity.ref };
  return derived(new Unknown([missing], 1, longestOfEksctl), part.root.ref);
};

/** Names of clusters, namespaces and service accounts at their longest, and the provider's ARN. */
const longestOfEksctl = 1500;

/** How long the policy is that a declaration has under this name. */
export function characters(name: string): Reader {
  return ({ root }) => derived(charactersOf(root.get(name)), root.get(name).ref);
}

/** How many characters a policy has, white space left out; at least those that are known. */
function charactersOf(policy: Attribute): Value {
  const { json, state } = policy;
  if (state === "absent" || json === null) return 0;
  if (json !== undefined) return count(typeof json === "string" ? json : JSON.stringify(json));
  return new Unknown(unknownOf(policy).missing, leastOf(policy), Number.POSITIVE_INFINITY);
}

function leastOf(attribute: Attribute): number {
  const { json, document, pieces } = attribute;
  if (json !== undefined) return count(JSON.stringify(json));
  if (document !== undefined) return leastOf(document);
  if (pieces !== undefined) return sum(pieces.map((piece) => count(piece ?? "")));
  const ofEntries = attribute
    .entries()
    .map(([key, value]) => count(JSON.stringify(key)) + 1 + leastOf(value));
  return sum([...ofEntries, ...attribute.items().map(leastOf)]);
}

function count(text: string): number {
  return text.replace(/\s/g, "").length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
