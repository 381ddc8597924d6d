import type { GitHubEvent } from "../github/event.ts";
import type { Job } from "../github/job.ts";
import type { Clock } from "../github/patience.ts";
import type { Annotation } from "../report/annotations.ts";

/** The run that asks: where it stands, what started it, and what time it is there. */
export interface Run {
  readonly job: Job;
  readonly event: GitHubEvent;
  readonly clock: Clock;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What the workflow asks for and there is none of. */
  readonly warnings: readonly Annotation[];
}
