import { EvalError, type Fields, PartialList, Unknown, type Value } from "../base/value.ts";

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isMap(value: Value): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

export function isFields(value: Value): value is Fields {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Map) &&
    !(value instanceof Unknown) &&
    !(value instanceof EvalError) &&
    !(value instanceof PartialList)
  );
}

/** What a value is, for a message: `a list`, `null`. */
export function describe(value: Value): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return `\`${value}\``;
  if (typeof value === "number") return "a number";
  if (typeof value === "string") return "a string";
  if (isList(value) || value instanceof PartialList) return "a list";
  if (isMap(value)) return "a map";
  return isFields(value) ? `a ${value.concept}` : "not known";
}
