import type { Value } from "../base/value.ts";
import type { Policy } from "../policy/policy.ts";
import type { Suggestion } from "./finding.ts";
import type { Scope } from "./scope.ts";

/** What a policy offers in place of what it found: a known value that no secret went into, or nothing. */
export function suggestionOf({ suggest }: Policy, scope: Scope): { readonly suggestion?: Suggestion } {
  if (suggest === undefined) return {};
  const { value, sensitive } = scope.guarded(suggest);
  return sensitive || !isSuggestion(value) ? {} : { suggestion: value };
}

function isSuggestion(value: Value): value is Suggestion & Value {
  if (Array.isArray(value)) return value.length > 0 && value.every((item) => typeof item === "string");
  return ["boolean", "number", "string"].includes(typeof value);
}
