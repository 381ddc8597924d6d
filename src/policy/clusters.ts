import type { ClusterFiles } from "../graph/cluster-files.ts";
import type { Mistake } from "./policy.ts";
import type { SourceText } from "./text.ts";
import type { Node } from "./yaml.ts";

/** Globs of the files that describe one cluster, as the configuration says. */
export interface ClusterGlobs {
  readonly cluster: string;
  readonly manifests: readonly string[];
  readonly terraform: readonly string[];
  readonly cloudformation: readonly string[];
  readonly eksctl: readonly string[];
}

/** Which of the files that were read describe which cluster. */
export async function clusterFiles(
  clusters: readonly ClusterGlobs[],
  files: readonly string[],
): Promise<readonly ClusterFiles[]> {
  if (clusters.length === 0) return [];
  const { Minimatch } = await import("minimatch");
  const matching = (globs: readonly string[]): ReadonlySet<string> => {
    const matchers = globs.map(
      (glob) => new Minimatch(glob.replace(/^\.\//, ""), { dot: true, nocomment: true, nonegate: true }),
    );
    return new Set(files.filter((file) => matchers.some((matcher) => matcher.match(file))));
  };
  return clusters.map(({ cluster, manifests, terraform, cloudformation, eksctl }) => {
    const made = [...terraform, ...cloudformation, ...eksctl];
    return {
      cluster,
      manifests: matching(manifests),
      madeIn: made.length === 0 ? undefined : matching(made),
    };
  });
}

/** A cluster of which no file is named is a line that nothing comes of. */
export function clusterMistakes(source: SourceText, node: Node | undefined): readonly Mistake[] {
  return (node?.kind === "map" ? node.entries : []).flatMap(({ key, value }) => {
    if (value.kind === "map" && value.entries.length > 0) return [];
    const message = `\`${key.text}\` names no files; say which are its, as in \`${key.text}: { manifests: ["k8s/**"] }\``;
    return [{ at: source.place(key.start, key.end), message }];
  });
}
