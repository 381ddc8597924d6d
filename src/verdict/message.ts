import { EvalError, type Value } from "../base/value.ts";
import type { Expression } from "../expr/expression.ts";
import type { Policy } from "../policy/policy.ts";
import type { Scope } from "./scope.ts";
import { hidden, show } from "./show.ts";

/** The policy's message about what the scope holds. */
export function violatedMessage(policy: Policy, scope: Scope): string {
  return policy.message
    .map((part) => {
      if (typeof part === "string") return part;
      const { value, sensitive } = scope.guarded(part);
      return sensitive ? hidden : show(value);
    })
    .join("")
    .trim();
}

/**
 * `cannot tell whether a managed node group runs in a single Availability Zone`, and the error if there was one.
 * `asked` is the expression that met it.
 */
export function unresolvedMessage(
  policy: Policy,
  scope: Scope,
  asked: Expression,
  answers: readonly Value[],
): string {
  const question = `cannot tell whether ${lowered(policy.title.replace(/\.$/, ""))}`;
  const error = answers.find((answer) => answer instanceof EvalError);
  if (error === undefined) return question;
  return `${question}: ${scope.guarded(asked).sensitive ? `an error about a ${hidden} value` : error.message}`;
}

/** `A group` begins a sentence and becomes `a group`; `IRSA` and `EKS` are names and stay. */
function lowered(title: string): string {
  return /^[A-Z]([a-z]|\s)/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
