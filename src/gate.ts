import { Failure } from "./base/failure.ts";
import type { Note } from "./base/note.ts";
import type { Ref } from "./base/place.ts";
import { buildGraph } from "./graph/build.ts";
import { wantedBy } from "./graph/raw/wanted.ts";
import { vocabulary } from "./graph/words.ts";
import { locate, placesIn } from "./locate/locate.ts";
import { applyWaivers, type FileOptions, unwaived } from "./locate/waivers/apply.ts";
import { clusterFiles } from "./policy/clusters.ts";
import type { Inventory } from "./policy/inventory.ts";
import { loadEngines, loadFacts, loadInventories, loadPolicies, loadSets } from "./policy/load.ts";
import { onThatDay } from "./policy/override.ts";
import type { Mistake } from "./policy/policy.ts";
import { withQuotas } from "./policy/quotas.ts";
import type { Settings } from "./policy/settings.ts";
import { loadWaivers } from "./policy/waiver-settings.ts";
import { inventoryDeclarations } from "./source/inventory/declarations.ts";
import { read } from "./source/read.ts";
import type { InputFile, Progress, ReadOptions, Sources } from "./source/sources.ts";
import { beforeApply } from "./source/terraform/before.ts";
import { type FileTree, noFiles, without } from "./source/tree.ts";
import { changeOf, compare } from "./verdict/compare.ts";
import { decide, emptiness, worstFirst } from "./verdict/decide.ts";
import type { Finding, PolicyChange, Verdict } from "./verdict/finding.ts";
import { headroom } from "./verdict/headroom.ts";
import { inForce } from "./verdict/in-force.ts";
import { judge } from "./verdict/judge.ts";
import { layouts } from "./verdict/layout.ts";

export interface GateOptions {
  /** What is judged. */
  readonly tree: FileTree;
  /** What it is judged by. */
  readonly settings: Settings;
  /** The day the run is for, `YYYY-MM-DD`: policies that compare dates compare with it. */
  readonly now: string;
  /** Milliseconds from any fixed point, for the elapsed time. */
  readonly clock: () => number;
  readonly onProgress?: (progress: Progress) => void;
  /** What to compare with; everything that is found counts where it is left out. */
  readonly base?: Base;
  /** The policies and configuration that the change brings itself, where `settings` are those of its base. */
  readonly proposed?: Proposal;
  /** Whether to work out what pictures are drawn from. */
  readonly pictures?: boolean;
}

/** What the change is compared with. Resources of Terraform are compared with what their plans say they are now. */
export interface Base {
  /** What people call it. */
  readonly name: string;
  /** The files as they were; `undefined` where they cannot be told, so that whatever is found in files counts. */
  readonly tree: FileTree | undefined;
  /** The text of any file as it was, input or not; `undefined` where it was not there or cannot be told. */
  readonly text?: (file: string) => string | undefined;
}

export interface Proposal {
  /** What they are, or why they cannot be read. */
  readonly settings: Settings | Failure;
  /** The files of policy and configuration that differ from those of the base. */
  readonly files: readonly string[];
}

/** The whole product: bytes in, verdict out. It does not throw for what is wrong with input or policies. */
export async function gate(options: GateOptions): Promise<Verdict> {
  const started = options.clock();
  const { settings, tree, base, proposed } = options;
  const loaded = await load(settings);
  const brought = proposed === undefined ? undefined : await loadProposal(proposed);
  const reading = readOptions(options, [
    loaded,
    ...(brought instanceof Failure || !brought ? [] : [brought]),
  ]);
  const sources = read(tree, reading);
  const heard = await hear(loaded, settings, sources, options.now);
  const { graph, policies, judged } = heard;
  const before = base && (await heardBefore(base, sources, loaded, options, reading));
  const earlier = before?.judged.findings;
  const place = placesIn(tree, sources);
  const located = locate(judged.findings, tree, sources, place);
  const compared = earlier && compare(located, earlier);
  const counted = settings.configuration.newOnly === false ? located : (compared?.findings ?? located);
  const list = listOf(settings, loaded, sources, options);
  const waived = applyWaivers(worstFirst(inForce(counted)), {
    ...list,
    policies: loaded.policies.map(({ id }) => id),
    tree,
    place,
    inBase: base && ((file) => base.text?.(file)),
  });
  const run = {
    findings: waived.findings,
    policies,
    inputs: sources.inputs,
    failures: [...loaded.mistakes.map(asFailure), ...sources.failures, ...waived.failures],
  };
  const empty = run.failures.length === 0 ? emptiness(run) : undefined;
  return {
    ...run,
    conclusion: decide(run),
    failures: empty === undefined ? run.failures : [empty],
    tally: judged.tally,
    notes: [...sources.notes, ...waived.notes, ...notCompared(options, run.findings)],
    leftAlone: sources.leftAlone,
    inputs: [...run.inputs, ...loaded.inventories.map(inventoryInput)],
    entities: graph.size,
    ...(waived.uses.length > 0 ? { waivers: waived.uses } : {}),
    ...(base && compared ? { comparison: { base: base.name, resolved: compared.resolved } } : {}),
    ...(options.pictures === true
      ? pictures(heard, base?.tree && before?.graph, run.findings, sources, options)
      : {}),
    ...(proposed === undefined || brought === undefined
      ? {}
      : {
          policyChange: await propose(proposed, brought, unwaived(judged.findings, list), sources, options),
        }),
    elapsedMilliseconds: options.clock() - started,
  };
}

/** What is asked, of what, and what is answered. */
export async function hear(loaded: Loaded, { configuration }: Settings, sources: Sources, now: string) {
  const files = sources.inputs.map(({ file }) => file);
  const existing = inventoryDeclarations(loaded.inventories);
  const clusters = await clusterFiles(configuration.clusters, files);
  const graphOf = (declared: Sources["declarations"]) => buildGraph([...declared, ...existing], clusters);
  const graph = graphOf(sources.declarations);
  const policies = onThatDay(loaded.policies, now).filter(({ isOff }) => !isOff);
  await loadEngines(policies.filter(({ select }) => graph.entities(select).length > 0));
  const given = { facts: loaded.facts.value, now };
  const judged = judge(graph, loaded.mistakes.length === 0 ? policies : [], given, (world) =>
    sources.assuming(world, graphOf),
  );
  return { graph, policies, judged, given };
}

/** What is drawn: the zones of the clusters that the change touches, and what is used of quotas. */
function pictures(
  { graph, policies, given }: Heard,
  before: Heard["graph"] | undefined,
  findings: Verdict["findings"],
  sources: Sources,
  { tree, base }: GateOptions,
): Pick<Verdict, "layouts" | "headroom"> {
  const planned = new Set(
    sources.declarations.filter(isPlanned).map(({ file, owner }) => `${file} ${owner}`),
  );
  const isWritten = isChangedFile(tree, base?.tree);
  const isChanged = ({ format, file, owner }: Ref) =>
    base === undefined || (format === "terraform" ? planned.has(`${file} ${owner}`) : isWritten(file));
  const counted = findings.filter(({ excuse }) => excuse === undefined);
  return {
    layouts: layouts(graph, counted, isChanged),
    headroom: headroom(graph, policies, given, before),
  };
}

/** Whether a plan changes it. */
function isPlanned({ change }: Sources["declarations"][number]): boolean {
  return change !== "none" && change !== "declared";
}

type Heard = Awaited<ReturnType<typeof hear>>;

/** Whether a file is not the same in both trees. What is in neither, as inventories are, is nobody's change. */
function isChangedFile(tree: FileTree, base: FileTree | undefined): (file: string) => boolean {
  const [here, there] = [new Set(tree.files()), new Set(base?.files())];
  return (file) => {
    if (base === undefined || !here.has(file)) return false;
    return !there.has(file) || !Buffer.from(tree.bytes(file)).equals(base.bytes(file));
  };
}

/** What the same policies say of what was there before. A file that could not be read then excuses nothing now. */
async function heardBefore(
  { tree }: Base,
  sources: Sources,
  loaded: Loaded,
  options: GateOptions,
  reading: ReadOptions,
): Promise<Heard> {
  const isPlan = new Set(sources.plans.map(({ file }) => file));
  const past = read(tree === undefined ? noFiles : without(tree, isPlan), reading);
  const before = beforeApply(sources.declarations.filter(({ format }) => format === "terraform"));
  const asItWas: Sources = {
    ...past,
    inputs: [...past.inputs, ...sources.inputs.filter(({ file }) => isPlan.has(file))],
    declarations: [...before, ...past.declarations],
    assuming: (world, make) => past.assuming(world, (declared) => make([...before, ...declared])),
  };
  return hear(loaded, options.settings, asItWas, options.now);
}

async function loadProposal({ settings }: Proposal): Promise<Loaded | Failure> {
  return settings instanceof Failure ? settings : load(settings);
}

/** What the policies that the change brings would say of it, beside those that judge it. */
async function propose(
  { settings, files }: Proposal,
  loaded: Loaded | Failure,
  findings: readonly Finding[],
  sources: Sources,
  options: GateOptions,
): Promise<PolicyChange> {
  const { tree, now } = options;
  if (settings instanceof Failure || loaded instanceof Failure || loaded.mistakes.length > 0) {
    const failures =
      settings instanceof Failure
        ? [settings]
        : loaded instanceof Failure
          ? [loaded]
          : loaded.mistakes.map(asFailure);
    return { files, added: [], removed: [], failures };
  }
  const { judged } = await hear(loaded, settings, sources, now);
  const left = unwaived(judged.findings, listOf(settings, loaded, sources, options));
  const { added, removed } = changeOf(findings, left);
  const located = (some: readonly Finding[]) => worstFirst(locate(some, tree, sources));
  return { files, added: located(added), removed: located(removed), failures: [] };
}

/** What the file of waivers is judged by. */
function listOf(
  { configuration, waivers: texts }: Settings,
  { waivers }: Loaded,
  { declarations }: Sources,
  { now }: GateOptions,
): FileOptions {
  return { settings: configuration.waivers, texts, waivers, declarations, now };
}

/** What cannot be compared counts: whoever wonders about that is told why. */
function notCompared({ base, settings }: GateOptions, findings: Verdict["findings"]): readonly Note[] {
  if (base === undefined || base.tree !== undefined || settings.configuration.newOnly === false) return [];
  const isInFile = ({ enforcement, refs: [ref] }: Finding) =>
    enforcement !== "audit" && ref?.format !== "terraform";
  if (!findings.some(isInFile)) return [];
  return [
    {
      message: "what was there before cannot be told for files, so that all that is found in them counts",
      hint: "check out with `fetch-depth: 2`",
    },
  ];
}

/** How input is read for those who ask about it. */
export function readOptions(
  { settings, now, onProgress }: Pick<GateOptions, "settings" | "now" | "onProgress">,
  askers: readonly Loaded[],
): ReadOptions {
  const { parameters = [] } = settings;
  const asked = askers.flatMap(({ policies }) => onThatDay(policies, now).filter(({ isOff }) => !isOff));
  const wanted = wantedBy(asked.map(({ select }) => select));
  return { parameters, wanted, ...(onProgress === undefined ? {} : { onProgress }) };
}

export type Loaded = Awaited<ReturnType<typeof load>>;

/** The policies and facts of a run, checked; with everything that is wrong in any file. */
export async function load(settings: Settings) {
  const read = await loadFacts(settings.facts);
  const existing = await loadInventories(settings.inventories ?? []);
  const { facts, mistakes: quotaMistakes } = withQuotas(read.facts, existing.inventories);
  const { overrides, unresolved } = settings.configuration;
  const { sets, mistakes: setMistakes } = await loadSets(settings.sets ?? []);
  const changes = (settings.chosen ?? []).flatMap(
    (name) => sets.find((set) => set.name === name)?.changes ?? [],
  );
  const options = {
    vocabulary,
    facts,
    changes,
    overrides,
    ...(unresolved === undefined ? {} : { unresolved }),
  };
  const loaded = await loadPolicies(settings.policies, options);
  // What is said about a policy that could not be read is no mistake of its own.
  const ids = loaded.mistakes.length > 0 ? undefined : loaded.policies.map(({ id }) => id);
  const answered = await loadWaivers(settings.waivers?.waivers, ids);
  return {
    facts,
    policies: loaded.policies,
    packaged: loaded.packaged,
    sets,
    inventories: existing.inventories,
    waivers: answered.waivers,
    mistakes: [
      ...settings.mistakes,
      ...read.mistakes,
      ...existing.mistakes,
      ...quotaMistakes,
      ...setMistakes,
      ...loaded.mistakes,
      ...answered.mistakes,
    ],
  };
}

/** It is read and not judged: it declares nothing. */
function inventoryInput({ file, bytes }: Inventory): InputFile {
  return { file, format: "inventory", bytes, declares: 0 };
}

export function asFailure({ at, message }: Mistake): Failure {
  return new Failure("policy", message, { at });
}
