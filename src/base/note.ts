import type { Place } from "./place.ts";

/** What people have to know of a run although no answer changes by it: something that was given was not judged. */
export interface Note {
  readonly at?: Place;
  /** Lower case, the user's own text in back-ticks. */
  readonly message: string;
  readonly hint: string;
}
