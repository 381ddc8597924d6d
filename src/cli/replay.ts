import { readFileSync } from "node:fs";
import { against, type Scope, type Subject, withoutBase } from "../against.ts";
import { Failure } from "../base/failure.ts";
import { baseCommitOf, baseName } from "../github/base.ts";
import { checkoutOf, placesIn, shownAt } from "../github/checkout.ts";
import { contextOf, headOf } from "../github/context.ts";
import { type Replayed, replayedEvent } from "../github/event.ts";
import { readJob } from "../github/job.ts";
import type { SettingsOptions } from "../policy/settings.ts";
import type { ReportContext } from "../report/markdown.ts";
import { gitIn } from "../source/git.ts";
import type { Verdict } from "../verdict/finding.ts";

/** The run of a pull request, as the Action would have it, without GitHub. */
export interface Replay {
  /** What is judged, by the policies of the base. */
  readonly subjectOf: (settings: SettingsOptions, scope: Scope) => Promise<Subject>;
  /** The verdict at the author's commit, and how places are linked there. */
  readonly shown: (
    verdict: Verdict,
    now: string,
  ) => { readonly shown: Verdict; readonly context: ReportContext };
}

/** Reads the payload of an event. Throws `Failure` where it is none of a pull request or a merge queue. */
export function replayOf(file: string, root: string): Replay {
  const { event, ...where } = eventIn(file);
  if (event.kind !== "pull-request" && event.kind !== "merge-group") {
    throw new Failure("usage", `\`${file}\` is not the event of a pull request`, {
      hint: "save what $GITHUB_EVENT_PATH holds in a run of the pull request",
    });
  }
  const job = { ...readJob({}, root), ...where };
  return {
    subjectOf: (settings, scope) => {
      const base = baseCommitOf(gitIn(root), event);
      return base === undefined
        ? withoutBase(settings, scope, { name: baseName(event), policyRef: "base" })
        : against(settings, scope, base);
    },
    shown: (verdict, now) => {
      const files = placesIn(verdict).map((place) => place.file);
      const head = event.kind === "pull-request" ? event.headSha : undefined;
      const checkout = checkoutOf(root, files, head);
      return {
        shown: shownAt(checkout, verdict),
        context: contextOf(job, headOf(event, job), checkout, now),
      };
    },
  };
}

function eventIn(file: string): Replayed {
  try {
    return replayedEvent(readFileSync(file, "utf8"));
  } catch {
    throw new Failure("usage", `the event \`${file}\` cannot be read`, { hint: "name a file of JSON" });
  }
}
