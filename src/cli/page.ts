import type { Paint } from "../report/paint.ts";
import { painter } from "../report/paint.ts";
import { wantsColour } from "./formats.ts";

/** What a terminal can show; a file gets no colour. */
export interface Page {
  readonly width: number;
  readonly paint: Paint;
}

export function pageFor(toFile: boolean): Page {
  const { isTTY, columns } = process.stdout;
  return { width: Math.max(60, columns ?? 100), paint: painter(!toFile && wantsColour(isTTY)) };
}
