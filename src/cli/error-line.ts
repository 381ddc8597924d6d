import { escapeLog } from "../report/escape/log.ts";
import { oneLine } from "../report/escape/visible.ts";

/** Says on a line of its own what is wrong. */
export function errorLine(text: string): void {
  process.stderr.write(`${escapeLog(`error: ${oneLine(text)}`)}\n`);
}
