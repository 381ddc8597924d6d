import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { concept } from "../concept.ts";
import { record } from "../entity.ts";
import { asText, scalarValue, textList } from "../read.ts";
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
  if (condition.state === "unknown") return unknownList(condition);
  return condition.entries().flatMap(([operator, keys]) => {
    if (keys.state === "unknown") return [unknownCondition(operator, keys)];
    return keys.entries().map(([key, values]) => make(operator, key, textList(values)));
  });
}

/** The `condition` blocks of a policy document data source. */
export function documentConditions(blocks: Attribute): Value {
  if (blocks.state === "unknown") return unknownList(blocks);
  return blocks.items().map((block) => {
    const operator = scalarValue(block.get("test"), asText);
    const key = scalarValue(block.get("variable"), asText);
    return make(operator, key, textList(block.get("values")));
  });
}

function make(operator: Value, key: Value, values: Value): Value {
  return record("TrustCondition", {
    operator,
    key,
    values,
    about: about(key, values),
    binding: typeof operator === "string" ? isBinding(operator) : operator,
    wildcards: typeof operator === "string" ? /(Like|Arn(Equals|Like))(IfExists)?$/i.test(operator) : operator,
  });
}

function unknownCondition(operator: string, keys: Attribute): Value {
  const unknown = unknownList(keys);
  return make(operator, unknown, unknown);
}

function unknownList(attribute: Attribute): Unknown {
  return new Unknown(attribute.missing === undefined ? [] : [attribute.missing]);
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
