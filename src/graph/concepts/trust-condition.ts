import { PartialList, Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { concept } from "../concept.ts";
import { record } from "../entity.ts";
import { concat } from "../link.ts";
import { asText, isShapeless, notA, scalarValue, textList, unknownOf } from "../read.ts";
import { missingOf } from "../several.ts";
import { members } from "./members.ts";

export const trustCondition = concept({
  name: "TrustCondition",
  doc: "One condition of a trust statement.",
  fields: {
    operator: { type: "string", doc: "`StringEquals`, `StringLike`, `ForAnyValue:StringEquals` ..." },
    key: { type: "string", doc: "The condition key: `oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:sub`." },
    values: { type: "list<string>", doc: "The values it is compared with." },
    about: {
      type: "string",
      doc: "What it restricts: `subject` (the service account), `audience`, or `other`. Told from the key, or from the values where the key is computed.",
    },
    binding: {
      type: "bool",
      doc: "Whether it has to hold and be present: not negated, not `IfExists`, not `ForAllValues`, not `Null`.",
    },
    wildcards: { type: "bool", doc: "Whether its operator gives `*` and `?` a meaning." },
  },
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

/** One condition; `purpose` is what it restricts, where that is known although the key is not. */
export function conditionRecord(
  operator: Value,
  key: Value,
  values: Value,
  purpose: Value = about(key, values),
): Value {
  return record("TrustCondition", {
    operator,
    key,
    values,
    about: purpose,
    binding: typeof operator === "string" ? isBinding(operator) : operator,
    wildcards:
      typeof operator === "string" ? /(Like|Arn(Equals|Like))(IfExists)?$/i.test(operator) : operator,
  });
}

function about(key: Value, values: Value): Value {
  if (typeof key === "string") {
    const name = key.slice(key.lastIndexOf(":") + 1).toLowerCase();
    return name === "sub" ? "subject" : name === "aud" ? "audience" : "other";
  }
  const known = members(values).known.filter((value) => typeof value === "string");
  if (known.some((value) => value.startsWith("system:serviceaccount:"))) return "subject";
  if (known.some((value) => /^sts\.amazonaws\.com(\.cn)?$/.test(value))) return "audience";
  return key;
}

function isBinding(operator: string): boolean {
  return !/^ForAllValues:|IfExists$|^Null$|:Null$|Not(Equals|Like|IpAddress)|^Not/i.test(operator);
}
