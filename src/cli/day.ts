import { Failure } from "../base/failure.ts";
import { isDay } from "../policy/day.ts";

/** The day that is named, or today. */
export function dayOf(date: string | undefined): string {
  if (date === undefined) return new Date().toISOString().slice(0, 10);
  if (isDay(date)) return date;
  throw new Failure("usage", `\`${date}\` is not a date`, { hint: "write it as 2027-01-31" });
}
