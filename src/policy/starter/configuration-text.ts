import type { Repository } from "./repository.ts";
import { schemaLine } from "./schema-line.ts";
import { indented, yamlLines } from "./yaml-text.ts";

/** A configuration to begin with. */
export function configurationText({ clusters, testData }: Repository, ownFolder: string): string {
  const lines = [
    schemaLine("configuration"),
    "policies:",
    "  - recommended # comes with the gate; strict is what a regulated team wants",
    `  - ./${ownFolder} # your own`,
    ...(testData.length === 0 ? [] : ["sources:", `  exclude: ${yamlLines(testData)[0]}`]),
    ...(clusters.length < 2 ? [] : clusterLines(clusters)),
    "# override: # what is different here, by the id of a policy or a glob",
    "#   node-groups-over-quota: { params: { limit: 60 } }",
    '#   "workloads/*": { enforcement: audit }',
  ];
  return `${lines.join("\n")}\n`;
}

function clusterLines(clusters: Repository["clusters"]): readonly string[] {
  const lacks = clusters.some(({ files }) => files.manifests === undefined);
  return [
    "clusters: # which files describe which cluster",
    ...clusters.flatMap(({ name, files }) => {
      const globs = Object.fromEntries(Object.entries(files).map(([kind, glob]) => [kind, [glob]]));
      return indented(yamlLines({ [name]: globs }, 1));
    }),
    ...(lacks ? ['# add what is applied to each, as in `manifests: ["k8s/prod/**"]`'] : []),
  ];
}
