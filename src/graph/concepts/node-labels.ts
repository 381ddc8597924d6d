import { Unknown, type Value } from "../../base/value.ts";
import type { Attribute } from "../../source/declaration.ts";
import type { Reader } from "../concept.ts";
import { asText, isShapeless, notA, scalarValue, textList, unknownOf, written } from "../read.ts";
import { missingOf } from "../several.ts";
import { members, some } from "./members.ts";
import { any, every, type Truth, told } from "./truth.ts";

/**
 * The values of a node label that pods may run on, by their node selector and required node affinity; null where
 * neither names the label. The first of several spellings that is named counts.
 */
export function nodeLabel(...spellings: readonly string[]): Reader {
  return ({ root: pod }) => {
    const values = spellings.map((key) => valuesOf(pod, key));
    const value = values.find((each) => each !== null) ?? null;
    return written(value, pod.get("nodeSelector"));
  };
}

/** Whether required node affinity keeps pods from nodes whose label has a value. */
export function avoidsNodeLabel(pod: Attribute, key: string, value: string): Truth {
  const terms = termsOf(pod);
  if (terms.state === "unknown") return unknownOf(terms);
  if (isShapeless(terms)) return notA("a list", terms);
  const all = terms.items();
  return every([all.length > 0, ...all.map((term) => excludes(term.get("matchExpressions"), key, value))]);
}

function excludes(expressions: Attribute, key: string, value: string): Truth {
  if (expressions.state === "unknown") return unknownOf(expressions);
  if (isShapeless(expressions)) return notA("a list", expressions);
  return any(
    expressions.items().map((each) => {
      if (each.state !== "known") return new Unknown([missingOf(each)]);
      return every([
        told(scalarValue(each.get("key"), asText), (name) => name === key),
        told(scalarValue(each.get("operator"), asText), (operator) => operator === "NotIn"),
        some(textList(each.get("values")), (one) => one === value),
      ]);
    }),
  );
}

function valuesOf(pod: Attribute, key: string): Value {
  const selected = pod.get("nodeSelector");
  if (selected.state === "unknown") return unknownOf(selected);
  if (isShapeless(selected)) return notA("a map", selected);
  const own = scalarValue(selected.get(key), asText);
  if (own !== null) return own instanceof Unknown ? own : [own];
  return affinityValues(pod, key);
}

/** Every one of the terms is a way to run, so a term without the label leaves it open. */
function affinityValues(pod: Attribute, key: string): Value {
  const terms = termsOf(pod);
  if (terms.state === "unknown") return unknownOf(terms);
  if (isShapeless(terms)) return notA("a list", terms);
  const found: Value[] = [];
  for (const term of terms.items()) {
    const values = termValues(term, key);
    if (values === null || values instanceof Unknown) return values;
    const { known, doubtful } = members(values);
    if (!doubtful.bounded) return new Unknown(doubtful.missing);
    found.push(...known);
  }
  const open = found.flatMap((value) => (value instanceof Unknown ? value.missing : []));
  if (open.length > 0) return new Unknown(open);
  return found.length === 0 ? null : [...new Set(found)];
}

function termValues(term: Attribute, key: string): Value {
  const expressions = term.get("matchExpressions");
  if (expressions.state === "unknown") return unknownOf(expressions);
  if (isShapeless(expressions)) return notA("a list", expressions);
  for (const each of expressions.items()) {
    const [name, operator] = [each.get("key"), each.get("operator")];
    const open = [each, name, operator].find(({ state }) => state === "unknown");
    if (open !== undefined) return new Unknown([missingOf(open)]);
    if (name.json === key && operator.json === "In") return textList(each.get("values"));
  }
  return null;
}

function termsOf(pod: Attribute): Attribute {
  return pod.get(
    "affinity",
    "nodeAffinity",
    "requiredDuringSchedulingIgnoredDuringExecution",
    "nodeSelectorTerms",
  );
}
