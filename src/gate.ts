import { Failure } from "./base/failure.ts";
import { buildGraph, wantsTerraform } from "./graph/build.ts";
import { vocabulary } from "./graph/words.ts";
import { locate } from "./locate/locate.ts";
import { clusterFiles } from "./policy/clusters.ts";
import type { Inventory } from "./policy/inventory.ts";
import { loadEngines, loadFacts, loadInventories, loadPolicies, loadSets } from "./policy/load.ts";
import type { Mistake } from "./policy/policy.ts";
import { withQuotas } from "./policy/quotas.ts";
import type { Settings } from "./policy/settings.ts";
import { inventoryDeclarations } from "./source/inventory/declarations.ts";
import { read } from "./source/read.ts";
import type { InputFile, Progress, Sources } from "./source/sources.ts";
import type { FileTree } from "./source/tree.ts";
import { decide, emptiness, worstFirst } from "./verdict/decide.ts";
import type { Verdict } from "./verdict/finding.ts";
import { judge } from "./verdict/judge.ts";

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
}

/** The whole product: bytes in, verdict out. It does not throw for what is wrong with input or policies. */
export async function gate(options: GateOptions): Promise<Verdict> {
  const started = options.clock();
  const { facts, mistakes, inventories, ...loaded } = await load(options.settings);
  const policies = loaded.policies.filter(({ isOff }) => !isOff);
  const { parameters = [] } = options.settings;
  const sources = read(options.tree, { ...options, parameters, wanted: wantsTerraform });
  const files = sources.inputs.map(({ file }) => file);
  const existing = inventoryDeclarations(inventories);
  const clusters = await clusterFiles(options.settings.configuration.clusters, files);
  const graphOf = (declared: Sources["declarations"]) => buildGraph([...declared, ...existing], clusters);
  const graph = graphOf(sources.declarations);
  await loadEngines(policies.filter(({ select }) => graph.entities(select).length > 0));
  const given = { facts: facts.value, now: options.now };
  const judged = judge(graph, mistakes.length === 0 ? policies : [], given, (world) =>
    sources.assuming(world, graphOf),
  );
  const findings = worstFirst(locate(judged.findings, options.tree, sources));
  const run = {
    findings,
    policies,
    inputs: sources.inputs,
    failures: [...mistakes.map(asFailure), ...sources.failures],
  };
  const empty = run.failures.length === 0 ? emptiness(run) : undefined;
  return {
    ...run,
    conclusion: decide(run),
    failures: empty === undefined ? run.failures : [empty],
    tally: judged.tally,
    notes: sources.notes,
    leftAlone: sources.leftAlone,
    inputs: [...run.inputs, ...inventories.map(inventoryInput)],
    entities: graph.size,
    elapsedMilliseconds: options.clock() - started,
  };
}

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
  return {
    facts,
    policies: loaded.policies,
    packaged: loaded.packaged,
    sets,
    inventories: existing.inventories,
    mistakes: [
      ...settings.mistakes,
      ...read.mistakes,
      ...existing.mistakes,
      ...quotaMistakes,
      ...setMistakes,
      ...loaded.mistakes,
    ],
  };
}

/** It is read and not judged: it declares nothing. */
function inventoryInput({ file, bytes }: Inventory): InputFile {
  return { file, format: "inventory", bytes, declares: 0 };
}

function asFailure({ at, message }: Mistake): Failure {
  return new Failure("policy", message, { at });
}
