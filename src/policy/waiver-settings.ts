import type { Place } from "../base/place.ts";
import { codeOwnersFiles } from "./code-owners.ts";
import type { SettingsFiles } from "./files.ts";
import type { PolicyText } from "./load.ts";
import type { Mistake } from "./policy.ts";
import type { Waiver } from "./waiver.ts";

/** What a configuration says of waivers. */
export interface WaiverSettings {
  /** The file that it names. */
  readonly file: { readonly name: string; readonly at: Place } | undefined;
  /**
   * Which waivers beside the code count:
   * - `base`: on a pull request those that its base has, too
   * - `allow`: all
   * - `off`: none
   */
  readonly inline: "base" | "allow" | "off";
  /** Whether a waiver's owner must be a code owner of the file that the waiver stands in. */
  readonly requireOwnerApproval: boolean;
}

export const usualWaivers: WaiverSettings = { file: undefined, inline: "base", requireOwnerApproval: false };

const usualFiles = [".github/eks-policy-gate.waivers.yaml", ".github/eks-policy-gate.waivers.yml"];

/** The texts that waivers need: their file, and who owns what where that is asked. */
export interface WaiverTexts {
  readonly waivers: PolicyText | undefined;
  readonly codeOwners: PolicyText | undefined;
}

/** Reads the file of waivers that is named, or else the usual one where it is there. */
export function waiverTexts(
  settings: WaiverSettings,
  files: Pick<SettingsFiles, "has" | "text">,
): WaiverTexts & { readonly mistakes: readonly Mistake[] } {
  const read = (file: string | undefined): PolicyText | undefined =>
    file === undefined ? undefined : { file: file.replace(/^\.\//, ""), text: files.text(file) };
  const isMissing = settings.file !== undefined && !files.has(settings.file.name);
  const named = isMissing ? undefined : settings.file?.name;
  const owners = settings.requireOwnerApproval ? codeOwnersFiles.find((file) => files.has(file)) : undefined;
  return {
    waivers: read(named ?? usualFiles.find((file) => files.has(file))),
    codeOwners: read(owners),
    mistakes:
      isMissing && settings.file !== undefined
        ? [{ at: settings.file.at, message: `there is no file \`${settings.file.name}\`` }]
        : [],
  };
}

/** The waivers of a file, checked; what checks them is only loaded where there is one. */
export async function loadWaivers(
  given: PolicyText | undefined,
  policies: readonly string[] | undefined,
): Promise<{ readonly waivers: readonly Waiver[]; readonly mistakes: readonly Mistake[] }> {
  if (given === undefined) return { waivers: [], mistakes: [] };
  return (await import("./waiver-file.ts")).readWaivers(given.file, given.text, policies);
}
