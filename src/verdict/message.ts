import type { EvalError } from "../base/value.ts";
import type { FieldRead } from "../expr/explain.ts";
import type { Policy } from "../policy/policy.ts";
import type { Scope } from "./scope.ts";
import { isEntity, sensitive, show } from "./show.ts";

/** The policy's message about what the scope holds. */
export function violatedMessage(policy: Policy, scope: Scope): string {
  return policy.message
    .map((part) => {
      if (typeof part === "string") return part;
      const { value, reads } = scope.explain(part);
      return reads.some(isSensitive) ? sensitive : show(value);
    })
    .join("")
    .trim();
}

/** `cannot tell whether a managed node group runs in a single Availability Zone`, and the error if there was one. */
export function unresolvedMessage(
  policy: Policy,
  error: EvalError | undefined,
  reads: readonly FieldRead[],
): string {
  const question = `cannot tell whether ${lowered(policy.title.replace(/\.$/, ""))}`;
  if (error === undefined) return question;
  return `${question}: ${reads.some(isSensitive) ? `an error about a ${sensitive} value` : error.message}`;
}

function isSensitive({ object, field }: FieldRead): boolean {
  return isEntity(object) && object.reading(field)?.sensitive === true;
}

/** `A group` begins a sentence and becomes `a group`; `IRSA` and `EKS` are names and stay. */
function lowered(title: string): string {
  return /^[A-Z]([a-z]|\s)/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
