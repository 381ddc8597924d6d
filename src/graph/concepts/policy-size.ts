import type { Format } from "../../base/place.ts";
import { type Missing, Unknown, type Value } from "../../base/value.ts";
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
  const { least, missing } = measure(policy);
  return missing.length === 0 ? least : new Unknown(missing, least, Number.POSITIVE_INFINITY);
}

/** The characters that are known, and what is not. */
interface Measure {
  readonly least: number;
  readonly missing: readonly Missing[];
}

function measure(attribute: Attribute, isText = true): Measure {
  const { json, state, document, pieces } = attribute;
  if (state === "absent" || json === null) return { least: 0, missing: [] };
  if (json !== undefined)
    return { least: count(isText && typeof json === "string" ? json : JSON.stringify(json)), missing: [] };
  if (document !== undefined) return measure(document, false);
  const missing = unknownOf(attribute).missing;
  if (pieces !== undefined) return { least: sum(pieces.map((piece) => count(piece ?? ""))), missing };
  if (state === "unknown") return { least: 0, missing };
  const entries = attribute.entries();
  const parts = [...entries.map(([, value]) => value), ...attribute.items()].map((part) =>
    measure(part, false),
  );
  const keys = entries.map(([key]) => count(JSON.stringify(key)) + 1);
  const open = parts.flatMap((part) => part.missing);
  return {
    least: sum([...keys, ...parts.map((part) => part.least)]),
    missing: open.length > 0 ? open : missing,
  };
}

function count(text: string): number {
  return text.replace(/\s/g, "").length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
