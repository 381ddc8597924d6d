import { EvalError, type Value } from "../../base/value.ts";
import type { FunctionDeclaration } from "../signature.ts";

export const dateFunctions: readonly FunctionDeclaration[] = [
  {
    signature: "daysBetween(string, string): int",
    doc: "How many days after the first date, `2026-01-31`, the second is; below 0 where it is before.",
    call: daysBetween,
  },
];

const day = 86_400_000;

function daysBetween(from: string, to: string): Value {
  const [start, end] = [startOf(from), startOf(to)];
  if (start === undefined) return new EvalError(`${JSON.stringify(from)} is not a date`);
  if (end === undefined) return new EvalError(`${JSON.stringify(to)} is not a date`);
  return Math.round((end - start) / day);
}

/** Days that the calendar does not have, such as 31 June, are no dates. */
function startOf(date: string): number | undefined {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(start) && new Date(start).toISOString().startsWith(date) ? start : undefined;
}
