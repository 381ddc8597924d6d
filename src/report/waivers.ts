import type { Place } from "../base/place.ts";
import type { Verdict, WaiverUse } from "../verdict/finding.ts";
import { count } from "./headline.ts";

/** What has to be done about a waiver, and how urgent it is. */
export interface WaiverNews {
  readonly kind: "refused" | "expired" | "ending" | "unused";
  /** A sentence, with names in back-ticks. */
  readonly sentence: string;
  /** Where the waiver is written. */
  readonly at: Place;
}

/** How many days ahead people are told that a waiver ends. */
const soon = 30;

/** The waivers that somebody has to look at: those that excuse nothing first, then those that soon will not. */
export function waiverNews({ waivers = [] }: Verdict, now: string | undefined): readonly WaiverNews[] {
  const of = (state: WaiverUse["state"]) => waivers.filter((use) => use.state === state);
  const ending = of("used")
    .map((use) => ({ use, days: daysBetween(now, use.waiver.expires) }))
    .filter(({ days }) => days <= soon)
    .toSorted((one, other) => one.days - other.days);
  return [
    ...of("refused").map(refused),
    ...of("expired").map(expired),
    ...ending.map(({ use, days }) => endingSoon(use, days)),
    ...of("unused").map(unused),
  ];
}

function refused(use: WaiverUse): WaiverNews {
  const why = use.why === undefined ? "" : `: ${use.why}`;
  return {
    kind: "refused",
    at: use.waiver.at,
    sentence: `the waiver of ${subject(use)} does not count${why}`,
  };
}

function expired(use: WaiverUse): WaiverNews {
  const counts = use.findings === 0 ? "" : `; ${count(use.findings, "finding")} ${counting(use)} again`;
  return {
    kind: "expired",
    at: use.waiver.at,
    sentence: `the waiver of ${subject(use)} ended on ${use.waiver.expires}${counts}`,
  };
}

function endingSoon(use: WaiverUse, days: number): WaiverNews {
  const when = days <= 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`;
  const findings = count(use.findings, "finding");
  const { expires } = use.waiver;
  return {
    kind: "ending",
    at: use.waiver.at,
    sentence: `the waiver of ${subject(use)} ends ${when}, on ${expires}: then ${findings} ${counting(use)} again`,
  };
}

function unused(use: WaiverUse): WaiverNews {
  return {
    kind: "unused",
    at: use.waiver.at,
    sentence: `the waiver of ${subject(use)} is not needed: nothing it is about was found. It can be removed`,
  };
}

function counting({ findings }: WaiverUse): string {
  return findings === 1 ? "counts" : "count";
}

function subject({ waiver: { policy, resource, owner } }: WaiverUse): string {
  return `${quoted(policy)} for ${quoted(resource)} (${quoted(owner)})`;
}

function quoted(name: string): string {
  return `\`${name.replaceAll("`", "'")}\``;
}

/** What cannot be told is far away. */
function daysBetween(from: string | undefined, to: string): number {
  const days = (Date.parse(to) - Date.parse(from ?? "")) / 86_400_000;
  return Number.isNaN(days) ? Number.POSITIVE_INFINITY : days;
}
