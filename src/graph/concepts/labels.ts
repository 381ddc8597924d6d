import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import { asText, isShapeless, notA, scalarValue, textList, unknownOf } from "../read.ts";
import { missingOf } from "../several.ts";
import { wildcardMatches } from "./iam-action.ts";
import { some } from "./members.ts";
import { labelKey } from "./shortlist.ts";
import { any, every, not, type Truth, told } from "./truth.ts";

/** Whether labels or tags hold each wanted key with its value; `*` and `?` match any characters where they may. */
export function carries(labels: Value, wanted: Value, wildcards: Wildcards): Truth {
  if (wanted instanceof Unknown) return wanted;
  if (!(wanted instanceof Map)) return false;
  return every([...wanted].map(([key, value]) => hasLabel(labels, key, value, wildcards)));
}

/** Where `*` and `?` have a meaning. */
type Wildcards = "nowhere" | "in values" | "everywhere";

function hasLabel(labels: Value, key: string, wanted: Value, wildcards: Wildcards): Truth {
  const isKey = (each: string) => (wildcards === "everywhere" ? wildcardMatches(key, each) : key === each);
  const isValue = (pattern: string, text: string) =>
    wildcards === "nowhere" ? pattern === text : wildcardMatches(pattern, text);
  return someLabel(labels, isKey, (value) => {
    if (value instanceof Unknown) return value;
    return told(wanted, (pattern) => isValue(String(pattern), String(value)));
  });
}

/** Whether a Kubernetes label selector selects what has these labels; an empty one selects everything. */
export function selects(selector: Attribute, labels: Value): Truth {
  if (selector.state === "unknown") return unknownOf(selector);
  if (isShapeless(selector)) return notA("a map", selector);
  const wanted = selector.get("matchLabels");
  if (wanted.state === "unknown") return unknownOf(wanted);
  const expressions = selector.get("matchExpressions");
  if (expressions.state === "unknown") return unknownOf(expressions);
  if (isShapeless(wanted) || isShapeless(expressions)) return notA("a selector", selector);
  const pairs = wanted.entries().map(([key, value]) => [key, scalarValue(value, asText)] as const);
  return every([
    carries(labels, new Map(pairs), "nowhere"),
    ...expressions.items().map((expression) => meets(expression, labels)),
  ]);
}

/** A label, as a key, without which a selector certainly selects nothing; `undefined` where none can be told. */
export function wantedLabel(selector: Attribute): string | undefined {
  const [wanted, expressions] = [selector.get("matchLabels"), selector.get("matchExpressions")];
  const isReadable = [selector, wanted].every(({ state }) => state === "known") && !isShapeless(selector);
  if (!isReadable || expressions.state === "unknown" || isShapeless(wanted) || isShapeless(expressions))
    return undefined;
  const [label] = wanted.entries().flatMap(([key, value]) => {
    const text = scalarValue(value, asText);
    return typeof text === "string" ? [labelKey(key, text)] : [];
  });
  return label;
}

function meets(expression: Attribute, labels: Value): Truth {
  const [key, operator] = [expression.get("key"), expression.get("operator")];
  const open = [expression, key, operator].find(({ state }) => state !== "known");
  if (open !== undefined) return new Unknown([missingOf(open)]);
  const isKey = (each: string) => each === key.json;
  const isThere = () => someLabel(labels, isKey, () => true);
  const isAmong = () => {
    const values = textList(expression.get("values"));
    return someLabel(labels, isKey, (value) =>
      value instanceof Unknown ? value : some(values, (each) => each === value),
    );
  };
  switch (operator.json) {
    case "Exists":
      return isThere();
    case "DoesNotExist":
      return not(isThere());
    case "In":
      return isAmong();
    case "NotIn":
      return not(isAmong());
    default:
      return notA("an operator of a selector", operator);
  }
}

/** A key with a placeholder in it may turn out to be any key. */
function someLabel(labels: Value, isKey: (key: string) => boolean, isValue: (value: Value) => Truth): Truth {
  if (labels instanceof Unknown) return labels;
  if (!(labels instanceof Map)) return false;
  const unclear = [...labels.keys()].filter((key) => /\$|\{\{/.test(key));
  const missing = unclear.map((key) => ({ attribute: key, reason: "filled in by a placeholder" }));
  return any([
    ...[...labels].filter(([key]) => isKey(key)).map(([, value]) => isValue(value)),
    ...(missing.length > 0 ? [new Unknown(missing)] : []),
  ]);
}
