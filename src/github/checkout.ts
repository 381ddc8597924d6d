import { Failure } from "../base/failure.ts";
import type { Place } from "../base/place.ts";
import { type Git, gitIn } from "../source/git.ts";
import type { LocatedFinding, Verdict } from "../verdict/finding.ts";
import { type LineMap, lineMap } from "./line-map.ts";

/** What is checked out, compared with the commit that comments and annotations are shown at. */
export interface Checkout {
  /** Whether a file is part of that commit. A plan that an earlier step wrote is not, and cannot be linked. */
  readonly isCommitted: (file: string) => boolean;
  /** A place of the checkout at that commit; without its line where the line is not there, or that cannot be told. */
  readonly place: (place: Place) => Place;
  /** Whether lines were left out because the commit is not there to compare with. */
  readonly shallow: boolean;
}

/**
 * `head` is the commit of the author's that GitHub shows; the checkout of a `pull_request` run is a merge of it with
 * what its base has become, so that the lines of a file may be others. Left out where what is checked out is shown.
 * Where there is no git to ask, every file is taken for committed, and as it is.
 */
export function checkoutOf(folder: string, files: readonly string[], head: string | undefined): Checkout {
  const git = gitIn(folder, brief);
  const asked = [...new Set(files)].slice(0, mostAsked);
  const tracked = asked.length === 0 ? undefined : trackedOf(git, asked);
  if (tracked === undefined) return { isCommitted: () => true, place: (place) => place, shallow: false };
  if (head === undefined)
    return { isCommitted: (file) => tracked.has(file), place: (place) => place, shallow: false };
  const differing = differingFiles(git, head, [...tracked]);
  if (differing === undefined) {
    const place = (of: Place) => (tracked.has(of.file) ? { file: of.file } : of);
    return { isCommitted: (file) => tracked.has(file), place, shallow: tracked.size > 0 };
  }
  const maps = new Map<string, LineMap>();
  const mapOf = (file: string): LineMap => {
    const map = maps.get(file) ?? changesOf(git, head, file, maps.size);
    maps.set(file, map);
    return map;
  };
  return {
    isCommitted: (file) => tracked.has(file) && differing.get(file) !== "added",
    place: (place) => (differing.has(place.file) ? mapped(place, mapOf(place.file)) : place),
    shallow: false,
  };
}

/** The verdict with its places as they are at the commit that is shown. */
export function shownAt({ place }: Checkout, verdict: Verdict): Verdict {
  const located = (finding: LocatedFinding): LocatedFinding => ({
    ...finding,
    place: place(finding.place),
    trail: finding.trail.map((step) => ({ ...step, place: place(step.place) })),
    missing: finding.missing.map((one) =>
      one.place === undefined ? one : { ...one, place: place(one.place) },
    ),
  });
  const failed = (failure: Failure): Failure => {
    const { code, message, at, hint } = failure;
    if (at === undefined) return failure;
    return new Failure(code, message, { at: place(at), ...(hint === undefined ? {} : { hint }) });
  };
  const { policyChange } = verdict;
  return {
    ...verdict,
    findings: verdict.findings.map(located),
    failures: verdict.failures.map(failed),
    ...(policyChange && {
      policyChange: {
        ...policyChange,
        added: policyChange.added.map(located),
        removed: policyChange.removed.map(located),
        failures: policyChange.failures.map(failed),
      },
    }),
  };
}

/** Every place that a verdict may show. */
export function placesIn({ failures, notes, waivers = [], ...verdict }: Verdict): readonly Place[] {
  const { files = [], added = [], removed = [], failures: mistakes = [] } = verdict.policyChange ?? {};
  const findings = [...verdict.findings, ...added, ...removed];
  return [
    ...findings.map(({ place }) => place),
    ...findings.flatMap(({ trail }) => trail.map(({ place }) => place)),
    ...findings.flatMap(({ missing }) => missing.flatMap(({ place }) => place ?? [])),
    ...[...failures, ...mistakes, ...notes].flatMap(({ at }) => at ?? []),
    ...waivers.map(({ waiver }) => waiver.at),
    ...files.map((file) => ({ file })),
  ];
}

/** Nobody waits long for better links. */
const brief = { timeout: 5_000, maxBuffer: 16 * 1024 * 1024 };

/** Command lines have an end; no comment shows places in more files than this. */
const mostAsked = 500;
/** Each file that differs is a question of its own. */
const mostCompared = 100;

function trackedOf(git: Git, files: readonly string[]): ReadonlySet<string> | undefined {
  try {
    const listed = git(["ls-files", "-z", "--", ...files]).split("\0");
    return new Set(listed.filter((file) => file !== ""));
  } catch {
    return undefined;
  }
}

/** The tracked files that are not the same at a commit, or not there; `undefined` where the commit is not there. */
function differingFiles(
  git: Git,
  head: string,
  files: readonly string[],
): ReadonlyMap<string, "added" | "changed"> | undefined {
  if (files.length === 0) return new Map();
  if (!/^[\da-f]{40,64}$/.test(head)) return undefined;
  try {
    const parts = git([...difference, "--name-status", "-z", head, "--", ...files]).split("\0");
    const differing = new Map<string, "added" | "changed">();
    for (let at = 0; at + 1 < parts.length; at += 2) {
      differing.set(parts[at + 1] ?? "", parts[at] === "A" ? "added" : "changed");
    }
    return differing;
  } catch {
    return undefined;
  }
}

/** From the checkout, as it stands on the disk, to a commit. */
const difference = ["diff", "--relative", "--no-renames", "--no-ext-diff", "--no-textconv", "--no-color"];

function changesOf(git: Git, head: string, file: string, before: number): LineMap {
  if (before >= mostCompared) return nowhere;
  try {
    return lineMap(git([...difference, "--text", "--unified=0", head, "--", file]));
  } catch {
    return nowhere;
  }
}

const nowhere: LineMap = () => undefined;

function mapped(place: Place, map: LineMap): Place {
  const { file, line, endLine, ...columns } = place;
  const start = line === undefined ? undefined : map(line);
  if (start === undefined) return { file };
  if (endLine === undefined || endLine === line)
    return { ...place, line: start, ...(endLine === undefined ? {} : { endLine: start }) };
  const end = map(endLine);
  return end === undefined || end < start
    ? { file, line: start }
    : { file, line: start, endLine: end, ...columns };
}
