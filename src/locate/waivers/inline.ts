import { Failure } from "../../base/failure.ts";
import { groupsOf } from "../../base/groups.ts";
import type { Note } from "../../base/note.ts";
import { noSuchPolicy, type WaiverWords } from "../../policy/waiver-words.ts";
import { locatedText } from "../../source/span.ts";
import type { LocatedFinding } from "../../verdict/finding.ts";
import type { Claim } from "../../verdict/waive.ts";
import { type Here, lookout, type Opener } from "./beside.ts";
import { type Ignore, type Ignores, ignoresIn } from "./ignores.ts";

export interface InlineOptions extends Here {
  /** The ids of all policies there are. */
  readonly policies: readonly string[];
  readonly mode: "base" | "allow" | "off";
  /** The text of a file of the base; left out where nothing is compared. */
  readonly inBase?: ((file: string) => string | undefined) | undefined;
}

export interface Inline {
  /** Each with the findings that it stands beside, in the order they are written. */
  readonly claims: readonly Claim[];
  /** Malformed ones beside findings: what they were meant to excuse cannot be told. */
  readonly failures: readonly Failure[];
  readonly notes: readonly Note[];
}

/**
 * The waivers beside the code that findings are about. Only files are opened that findings are in. A waiver counts on
 * the line of, or right above, the value that a finding points at, what declares the resource, or a mapping or block
 * between the two; and in the annotations or `Metadata` of the resource.
 */
export function inlineWaivers(findings: readonly LocatedFinding[], options: InlineOptions): Inline {
  const { opened, beside } = lookout(options);
  const problemsOf = checked(options.policies);
  const claims = new Map<string, Meant>();
  const malformed = new Map<Ignore, readonly string[]>();
  for (const finding of findings) {
    if (finding.enforcement === "audit") continue;
    for (const ignore of beside(finding)) {
      const problems = problemsOf(ignore);
      if (problems.length > 0) malformed.set(ignore, problems);
      else if (ignore.said.kind === "words" && ignore.said.words.policy === finding.policy.id)
        add(claims, ignore, ignore.said.words, finding);
    }
  }
  const refuse = refusal(options, opened);
  const isOff = options.mode === "off";
  return {
    claims: [...claims.values()].sort(byPlace).map((meant) => claimOf(meant, refuse(meant.ignore))),
    failures: isOff ? [] : [...malformed].map(asFailure),
    notes: notesOf(
      opened.all().filter((ignore) => isOff || !malformed.has(ignore)),
      problemsOf,
    ),
  };
}

interface Meant {
  readonly ignore: Ignore;
  readonly words: WaiverWords;
  readonly resource: string;
  readonly findings: Set<LocatedFinding>;
}

function add(claims: Map<string, Meant>, ignore: Ignore, words: WaiverWords, finding: LocatedFinding): void {
  const { resource } = finding;
  const key = JSON.stringify([ignore.at, words, resource]);
  const meant = claims.get(key) ?? { ignore, words, resource, findings: new Set() };
  meant.findings.add(finding);
  claims.set(key, meant);
}

function claimOf({ ignore, words, resource, findings }: Meant, refused: string | undefined): Claim {
  const { policy, owner, reason, until } = words;
  return {
    waiver: { policy, resource, match: "exact", reason, owner, expires: until, at: ignore.at },
    beside: findings,
    ...(refused === undefined ? {} : { refused }),
  };
}

/** Why a waiver beside the code may not count. */
function refusal({ mode, inBase }: InlineOptions, opened: Opener): (ignore: Ignore) => string | undefined {
  if (mode === "off") return () => "waivers beside the code are turned off";
  if (mode === "allow" || inBase === undefined) return () => undefined;
  const now = counted(opened.all());
  const files = new Map<string, ReadonlyMap<string, number>>();
  const before = (file: string): ReadonlyMap<string, number> => {
    const text = files.has(file) ? undefined : inBase(file);
    const known = files.get(file) ?? counted(text === undefined ? [] : (ignoresOf(file, text)?.all ?? []));
    files.set(file, known);
    return known;
  };
  return (ignore) => {
    const key = identity(ignore);
    const isThere = (before(ignore.at.file).get(key) ?? 0) >= (now.get(key) ?? 0);
    return isThere ? undefined : "this pull request adds it";
  };
}

function ignoresOf(file: string, text: string): Ignores | undefined {
  return ignoresIn(locatedText(file, text));
}

/** Copied beside something of the same name, a waiver is there more often than before. */
function counted(ignores: readonly Ignore[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const ignore of ignores) counts.set(identity(ignore), (counts.get(identity(ignore)) ?? 0) + 1);
  return counts;
}

function identity({ at, name, said }: Ignore): string {
  return JSON.stringify([at.file, name, said]);
}

/** What is wrong with a waiver; it may stand beside thousands of findings. */
function checked(policies: readonly string[]): (ignore: Ignore) => readonly string[] {
  const known = new Map<Ignore, readonly string[]>();
  const look = ({ said }: Ignore): readonly string[] => {
    if (said.kind === "malformed") return said.problems;
    const problem = noSuchPolicy(said.words.policy, policies);
    return problem === undefined ? [] : [problem];
  };
  return (ignore) => {
    const problems = known.get(ignore) ?? look(ignore);
    known.set(ignore, problems);
    return problems;
  };
}

const hint =
  'write `eks-policy-gate:ignore <policy id> until=2027-03-31 owner=@acme/network reason="why"` with a day that is to come';

function asFailure([ignore, problems]: readonly [Ignore, readonly string[]]): Failure {
  return new Failure("policy", messageOf(problems), { at: ignore.at, hint });
}

/** One for each file, so that nobody drowns in them. */
function notesOf(
  ignores: readonly Ignore[],
  problemsOf: (ignore: Ignore) => readonly string[],
): readonly Note[] {
  const wrong = ignores.filter((ignore) => problemsOf(ignore).length > 0);
  return [...groupsOf(wrong, ({ at }) => at.file).values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    const others = more.length === 0 ? "" : `, nor do ${more.length} more in this file`;
    const message = `${messageOf(problemsOf(first))}; it excuses nothing${others}`;
    return [{ at: first.at, message, hint }];
  });
}

function messageOf(problems: readonly string[]): string {
  return `this waiver is malformed: ${problems.join(", ")}`;
}

function byPlace({ ignore: a }: Meant, { ignore: b }: Meant): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  return (a.at.line ?? 0) - (b.at.line ?? 0);
}
