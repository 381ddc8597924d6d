import type { Failure } from "./base/failure.ts";
import type { Note } from "./base/note.ts";
import type { Place, Ref } from "./base/place.ts";
import type { TypeShape } from "./expr/environment.ts";
import { load } from "./gate/load.ts";
import type { GateOptions } from "./gate/options.ts";
import { buildGraph } from "./graph/build.ts";
import type { Graph } from "./graph/graph.ts";
import { wantedBy } from "./graph/raw/wanted.ts";
import type { TypeDeclaration, Vocabulary } from "./graph/vocabulary.ts";
import { vocabulary } from "./graph/words.ts";
import { placesIn } from "./locate/locate.ts";
import { clusterFiles } from "./policy/clusters.ts";
import type { Facts } from "./policy/facts.ts";
import type { Mistake } from "./policy/policy.ts";
import { inventoryDeclarations } from "./source/inventory/declarations.ts";
import { read } from "./source/read.ts";

/** What policies would see. */
export interface Seen {
  readonly graph: Graph;
  readonly facts: Facts;
  /** The vocabulary, with the types of facts: what records are made of. */
  readonly vocabulary: Vocabulary;
  /** Where a person opens what a reference leads to. */
  readonly place: (ref: Ref) => Place | undefined;
  /** What could not be read: the graph knows nothing of it. */
  readonly failures: readonly Failure[];
  readonly notes: readonly Note[];
  readonly mistakes: readonly Mistake[];
}

/** Reads as `gate` reads, and asks nothing of it. */
export async function see({
  tree,
  settings,
  onProgress,
  raw = [],
}: Pick<GateOptions, "tree" | "settings" | "onProgress"> & {
  /** Types that are shown by their own names. */
  readonly raw?: readonly TypeDeclaration[];
}): Promise<Seen> {
  const { facts, inventories, mistakes } = await load(settings);
  const { parameters = [] } = settings;
  const progress = onProgress === undefined ? {} : { onProgress };
  const sources = read(tree, { parameters, wanted: wantedBy(raw.map(({ name }) => name)), ...progress });
  const files = sources.inputs.map(({ file }) => file);
  const clusters = await clusterFiles(settings.configuration.clusters, files);
  const declarations = [...sources.declarations, ...inventoryDeclarations(inventories)];
  const { failures, notes } = sources;
  const locate = placesIn(tree, sources);
  return {
    graph: buildGraph(declarations, clusters),
    facts,
    vocabulary: { types: [...vocabulary.types, ...raw, ...facts.types.map(declared)] },
    place: (ref) => locate(ref)?.place,
    failures,
    notes,
    mistakes,
  };
}

function declared({ name, fields }: TypeShape): TypeDeclaration {
  const told = Object.entries(fields).map(([field, type]) => ({ name: field, type, doc: "", formats: [] }));
  return { name, doc: "", selectable: false, formats: [], methods: [], fields: told };
}
