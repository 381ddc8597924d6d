import { buildGraph } from "../graph/build.ts";
import { wantedBy } from "../graph/raw/wanted.ts";
import { clusterFiles } from "../policy/clusters.ts";
import { loadEngines } from "../policy/load.ts";
import { onThatDay } from "../policy/override.ts";
import type { Settings } from "../policy/settings.ts";
import { inventoryDeclarations } from "../source/inventory/declarations.ts";
import type { ReadOptions, Sources } from "../source/sources.ts";
import { judge } from "../verdict/judge.ts";
import type { Loaded } from "./load.ts";
import type { GateOptions } from "./options.ts";

export type Heard = Awaited<ReturnType<typeof hear>>;

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
