import type { Json } from "../../source/declaration.ts";
import { asText, type Result } from "../../source/hcl/result.ts";
import { isList, isObject, memberOf } from "../../source/plain.ts";

/** Whether a result, as far as it is known, can be a value of a plan: `"443"` is `443` to Terraform, and a set has no order. */
export function couldBe(result: Result, json: Json): boolean {
  switch (result.kind) {
    case "error":
      return false;
    case "known":
      return isAlike(result.value, json);
    case "list":
      return isList(json) && (result.isSet || result.items.length === json.length);
    case "object":
      return (
        isObject(json) &&
        [...result.entries].every(([name, entry]) => {
          const value = memberOf(json, name);
          return value === undefined || couldBe(entry, value);
        })
      );
    default:
      return true;
  }
}

/** Whether two values are the same to Terraform. An object of a plan may have more attributes than were written. */
export function isAlike(written: Json, planned: Json): boolean {
  if (isList(written)) {
    return isList(planned) && written.length === planned.length && sorted(written) === sorted(planned);
  }
  if (isObject(written)) {
    return (
      isObject(planned) &&
      Object.entries(written).every(([name, value]) => isAlike(value, memberOf(planned, name) ?? null))
    );
  }
  return written === planned || (written !== null && asText(written) === asText(planned));
}

function sorted(list: readonly Json[]): string {
  return list.map(canonical).sort().join("\n");
}

function canonical(json: Json): string {
  if (isList(json)) return `[${json.map(canonical).sort().join()}]`;
  if (!isObject(json)) return JSON.stringify(String(json));
  const entries = Object.entries(json).filter(([, value]) => value !== null);
  return JSON.stringify(entries.map(([name, value]) => [name, canonical(value)]).sort());
}
