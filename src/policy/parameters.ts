import type { Value } from "../base/value.ts";
import type { Parameter } from "./policy.ts";

/** What a value must be to fit a parameter's type: completes "must be ...". */
export function misfit(type: Parameter["type"], value: unknown): string | undefined {
  switch (type) {
    case "int":
      return Number.isSafeInteger(value) ? undefined : "a whole number";
    case "string":
      return typeof value === "string" ? undefined : "text";
    case "bool":
      return typeof value === "boolean" ? undefined : "true or false";
    case "list<string>":
      return isListOf(value, (item) => typeof item === "string") ? undefined : "a list of texts";
    case "list<int>":
      return isListOf(value, Number.isSafeInteger) ? undefined : "a list of whole numbers";
  }
}

/** A plain value that `misfit` found nothing wrong with. */
export function parameterValue(value: unknown): Value | undefined {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  return Array.isArray(value) ? value.flatMap((item) => parameterValue(item) ?? []) : undefined;
}

function isListOf(value: unknown, fits: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(fits);
}
