import { buildGraph, wantsTerraform } from "../graph/build.ts";
import type { Entity, Graph } from "../graph/graph.ts";
import { caseFormats } from "../policy/starter/case-input.ts";
import type { FoundCluster, Repository, TerraformRoot } from "../policy/starter/repository.ts";
import { diskTree } from "../source/disk.ts";
import { read } from "../source/read.ts";
import type { Sources } from "../source/sources.ts";
import { isTerraformSource, rootModules } from "../source/unplanned.ts";

/** What there is in a folder, and how much of it. */
export interface Survey extends Repository {
  readonly files: number;
  readonly resources: number;
  readonly hasPlan: boolean;
}

/** Reads a repository to learn what it holds. What cannot be read is left to `check` to complain about. */
export async function survey(root: string): Promise<Survey> {
  const all = await diskTree(root, []);
  const testData = testDataAmong([...all.files()]);
  const tree = testData.length === 0 ? all : await diskTree(root, [], { exclude: testData });
  const sources = read(tree, { wanted: wantsTerraform });
  const graph = buildGraph(sources.declarations);
  const source = [...tree.files()].filter(isTerraformSource);
  const roots = rootModules(source, tree).map((folder): TerraformRoot => {
    const isTofu = source.some((file) => folderOf(file) === folder && /\.tofu(?:\.json)?$/.test(file));
    return { folder, tool: isTofu ? "tofu" : "terraform" };
  });
  const formats = new Set(sources.inputs.map(({ format }) => format));
  if (roots.length > 0) formats.add("terraform");
  return {
    formats: caseFormats.filter((format) => formats.has(format)),
    roots,
    clusters: clustersOf(graph, sources),
    testData,
    files: sources.inputs.length,
    resources: graph.size,
    hasPlan: sources.plans.length > 0,
  };
}

/** The clusters whose names are known. Their manifests are told by a folder of the cluster's name, and otherwise not. */
function clustersOf(graph: Graph, { inputs }: Sources): readonly FoundCluster[] {
  const manifests = inputs.flatMap(({ file, format }) => (format === "kubernetes" ? [file] : []));
  const named = graph.entities("Cluster").flatMap((cluster) => {
    const name = cluster.get("name");
    return typeof name === "string" && name !== "" ? [{ name, cluster }] : [];
  });
  const clusters = [...new Map(named.map((each) => [each.name, each])).values()];
  return clusters.map(({ name, cluster }) => {
    const isAlone =
      clusters.filter((each) => folderOf(each.cluster.ref.file) === folderOf(cluster.ref.file)).length === 1;
    const applied = manifests.find((file) => file.split("/").slice(0, -1).includes(name));
    return {
      name,
      files: {
        ...madeIn(cluster, isAlone),
        ...(applied === undefined ? {} : { manifests: `${upTo(applied, name)}/**` }),
      },
    };
  });
}

/** A cluster that has a folder to itself is made of all that is in it. */
function madeIn({ ref: { format, file } }: Entity, isAlone: boolean): FoundCluster["files"] {
  if (format !== "terraform" && format !== "cloudformation" && format !== "eksctl") return {};
  const folder = folderOf(file);
  return { [format]: isAlone && folder !== "." ? `${folder}/**` : file };
}

/** The path of a file down to the folder of this name. */
function upTo(file: string, folder: string): string {
  const steps = file.split("/");
  return steps.slice(0, steps.indexOf(folder) + 1).join("/");
}

/** Folders whose names say that nobody deploys them. */
function testDataAmong(files: readonly string[]): readonly string[] {
  const folders = new Set(files.flatMap((file) => file.split("/").slice(0, -1)));
  return ["testdata", "fixtures"].flatMap((name) => (folders.has(name) ? [`**/${name}/**`] : []));
}

function folderOf(file: string): string {
  return file.includes("/") ? file.slice(0, file.lastIndexOf("/")) : ".";
}
