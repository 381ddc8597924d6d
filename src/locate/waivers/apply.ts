import type { Failure } from "../../base/failure.ts";
import type { Note } from "../../base/note.ts";
import { type CodeOwners, readCodeOwners } from "../../policy/code-owners.ts";
import type { Waiver } from "../../policy/waiver.ts";
import type { WaiverSettings, WaiverTexts } from "../../policy/waiver-settings.ts";
import type { LocatedFinding, WaiverUse } from "../../verdict/finding.ts";
import { type Claim, type Excusable, waive } from "../../verdict/waive.ts";
import { type InlineOptions, inlineWaivers } from "./inline.ts";
import { ambiguity } from "./several.ts";

export interface WaivingOptions extends Omit<InlineOptions, "mode">, FileOptions {}

/** What there is to know of the file of waivers. */
export interface FileOptions extends Pick<InlineOptions, "declarations"> {
  readonly settings: WaiverSettings;
  readonly texts: WaiverTexts | undefined;
  /** Those of the file. */
  readonly waivers: readonly Waiver[];
  /** The day of the run, `YYYY-MM-DD`. */
  readonly now: string;
}

export interface Waived {
  readonly findings: readonly LocatedFinding[];
  /** What became of each waiver: those of the file first. */
  readonly uses: readonly WaiverUse[];
  readonly failures: readonly Failure[];
  readonly notes: readonly Note[];
}

/** Excuses the findings that somebody answers for, in the file of waivers or beside the code. */
export function applyWaivers(findings: readonly LocatedFinding[], options: WaivingOptions): Waived {
  const inline = inlineWaivers(findings, { ...options, mode: options.settings.inline });
  const waived = waive(findings, claimsOf(options, inline.claims), options.now);
  return { ...waived, failures: inline.failures, notes: inline.notes };
}

/** The findings that nobody answers for in the file of waivers. */
export function unwaived<Found extends Excusable>(
  findings: readonly Found[],
  options: FileOptions,
): readonly Found[] {
  const waived = waive(findings, claimsOf(options, []), options.now);
  return waived.findings.filter(({ excuse }) => excuse?.kind !== "waived");
}

function claimsOf(options: FileOptions, inline: readonly Claim[]): readonly Claim[] {
  const { settings, texts, waivers, declarations } = options;
  const ambiguous = ambiguity(waivers, declarations);
  const claims = [...waivers.map((waiver) => claimOf(waiver, ambiguous(waiver))), ...inline];
  return settings.requireOwnerApproval ? withApproval(claims, texts) : claims;
}

function claimOf(waiver: Waiver, refused: string | undefined): Claim {
  return refused === undefined ? { waiver } : { waiver, refused };
}

/** Who owns the file that a waiver stands in is who GitHub asks to approve it. */
function withApproval(claims: readonly Claim[], texts: WaiverTexts | undefined): readonly Claim[] {
  const owners = texts?.codeOwners && readCodeOwners(texts.codeOwners);
  return claims.map((claim) => {
    const refused = claim.refused ?? disapproval(claim.waiver, owners);
    return refused === undefined ? claim : { ...claim, refused };
  });
}

function disapproval({ owner, at }: Waiver, owners: CodeOwners | undefined): string | undefined {
  if (owners === undefined) return "there is no CODEOWNERS that says who its owner is";
  return owners(at.file).includes(owner.toLowerCase())
    ? undefined
    : `\`${owner}\` is not a code owner of \`${at.file}\``;
}
