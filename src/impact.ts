import type { Failure } from "./base/failure.ts";
import { groupsOf } from "./base/groups.ts";
import { hear, readOptions } from "./gate/hear.ts";
import { asFailure, load } from "./gate/load.ts";
import type { Entity, Graph } from "./graph/graph.ts";
import { locate, placesIn } from "./locate/locate.ts";
import { hasTarget, type Override } from "./policy/override.ts";
import type { Settings } from "./policy/settings.ts";
import { read } from "./source/read.ts";
import type { Sources } from "./source/sources.ts";
import type { FileTree } from "./source/tree.ts";
import { emptiness } from "./verdict/decide.ts";
import type { Conclusion, LocatedFinding } from "./verdict/finding.ts";
import { type Asked, asked, type Impact, impactsOf } from "./verdict/impact.ts";
import { inForce } from "./verdict/in-force.ts";
import { judge } from "./verdict/judge.ts";

/** What is asked, by which policies, and by which instead. */
export interface ImpactOptions {
  readonly tree: FileTree;
  readonly from: Settings;
  readonly to: Settings;
  /** The day of both runs, `YYYY-MM-DD`. */
  readonly now: string;
}

/** What a change of policies does to one repository. */
export interface RepositoryImpact {
  readonly before: Conclusion;
  readonly after: Conclusion;
  readonly impacts: readonly Impact[];
  /** Why part of it could not be judged; what is told is then not all. */
  readonly failures: readonly Failure[];
}

/** The same input judged twice. Everything that is found counts: neither a base nor waivers excuse anything. */
export async function impact({ tree, from, to, now }: ImpactOptions): Promise<RepositoryImpact> {
  const [old, fresh] = [await loadedOf(from), await loadedOf(to)];
  const sources = read(tree, readOptions({ settings: to, now }, [old.loaded, fresh.loaded]));
  const place = placesIn(tree, sources);
  const [before, after] = [await answered(old, sources, now), await answered(fresh, sources, now)];
  const located = (findings: Answered["findings"]) => inForce(locate(findings, tree, sources, place));
  const [then, next] = [located(before.findings), located(after.findings)];
  const empty = emptiness({ inputs: sources.inputs, policies: { length: 1 } });
  const met = [...sources.failures, ...before.failures, ...after.failures];
  const failures = met.length === 0 && empty !== undefined ? [empty] : met;
  return {
    before: concluded(then, failures),
    after: concluded(next, failures),
    // A policy that cannot be read is not one that is gone.
    impacts: before.failures.length + after.failures.length > 0 ? [] : impactsOf(then, next, after.became),
    failures,
  };
}

/** The questions of a set of policies, with what its settings make of them. */
export async function questionsOf(
  settings: Settings,
): Promise<{ readonly questions: readonly Asked[]; readonly failures: readonly Failure[] }> {
  const loaded = await load(await adapted(settings));
  return {
    questions: loaded.policies.filter(({ isOff }) => !isOff).map(asked),
    failures: loaded.mistakes.map(asFailure),
  };
}

type Answered = Awaited<ReturnType<typeof answered>>;

async function loadedOf(given: Settings) {
  const settings = await adapted(given);
  return { settings, loaded: await load(settings) };
}

async function answered(
  { settings, loaded }: Awaited<ReturnType<typeof loadedOf>>,
  sources: Sources,
  now: string,
) {
  const { graph, policies, judged, given: facts } = await hear(loaded, settings, sources, now);
  const isAsked = new Map(policies.map((policy) => [policy.id, policy]));
  const named = namedIn(graph);
  const became = ({ policy: { id }, concept, resource }: LocatedFinding) => {
    const policy = isAsked.get(id);
    if (policy === undefined) return "dropped";
    const entities = (name: string) => (name === concept ? named(concept, resource) : []);
    const [tally] = judge({ ...graph, entities }, [policy], facts).tally;
    return tally !== undefined && tally.satisfied === 0 && tally.notApplicable > 0
      ? "not-applicable"
      : "satisfied";
  };
  return { findings: judged.findings, failures: loaded.mistakes.map(asFailure), became };
}

/** What a configuration says of policies that one side does not have is no mistake here; nor are waivers heard. */
async function adapted({ waivers: _, ...settings }: Settings): Promise<Settings> {
  const { overrides } = settings.configuration;
  if (overrides.length === 0) return settings;
  const under = (some: readonly Override[]) => ({
    ...settings,
    configuration: { ...settings.configuration, overrides: some },
  });
  const { policies } = await load(under([]));
  const isHeard = await Promise.all(overrides.map((override) => hasTarget(override, policies)));
  return under(overrides.filter((_, index) => isHeard[index]));
}

function namedIn(graph: Graph): (concept: string, resource: string) => readonly Entity[] {
  const found = new Map<string, Map<string, Entity[]>>();
  return (concept, resource) => {
    const names = found.get(concept) ?? groupsOf(graph.entities(concept), ({ resource }) => resource);
    found.set(concept, names);
    return names.get(resource) ?? [];
  };
}

function concluded(findings: readonly LocatedFinding[], failures: readonly Failure[]): Conclusion {
  if (failures.length > 0) return "unjudged";
  return findings.some(({ enforcement }) => enforcement === "deny") ? "blocked" : "pass";
}
