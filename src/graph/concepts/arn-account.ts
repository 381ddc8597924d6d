import type { Value } from "../../base/value.ts";

/** The account that an ARN of IAM, or an account id by itself, names. */
export function accountNamed(text: Value | undefined): string | undefined {
  if (typeof text !== "string") return undefined;
  return /^\d{12}$/.test(text) ? text : /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(text)?.[1];
}
