import { PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { concept } from "../concept.ts";
import { record } from "../entity.ts";
import { concat } from "../link.ts";
import { asText, isShapeless, notA, scalarValue, textList, unknownOf } from "../read.ts";
import { missingOf } from "../several.ts";
import { isFields, members, some } from "./members.ts";
import { impossible, takesAnyName, takesAnyNamespace } from "./trust-subject.ts";
import { told } from "./truth.ts";

export const trustCondition = concept({
  name: "TrustCondition",
  doc: "One condition of a trust statement.",
  fields: {
    operator: { type: "string", doc: "`StringEquals`, `StringLike`, `ForAnyValue:StringEquals` ..." },
    key: { type: "string", doc: "The condition key: `oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub`." },
    values: { type: "list<string>", doc: "The values it is compared with." },
    issuer: {
      type: "string?",
      doc: "The identity provider that its key asks: `oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE`; null for the keys of AWS itself.",
    },
    claim: {
      type: "string?",
      doc: "What its key asks an identity provider for: `sub`, `aud`, `repository`; null for the keys of AWS itself.",
    },
    about: {
      type: "string",
      doc: "What it restricts: `subject` (the service account), `audience`, or `other`. Told from the key, or from the values where the key is computed.",
    },
    binding: {
      type: "bool",
      doc: "Whether it has to hold and be present: not negated, not `IfExists`, not `ForAllValues`, not `Null`.",
    },
    wildcards: { type: "bool", doc: "Whether its operator gives `*` and `?` a meaning." },
    anyNamespace: {
      type: "bool",
      doc: "Whether it takes service accounts of namespaces that it does not write out; false for conditions that are not about them.",
    },
    anyName: {
      type: "bool",
      doc: "Whether it writes out a namespace and takes service accounts whose name it does not write out.",
    },
    impossible: {
      type: "list<string>",
      doc: "The service accounts it asks for that there cannot be: a `*` that its operator takes as it is written, or anything but `system:serviceaccount:<namespace>:<name>`.",
    },
    anyAccount: {
      type: "bool",
      doc: "Whether it takes ARNs of every account: `*`, or an ARN whose account is `*`.",
    },
  },
  methods: [
    {
      signature: "asks(string): bool",
      doc: 'Whether its key is this one, in small or capital letters: `asks("aws:SourceArn")`.',
      call: (self, key) =>
        isFields(self) &&
        told(self.get("key"), (own) => String(own).toLowerCase() === String(key).toLowerCase()),
    },
  ],
});

/** The conditions of a JSON statement: operator to key to values. */
export function jsonConditions(condition: Attribute): Value {
  if (condition.state === "unknown") return unknownOf(condition);
  if (isShapeless(condition)) return notA("a map", condition);
  return condition
    .entries()
    .map(([operator, keys]) => conditionsOf(operator, keys))
    .reduce<Value>(concat, []);
}

/** Keys that are not known may be any number, all with the same operator. */
function conditionsOf(operator: string, keys: Attribute): Value {
  if (keys.state === "known" && !isShapeless(keys)) {
    return keys.entries().map(([key, values]) => conditionRecord(operator, key, textList(values)));
  }
  const unknown = keys.state === "unknown" ? unknownOf(keys) : notA("a map", keys);
  return keys.state === "absent"
    ? []
    : new PartialList([], unknown, { candidates: [conditionRecord(operator, unknown, unknown)] });
}

/** The `condition` blocks of a policy document data source. */
export function documentConditions(blocks: Attribute): Value {
  if (blocks.state === "unknown") return unknownOf(blocks);
  const items = blocks.items();
  const known = items
    .filter(({ state }) => state === "known")
    .map((block) => {
      const operator = scalarValue(block.get("test"), asText);
      const key = scalarValue(block.get("variable"), asText);
      return conditionRecord(operator, key, textList(block.get("values")));
    });
  const open = items.filter(({ state }) => state === "unknown");
  return open.length === 0 ? known : new PartialList(known, new Unknown(open.map(missingOf)));
}

/** One condition. What is known of it although its key or its values are not can be said in `also`. */
export function conditionRecord(
  operator: Value,
  key: Value,
  values: Value,
  also: Readonly<Record<string, Value>> = {},
): Value {
  const { about: purpose = about(key, values) } = also;
  return record("TrustCondition", {
    operator,
    key,
    values,
    about: purpose,
    issuer: key instanceof Unknown ? key : (askedOf(key)?.issuer ?? null),
    claim: key instanceof Unknown ? key : (askedOf(key)?.claim ?? null),
    binding: told(operator, (text) => isBinding(String(text))),
    wildcards: told(operator, (text) => readsWildcards(String(text))),
    ...subjectFields(operator, values, purpose),
    anyAccount: some(
      values,
      (value) => typeof value === "string" && /^(arn:[^:]*:[^:]*:[^:]*:)?\*/.test(value),
    ),
    ...also,
  });
}

/** What a condition on service accounts says of them. */
function subjectFields(operator: Value, values: Value, purpose: Value): Readonly<Record<string, Value>> {
  const ofSubject = (ask: (wildcards: boolean) => Value, otherwise: Value) => {
    if (purpose instanceof Unknown) return purpose;
    if (purpose !== "subject") return otherwise;
    return operator instanceof Unknown ? operator : ask(readsWildcards(String(operator)));
  };
  return {
    anyNamespace: ofSubject((wildcards) => wildcards && takesAnyNamespace(values), false),
    anyName: ofSubject((wildcards) => wildcards && takesAnyName(values), false),
    impossible: ofSubject((wildcards) => impossible(values, wildcards), []),
  };
}

/** What a key asks of an identity provider; keys of AWS itself have no dot before their colon. */
function askedOf(key: Value): { readonly issuer: string; readonly claim: string } | undefined {
  const text = String(key);
  const at = text.lastIndexOf(":");
  const issuer = text.slice(0, Math.max(at, 0));
  return issuer.includes(".") ? { issuer, claim: text.slice(at + 1).toLowerCase() } : undefined;
}

function about(key: Value, values: Value): Value {
  if (typeof key === "string") {
    const name = key.slice(key.lastIndexOf(":") + 1).toLowerCase();
    return name === "sub" ? "subject" : name === "aud" ? "audience" : "other";
  }
  const known = members(values).known.filter((value) => typeof value === "string");
  if (known.some((value) => /^(system:serviceaccount|repo):/.test(value))) return "subject";
  if (known.some((value) => /^sts\.amazonaws\.com(\.cn)?$/.test(value))) return "audience";
  return key;
}

function isBinding(operator: string): boolean {
  return !/^ForAllValues:|IfExists$|^Null$|:Null$|Not(Equals|Like|IpAddress)|^Not/i.test(operator);
}

function readsWildcards(operator: string): boolean {
  return /(Like|Arn(Equals|Like))(IfExists)?$/i.test(operator);
}
