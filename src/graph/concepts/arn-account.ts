/** The account that an ARN of IAM, or an account id by itself, names. */
export function accountNamed(text: unknown): string | undefined {
  if (typeof text !== "string") return undefined;
  return /^\d{12}$/.test(text) ? text : /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(text)?.[1];
}

/** The account that a principal names as a whole: its id by itself, or its root. */
export function wholeAccount(principal: string): string | undefined {
  return /^\d{12}$/.test(principal) || principal.endsWith(":root") ? accountNamed(principal) : undefined;
}
