import type { Excuse } from "../verdict/finding.ts";

/** Why a finding does not count, in one line of plain text. */
export function excuseText(excuse: Excuse): string {
  if (excuse.kind === "before") return "there before this change";
  const { owner, expires, reason } = excuse.waiver;
  return `waived by ${owner} until ${expires}, ${reason}`;
}
