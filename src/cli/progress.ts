import type { WriteStream } from "node:tty";
import type { Progress } from "../source/sources.ts";

const patienceMilliseconds = 400;
const pauseMilliseconds = 100;

/** A line on a terminal that says how far a long read is. Silent for short ones, and where nobody watches. */
export function progressLine(stream: WriteStream) {
  const started = performance.now();
  let drawn = 0;
  return {
    show: ({ done, total, file }: Progress): void => {
      if (!stream.isTTY) return;
      const now = performance.now();
      if (now - started < patienceMilliseconds || now - drawn < pauseMilliseconds) return;
      drawn = now;
      const text = `reading ${done} of ${total}  ${file.replace(/\P{L}(?<![\w./-])/gu, "?")}`;
      stream.write(`\r\u001B[2K${text.slice(0, Math.max(20, stream.columns - 1))}`);
    },
    clear: (): void => {
      if (drawn > 0) stream.write("\r\u001B[2K");
    },
  };
}
