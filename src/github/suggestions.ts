import { createHash } from "node:crypto";
import type { Place } from "../base/place.ts";
import { code, longestRun, prose, text } from "../report/escape/markdown.ts";
import { visible } from "../report/escape/visible.ts";
import { suggestedLine } from "../report/suggestion.ts";
import type { LocatedFinding, Verdict } from "../verdict/finding.ts";

/** A comment on one line of the pull request whose `suggestion` applies with a click. */
export interface Offer {
  readonly path: string;
  /** The line at the commit that the author pushed. */
  readonly line: number;
  readonly body: string;
  /** The same for the same offer about the same text, wherever its line is by now. */
  readonly key: string;
}

/** What has to be known of the checkout to offer only what applies. */
export interface OfferGround {
  /** Whether a line of the checkout is one that the pull request adds or changes. */
  readonly isChanged: (file: string, line: number) => boolean;
  /** A line of the checkout. */
  readonly lineOf: (file: string, line: number) => string | undefined;
  /** A place of the checkout at the commit that the author pushed. */
  readonly shown: (place: Place) => Place;
}

/** More than this on one pull request is noise; all of it is in the comment. */
const mostOffers = 30;

/** Nobody can review more, or what cannot be seen. */
const longestLine = 1_000;

/** What can be offered: for findings that count, on lines of the change, one for each line, worst first. */
export function offers({ findings }: Verdict, ground: OfferGround): readonly Offer[] {
  const taken = new Set<string>();
  return findings
    .flatMap((finding) => {
      const offer =
        finding.excuse === undefined && finding.enforcement !== "audit"
          ? offerFor(finding, ground)
          : undefined;
      const line = `${offer?.path}:${offer?.line}`;
      if (offer === undefined || taken.has(line)) return [];
      taken.add(line);
      return [offer];
    })
    .slice(0, mostOffers);
}

function offerFor(finding: LocatedFinding, { isChanged, lineOf, shown }: OfferGround): Offer | undefined {
  const { place, suggestion, secret } = finding;
  if (suggestion === undefined || place.line === undefined || secret === true) return undefined;
  if (!isChanged(place.file, place.line)) return undefined;
  const line = lineOf(place.file, place.line);
  const better = line === undefined ? undefined : suggestedLine(line, place, suggestion);
  const there = shown(place);
  if (line === undefined || better === undefined || there.line === undefined) return undefined;
  if (better.length > longestLine || visible(better) !== better) return undefined;
  return {
    path: there.file,
    line: there.line,
    body: bodyOf(finding, better),
    key: keyOf([finding.policy.id, finding.resource, there.file, line, better]),
  };
}

function bodyOf({ policy, severity, message }: LocatedFinding, line: string): string {
  const fence = "`".repeat(Math.max(2, longestRun(line)) + 1);
  return [
    `**${text(policy.title, 300)}** · ${severity} · ${code(policy.id)}`,
    prose(message, 1_000),
    `${fence}suggestion\n${line}\n${fence}`,
  ].join("\n\n");
}

function keyOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 16);
}
