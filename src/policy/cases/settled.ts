/** A value known after apply. */
export const unknown: unique symbol = Symbol("known after apply");

/** A planned value as Terraform knows it at plan time. */
export type Settled =
  | null
  | boolean
  | number
  | string
  | typeof unknown
  | readonly Settled[]
  | { readonly [key: string]: Settled };

/** Whether nothing in a value waits for the apply. */
export function isKnown(value: Settled): boolean {
  if (value === unknown) return false;
  if (Array.isArray(value)) return value.every(isKnown);
  return typeof value === "object" && value !== null ? Object.values(value).every(isKnown) : true;
}
