import { type Declaration, type Json, standing } from "../declaration.ts";
import { isObject, memberOf, type PlainRules, plainAttribute } from "../plain.ts";

/** Whether a document is an eksctl configuration: any version of its API, `kind: ClusterConfig`. */
export function isClusterConfig(document: Json | undefined): boolean {
  if (!isObject(document)) return false;
  const { apiVersion, kind } = document;
  return typeof apiVersion === "string" && apiVersion.startsWith("eksctl.io/") && kind === "ClusterConfig";
}

/** The clusters of a file, each under its own name; a name that comes again is `prod#2`. */
export function readClusterConfigs(
  documents: readonly Json[],
  file: string,
  rules: PlainRules,
): readonly Declaration[] {
  const named = new Map<string, number>();
  return documents.flatMap((document, index) => {
    if (!isClusterConfig(document)) return [];
    const name = memberOf(memberOf(document, "metadata"), "name");
    const cluster = typeof name === "string" || typeof name === "number" ? String(name) : "ClusterConfig";
    const times = (named.get(cluster) ?? 0) + 1;
    named.set(cluster, times);
    const owner = times === 1 ? cluster : `${cluster}#${times}`;
    const root = plainAttribute(
      { format: "eksctl", file, owner, document: index, path: [] },
      document,
      rules,
    );
    return [standing("ClusterConfig", file, root)];
  });
}
