/** Said instead of a verdict where a change touches nothing that the gate reads. */
export const nothingToCheck = "nothing to check: the change touches no file that the gate reads";

/** The comment, and the summary of the job. */
export function renderNothing(resolved = 0): string {
  const before = resolved === 0 ? "" : "\n\nWhat was reported here is no part of the pull request any more.";
  return `### ✅ EKS policy gate: ${nothingToCheck}${before}`;
}
