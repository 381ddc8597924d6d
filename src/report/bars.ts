import type { Verdict } from "../verdict/finding.ts";
import { fullness, type Headroom, notable } from "../verdict/headroom.ts";

/** One quota, as people look at it. */
export interface Bar {
  readonly what: string;
  readonly resource: string;
  /** `28 of 30`, `at least 28 of 30`. */
  readonly used: string;
  /** `25 before`, where it is known and not the same. */
  readonly before: string | undefined;
  /** `2 left`, `1 too many`. */
  readonly left: string;
  readonly percent: number;
  /** How many of `cells` were used before, and are used in addition. */
  readonly filled: { readonly before: number; readonly added: number };
  readonly isOver: boolean;
  /** Whether a finding that counts is about it. */
  readonly isTouched: boolean;
}

/** How finely a bar is drawn in text. */
export const cells = 10;

/** The quotas that people should look at, fullest first. */
export function bars(verdict: Verdict): readonly Bar[] {
  const told = verdict.findings.filter(({ enforcement }) => enforcement !== "audit");
  const counted = new Set(
    told.flatMap(({ policy, resource, excuse }) => (excuse === undefined ? `${policy.id} ${resource}` : [])),
  );
  return notable(verdict.headroom ?? [], told).map((one) => ({
    ...barOf(one),
    isTouched: counted.has(`${one.policy.id} ${one.resource}`),
  }));
}

/** `██████▓▓░░`: what was used before, what comes in addition, what is left. */
export function barText({ filled: { before, added } }: Bar): string {
  return `${"█".repeat(before)}${"▓".repeat(added)}${"░".repeat(cells - before - added)}`;
}

function barOf(one: Headroom): Omit<Bar, "isTouched"> {
  const { what, resource, used, isOpen, before, limit } = one;
  const share = (amount: number) => cellsOf(fullness({ ...one, used: amount }));
  const [all, old] = [share(used), share(Math.min(before ?? used, used))];
  return {
    what,
    resource,
    used: `${isOpen ? "at least " : ""}${shown(used)} of ${shown(limit)}`,
    before: before === undefined || before === used ? undefined : `${shown(before)} before`,
    left: used > limit ? `${shown(used - limit)} too many` : `${shown(limit - used)} left`,
    percent: Math.min(999, Math.floor(fullness(one) * 100)),
    filled: { before: old, added: all - old },
    isOver: used > limit,
  };
}

/** Whatever uses something has a cell, and only what is full has all. */
function cellsOf(share: number): number {
  if (share >= 1) return cells;
  return Math.min(cells - 1, Math.max(share > 0 ? 1 : 0, Math.round(share * cells)));
}

function shown(number: number): string {
  return String(Math.round(number * 100) / 100);
}
