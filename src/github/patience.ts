/** Time, as far as waiting for GitHub needs it. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export interface Patience {
  readonly clock: Clock;
  /** When to give up whatever is still open, on the clock. */
  readonly deadline: number;
  /** How long one request may take, in milliseconds. */
  readonly perRequest: number;
}

/**
 * - `repeat`: asking twice does no harm
 * - `once`: what fails may have happened nevertheless, so it is only repeated where GitHub says that it did not
 */
export type Repeatable = "repeat" | "once";

/** Sends a request up to three times, waiting as long as GitHub asks to be left alone, but never past the deadline. */
export async function patiently<T>(
  { clock, deadline, perRequest }: Patience,
  repeatable: Repeatable,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const left = deadline - clock.now();
    if (left <= 0) throw new Error("GitHub took too long to answer");
    try {
      return await send(AbortSignal.timeout(Math.max(1, Math.min(perRequest, left))));
    } catch (error) {
      const refusal = refusalOf(error);
      const wait = waitAfter(refusal, attempt, clock.now());
      const safe = repeatable === "repeat" || refusal.limited;
      if (!safe || attempt === 3 || wait === undefined || clock.now() + wait >= deadline) throw error;
      await clock.sleep(wait);
    }
  }
}

/** What an answer that is none says. */
export interface Refusal {
  /** 0 where there was no answer at all. */
  readonly status: number;
  /** Too many requests: nothing was done, and waiting helps. */
  readonly limited: boolean;
  /** What GitHub asks to wait, in seconds, or when the limit is lifted, in seconds since 1970. */
  readonly retryAfter: number | undefined;
  readonly reset: number | undefined;
  readonly message: string;
}

export function refusalOf(error: unknown): Refusal {
  const fields = record(error);
  const response = record(fields.response);
  const headers = record(response.headers);
  // The client reports a lost connection as a 500; only an answer has headers.
  const status = typeof fields.status === "number" && fields.response !== undefined ? fields.status : 0;
  const retryAfter = seconds(headers["retry-after"]);
  const exhausted = headers["x-ratelimit-remaining"] === "0";
  return {
    status,
    limited: status === 429 || (status === 403 && (retryAfter !== undefined || exhausted)),
    retryAfter,
    reset: exhausted ? seconds(headers["x-ratelimit-reset"]) : undefined,
    message: error instanceof Error ? error.message : String(error),
  };
}

/** How long to wait before the next attempt, in milliseconds; `undefined` where another would not help. */
function waitAfter(
  { status, limited, retryAfter, reset }: Refusal,
  attempt: number,
  now: number,
): number | undefined {
  if (limited) {
    if (retryAfter !== undefined) return retryAfter * 1_000;
    return reset === undefined ? 60_000 : Math.max(1_000, reset * 1_000 - now);
  }
  if (status === 0 || status >= 500) return (retryAfter ?? attempt) * 1_000;
  return undefined;
}

function seconds(value: unknown): number | undefined {
  const number = Number(value);
  return typeof value === "string" && value !== "" && Number.isFinite(number) && number >= 0
    ? number
    : undefined;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
