/** The run that a report is of, as far as whoever publishes or joins reports has to know it. */
export interface ReportedRun {
  /** The commit that places are shown at: of a pull request its own, not the merge that is checked out. */
  readonly head?: string;
  /** `owner/name` of the repository it was judged for. */
  readonly repository?: string;
  readonly pullRequest?: number;
  /** What started it: `pull_request`. */
  readonly event?: string;
  readonly workflow?: string;
  readonly job?: string;
  /** What tells apart the comments of one job. */
  readonly key?: string;
  /** Files that findings are in and that are not part of that commit. */
  readonly uncommitted?: readonly string[];
  /** Lines were left out, because that commit was not there to compare with. */
  readonly shallow?: boolean;
}
